#include "app/route.h"

#include <array>

namespace laurel::app {
namespace {

struct Address {
  View view;
  std::string_view fragment;
};

constexpr std::array<Address, 3> addresses = {{
    {View::start, "#/"},
    {View::sign_in, "#/login"},
    {View::dashboard, "#/dashboard"},
}};

}  // namespace

View view_of(std::string_view fragment) {
  if (fragment.empty() || fragment == "#") return View::start;
  for (const Address& address : addresses) {
    if (address.fragment == fragment) return address.view;
  }
  return View::not_found;
}

std::string_view fragment_of(View view) {
  for (const Address& address : addresses) {
    if (address.view == view) return address.fragment;
  }
  return "#/";
}

bool needs_session(View view) { return view == View::start || view == View::dashboard; }

}  // namespace laurel::app
