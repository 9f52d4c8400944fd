// How a browser test drives C++: the page calls `await command(name, ...texts)`, the program
// answers with texts, now or later. The JavaScript side is harness.js.
//
//   void laurel::harness::run(std::string_view name, const std::vector<std::string>& arguments,
//                             Reply reply) { if (name == "add") reply({"3"}); }
//   int main() { laurel::harness::start(); }
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace laurel::harness {

using Reply = std::function<void(const std::vector<std::string>&)>;

/// Written by the program.
void run(std::string_view name, const std::vector<std::string>& arguments, Reply reply);

/// From here on the page can call; it may wait for the promise `ready`.
void start();

/// Tells the page of something that nobody asked for: an entry of its list `events`.
void report(const std::vector<std::string>& event);

}  // namespace laurel::harness
