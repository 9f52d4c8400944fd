// Texts with blanks, as message catalogues have them.
//
//   filled("Welcome, {name}", {{"name", "Ana"}}) == "Welcome, Ana"
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace laurel::base {

struct Blank {
  std::string_view name;  // "name" for "{name}" in the text
  std::string_view value;
};

/// The text with every blank filled that is given, however often it stands there; braces of other
/// names stay. What is filled in is never looked at for blanks.
[[nodiscard]] std::string filled(std::string_view text, std::initializer_list<Blank> blanks);

}  // namespace laurel::base
