#include "ui/views/desk_view.h"

#include <algorithm>
#include <string>

#include "app/keys.h"
#include "app/messages.h"
#include "base/deferred.h"
#include "ui/views/trouble_view.h"
#include "ui/widgets/messages.h"
#include "ui/widgets/structure.h"
#include "ui/widgets/words.h"

namespace laurel::ui {

using app::Message;
using app::Part;
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
                     .retry = app::SignOutPressed{}},
                *model.session.sign_out_trouble, actions);
  });
}

void first_screen(Ui& ui, const app::Model& model, app::SignInDraft& draft, app::Actions& actions) {
  if (model.route.view == app::View::start) return landing_view(ui, model);
  if (model.route.view == app::View::sign_in) return sign_in_view(ui, model, draft, actions);
  not_found_view(ui);
}

void screen(Ui& ui, const app::Model& model, app::Drafts& drafts, app::Actions& actions) {
  if (is_opening(model)) return opening_view(ui, model, actions);
  switch (app::part_of(model.route.view)) {
    case Part::first:
    case Part::common:
      return first_screen(ui, model, drafts.sign_in, actions);
    case Part::joining:
      return base::deferred<Part::joining, joining_screen>(ui, model, drafts, actions);
    case Part::desk:
      return base::deferred<Part::desk, desk_screen>(ui, model, drafts, actions);
    case Part::public_pages:
      return base::deferred<Part::public_pages, public_screen>(ui, model, actions);
  }
}

std::string first_title(const app::Model& model) {
  if (model.route.view == app::View::start) {
    return say(Message::landing_title, {{"platform", model.association.platform}});
  }
  return say(model.route.view == app::View::sign_in ? Message::sign_in_title
                                                    : Message::not_found_title);
}

std::string title_of(const app::Model& model) {
  switch (app::part_of(model.route.view)) {
    case Part::first:
    case Part::common:
      return first_title(model);
    case Part::joining:
      return base::deferred<Part::joining, joining_title>(model);
    case Part::desk:
      return base::deferred<Part::desk, desk_title>(model);
    case Part::public_pages:
      return base::deferred<Part::public_pages, public_title>(model);
  }
  return {};
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

void not_found_view(Ui& ui) {
  column(ui, content_width, [&] {
    ui.layout().skip(space::huge);
    heading(ui, {.key = app::keys::page_title, .text = say(Message::not_found_title), .level = 1,
                 .style = TextStyle::title, .takes_focus = true});
    ui.layout().skip(space::small);
    paragraph(ui, {.key = "not_found/text", .text = say(Message::not_found_text)});
    ui.layout().skip(space::medium);
    link(ui, {.key = "not_found/home", .text = say(Message::not_found_home), .href = "#/"});
  });
}

}  // namespace laurel::ui
