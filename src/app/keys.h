// Keys of the semantic tree's nodes that updates name too, to give them the focus: those of the frame
// around every screen. A feature's stand in its own folder.
#pragma once

#include <string_view>

namespace laurel::app::keys {

inline constexpr std::string_view page_title = "page/title";

/// Every form's summary of what is wrong, and its title, which takes the focus.
inline constexpr std::string_view summary = "summary";
inline constexpr std::string_view summary_title = "summary/title";

inline constexpr std::string_view search = "header/search";

}  // namespace laurel::app::keys
