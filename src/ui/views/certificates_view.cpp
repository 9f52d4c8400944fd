#include <string>
#include <vector>

#include "app/keys.h"
#include "app/messages.h"
#include "ui/views/desk_view.h"
#include "ui/views/form_view.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/messages.h"
#include "ui/widgets/structure.h"
#include "ui/widgets/words.h"

namespace laurel::ui {

using app::Message;
using app::say;
using protocol::CertificateCandidate;
namespace keys = app::keys;

namespace {

void search_fields(Ui& ui, const app::FormProblems& problems, app::CertificateSearchDraft& draft) {
  struct Entry {
    TextFieldSpec spec;
    std::string* text;
  };
  const std::string number = say(Message::certificates_number);
  const std::string email = say(Message::certificates_email);
  const std::string awarded = say(Message::certificates_awarded);
  const std::string valid_until = say(Message::certificates_valid_until);
  const std::string number_error = error_at(problems, keys::number);
  const std::vector<Entry> entries = {
      {{.key = keys::number, .label = number, .autocomplete = "off", .error = number_error,
        .required = false},
       &draft.number},
      {{.key = "certificates/email", .label = email, .input_type = "email",
        .autocomplete = "email", .required = false},
       &draft.email},
      {{.key = keys::awarded, .label = awarded, .input_type = "date", .required = false},
       &draft.awarded},
      {{.key = keys::valid_until, .label = valid_until, .input_type = "date", .required = false},
       &draft.valid_until}};
  const auto field = [&](std::size_t i) { text_field(ui, entries[i].spec, *entries[i].text); };
  if (ui.is_narrow()) {
    for (std::size_t i = 0; i < entries.size(); ++i) {
      if (i > 0) ui.layout().skip(space::medium);
      field(i);
    }
    return;
  }
  side_by_side(ui, {1, 1}, space::large, field);
  ui.layout().skip(space::medium);
  side_by_side(ui, {1, 1}, space::large, [&](std::size_t i) { field(i + 2); });
}

void search_form(Ui& ui, const app::Model& model, app::CertificateSearchDraft& draft,
                 app::Actions& actions) {
  search_fields(ui, model.registration.problems, draft);
  ui.layout().skip(space::medium);
  const bool busy = model.requests.is_pending(app::Purpose::search_certificates);
  const std::string text = say(busy ? Message::certificates_searching : Message::certificates_search);
  if (button(ui, {.key = "certificates/search", .text = text, .look = Look::quiet, .busy = busy,
                  .submits = true})) {
    actions.push_back(app::CertificateSearchPressed{});
  }
}

void candidate(Ui& ui, const CertificateCandidate& found, app::CertificateSearchDraft& draft) {
  const std::string key = "candidate/" + found.number;
  group(ui, {.key = key, .role = Role::listitem}, [&] {
    bool ticked = draft.ticked.count(found.number) != 0;
    checkbox(ui, {.key = key + "/tick",
                  .label = say(Message::certificates_tick,
                               {{"title", found.title}, {"number", found.number}}),
                  .form_name = "certificate"},
             ticked);
    if (ticked) {
      draft.ticked.insert(found.number);
    } else {
      draft.ticked.erase(found.number);
    }
    group(ui, {.key = key + "/facts", .role = Role::facts}, [&] {
      const std::vector<Fact> facts = {
          {key + "/owner", say(Message::certificates_owner), found.owner},
          {key + "/issuer", say(Message::certificates_issuer), found.issuer},
          {key + "/awarded", say(Message::certificates_awarded), app::say_date(found.awarded)},
          {key + "/valid", say(Message::certificates_validity), app::say_date(found.valid_until)}};
      const auto draw = [&](std::size_t i) { fact(ui, facts[i]); };
      if (!ui.is_narrow()) return side_by_side(ui, {1, 1, 1.2F, 1.2F}, space::medium, draw);
      side_by_side(ui, {1, 1}, space::medium, draw);
      ui.layout().skip(space::small);
      side_by_side(ui, {1, 1}, space::medium, [&](std::size_t i) { draw(i + 2); });
    });
  });
}

void results(Ui& ui, const app::Model& model, app::CertificateSearchDraft& draft) {
  const app::Registration& registration = model.registration;
  if (!registration.searched) return;
  ui.layout().skip(space::large);
  if (registration.found.empty()) {
    notice(ui, "certificates/none", say(Message::certificates_none));
    return;
  }
  const std::string title = say(Message::certificates_found);
  card(ui, {.key = "certificates/found", .role = Role::region, .name = title}, [&] {
    heading(ui, {.key = "certificates/found/title", .text = title});
    ui.layout().skip(space::tight);
    group(ui, {.key = "certificates/list", .role = Role::list, .name = title}, [&] {
      for (const CertificateCandidate& found : registration.found) candidate(ui, found, draft);
    });
  });
}

}  // namespace

void certificates_view(Ui& ui, const app::Model& model, app::CertificateSearchDraft& draft,
                       app::Actions& actions) {
  column(ui, certificates_width, [&] {
    registration_steps(ui, 2);
    form_title(ui, say(Message::certificates_title), say(Message::certificates_lead));
    form_summary(ui, model.registration.problems, actions);
    const std::string search = say(Message::certificates_search);
    card(ui, {.key = "certificates", .role = Role::form, .name = search},
         [&] { search_form(ui, model, draft, actions); });
    results(ui, model, draft);
    ui.layout().skip(space::large);
    paragraph(ui, {.key = "certificates/note", .text = say(Message::certificates_note),
                   .tone = Tone::muted});
    ui.layout().skip(space::tight);
    checkbox(ui,
             {.key = "certificates/newsletter",
              .label = say(Message::certificates_newsletter,
                           {{"platform", model.association.platform}}),
              .form_name = "newsletter"},
             draft.newsletter);
    ui.layout().skip(space::medium);
    const bool busy = model.requests.is_pending(app::Purpose::complete_registration);
    const std::string text = say(busy ? Message::registration_busy : Message::registration_submit);
    if (button(ui, {.key = "certificates/submit", .text = text, .busy = busy})) {
      actions.push_back(app::RegistrationCompleted{});
    }
  });
}

}  // namespace laurel::ui
