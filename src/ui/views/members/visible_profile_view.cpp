#include "ui/views/members/visible_profile_view.h"

#include <algorithm>
#include <string>
#include <vector>

#include "app/countries.h"
#include "app/keys.h"
#include "domain/person_name.h"
#include "protocol/routes.h"
#include "ui/views/certificates/certificate_parts.h"
#include "ui/views/members/photo_view.h"
#include "ui/views/parts/loaded_view.h"
#include "ui/widgets/portrait.h"
#include "ui/widgets/structure.h"
#include "ui/widgets/words.h"

namespace laurel::ui {

using app::Message;
using app::say;
using protocol::VisibleProfile;

namespace {

/// Below this many pixels the certificates stand below the profile.
constexpr float pairs_need = 720;

/// What a profile is drawn with: where its keys begin, and the level of the headings in it.
struct Place {
  std::string key;
  NameAs name;

  [[nodiscard]] int name_level() const { return name == NameAs::page_title ? 1 : 2; }
};

Message gender_words(domain::Gender gender) {
  switch (gender) {
    case domain::Gender::female:
      return Message::gender_female;
    case domain::Gender::male:
      return Message::gender_male;
    case domain::Gender::another:
      break;
  }
  return Message::gender_another;
}

/// RFC 6068 section 2.
std::string mailto(std::string_view email) {
  const std::size_t at = email.rfind('@');
  return "mailto:" + protocol::percent_encoded(email.substr(0, at)) + "@" +
         protocol::percent_encoded(email.substr(at + 1));
}

std::vector<std::string> paragraphs_of(std::string_view text) {
  std::vector<std::string> paragraphs;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end > 0) paragraphs.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return paragraphs;
}

/// The full name where the list has been read.
std::string association_name(const app::Model& model, const std::string& short_name) {
  const auto& listed = model.catalogue.member_associations.content;
  if (!listed) return short_name;
  for (const domain::MemberAssociation& one : listed->member_associations) {
    if (one.short_name == short_name) return joined({short_name, one.name});
  }
  return short_name;
}

std::vector<Fact> facts_of(const app::Model& model, const VisibleProfile& member,
                           const std::string& key) {
  std::vector<Fact> facts;
  const auto add = [&](const char* name, Message term, std::string value, std::string href = {}) {
    facts.push_back({key + "/" + name, say(term), std::move(value), std::move(href)});
  };
  if (member.email) add("email", Message::dashboard_email, *member.email, mailto(*member.email));
  if (member.member_association) {
    add("member_association", Message::dashboard_member_association,
        association_name(model, *member.member_association));
  }
  if (member.country_of_origin) {
    add("country_of_origin", Message::member_country_of_origin,
        app::country_name(*member.country_of_origin));
  }
  if (member.industry) add("industry", Message::member_industry, *member.industry);
  if (member.year_of_birth) {
    add("year_of_birth", Message::member_year_of_birth, std::to_string(*member.year_of_birth));
  }
  if (member.gender) add("gender", Message::member_gender, say(gender_words(*member.gender)));
  return facts;
}

void head(Ui& ui, const app::Model& model, const VisibleProfile& member, const Place& place) {
  const float size = ui.is_narrow() ? 64 : 96;
  const float gap = ui.is_narrow() ? space::medium : space::large;
  side_by_side(ui, {size, ui.layout().width() - size - gap}, gap, [&](std::size_t i) {
    if (i == 0) {
      const std::string photo = photo_address(model, member.photo);
      return portrait(ui, {.key = place.key + "/photo", .first_name = member.first_name,
                           .last_name = member.last_name, .photo = photo, .size = size});
    }
    const std::string work =
        joined({member.job_title.value_or(""), member.company.value_or("")});
    // One line beside the disc stands in its middle, two fill it.
    ui.layout().skip(work.empty() ? (size - spec_of(TextStyle::title).line_height) / 2 : size / 8);
    const bool is_title = place.name == NameAs::page_title;
    const std::string key = is_title ? std::string(app::keys::page_title) : place.key + "/name";
    heading(ui, {.key = key,
                 .text = domain::full_name(member.first_name, member.last_name),
                 .level = place.name_level(), .style = TextStyle::title, .takes_focus = is_title});
    if (work.empty()) return;
    ui.layout().skip(space::hair);
    paragraph(ui, {.key = place.key + "/work", .text = work});
  });
}

void biography(Ui& ui, const std::string& text, const Place& place) {
  ui.layout().skip(space::large);
  heading(ui, {.key = place.key + "/about", .text = say(Message::member_about),
               .level = place.name_level() + 1, .style = TextStyle::body_strong});
  const std::vector<std::string> paragraphs = paragraphs_of(text);
  for (std::size_t i = 0; i < paragraphs.size(); ++i) {
    ui.layout().skip(i == 0 ? space::hair : space::tight);
    paragraph(ui, {.key = place.key + "/about/" + std::to_string(i), .text = paragraphs[i]});
  }
}

void profile_card(Ui& ui, const app::Model& model, const VisibleProfile& member,
                  const Place& place) {
  const std::string name = domain::full_name(member.first_name, member.last_name);
  card(ui, {.key = place.key + "/profile", .role = Role::region, .name = name}, [&] {
    head(ui, model, member, place);
    if (member.biography) biography(ui, *member.biography, place);
    const std::vector<Fact> all = facts_of(model, member, place.key);
    if (!all.empty()) {
      ui.layout().skip(space::large);
      rule(ui);
      ui.layout().skip(space::medium);
      return facts(ui, place.key + "/facts", all, ui.is_narrow() ? 1 : 2);
    }
    if (member.biography || member.job_title || member.company) return;
    ui.layout().skip(space::medium);
    paragraph(ui, {.key = place.key + "/no_more", .text = say(Message::member_shows_no_more),
                   .tone = Tone::muted});
  });
}

void certificates_card(Ui& ui, const app::Model& model, const VisibleProfile& member,
                       const Place& place) {
  const std::string& title = model.association.certificate_noun;
  const std::string key = place.key + "/certificates";
  card(ui, {.key = key + "/card", .role = Role::region, .name = title}, [&] {
    heading(ui, {.key = key + "/title", .text = title, .level = place.name_level() + 1});
    ui.layout().skip(space::medium);
    certificate_summaries(ui, {.key = key, .name = title, .level = place.name_level() + 2},
                          member.certificates);
  });
}

}  // namespace

void visible_profile(Ui& ui, const app::Model& model, const VisibleProfile& member,
                     std::string_view key_prefix, NameAs name) {
  const Place place{std::string(key_prefix), name};
  if (member.certificates.empty()) return profile_card(ui, model, member, place);
  if (ui.layout().width() < pairs_need) {
    profile_card(ui, model, member, place);
    ui.layout().skip(space::medium);
    return certificates_card(ui, model, member, place);
  }
  side_by_side(ui, {5, 3}, space::large, [&](std::size_t i) {
    if (i == 0) {
      profile_card(ui, model, member, place);
    } else {
      certificates_card(ui, model, member, place);
    }
  });
}

}  // namespace laurel::ui
