// How far a long task has come, for who started it:
//
//   importing  [#########           ]  45 %  450000 of 1000000 certificates, 61000/s
//
// On a terminal one line that is written over ten times a second, elsewhere a line for each tenth.
#pragma once

#include <chrono>
#include <cstdio>
#include <string>

namespace laurel::server {

class ProgressLine {
 public:
  ProgressLine(std::FILE* out, bool on_terminal, std::string task, std::string unit)
      : out_(out), on_terminal_(on_terminal), task_(std::move(task)), unit_(std::move(unit)) {}

  void show(std::size_t done, std::size_t of);
  /// What comes after stands on a line of its own.
  void end();

 private:
  using Time = std::chrono::steady_clock;

  std::FILE* out_;
  bool on_terminal_;
  std::string task_;
  std::string unit_;
  Time::time_point started_ = Time::now();
  Time::time_point shown_{};
  std::size_t tenths_ = 0;  // that have been told
};

}  // namespace laurel::server
