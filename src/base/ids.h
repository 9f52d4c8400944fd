// Identifiers that cannot be mixed up.
//
//   struct MemberTag;
//   using MemberId = base::Id<MemberTag>;
#pragma once

#include <string>
#include <utility>

namespace laurel::base {

template <class Tag>
struct Id {
  std::string value;

  Id() = default;
  explicit Id(std::string text) : value(std::move(text)) {}

  [[nodiscard]] bool empty() const { return value.empty(); }
  friend bool operator==(const Id& a, const Id& b) { return a.value == b.value; }
  friend bool operator!=(const Id& a, const Id& b) { return a.value != b.value; }
  friend bool operator<(const Id& a, const Id& b) { return a.value < b.value; }
};

}  // namespace laurel::base
