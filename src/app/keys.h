// Keys of the semantic tree's nodes that updates name too, to give them the focus.
#pragma once

#include <string_view>

namespace laurel::app {

inline constexpr std::string_view page_title_key = "page/title";
inline constexpr std::string_view sign_in_summary_key = "sign_in/summary";
inline constexpr std::string_view sign_in_summary_title_key = "sign_in/summary/title";

}  // namespace laurel::app
