// Which screen an address shows. The address is the fragment of the page's URL, so that it never
// reaches a log or a referrer: "/ipma/#/login".
//
//   route_of("#/activate/pQ3…") == Route{View::activation, "pQ3…"}
//
// To add a screen: a View here, its line in route.cpp; in the folder of its feature what it asks for
// (`open` in update.cpp), and in ui/views its view, with a line for it and for its title in screens.cpp.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "app/feature.h"
#include "domain/association.h"

namespace laurel::app {

enum class View {
  start,         // the landing page; members see their dashboard instead
  sign_in,
  registration,  // step 1: who you are
  certificates,  // step 2: which certificates are yours
  mail_sent,     // step 3: look into your mailbox
  activation,    // the page that the mail's link opens
  forgotten_password,
  new_password,  // the page that the other mail's link opens
  dashboard,
  my_certificates,
  members,      // the directory of them
  member,       // one of them
  profile,
  devices,       // where the member is logged in
  certificate,   // one of the member's
  proof,         // of the same, to print
  verification,  // of a certificate, for whoever has its address
  education,  // courses and programmes to come
  events,
  member_associations,
  organisations,
  search,
  text,                   // one of the association's own texts
  email_confirm,          // the page that the mail to a member's new address leads to
  newsletter_confirm,     // the page that the newsletter's first mail leads to
  newsletter_cancel,      // the page that every newsletter leads to
  mailbox,                // the mails of the demo
  not_found,
};

struct Route {
  View view = View::start;
  /// The token in the address of a mail's link, the words looked for, the id of a text or a member,
  /// the number of a certificate, the directory's filters (app/members/directory/model.h).
  std::string parameter;

  friend bool operator==(const Route&, const Route&) = default;
};

/// Anything that names no screen is `not_found`; the empty fragment and "#/" are `start`.
[[nodiscard]] Route route_of(std::string_view fragment);

[[nodiscard]] std::string fragment_of(const Route& route);
[[nodiscard]] inline std::string fragment_of(View view) { return fragment_of(Route{view, {}}); }

/// The page that shows a section of the association's navigation.
[[nodiscard]] View view_of(domain::Section section);

/// By whom a screen is of use.
enum class Seen : std::uint8_t {
  by_everybody,
  by_visitors,  // a member who is signed in is shown the dashboard instead
  by_members,   // whoever is not signed in has to do it first
};

struct Screen {
  View view;
  Feature feature;
  Seen seen;
  std::string_view fragment;  // ends with "/" where a parameter follows, with "?" where a query may
};
[[nodiscard]] std::span<const Screen> all_screens();

/// Whether only a signed-in member may see it.
[[nodiscard]] bool needs_session(View view);

/// The feature that it is a screen of.
[[nodiscard]] Feature feature_of(View view);

/// The part of the program that it comes with.
[[nodiscard]] inline Part part_of(View view) { return part_of(feature_of(view)); }

/// Whether a signed-in member has no use for it and is shown the dashboard instead.
[[nodiscard]] bool is_for_visitors(View view);

}  // namespace laurel::app
