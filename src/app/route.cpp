#include "app/route.h"

#include <array>

#include "protocol/routes.h"

namespace laurel::app {
namespace {

constexpr std::array<Address, 27> addresses = {{
    {View::start, Part::first, "#/"},
    {View::sign_in, Part::first, "#/login"},
    {View::registration, Part::joining, "#/register"},
    {View::certificates, Part::joining, "#/register/certificates"},
    {View::mail_sent, Part::joining, "#/register/activate"},
    {View::activation, Part::joining, "#/activate/"},
    {View::forgotten_password, Part::joining, "#/forgot-password"},
    {View::new_password, Part::joining, "#/reset-password/"},
    {View::dashboard, Part::desk, "#/dashboard"},
    {View::my_certificates, Part::desk, "#/certificates"},
    {View::members, Part::desk, "#/members?"},
    {View::member, Part::desk, "#/members/"},
    {View::profile, Part::desk, "#/profile"},
    {View::devices, Part::desk, "#/devices"},
    {View::certificate, Part::desk, "#/certificates/"},
    {View::proof, Part::desk, "#/proof/"},
    {View::verification, Part::public_pages, "#/verify/"},
    {View::education, Part::public_pages, "#/education"},
    {View::events, Part::public_pages, "#/events"},
    {View::member_associations, Part::public_pages, "#/member-associations"},
    {View::organisations, Part::public_pages, "#/organisations"},
    {View::search, Part::public_pages, "#/search/"},
    {View::text, Part::public_pages, "#/about/"},
    {View::email_confirm, Part::joining, "#/email/confirm/"},
    {View::newsletter_confirm, Part::joining, "#/newsletter/confirm/"},
    {View::newsletter_cancel, Part::joining, "#/newsletter/unsubscribe/"},
    {View::mailbox, Part::public_pages, "#/mailbox"},
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

Part part_of(View view) {
  for (const Address& address : addresses) {
    if (address.view == view) return address.part;
  }
  return Part::first;
}

std::span<const Address> all_addresses() { return addresses; }

bool is_for_visitors(View view) {
  return view == View::start || view == View::sign_in || view == View::registration ||
         view == View::certificates || view == View::mail_sent;
}

}  // namespace laurel::app
