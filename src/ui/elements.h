// The semantic tree as elements of HTML: the one place that says which element a role becomes.
//
// The page's mirror applies the differences between two frames' elements (patch.h) to the DOM; the
// program that writes the first HTML prints them (html.h). In the page with a canvas, an element with
// a rectangle lies exactly over what is drawn; without one it is an ordinary, styled document.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ui/semantics.h"

namespace laurel::ui {

struct Element {
  std::string key;     // also its id in the document
  std::string parent;  // the parent's key; empty for the mirror itself
  std::string_view tag;
  std::vector<std::pair<std::string_view, std::string>> attributes;
  std::vector<TextLine> lines;
  std::optional<std::string> value;  // of an <input>, <select> or <textarea>: its current value
  std::optional<bool> checked;
  std::optional<Rect> rect;
  std::optional<Rect> clip;  // what of it is seen

  friend bool operator==(const Element&, const Element&) = default;
};

/// In document order.
[[nodiscard]] std::vector<Element> elements_of(const Tree& tree);

}  // namespace laurel::ui
