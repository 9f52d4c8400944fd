#include "server/repeated_work.h"

#include <utility>

namespace laurel::server {

RepeatedWork::RepeatedWork(std::function<std::chrono::seconds()> work)
    : work_(std::move(work)), thread_([this] { run(); }) {}

RepeatedWork::~RepeatedWork() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  stop_.notify_all();
  thread_.join();
}

void RepeatedWork::run() {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    lock.unlock();
    const std::chrono::seconds wait = work_();
    lock.lock();
    stop_.wait_for(lock, wait, [this] { return stopping_; });
  }
}

}  // namespace laurel::server
