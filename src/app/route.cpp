#include "app/route.h"

#include <array>

namespace laurel::app {
namespace {

struct Address {
  View view;
  std::string_view fragment;  // ends with "/" where a parameter follows
};

constexpr std::array<Address, 9> addresses = {{
    {View::start, "#/"},
    {View::sign_in, "#/login"},
    {View::registration, "#/register"},
    {View::certificates, "#/register/certificates"},
    {View::mail_sent, "#/register/activate"},
    {View::activation, "#/activate/"},
    {View::forgotten_password, "#/forgot-password"},
    {View::new_password, "#/reset-password/"},
    {View::dashboard, "#/dashboard"},
}};

bool has_parameter(View view) { return view == View::activation || view == View::new_password; }

}  // namespace

Route route_of(std::string_view fragment) {
  if (fragment.empty() || fragment == "#") return {View::start, {}};
  for (const Address& address : addresses) {
    const std::string_view head = fragment.substr(0, address.fragment.size());
    if (head != address.fragment) continue;
    const std::string_view rest = fragment.substr(head.size());
    if (rest.empty() != has_parameter(address.view)) return {address.view, std::string(rest)};
  }
  return {View::not_found, {}};
}

std::string fragment_of(const Route& route) {
  for (const Address& address : addresses) {
    if (address.view == route.view) return std::string(address.fragment) + route.parameter;
  }
  return "#/";
}

bool needs_session(View view) { return view == View::dashboard; }

bool is_for_visitors(View view) {
  return view == View::start || view == View::sign_in || view == View::registration ||
         view == View::certificates || view == View::mail_sent;
}

}  // namespace laurel::app
