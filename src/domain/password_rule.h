// Which passwords may be chosen (OWASP ASVS 5.0.0, 6.2.1 to 6.2.11; NIST SP 800-63B 5.1.1.2): long
// enough, not among the most used, and not made of what everybody knows about the member. There are
// no rules of composition, and nothing is cut off.
//
//   const auto words = domain::personal_words({"Mara", "Lind", "mara@example.org", "my.ipma"});
//   domain::password_fault("Mara-Lind-1975", words, common) == PasswordFault::too_personal
#pragma once

#include <array>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace laurel::domain {

inline constexpr std::size_t min_password_code_points = 8;
inline constexpr std::size_t max_password_bytes = 1024;

enum class PasswordFault { too_short, too_long, too_common, too_personal };

constexpr std::array<std::string_view, 4> enum_names(PasswordFault) {
  return {"too_short", "too_long", "too_common", "too_personal"};
}

/// The words of at least three characters in the texts, folded (domain/folding.h).
[[nodiscard]] std::vector<std::string> personal_words(
    std::initializer_list<std::string_view> texts);

/// `common` is in lower case, sorted bytewise. Personal words do not count: what is left without
/// them, spaces and ASCII punctuation must be long enough and no common password either. So
/// "ipma2026" is refused, and "gentle otter of ipma" is not.
[[nodiscard]] std::optional<PasswordFault> password_fault(
    std::string_view password, std::span<const std::string> personal,
    std::span<const std::string_view> common);

}  // namespace laurel::domain
