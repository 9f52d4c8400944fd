// E-mail addresses as names of accounts.
//
//   domain::parse_email("  Ana.Kos@Example.ORG ") == "ana.kos@example.org"
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace laurel::domain {

/// The address in the one form in which accounts are stored and compared: without white space at
/// the ends, A to Z in lower case also before the @ (no mail provider of today tells cases apart,
/// and two accounts that differ by case alone would confuse everybody). Nothing for what is no
/// mailbox of RFC 5321 section 4.1.2 in its everyday form (dot-string @ domain with a dot, also in
/// UTF-8 as RFC 6531 has it; at most 254 bytes). Quoted local parts and address literals such as
/// a@[192.0.2.1] are refused.
[[nodiscard]] std::optional<std::string> parse_email(std::string_view text);

}  // namespace laurel::domain
