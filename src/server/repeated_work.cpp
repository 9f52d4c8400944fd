#include "server/repeated_work.h"

#include <exception>
#include <string>
#include <utility>

#include "server/thrown.h"

namespace laurel::server {
namespace {

constexpr std::chrono::seconds pause_after_failure{30};

}  // namespace

std::chrono::seconds guarded(const service::kernel::Services& services, const char* what,
                             const std::function<base::Result<std::chrono::seconds>()>& work) {
  const auto report = [&](const base::Error& error) {
    if (services.config.report) services.config.report(error);
  };
  try {
    const auto wait = work();
    if (wait) return *wait;
    report(wait.error());
  } catch (const std::exception& thrown) {
    report({base::ErrorCode::unavailable, std::string(what) + ": " + name_of_thrown(thrown)});
  }
  return pause_after_failure;
}

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
