#include "ui/views/members/profile_form_view.h"

#include <span>
#include <string>
#include <vector>

#include "app/countries.h"
#include "app/members/profile/fields.h"
#include "app/members/requests.h"
#include "app/messages.h"
#include "base/utf8.h"
#include "domain/profile.h"
#include "ui/views/members/privacy_view.h"
#include "ui/views/parts/form_view.h"
#include "ui/views/parts/loaded_view.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/structure.h"
#include "ui/widgets/words.h"

namespace laurel::ui {

using app::Message;
using app::say;
namespace keys = app::keys;

namespace {

constexpr std::string_view countries_key = "edit_profile/countries";

/// What every field of the form is drawn with.
struct Form {
  Ui& ui;
  const app::Model& model;
  app::members::ProfileDraft& draft;

  [[nodiscard]] std::string error(std::string_view key) const {
    return error_at(model.member.profile.problems, key);
  }
};

struct Entry {
  std::string_view key;
  std::string label;
  std::string_view form_name;
  std::string_view autocomplete = {};
  std::string hint = {};
  std::string_view input_type = "text";
  std::string_view options = {};
  bool required = false;
  int rows = 0;
  std::span<const Choice> choices = {};  // not empty: one of them is chosen
};

void entry(const Form& form, const Entry& entry, std::string& text) {
  if (!entry.choices.empty()) {
    return select_field(form.ui,
                        {.key = entry.key, .label = entry.label, .choices = entry.choices,
                         .autocomplete = entry.autocomplete, .form_name = entry.form_name,
                         .hint = entry.hint, .error = form.error(entry.key),
                         .required = entry.required},
                        text);
  }
  text_field(form.ui,
             {.key = entry.key, .label = entry.label, .input_type = entry.input_type,
              .autocomplete = entry.autocomplete, .form_name = entry.form_name,
              .hint = entry.hint, .error = form.error(entry.key), .options = entry.options,
              .required = entry.required, .rows = entry.rows},
             text);
}

std::string optional(Message label) {
  return say(Message::profile_optional, {{"field", say(label)}});
}

/// An entry and the text of the draft that it edits.
struct Half {
  Entry entry;
  std::string& text;
};

/// Two fields beside each other where there is room for both.
void pair(const Form& form, const Half& first, const Half& second) {
  if (form.ui.is_narrow()) {
    entry(form, first.entry, first.text);
    form.ui.layout().skip(space::large);
    return entry(form, second.entry, second.text);
  }
  const std::string first_error = form.error(first.entry.key);
  const std::string second_error = form.error(second.entry.key);
  fields_beside(form.ui,
                {FieldWords{first.entry.label, first.entry.hint, first_error},
                 FieldWords{second.entry.label, second.entry.hint, second_error}},
                [&](std::size_t i) {
                  const Half& half = i == 0 ? first : second;
                  entry(form, half.entry, half.text);
                });
}

/// How many characters a text has of those that it may have.
void counter(Ui& ui, std::string_view key, std::string_view text, std::size_t most) {
  const std::size_t count = base::count_code_points(text);
  ui.layout().skip(space::hair);
  paragraph(ui, {.key = std::string(key) + "/count",
                 .text = say(Message::profile_count, {{"count", std::to_string(count)},
                                                      {"most", std::to_string(most)}}),
                 .style = TextStyle::small,
                 .tone = count > most ? Tone::danger : Tone::muted});
}

template <class Body>
void section(Ui& ui, std::string_view key, std::string_view title, const Body& body) {
  card(ui, {.key = key, .role = Role::region, .name = title}, [&] {
    heading(ui, {.key = std::string(key) + "/title", .text = title});
    ui.layout().skip(space::medium);
    body();
  });
  ui.layout().skip(space::large);
}

void basic_information(const Form& form) {
  Ui& ui = form.ui;
  section(ui, "edit_profile/basic", say(Message::profile_basic), [&] {
    pair(form,
         {{.key = keys::profile_first_name, .label = say(Message::registration_first_name),
           .form_name = "first_name", .autocomplete = "given-name", .required = true},
          form.draft.first_name},
         {{.key = keys::profile_last_name, .label = say(Message::registration_last_name),
           .form_name = "last_name", .autocomplete = "family-name", .required = true},
          form.draft.last_name});
    ui.layout().skip(space::large);
    entry(form, {.key = keys::profile_country, .label = say(Message::registration_country),
                 .form_name = "country", .autocomplete = "country-name",
                 .hint = say(Message::registration_country_hint), .options = countries_key,
                 .required = true},
          form.draft.country);
  });
}

void gender_and_birth(const Form& form) {
  std::vector<std::string> words = {say(Message::profile_not_said), say(Message::gender_female),
                                    say(Message::gender_male), say(Message::gender_another)};
  std::vector<Choice> choices = {{"", words[0]}};
  const auto names = enum_names(domain::Gender{});
  for (std::size_t i = 0; i < names.size(); ++i) choices.push_back({names[i], words[i + 1]});
  pair(form,
       {{.key = keys::profile_gender, .label = say(Message::member_gender), .form_name = "gender",
         .autocomplete = "sex", .choices = choices},
        form.draft.gender},
       {{.key = keys::profile_year_of_birth, .label = optional(Message::member_year_of_birth),
         .form_name = "year_of_birth", .autocomplete = "bday-year"},
        form.draft.year_of_birth});
}

/// Where the association has no member associations, there is nothing to choose.
void member_association_field(const Form& form) {
  const auto& listed = form.model.catalogue.member_associations.content;
  if (!listed || listed->member_associations.empty()) return;
  form.ui.layout().skip(space::large);
  const std::string none = say(Message::profile_no_association);
  std::vector<std::string> names;
  std::vector<Choice> choices = {{"", none}};
  names.reserve(listed->member_associations.size());  // the choices look into it
  for (const domain::MemberAssociation& one : listed->member_associations) {
    names.push_back(joined({one.short_name, one.name}));
    choices.push_back({one.short_name, names.back()});
  }
  entry(form, {.key = keys::profile_member_association,
               .label = say(Message::dashboard_member_association),
               .form_name = "member_association", .choices = choices},
        form.draft.member_association);
}

void about_you(const Form& form) {
  Ui& ui = form.ui;
  section(ui, "edit_profile/about", say(Message::profile_about), [&] {
    entry(form, {.key = keys::profile_biography, .label = optional(Message::profile_biography),
                 .form_name = "biography", .hint = say(Message::profile_biography_hint),
                 .rows = 6},
          form.draft.biography);
    counter(ui, keys::profile_biography, form.draft.biography,
            domain::max_biography_code_points);
    ui.layout().skip(space::large);
    entry(form, {.key = keys::profile_mobile, .label = say(Message::profile_mobile),
                 .form_name = "mobile", .autocomplete = "tel",
                 .hint = say(Message::profile_mobile_hint), .input_type = "tel",
                 .required = true},
          form.draft.mobile);
    ui.layout().skip(space::large);
    entry(form, {.key = keys::profile_country_of_origin,
                 .label = optional(Message::member_country_of_origin),
                 .form_name = "country_of_origin",
                 .hint = say(Message::registration_country_hint), .options = countries_key},
          form.draft.country_of_origin);
    member_association_field(form);
    ui.layout().skip(space::large);
    gender_and_birth(form);
  });
}

void profession(const Form& form) {
  Ui& ui = form.ui;
  section(ui, "edit_profile/profession", say(Message::profile_profession), [&] {
    pair(form,
         {{.key = keys::profile_job_title, .label = say(Message::profile_job_title),
           .form_name = "job_title", .autocomplete = "organization-title"},
          form.draft.job_title},
         {{.key = keys::profile_company, .label = say(Message::profile_company),
           .form_name = "company", .autocomplete = "organization"},
          form.draft.company});
    ui.layout().skip(space::large);
    pair(form,
         {{.key = keys::profile_industry, .label = say(Message::member_industry),
           .form_name = "industry"},
          form.draft.industry},
         {{.key = keys::profile_years, .label = say(Message::profile_years),
           .form_name = "years_of_experience"},
          form.draft.years_of_experience});
    ui.layout().skip(space::large);
    entry(form, {.key = keys::profile_interests, .label = say(Message::profile_interests),
                 .form_name = "interests", .hint = say(Message::profile_interests_hint),
                 .rows = 3},
          form.draft.interests);
    counter(ui, keys::profile_interests, form.draft.interests, domain::max_interests_code_points);
  });
}

}  // namespace

void profile_form(Ui& ui, const app::Model& model, app::members::ProfileDraft& draft,
                  app::Actions& actions) {
  const Form form{ui, model, draft};
  group(ui, {.key = "edit_profile", .role = Role::form, .name = say(Message::profile_title)}, [&] {
    basic_information(form);
    about_you(form);
    profession(form);
    section(ui, "edit_profile/who_sees", say(Message::profile_privacy),
            [&] { privacy_section(ui, model, draft.privacy, actions); });
    country_options(ui, countries_key);
    const bool busy = model.requests.is_pending(app::members::Purpose::save_profile);
    if (button(ui, {.key = "edit_profile/save",
                    .text = say(busy ? Message::profile_saving : Message::profile_save),
                    .busy = busy, .submits = true})) {
      actions.push_back(app::members::ProfileSavePressed{});
    }
  });
}

}  // namespace laurel::ui
