// Keys of the accounts' nodes that updates name too: to give them the focus, to say at which field
// something is wrong.
#pragma once

#include <string_view>

namespace laurel::app::keys {

inline constexpr std::string_view sign_in_email = "sign_in/email";
inline constexpr std::string_view sign_in_password = "sign_in/password";

inline constexpr std::string_view first_name = "registration/first_name";
inline constexpr std::string_view last_name = "registration/last_name";
inline constexpr std::string_view email = "registration/email";
inline constexpr std::string_view country = "registration/country";
inline constexpr std::string_view password = "registration/password";
inline constexpr std::string_view agreed = "registration/agreed";

inline constexpr std::string_view mail_link_password = "mail_link/password";

inline constexpr std::string_view forgotten_email = "forgotten/email";

inline constexpr std::string_view new_password = "new_password/password";

inline constexpr std::string_view account_title = "account/title";
inline constexpr std::string_view account_email = "account/new_email";
inline constexpr std::string_view account_current_password = "account/current_password";
inline constexpr std::string_view account_new_password = "account/new_password";

}  // namespace laurel::app::keys
