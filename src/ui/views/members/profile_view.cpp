#include <string>
#include <vector>

#include "app/members/keys.h"
#include "app/members/profile/draft.h"
#include "app/messages.h"
#include "ui/views/accounts/account_view.h"
#include "ui/views/members/completeness.h"
#include "ui/views/members/photo_view.h"
#include "ui/views/members/privacy_view.h"
#include "ui/views/members/profile_form_view.h"
#include "ui/views/members/views.h"
#include "ui/views/parts/form_view.h"
#include "ui/views/parts/loaded_view.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/messages.h"
#include "ui/widgets/structure.h"
#include "ui/widgets/table.h"
#include "ui/widgets/words.h"

namespace laurel::ui {

using app::Message;
using app::say;
namespace keys = app::keys;

namespace {

/// Below this many pixels the photo, the completeness and the account stand above the form.
constexpr float two_columns_need = 800;

struct Answer {
  std::string_view key;
  Message text;
  app::Action action;
  Look look = Look::quiet;
};

/// A question that stands above the form: its title, a sentence, the answers.
template <class Body>
void question(Ui& ui, std::string_view key, std::string_view title_key, Message title,
              Message text, const std::vector<Answer>& answers, app::Actions& actions,
              const Body& body) {
  card(ui, {.key = key, .role = Role::alert}, [&] {
    heading(ui, {.key = title_key, .text = say(title), .takes_focus = true});
    ui.layout().skip(space::tight);
    paragraph(ui, {.key = std::string(key) + "/text", .text = say(text)});
    ui.layout().skip(space::medium);
    body();
    for (const Answer& answer : answers) {
      if (button(ui, {.key = answer.key, .text = say(answer.text), .look = answer.look})) {
        actions.push_back(answer.action);
      }
      ui.layout().skip(space::small);
    }
  });
  ui.layout().skip(space::large);
}

void leaving_question(Ui& ui, app::Actions& actions) {
  question(ui, "edit_profile/leaving", keys::profile_leaving_title, Message::profile_leaving,
           Message::profile_leaving_text,
           {{"edit_profile/leaving/save", Message::profile_save_and_leave,
             app::members::ProfileSavePressed{}, Look::primary},
            {"edit_profile/leaving/discard", Message::profile_discard, app::members::DiscardPressed{}},
            {"edit_profile/leaving/stay", Message::profile_stay, app::members::StayPressed{}}},
           actions, [] {});
}

/// What the member typed here beside what was saved elsewhere, field by field.
void versions(Ui& ui, const app::members::ProfileDraft& here, const protocol::ProfileResponse& theirs) {
  const std::string name = say(Message::profile_versions);
  const std::vector<app::members::ProfileDifference> all = app::members::differences(here, app::members::draft_of(theirs));
  table(ui, {.key = "edit_profile/versions", .name = name,
             .columns = {{say(Message::profile_field), 1},
                         {say(Message::profile_here), 2},
                         {say(Message::profile_elsewhere), 2}},
             .row_count = all.size(),
             .row = [&](std::size_t row) -> TableRow {
               const app::members::ProfileDifference& one = all[row];
               return {"edit_profile/versions/" + std::string(one.key),
                       {{say(one.label)}, {one.here}, {one.there}}};
             }});
  ui.layout().skip(space::medium);
}

void conflict_question(Ui& ui, const app::Model& model, const app::members::ProfileDraft& draft,
                       app::Actions& actions) {
  question(ui, "edit_profile/conflict", keys::profile_conflict_title, Message::profile_conflict,
           Message::profile_conflict_text,
           {{"edit_profile/conflict/own", Message::profile_keep_own, app::members::OwnVersionChosen{},
             Look::primary},
            {"edit_profile/conflict/other", Message::profile_take_other,
             app::members::OtherVersionChosen{}}},
           actions, [&] { versions(ui, draft, *model.member.profile.theirs); });
}

void above_the_form(Ui& ui, const app::Model& model, const app::members::ProfileDraft& draft,
                    app::Actions& actions) {
  form_summary(ui, model.member.profile.problems, actions);
  if (model.member.profile.theirs) {
    conflict_question(ui, model, draft, actions);
  } else if (model.member.profile.leaving_to) {
    leaving_question(ui, actions);
  } else if (model.member.profile.was_saved) {
    notice(ui, "edit_profile/saved", say(Message::profile_saved));
    ui.layout().skip(space::large);
  }
}

void completeness_card(Ui& ui, const std::vector<std::string>& missing) {
  const std::string title = say(Message::profile_completeness);
  card(ui, {.key = "edit_profile/completeness", .role = Role::region, .name = title}, [&] {
    completeness_meter(ui, "edit_profile/completeness/text", missing);
    if (missing.empty()) return;
    std::vector<std::string> names;
    for (const FieldName& one : missing_fields(missing)) names.push_back(say(one.name));
    ui.layout().skip(space::medium);
    paragraph(ui, {.key = "edit_profile/missing", .text = say(Message::dashboard_missing),
                   .style = TextStyle::small, .tone = Tone::muted});
    ui.layout().skip(space::hair);
    bullet_list(ui, "edit_profile/missing/list", names);
  });
}

}  // namespace

void profile_view(Ui& ui, const app::Model& model, app::MemberDrafts& drafts, app::Actions& actions) {
  const auto form = [&] { profile_form(ui, model, drafts.profile, actions); };
  const auto beside = [&](const protocol::ProfileResponse& saved) {
    photo_card(ui, model, drafts.photo, actions);
    ui.layout().skip(space::large);
    completeness_card(ui, saved.missing);
    ui.layout().skip(space::large);
    account_card(ui, model, saved.email, drafts.account, actions);
  };
  column(ui, content_width, [&] {
    page_title(ui, say(Message::profile_title), say(Message::profile_lead));
    loaded(ui, model.member.profile.saved, actions, [&](const protocol::ProfileResponse& saved) {
      above_the_form(ui, model, drafts.profile, actions);
      if (ui.layout().width() < two_columns_need) {
        beside(saved);
        ui.layout().skip(space::large);
        form();
      } else {
        side_by_side(ui, {3, 7}, space::large,
                     [&](std::size_t i) { i == 0 ? beside(saved) : form(); });
      }
      privacy_preview(ui, model, actions);
    });
  });
}

}  // namespace laurel::ui
