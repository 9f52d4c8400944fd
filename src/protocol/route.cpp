#include "protocol/route.h"

#include <cassert>

#include "base/percent.h"
#include "base/utf8.h"

namespace laurel::protocol {
namespace {

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
         c == '.' || c == '_' || c == '~';
}

std::optional<int> hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return std::nullopt;
}

/// RFC 3986 section 3.3: what may stand in a segment as it is.
bool is_path_character(char c) {
  constexpr std::string_view delimiters = "!$&'()*+,;=:@";
  return is_unreserved(c) || delimiters.find(c) != std::string_view::npos;
}

/// Takes the segment up to the next slash off the front of `path`.
std::string_view take_segment(std::string_view& path) {
  const std::size_t slash = path.find('/');
  const std::string_view segment = path.substr(0, slash);
  path = slash == std::string_view::npos ? std::string_view{} : path.substr(slash + 1);
  return segment;
}

bool is_parameter(std::string_view segment) { return !segment.empty() && segment.front() == '{'; }

/// A token is the right to do something; a verification opens a name and a certificate.
bool is_secret(std::string_view segment) {
  return segment == "{token}" || segment == "{verification}";
}

}  // namespace

std::string percent_encoded(std::string_view text) { return base::percent_encoded(text); }

std::optional<std::string> percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      if (!is_path_character(text[i])) return std::nullopt;
      out.push_back(text[i]);
      continue;
    }
    if (i + 2 >= text.size()) return std::nullopt;
    const auto high = hex_value(text[i + 1]);
    const auto low = hex_value(text[i + 2]);
    if (!high || !low) return std::nullopt;
    out.push_back(static_cast<char>(*high * 16 + *low));
    i += 2;
  }
  if (!base::is_valid_utf8(out)) return std::nullopt;
  return out;
}

std::string path_of(const Route& route, std::initializer_list<std::string_view> parameters) {
  std::string out;
  const auto* next = parameters.begin();
  for (std::string_view rest = route.path.substr(1); !rest.empty();) {
    const std::string_view segment = take_segment(rest);
    out.push_back('/');
    if (is_parameter(segment)) {
      assert(next != parameters.end());
      out += percent_encoded(*next++);
    } else {
      out += segment;
    }
  }
  assert(next == parameters.end());
  return out;
}

std::optional<std::vector<std::string>> match_path(const Route& route, std::string_view path) {
  if (path.empty() || path.front() != '/' || path.back() == '/') return std::nullopt;
  std::vector<std::string> parameters;
  std::string_view expected = route.path.substr(1);
  std::string_view actual = path.substr(1);
  while (!expected.empty() && !actual.empty()) {
    const std::string_view pattern = take_segment(expected);
    const std::string_view segment = take_segment(actual);
    if (is_parameter(pattern)) {
      auto value = percent_decoded(segment);
      if (!value || value->empty()) return std::nullopt;
      parameters.push_back(std::move(*value));
    } else if (pattern != segment) {
      return std::nullopt;
    }
  }
  if (!expected.empty() || !actual.empty()) return std::nullopt;
  return parameters;
}

std::optional<std::string> path_without_secret(const Route& route, std::string_view path) {
  if (path.empty()) return std::nullopt;
  std::string_view expected = route.path.substr(1);
  std::string_view actual = path.substr(1);
  while (!actual.empty()) {
    const std::string_view pattern = take_segment(expected);
    const std::size_t start = path.size() - actual.size();
    if (is_secret(pattern)) return std::string(path.substr(0, start)) + std::string(pattern);
    const std::string_view segment = take_segment(actual);
    if (!is_parameter(pattern) && pattern != segment) return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace laurel::protocol
