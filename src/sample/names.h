// Given and family names in ten scripts, each with how it is written in an e-mail address. They are
// the most ordinary ones of their languages; who is put together of two of them is nobody.
#pragma once

#include <span>
#include <string_view>

namespace laurel::sample {

struct Name {
  std::string_view written;
  std::string_view latin;  // a to z alone
};

struct NameGroup {
  std::string_view script;  // "Greek"
  std::span<const std::string_view> countries;
  std::span<const Name> given;
  std::span<const Name> family;
};

[[nodiscard]] std::span<const NameGroup> name_groups();

}  // namespace laurel::sample
