#include "domain/email.h"

#include "base/utf8.h"

namespace laurel::domain {
namespace {

constexpr std::size_t max_address_bytes = 254;  // RFC 5321 4.5.3.1.3 less the angle brackets
constexpr std::size_t max_local_bytes = 64;     // RFC 5321 4.5.3.1.1
constexpr std::size_t max_label_bytes = 63;     // RFC 1035 2.3.4

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool is_beyond_ascii(char c) { return static_cast<unsigned char>(c) >= 0x80; }

/// RFC 5322 3.2.3 atext.
bool is_local_char(char c) {
  constexpr std::string_view signs = "!#$%&'*+-/=?^_`{|}~";
  return is_letter_or_digit(c) || is_beyond_ascii(c) || signs.find(c) != std::string_view::npos;
}

bool is_domain_char(char c) { return is_letter_or_digit(c) || is_beyond_ascii(c) || c == '-'; }

/// Whether `text` is parts of allowed characters, none of them empty, with dots in between.
template <class Allowed, class PartRule>
bool is_dotted(std::string_view text, Allowed allowed, PartRule part_rule) {
  for (;;) {
    const std::size_t dot = text.find('.');
    const std::string_view part = text.substr(0, dot);
    if (part.empty() || !part_rule(part)) return false;
    for (const char c : part) {
      if (!allowed(c)) return false;
    }
    if (dot == std::string_view::npos) return true;
    text.remove_prefix(dot + 1);
  }
}

bool is_local(std::string_view local) {
  return local.size() <= max_local_bytes &&
         is_dotted(local, is_local_char, [](std::string_view) { return true; });
}

bool is_domain(std::string_view domain) {
  const auto is_label = [](std::string_view label) {
    return label.size() <= max_label_bytes && label.front() != '-' && label.back() != '-';
  };
  return domain.find('.') != std::string_view::npos &&
         is_dotted(domain, is_domain_char, is_label);
}

}  // namespace

std::optional<std::string> parse_email(std::string_view text) {
  const std::string_view address = base::trim(text);
  if (address.size() > max_address_bytes || !base::is_valid_utf8(address)) return std::nullopt;
  const std::size_t at = address.rfind('@');
  if (at == std::string_view::npos) return std::nullopt;
  if (!is_local(address.substr(0, at)) || !is_domain(address.substr(at + 1))) return std::nullopt;
  return base::ascii_lower(address);
}

}  // namespace laurel::domain
