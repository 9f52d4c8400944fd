// Threads that do slow work, with a queue that has an end: when there is too much to do, the caller
// learns it at once instead of making everybody wait.
//
//   server::WorkerPool hashing(2, 64);
//   if (!hashing.submit([…] { … })) answer 503
#pragma once

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace laurel::server {

class WorkerPool {
 public:
  WorkerPool(std::size_t threads, std::size_t max_waiting);
  /// Finishes the tasks that run, drops those that wait.
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  /// False, and nothing is done, when the queue is full. A task must not throw.
  [[nodiscard]] bool submit(std::function<void()> task);

 private:
  void work();

  const std::size_t max_waiting_;
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<std::function<void()>> waiting_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace laurel::server
