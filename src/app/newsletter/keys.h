// Keys of the newsletter's nodes that updates name too: to give them the focus, to say at which field
// something is wrong.
#pragma once

#include <string_view>

namespace laurel::app::keys {

inline constexpr std::string_view newsletter_title = "newsletter/title";
inline constexpr std::string_view newsletter_email = "newsletter/email";

}  // namespace laurel::app::keys
