// Keys of the semantic tree's nodes that updates name too: to give them the focus, to say at which
// field something is wrong.
#pragma once

#include <string>
#include <string_view>

namespace laurel::app::keys {

inline constexpr std::string_view page_title = "page/title";

/// Every form's summary of what is wrong, and its title, which takes the focus.
inline constexpr std::string_view summary = "summary";
inline constexpr std::string_view summary_title = "summary/title";

inline constexpr std::string_view sign_in_email = "sign_in/email";
inline constexpr std::string_view sign_in_password = "sign_in/password";

inline constexpr std::string_view first_name = "registration/first_name";
inline constexpr std::string_view last_name = "registration/last_name";
inline constexpr std::string_view email = "registration/email";
inline constexpr std::string_view country = "registration/country";
inline constexpr std::string_view password = "registration/password";
inline constexpr std::string_view agreed = "registration/agreed";

inline constexpr std::string_view number = "certificates/number";
inline constexpr std::string_view awarded = "certificates/awarded";
inline constexpr std::string_view valid_until = "certificates/valid_until";

inline constexpr std::string_view found_certificates = "certificates/found/title";

inline constexpr std::string_view search = "header/search";

/// How many members were found, and the link to one of them.
inline constexpr std::string_view members_count = "members/count";
[[nodiscard]] inline std::string member_link(std::string_view member_id) {
  return "member/" + std::string(member_id) + "/name";
}

inline constexpr std::string_view newsletter_email = "newsletter/email";

inline constexpr std::string_view forgotten_email = "forgotten/email";
inline constexpr std::string_view new_password = "new_password/password";

}  // namespace laurel::app::keys
