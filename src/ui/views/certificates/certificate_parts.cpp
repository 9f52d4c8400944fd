#include "ui/views/certificates/certificate_parts.h"

#include <algorithm>
#include <vector>

#include "app/certificates/keys.h"
#include "app/messages.h"
#include "app/route.h"
#include "ui/views/parts/form_view.h"
#include "ui/views/parts/loaded_view.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/structure.h"

namespace laurel::ui {

using app::Message;
using app::say;
using domain::CertificateState;
namespace keys = app::keys;

namespace {

struct StateWords {
  Message text;
  Tone tone;
};

StateWords state_words(CertificateState state) {
  switch (state) {
    case CertificateState::valid:
      return {Message::dashboard_state_valid, Tone::success};
    case CertificateState::expiring:
      return {Message::dashboard_state_expiring, Tone::warning};
    case CertificateState::recertification:
      return {Message::dashboard_state_recertification, Tone::warning};
    case CertificateState::expired:
      return {Message::dashboard_state_expired, Tone::danger};
  }
  return {Message::dashboard_state_valid, Tone::success};
}

void certificate_item(Ui& ui, const CertificateSummaries& list,
                      const protocol::CertificateSummary& certificate) {
  const std::string key = std::string(list.key) + "/" + certificate.number;
  const std::string title_key = key + "/title";
  const std::string until = say(Message::certificates_until,
                                {{"date", app::say_date(certificate.valid_until)}});
  group(ui, {.key = key, .role = Role::listitem}, [&] {
    const HeadingSpec title{.key = title_key, .text = certificate.title, .level = list.level,
                            .style = TextStyle::body_strong};
    if (list.own) {
      linked_heading(ui, title, app::fragment_of({app::View::certificate, certificate.number}));
    } else {
      heading(ui, title);
    }
    ui.layout().skip(space::hair);
    paragraph(ui, {.key = key + "/about",
                   .text = joined({certificate.issuer, certificate.number, until}),
                   .style = TextStyle::small, .tone = Tone::muted});
    ui.layout().skip(space::tight);
    certificate_badge(ui, key + "/state", certificate.state);
  });
}

Message domain_words(domain::CertificateDomain domain) {
  switch (domain) {
    case domain::CertificateDomain::project:
      return Message::certificates_domain_project;
    case domain::CertificateDomain::programme:
      return Message::certificates_domain_programme;
    case domain::CertificateDomain::portfolio:
      return Message::certificates_domain_portfolio;
    case domain::CertificateDomain::agile:
      return Message::certificates_domain_agile;
  }
  return Message::certificates_domain_project;
}

template <class Certificate>
std::vector<Fact> facts_of(const std::string& key, const Certificate& certificate) {
  std::vector<Fact> facts = {
      {key + "/number", say(Message::dashboard_number), certificate.number}};
  if (certificate.level) {
    facts.push_back({key + "/level", say(Message::certificates_level),
                     std::string(base::name_of(*certificate.level))});
  }
  if (certificate.domain) {
    facts.push_back({key + "/domain", say(Message::certificates_domain),
                     say(domain_words(*certificate.domain))});
  }
  facts.push_back({key + "/owner", say(Message::certificates_owner), certificate.owner});
  facts.push_back({key + "/issuer", say(Message::dashboard_issuer), certificate.issuer});
  facts.push_back({key + "/awarded", say(Message::dashboard_awarded),
                   app::say_date(certificate.awarded)});
  facts.push_back({key + "/valid_until", say(Message::dashboard_valid_until),
                   app::say_date(certificate.valid_until)});
  return facts;
}

void show_facts(Ui& ui, const std::string& key, const std::vector<Fact>& all) {
  constexpr std::size_t most_in_a_row = 5;
  constexpr std::size_t fewer = 4;
  const std::size_t columns = ui.is_narrow()               ? 2
                              : all.size() > most_in_a_row ? fewer
                                                           : all.size();
  facts(ui, key + "/facts", all, columns);
}

}  // namespace

void certificate_summaries(Ui& ui, const CertificateSummaries& list,
                           const std::vector<protocol::CertificateSummary>& certificates) {
  group(ui, {.key = list.key, .role = Role::list, .name = list.name}, [&] {
    ruled(ui, certificates, [&](const protocol::CertificateSummary& certificate) {
      certificate_item(ui, list, certificate);
    });
  });
}

void certificate_facts(Ui& ui, const std::string& key,
                       const protocol::CertificateDetail& certificate) {
  show_facts(ui, key, facts_of(key, certificate));
}

void certificate_facts(Ui& ui, const std::string& key,
                       const protocol::VerificationResponse& certificate) {
  show_facts(ui, key, facts_of(key, certificate));
}

std::string words_of_months_left(const protocol::CertificateDetail& certificate) {
  if (!certificate.months_left) return {};
  if (*certificate.months_left == 0) return say(Message::certificates_ends_now);
  if (*certificate.months_left == 1) return say(Message::certificates_ends_in_a_month);
  return say(Message::certificates_ends_in,
             {{"months", std::to_string(*certificate.months_left)}});
}

std::string words_of_recertification(const std::optional<domain::CertificateLevel>& level) {
  const auto rule = domain::recertification_of(level);
  if (!rule) return {};
  return say(Message::certificates_recertification,
             {{"hours", std::to_string(rule->training_hours)},
              {"months", std::to_string(rule->practice_months)}});
}

void certificate_search_fields(Ui& ui, const app::FormProblems& problems,
                               app::certificates::CertificateSearchDraft& draft) {
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
  fields_beside(ui, {FieldWords{number, {}, number_error}, FieldWords{email}}, field);
  ui.layout().skip(space::medium);
  fields_beside(ui, {FieldWords{awarded}, FieldWords{valid_until}},
                [&](std::size_t i) { field(i + 2); });
}

void certificate_tick(Ui& ui, std::string_view number, std::string_view title, bool has_label,
                      app::certificates::CertificateSearchDraft& draft) {
  const std::string key = "candidate/" + std::string(number) + "/tick";
  const std::string label =
      say(Message::certificates_tick, {{"title", title}, {"number", number}});
  const CheckboxSpec spec{.key = key, .label = label, .form_name = "certificate"};
  const auto place = std::find(draft.ticked.begin(), draft.ticked.end(), number);
  const bool was_ticked = place != draft.ticked.end();
  bool ticked = was_ticked;
  if (has_label) {
    checkbox(ui, spec, ticked);
  } else {
    bare_checkbox(ui, spec, ticked);
  }
  if (ticked && !was_ticked) draft.ticked.emplace_back(number);
  if (!ticked && was_ticked) draft.ticked.erase(place);
}

void certificate_badge(Ui& ui, std::string_view key, CertificateState state) {
  const StateWords words = state_words(state);
  badge(ui, {.key = key, .text = say(words.text), .tone = words.tone});
}

}  // namespace laurel::ui
