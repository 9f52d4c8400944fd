#include "app/route.h"

#include "protocol/routes.h"

namespace laurel::app {
namespace {

constexpr Screen screens[] = {
    {View::start, Feature::shell, Seen::by_visitors, "#/"},
    {View::sign_in, Feature::sign_in, Seen::by_visitors, "#/login"},
    {View::registration, Feature::joining, Seen::by_visitors, "#/register"},
    {View::certificates, Feature::joining, Seen::by_visitors, "#/register/certificates"},
    {View::mail_sent, Feature::joining, Seen::by_visitors, "#/register/activate"},
    {View::activation, Feature::joining, Seen::by_everybody, "#/activate/"},
    {View::forgotten_password, Feature::joining, Seen::by_everybody, "#/forgot-password"},
    {View::new_password, Feature::joining, Seen::by_everybody, "#/reset-password/"},
    {View::dashboard, Feature::dashboard, Seen::by_members, "#/dashboard"},
    {View::my_certificates, Feature::certificates, Seen::by_members, "#/certificates"},
    {View::members, Feature::members, Seen::by_members, "#/members?"},
    {View::member, Feature::members, Seen::by_members, "#/members/"},
    {View::profile, Feature::members, Seen::by_members, "#/profile"},
    {View::devices, Feature::accounts, Seen::by_members, "#/devices"},
    {View::certificate, Feature::certificates, Seen::by_members, "#/certificates/"},
    {View::proof, Feature::certificates, Seen::by_members, "#/proof/"},
    {View::verification, Feature::verification, Seen::by_everybody, "#/verify/"},
    {View::education, Feature::catalogue, Seen::by_everybody, "#/education"},
    {View::events, Feature::catalogue, Seen::by_everybody, "#/events"},
    {View::member_associations, Feature::catalogue, Seen::by_everybody, "#/member-associations"},
    {View::organisations, Feature::catalogue, Seen::by_everybody, "#/organisations"},
    {View::search, Feature::catalogue, Seen::by_everybody, "#/search/"},
    {View::text, Feature::catalogue, Seen::by_everybody, "#/about/"},
    {View::email_confirm, Feature::joining, Seen::by_everybody, "#/email/confirm/"},
    {View::newsletter_confirm, Feature::joining, Seen::by_everybody, "#/newsletter/confirm/"},
    {View::newsletter_cancel, Feature::joining, Seen::by_everybody, "#/newsletter/unsubscribe/"},
    {View::mailbox, Feature::mailbox, Seen::by_everybody, "#/mailbox"},
};

constexpr Screen not_found{View::not_found, Feature::shell, Seen::by_everybody, "#/"};

const Screen& screen_of(View view) {
  for (const Screen& screen : screens) {
    if (screen.view == view) return screen;
  }
  return not_found;
}

bool has_parameter(const Screen& screen) {
  return screen.fragment.size() > 2 && screen.fragment.back() == '/';
}

bool has_query(const Screen& screen) { return screen.fragment.back() == '?'; }

std::string_view without_query(const Screen& screen) {
  return screen.fragment.substr(0, screen.fragment.size() - 1);
}

}  // namespace

Route route_of(std::string_view fragment) {
  if (fragment.empty() || fragment == "#") return {View::start, {}};
  for (const Screen& screen : screens) {
    if (has_query(screen) && fragment == without_query(screen)) return {screen.view, {}};
    const std::string_view head = fragment.substr(0, screen.fragment.size());
    if (head != screen.fragment) continue;
    const std::string_view rest = fragment.substr(head.size());
    if (has_query(screen)) return {screen.view, std::string(rest)};  // as it is written
    if (rest.empty() == has_parameter(screen)) continue;
    if (const auto parameter = protocol::percent_decoded(rest)) return {screen.view, *parameter};
  }
  return {View::not_found, {}};
}

std::string fragment_of(const Route& route) {
  const Screen& screen = screen_of(route.view);
  if (has_query(screen)) {
    const auto start = route.parameter.empty() ? without_query(screen) : screen.fragment;
    return std::string(start) + route.parameter;
  }
  return std::string(screen.fragment) + protocol::percent_encoded(route.parameter);
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

std::span<const Screen> all_screens() { return screens; }

Feature feature_of(View view) { return screen_of(view).feature; }

bool needs_session(View view) { return screen_of(view).seen == Seen::by_members; }

bool is_for_visitors(View view) { return screen_of(view).seen == Seen::by_visitors; }

}  // namespace laurel::app
