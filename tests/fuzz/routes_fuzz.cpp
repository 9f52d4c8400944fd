// Addresses: what a client puts into a path is what the service takes out of it, and a path that no
// client of ours could have sent is nobody's.
//
// The input is one path, and, divided at its line feeds, the parameters of paths.
#include <string>
#include <vector>

#include "base/utf8.h"
#include "protocol/route.h"
#include "service/api.h"
#include "tests/fuzz/property.h"

namespace laurel::fuzz {
namespace {

using protocol::Route;

constexpr std::string_view in_a_segment =
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~!$&'()*+,;=:@%";

std::size_t count_parameters(const Route& route) {
  std::size_t count = 0;
  for (const char c : route.path) count += c == '{' ? 1 : 0;
  return count;
}

std::string fill(const Route& route, const std::vector<std::string>& parameters) {
  switch (parameters.size()) {
    case 0:
      return protocol::path_of(route, {});
    case 1:
      return protocol::path_of(route, {parameters[0]});
    default:
      always(parameters.size() == 2, "no route has more than two parameters");
      return protocol::path_of(route, {parameters[0], parameters[1]});
  }
}

void check_filled(const Route& route, const std::vector<std::string>& parameters) {
  bool fit = true;
  for (const std::string& text : parameters) {
    fit = fit && !text.empty() && base::is_valid_utf8(text);
  }
  const auto matched = protocol::match_path(route, fill(route, parameters));
  always(matched.has_value() == fit, "a path matches unless a parameter is empty or bad UTF-8");
  always(!matched || *matched == parameters, "what was put into a path is taken out of it");
}

void check_matched(const Route& route, std::string_view path) {
  const auto parameters = protocol::match_path(route, path);
  if (!parameters) return;
  always(path.find_first_not_of(std::string(in_a_segment) + "/") == std::string_view::npos,
         "a path that matches has only characters that a path may have (RFC 3986 3.3)");
  always(parameters->size() == count_parameters(route), "each parameter has a value");
  check_filled(route, *parameters);
}

}  // namespace
}  // namespace laurel::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace laurel;
  const std::string_view input = fuzz::as_text(data, size);
  static const service::kernel::Endpoints endpoints = service::endpoints();
  for (const service::kernel::Endpoint& endpoint : endpoints) {
    fuzz::check_matched(endpoint.route, input);
    std::string_view rest = input;
    std::vector<std::string> parameters(fuzz::count_parameters(endpoint.route));
    for (std::string& parameter : parameters) parameter = fuzz::take_until(rest, "\n");
    fuzz::check_filled(endpoint.route, parameters);
  }
  return 0;
}
