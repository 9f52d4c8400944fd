// std::visit for variants of many alternatives, without its table of functions: what only one branch
// of a comparison refers to can be left out of a module, or put into another (base/deferred.h).
//
//   base::visit(Dispatch{model, commands}, action);
#pragma once

#include <variant>

namespace laurel::base {

/// Calls `visitor` with the alternative that the variant holds.
template <class Visitor, class... Alternatives>
void visit(const Visitor& visitor, const std::variant<Alternatives...>& variant) {
  const auto visited = [&](const auto* alternative) {
    if (alternative == nullptr) return false;
    visitor(*alternative);
    return true;
  };
  static_cast<void>((visited(std::get_if<Alternatives>(&variant)) || ...));
}

}  // namespace laurel::base
