#include "domain/client_network.h"

#include <array>
#include <charconv>
#include <cstdint>
#include <cstdio>
#include <optional>
#include <vector>

namespace laurel::domain {
namespace {

using Groups = std::vector<std::uint16_t>;

std::optional<std::uint16_t> number(std::string_view digits, int radix, unsigned largest) {
  unsigned value = 0;
  const char* end = digits.data() + digits.size();
  const auto [stop, error] = std::from_chars(digits.data(), end, value, radix);
  if (error != std::errc() || stop != end || value > largest) return std::nullopt;
  return static_cast<std::uint16_t>(value);
}

/// The four bytes as two groups of 16 bits.
std::optional<Groups> parse_ipv4(std::string_view text) {
  std::array<std::uint16_t, 4> bytes{};
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const std::size_t dot = text.find('.');
    if ((dot == std::string_view::npos) != (i == 3)) return std::nullopt;
    const auto byte = number(text.substr(0, dot), 10, 255);
    if (!byte) return std::nullopt;
    bytes[i] = *byte;
    if (i < 3) text.remove_prefix(dot + 1);
  }
  return Groups{static_cast<std::uint16_t>(bytes[0] * 256 + bytes[1]),
                static_cast<std::uint16_t>(bytes[2] * 256 + bytes[3])};
}

/// Groups with colons in between, the last one perhaps in IPv4's form; none for empty text.
std::optional<Groups> parse_groups(std::string_view text) {
  Groups groups;
  while (!text.empty()) {
    const std::size_t colon = text.find(':');
    const std::string_view part = text.substr(0, colon);
    if (colon == std::string_view::npos && part.find('.') != std::string_view::npos) {
      const auto ipv4 = parse_ipv4(part);
      if (!ipv4) return std::nullopt;
      groups.insert(groups.end(), ipv4->begin(), ipv4->end());
      return groups;
    }
    const auto group = number(part, 16, 0xFFFF);
    if (!group) return std::nullopt;
    groups.push_back(*group);
    if (colon == std::string_view::npos) return groups;
    text.remove_prefix(colon + 1);
    if (text.empty()) return std::nullopt;
  }
  return groups;
}

/// All eight groups (RFC 4291 section 2.2).
std::optional<Groups> parse_ipv6(std::string_view text) {
  const std::size_t gap = text.find("::");
  if (gap == std::string_view::npos) {
    auto groups = parse_groups(text);
    if (!groups || groups->size() != 8) return std::nullopt;
    return groups;
  }
  auto head = parse_groups(text.substr(0, gap));
  const auto tail = parse_groups(text.substr(gap + 2));
  if (!head || !tail || head->size() + tail->size() > 7) return std::nullopt;
  head->resize(8 - tail->size());
  head->insert(head->end(), tail->begin(), tail->end());
  return head;
}

bool is_mapped_ipv4(const Groups& groups) {
  for (std::size_t i = 0; i < 5; ++i) {
    if (groups[i] != 0) return false;
  }
  return groups[5] == 0xFFFF;
}

std::string ipv4_text(std::uint16_t high, std::uint16_t low) {
  std::array<char, 16> text{};
  std::snprintf(text.data(), text.size(), "%d.%d.%d.%d", high >> 8, high & 0xFF, low >> 8,
                low & 0xFF);
  return text.data();
}

}  // namespace

std::string client_network(std::string_view address) {
  address = address.substr(0, address.find('%'));  // the zone of a link-local address
  if (const auto ipv4 = parse_ipv4(address)) return ipv4_text((*ipv4)[0], (*ipv4)[1]);
  const auto groups = parse_ipv6(address);
  if (!groups) return "unknown";
  if (is_mapped_ipv4(*groups)) return ipv4_text((*groups)[6], (*groups)[7]);
  std::array<char, 32> text{};
  std::snprintf(text.data(), text.size(), "%x:%x:%x:%x::/64", (*groups)[0], (*groups)[1],
                (*groups)[2], (*groups)[3]);
  return text.data();
}

}  // namespace laurel::domain
