// A thread that does the same work again and again, such as emptying the outbox
// (server/mail_delivery.h).
//
//   RepeatedWork delivery([&] { …; return std::chrono::seconds(1); });   // how long to wait after it
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace laurel::server {

class RepeatedWork {
 public:
  /// Begins at once. `work` says how long to wait before it is done again.
  explicit RepeatedWork(std::function<std::chrono::seconds()> work);
  /// Lets the work of the moment finish.
  ~RepeatedWork();
  RepeatedWork(const RepeatedWork&) = delete;
  RepeatedWork& operator=(const RepeatedWork&) = delete;

 private:
  void run();

  std::function<std::chrono::seconds()> work_;
  std::mutex mutex_;
  std::condition_variable stop_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace laurel::server
