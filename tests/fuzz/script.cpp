#include "tests/fuzz/script.h"

#include <charconv>

#include "tests/fuzz/property.h"

namespace laurel::fuzz {
namespace {

/// Up to ten years: what a clock shows in a server's life.
std::chrono::seconds parse_wait(std::string_view digits) {
  constexpr std::uint32_t longest_s = 10U * 365 * 24 * 3600;
  std::uint32_t seconds = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), seconds);
  return std::chrono::seconds(seconds % (longest_s + 1));
}

void read_cookie(std::string_view pair, protocol::Request& request) {
  const std::string name(take_until(pair, "="));
  request.cookies.push_back({name, std::string(pair)});
}

void read_header(std::string_view name, std::string_view value, Step& step) {
  if (name == "Wait") step.wait_before = parse_wait(value);
  if (name == "Cookies" && value == "kept") step.cookies = KeptCookies::sent;
  if (name == "Cookies" && value == "first") step.cookies = KeptCookies::first;
  if (name == "Cookies" && value == "mixed") step.cookies = KeptCookies::mixed;
  if (name == "Cookie") read_cookie(value, step.request);
  if (name == "Origin") step.request.origin = value;
  if (name == "Content-Type") step.request.content_type = value;
  if (name == "Idempotency-Key") step.request.idempotency_key = value;
  if (name == "User-Agent") step.request.user_agent = value;
  if (name == "Address") step.request.client_address = value;
}

Step parse_step(std::string_view text) {
  Step step;
  while (!text.empty()) {
    std::string_view line = take_until(text, "\n");
    if (line.empty()) break;
    const std::size_t colon = line.find(": ");
    if (colon != std::string_view::npos) {
      read_header(line.substr(0, colon), line.substr(colon + 2), step);
    } else if (step.method.empty()) {
      step.method = take_until(line, " ");
      step.request.path = line;
    }
  }
  step.request.body = text;
  return step;
}

}  // namespace

std::vector<Step> parse_script(std::string_view text) {
  std::vector<Step> steps;
  while (!text.empty() && steps.size() < max_steps) {
    steps.push_back(parse_step(take_until(text, "\n===\n")));
  }
  return steps;
}

}  // namespace laurel::fuzz
