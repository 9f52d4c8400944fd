#include "service/accounts/device_name.h"

#include <array>

namespace laurel::service::accounts {
namespace {

struct Sign {
  std::string_view in_header;
  std::string_view name;
};

// The first match counts: Edge and Opera call themselves Chrome too, and Chrome Safari.
constexpr std::array browsers = {Sign{"Edg", "Edge"},        Sign{"OPR/", "Opera"},
                                 Sign{"Firefox/", "Firefox"}, Sign{"FxiOS/", "Firefox"},
                                 Sign{"Chrome/", "Chrome"},   Sign{"CriOS/", "Chrome"},
                                 Sign{"Safari/", "Safari"}};

constexpr std::array systems = {Sign{"Android", "Android"}, Sign{"iPhone", "iPhone"},
                                Sign{"iPad", "iPad"},       Sign{"Windows", "Windows"},
                                Sign{"Mac OS X", "macOS"},  Sign{"CrOS", "ChromeOS"},
                                Sign{"Linux", "Linux"}};

template <std::size_t count>
std::string_view first_match(const std::array<Sign, count>& signs, std::string_view header) {
  for (const Sign& sign : signs) {
    if (header.find(sign.in_header) != std::string_view::npos) return sign.name;
  }
  return {};
}

}  // namespace

std::string device_name(std::string_view user_agent) {
  const std::string_view browser = first_match(browsers, user_agent);
  const std::string_view system = first_match(systems, user_agent);
  if (browser.empty() && system.empty()) return "Unknown device";
  if (browser.empty()) return std::string(system);
  if (system.empty()) return std::string(browser);
  return std::string(browser) + " on " + std::string(system);
}

}  // namespace laurel::service::accounts
