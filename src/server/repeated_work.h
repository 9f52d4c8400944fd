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

#include "base/result.h"
#include "service/kernel/services.h"

namespace laurel::server {

/// Runs the work of one round. What fails goes to the services' report, and is tried again after a
/// while: a store that is down would otherwise fill the log.
[[nodiscard]] std::chrono::seconds guarded(
    const service::kernel::Services& services, const char* what,
    const std::function<base::Result<std::chrono::seconds>()>& work);

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
