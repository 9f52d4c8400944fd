#include "ui/views/desk_view.h"

#include <algorithm>
#include <string>

#include "app/keys.h"
#include "app/messages.h"
#include "base/deferred.h"
#include "ui/views/accounts/screens.h"
#include "ui/views/accounts/views.h"
#include "ui/views/catalogue/screens.h"
#include "ui/views/certificates/screens.h"
#include "ui/views/dashboard/screens.h"
#include "ui/views/mailbox/screens.h"
#include "ui/views/members/screens.h"
#include "ui/views/parts/not_found_view.h"
#include "ui/views/parts/trouble_view.h"
#include "ui/views/shell/views.h"
#include "ui/widgets/messages.h"
#include "ui/widgets/structure.h"
#include "ui/widgets/words.h"

namespace laurel::ui {

using app::Feature;
using app::Message;
using app::say;

namespace {

/// While it is not known who is here, what is only for members cannot be shown, and a member who
/// comes back should not see the landing page flash by. Nor can be shown what has not been loaded.
bool is_opening(const app::Model& model) {
  if (!model.parts.is_here(app::part_of(model.route.view))) return true;
  if (model.session.presence != app::Presence::unknown) return false;
  const bool returning = model.session.member_expected && model.route.view == app::View::start;
  return returning || app::needs_session(model.route.view);
}

/// Where the mails of the demo are, which the screens speak of.
void demo_notice(Ui& ui) {
  column(ui, content_width, [&] {
    ui.layout().skip(space::medium);
    group(ui, {.key = "demo", .role = Role::region, .name = say(Message::demo_name),
               .look = Look::notice}, [&] {
      box(ui, space::medium, [&] {
        paragraph(ui, {.key = "demo/text", .text = say(Message::demo_text)});
        link(ui, {.key = "demo/mailbox", .text = say(Message::mailbox_title),
                  .href = app::fragment_of(app::View::mailbox)});
      }, [&](const Rect& rect) { ui.fill(rect, ui.palette().neutral_surface, radius); });
    });
  });
}

void host_notices(Ui& ui, const app::Model& model) {
  const auto show = [&ui](std::string_view key, Message message) {
    column(ui, content_width, [&] {
      ui.layout().skip(space::medium);
      notice(ui, key, say(message));
    });
  };
  if (model.superseded) show("page/superseded", Message::problem_other_version);
  if (model.drafts_blocked || model.records_blocked) {
    show("page/blocked", Message::problem_storage_blocked);
  }
  if (model.storage_denied) show("page/storage", Message::problem_storage_denied);
  if (model.demo) demo_notice(ui);
}

/// Above whatever screen it was pressed on: whoever leaves a computer that others use has to know.
void sign_out_problem(Ui& ui, const app::Model& model, app::Actions& actions) {
  if (!model.session.sign_out_trouble) return;
  column(ui, content_width, [&] {
    ui.layout().skip(space::medium);
    failed_deed(ui, {.key = "sign_out/problem", .title = say(Message::sign_out_failed),
                     .retry = app::accounts::SignOutPressed{}},
                *model.session.sign_out_trouble, actions);
  });
}

void screen_here(Ui& ui, const app::Model& model, app::Drafts& drafts, app::Actions& actions) {
  switch (model.route.view) {
    case app::View::start:
      return landing_view(ui, model);
    case app::View::sign_in:
      return sign_in_view(ui, model, drafts.sign_in, actions);
    default:
      return not_found_view(ui);
  }
}

std::string title_here(const app::Model& model) {
  switch (model.route.view) {
    case app::View::start:
      return say(Message::landing_title, {{"platform", model.association.platform}});
    case app::View::sign_in:
      return say(Message::sign_in_title);
    default:
      return say(Message::not_found_title);
  }
}

/// Calls a feature of a later part.
template <Feature feature, auto function, class... Arguments>
decltype(auto) when_here(Arguments&... arguments) {
  return base::deferred<app::part_of(feature), function>(arguments...);
}

// One line for each feature that has screens.
void screen(Ui& ui, const app::Model& model, app::Drafts& drafts, app::Actions& actions) {
  if (is_opening(model)) return opening_view(ui, model, actions);
  switch (app::feature_of(model.route.view)) {
    case Feature::joining:
      return when_here<Feature::joining, accounts::joining_screen>(ui, model, drafts, actions);
    case Feature::accounts:
      return when_here<Feature::accounts, accounts::screen>(ui, model, drafts, actions);
    case Feature::members:
      return when_here<Feature::members, members::screen>(ui, model, drafts, actions);
    case Feature::certificates:
      return when_here<Feature::certificates, certificates::screen>(ui, model, drafts, actions);
    case Feature::dashboard:
      return when_here<Feature::dashboard, dashboard::screen>(ui, model, drafts, actions);
    case Feature::verification:
      return when_here<Feature::verification, certificates::verification_screen>(ui, model, drafts, actions);
    case Feature::catalogue:
      return when_here<Feature::catalogue, catalogue::screen>(ui, model, drafts, actions);
    case Feature::mailbox:
      return when_here<Feature::mailbox, mailbox::screen>(ui, model, drafts, actions);
    case Feature::shell:
    case Feature::sign_in:
    case Feature::newsletter:
    case Feature::drafts:
    case Feature::password_advice:
    case Feature::member_associations:
      return screen_here(ui, model, drafts, actions);
  }
}

std::string title_of(const app::Model& model) {
  switch (app::feature_of(model.route.view)) {
    case Feature::joining:
      return when_here<Feature::joining, accounts::joining_title>(model);
    case Feature::accounts:
      return when_here<Feature::accounts, accounts::title>(model);
    case Feature::members:
      return when_here<Feature::members, members::title>(model);
    case Feature::certificates:
      return when_here<Feature::certificates, certificates::title>(model);
    case Feature::dashboard:
      return when_here<Feature::dashboard, dashboard::title>(model);
    case Feature::verification:
      return when_here<Feature::verification, certificates::verification_title>(model);
    case Feature::catalogue:
      return when_here<Feature::catalogue, catalogue::title>(model);
    case Feature::mailbox:
      return when_here<Feature::mailbox, mailbox::title>(model);
    case Feature::shell:
    case Feature::sign_in:
    case Feature::newsletter:
    case Feature::drafts:
    case Feature::password_advice:
    case Feature::member_associations:
      break;
  }
  return title_here(model);
}

}  // namespace

float desk_view(Ui& ui, const app::Model& model, app::Drafts& drafts, app::Actions& actions) {
  header_view(ui, model, drafts.search, actions);
  group(ui, {.key = "page/main", .role = Role::main}, [&] {
    host_notices(ui, model);
    sign_out_problem(ui, model, actions);
    screen(ui, model, drafts, actions);
  });
  // The footer stands at the bottom of the window where the screen is short.
  const float room = ui.room_above_footer() - ui.layout().y();
  ui.layout().skip(std::max(room, space::huge));
  const float top = ui.layout().y();
  footer_view(ui, model, drafts.newsletter, actions);
  return ui.layout().y() - top;
}

std::string document_title(const app::Model& model) {
  if (is_opening(model)) return model.association.platform;
  const std::string title = title_of(model);
  const bool names_platform = title.find(model.association.platform) != std::string::npos;
  return names_platform ? title : title + " – " + model.association.platform;
}

}  // namespace laurel::ui
