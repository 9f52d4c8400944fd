// Which parts of the program (part.h) are here. A part is loaded when one of its screens is wanted; until
// it is here none of its features may be called; app/features.cpp, app/navigation.cpp and
// ui/views/desk_view.cpp see to that.
#pragma once

#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <optional>

#include "app/part.h"
#include "app/trouble.h"

namespace laurel::app {

enum class PartState : std::uint8_t {
  away,
  asked,     // the host is loading it
  here,
  missed,    // it could not be loaded
  outdated,  // nor will it be: it is not deployed any more
};

class Parts {
 public:
  [[nodiscard]] PartState of(Part part) const {
    return part == Part::first ? PartState::here : states_[index_of(part)];
  }
  [[nodiscard]] bool is_here(Part part) const { return of(part) == PartState::here; }

  /// Why the part is neither here nor on its way, where that has been tried.
  [[nodiscard]] std::optional<Trouble> trouble_of(Part part) const {
    if (of(part) == PartState::missed) return Trouble{TroubleKind::offline};
    if (of(part) == PartState::outdated) return Trouble{TroubleKind::outdated};
    return std::nullopt;
  }

  void set(Part part, PartState state) { states_[index_of(part)] = state; }
  void set_all(PartState state) { states_.fill(state); }

 private:
  static constexpr std::size_t most_parts = 16;
  static std::size_t index_of(Part part) {
    const auto index = static_cast<std::size_t>(part);
    assert(index < most_parts);
    return index;
  }

  std::array<PartState, most_parts> states_{};
};

}  // namespace laurel::app
