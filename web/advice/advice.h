// Advice on a password that is being chosen, by zxcvbn-ts: how hard it is to guess, and why. It is
// loaded when it is first asked for; where that fails there is no advice, and the rule of
// domain/password.h decides as always.
//
//   web::PasswordAdviser adviser([](web::Advice advice) { … });
//   adviser.ask(7, "correct horse", {"Ana", "ana@example.org"});   // the newest question is answered
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace laurel::web {

struct Advice {
  std::int64_t question = 0;
  int score = 0;        // 0 to 4, as zxcvbn counts: 4 is hardest to guess
  std::string warning;  // zxcvbn-ts' name of what is weak, "topTen"; empty for nothing
};

class PasswordAdviser {
 public:
  explicit PasswordAdviser(std::function<void(Advice)> on_advice);
  PasswordAdviser(const PasswordAdviser&) = delete;
  PasswordAdviser& operator=(const PasswordAdviser&) = delete;

  /// Answers a moment after the last question, so that typing is not held up. `context` are words
  /// that an attacker would try first.
  void ask(std::int64_t question, std::string_view password,
           const std::vector<std::string>& context);

 private:
  friend struct AdviceBridge;  // what advice.js calls
  std::function<void(Advice)> on_advice_;
};

}  // namespace laurel::web
