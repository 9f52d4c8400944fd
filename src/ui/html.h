// The elements as HTML, and the theme as CSS: what stands in the page before the program has arrived,
// and all that a page without a canvas needs. The mirror finds these elements by their ids and takes
// them over, so that what was typed or filled early stays.
#pragma once

#include <string>
#include <vector>

#include "domain/association.h"
#include "ui/elements.h"

namespace laurel::ui {

/// Without positions; fields are empty.
[[nodiscard]] std::string html_of(const std::vector<Element>& elements);

/// The type scale, as classes; the same for every association.
[[nodiscard]] std::string type_css();

/// The colours as custom properties on :root, for every scheme.
[[nodiscard]] std::string colour_css(const domain::Brand& brand);

}  // namespace laurel::ui
