// Expected failures as values.
//
// Laurel knows three kinds of errors. An expected failure (wrong input, a store that is down) is a
// `Result` that holds an `Error`; a programmer's mistake is an `assert`, always on; a partial
// failure is a list of warnings beside the result. Each error is handled exactly once.
//
//   base::Result<Member> member = find_member(id);
//   if (!member) return tl::unexpected(member.error());
#pragma once

#include <string>
#include <string_view>
#include <utility>

#include <tl/expected.hpp>

namespace laurel::base {

enum class ErrorCode {
  invalid_input,    // what came in breaks a rule of ours; the context names the field
  not_found,        // there is no such thing, or the asker may not know of it
  conflict,         // two writers met; trying again can succeed
  unauthenticated,  // nobody is signed in, or the password is wrong
  forbidden,        // somebody is signed in who may not do this
  rate_limited,     // too many tries; see the retry time that comes along
  unavailable,      // storage, network or a peer is down; trying again later can succeed
  cancelled,        // who asked has no time left for it: as if it had not been tried
  corrupt,          // data at rest or from a peer that we cannot read
};

/// `context` is for logs and developers. It never holds a secret or what a member typed.
struct Error {
  ErrorCode code = ErrorCode::unavailable;
  std::string context;

  friend bool operator==(const Error&, const Error&) = default;
};

template <class T>
using Result = tl::expected<T, Error>;

using Status = Result<void>;

[[nodiscard]] inline tl::unexpected<Error> fail(ErrorCode code, std::string context) {
  return tl::unexpected<Error>(Error{code, std::move(context)});
}

}  // namespace laurel::base
