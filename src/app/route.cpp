#include "app/route.h"

#include <array>

#include "protocol/routes.h"

namespace laurel::app {
namespace {

struct Address {
  View view;
  std::string_view fragment;  // ends with "/" where a parameter follows, with "?" where a query may
};

constexpr std::array<Address, 27> addresses = {{
    {View::start, "#/"},
    {View::sign_in, "#/login"},
    {View::registration, "#/register"},
    {View::certificates, "#/register/certificates"},
    {View::mail_sent, "#/register/activate"},
    {View::activation, "#/activate/"},
    {View::forgotten_password, "#/forgot-password"},
    {View::new_password, "#/reset-password/"},
    {View::dashboard, "#/dashboard"},
    {View::my_certificates, "#/certificates"},
    {View::members, "#/members?"},
    {View::member, "#/members/"},
    {View::profile, "#/profile"},
    {View::devices, "#/devices"},
    {View::certificate, "#/certificates/"},
    {View::proof, "#/proof/"},
    {View::verification, "#/verify/"},
    {View::education, "#/education"},
    {View::events, "#/events"},
    {View::member_associations, "#/member-associations"},
    {View::organisations, "#/organisations"},
    {View::search, "#/search/"},
    {View::text, "#/about/"},
    {View::email_confirm, "#/email/confirm/"},
    {View::newsletter_confirm, "#/newsletter/confirm/"},
    {View::newsletter_cancel, "#/newsletter/unsubscribe/"},
    {View::mailbox, "#/mailbox"},
}};

bool has_parameter(const Address& address) {
  return address.fragment.size() > 2 && address.fragment.back() == '/';
}

bool has_query(const Address& address) { return address.fragment.back() == '?'; }

std::string_view without_query(const Address& address) {
  return address.fragment.substr(0, address.fragment.size() - 1);
}

}  // namespace

Route route_of(std::string_view fragment) {
  if (fragment.empty() || fragment == "#") return {View::start, {}};
  for (const Address& address : addresses) {
    if (has_query(address) && fragment == without_query(address)) return {address.view, {}};
    const std::string_view head = fragment.substr(0, address.fragment.size());
    if (head != address.fragment) continue;
    const std::string_view rest = fragment.substr(head.size());
    if (has_query(address)) return {address.view, std::string(rest)};  // as it is written
    if (rest.empty() == has_parameter(address)) continue;
    if (const auto parameter = protocol::percent_decoded(rest)) return {address.view, *parameter};
  }
  return {View::not_found, {}};
}

std::string fragment_of(const Route& route) {
  for (const Address& address : addresses) {
    if (address.view != route.view) continue;
    if (has_query(address)) {
      const auto start = route.parameter.empty() ? without_query(address) : address.fragment;
      return std::string(start) + route.parameter;
    }
    return std::string(address.fragment) + protocol::percent_encoded(route.parameter);
  }
  return "#/";
}

View view_of(domain::Section section) {
  switch (section) {
    case domain::Section::education:
      return View::education;
    case domain::Section::events:
      return View::events;
    case domain::Section::member_associations:
      return View::member_associations;
    case domain::Section::organisations:
      return View::organisations;
  }
  return View::not_found;
}

bool needs_session(View view) {
  return view == View::dashboard || view == View::my_certificates || view == View::certificate ||
         view == View::proof || view == View::members || view == View::member ||
         view == View::profile || view == View::devices;
}

bool is_interior(View view) {
  return view != View::start && view != View::sign_in && view != View::not_found;
}

bool is_for_visitors(View view) {
  return view == View::start || view == View::sign_in || view == View::registration ||
         view == View::certificates || view == View::mail_sent;
}

}  // namespace laurel::app
