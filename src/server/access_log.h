// One line for each request, and the failures that clients only see as 503:
//
//   2026-11-20T09:00:00Z 200 GET /api/v1/ipma/session 1.2 ms 143 B
//   2026-11-20T09:00:01Z error: SQLite: disk I/O error
//
// Never a query, cookie, token, body or address of a client.
#pragma once

#include <chrono>
#include <cstdint>
#include <cstdio>
#include <mutex>
#include <string>
#include <string_view>

#include "base/result.h"

namespace laurel::server {

struct AccessEntry {
  std::string_view method;
  std::string_view path;
  int status;
  std::chrono::microseconds took;
  std::uint64_t bytes;  // of the reply's body
};

/// Threads share it. Lines go to the file, which stays the caller's.
class AccessLog {
 public:
  explicit AccessLog(std::FILE* file) : file_(file) {}

  void request(const AccessEntry& entry);
  void error(const base::Error& error);

 private:
  void line(const std::string& text);

  std::mutex mutex_;
  std::FILE* file_;
};

}  // namespace laurel::server
