// Text as it stands in HTML.
//
//   escaped_html("R&D <2026>") == "R&amp;D &lt;2026&gt;"
#pragma once

#include <string>
#include <string_view>

namespace laurel::base {

/// Between tags, and within an attribute's quotation marks of either kind.
[[nodiscard]] std::string escaped_html(std::string_view text);

}  // namespace laurel::base
