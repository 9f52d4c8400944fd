#include <algorithm>
#include <string>
#include <vector>

#include "app/countries.h"
#include "app/members/keys.h"
#include "app/members/requests.h"
#include "domain/person_name.h"
#include "ui/views/members/photo_view.h"
#include "ui/views/members/views.h"
#include "ui/views/members/visible_profile_view.h"
#include "ui/views/parts/loaded_view.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/messages.h"
#include "ui/widgets/portrait.h"

namespace laurel::ui {

using app::Message;
using app::say;
using protocol::DirectoryResponse;
using protocol::VisibleProfile;
namespace keys = app::keys;

namespace {

// ---- looking for them ----

bool submit_row(Ui& ui, const app::Model& model, app::members::DirectoryFilters& draft) {
  const bool busy = model.requests.is_pending(app::members::Purpose::search_directory);
  const std::string text = say(Message::search_submit);
  const std::string label = say(Message::members_certified);
  bool pressed = false;
  const auto tick = [&] {
    checkbox(ui, {.key = "members/certified", .label = label, .form_name = "certified"},
             draft.certified);
  };
  const auto submit = [&] {
    pressed = button(ui, {.key = "members/submit", .text = text,
                          .name = say(Message::members_submit), .busy = busy,
                          .fills_width = ui.is_narrow(), .submits = true});
  };
  if (ui.is_narrow()) {
    tick();
    ui.layout().skip(space::tight);
    submit();
    return pressed;
  }
  const float width = button_width(ui, text);
  side_by_side(ui, {ui.layout().width() - width - space::large, width}, space::large,
               [&](std::size_t i) { i == 0 ? tick() : submit(); });
  return pressed;
}

void words_field(Ui& ui, app::members::DirectoryFilters& draft) {
  text_field(ui, {.key = "members/words", .label = say(Message::members_name),
                  .autocomplete = "off", .form_name = "words", .required = false},
             draft.words);
}

/// Below the first choice, which stands for all, by their names.
void country_field(Ui& ui, app::members::DirectoryFilters& draft) {
  const std::string any = say(Message::members_any_country);
  std::vector<Choice> choices;
  for (const app::Country& one : app::all_countries()) choices.push_back({one.code, one.name});
  std::sort(choices.begin(), choices.end(),
            [](const Choice& a, const Choice& b) { return a.text < b.text; });
  choices.insert(choices.begin(), {"", any});
  select_field(ui, {.key = "members/country", .label = say(Message::member_country_of_origin),
                    .choices = choices, .form_name = "country", .required = false},
               draft.country);
}

void association_field(Ui& ui, const std::vector<domain::MemberAssociation>& listed,
                       app::members::DirectoryFilters& draft) {
  const std::string any = say(Message::members_any_association);
  std::vector<std::string> names;
  names.reserve(listed.size());  // the choices point to them
  std::vector<Choice> choices = {{"", any}};
  for (const domain::MemberAssociation& one : listed) {
    names.push_back(joined({one.short_name, one.name}));
    choices.push_back({one.short_name, names.back()});
  }
  select_field(ui, {.key = "members/association",
                    .label = say(Message::dashboard_member_association), .choices = choices,
                    .form_name = "association", .required = false},
               draft.member_association);
}

void fields(Ui& ui, const app::Model& model, app::members::DirectoryFilters& draft) {
  const auto& listed = model.catalogue.member_associations.content;
  const bool has_associations = listed && !listed->member_associations.empty();
  std::vector<float> shares = {1.4F, 1};
  if (has_associations) shares.push_back(1);
  const auto field = [&](std::size_t i) {
    if (i == 0) return words_field(ui, draft);
    if (i == 1) return country_field(ui, draft);
    association_field(ui, listed->member_associations, draft);
  };
  if (!ui.is_narrow()) return side_by_side(ui, shares, space::large, field);
  for (std::size_t i = 0; i < shares.size(); ++i) {
    if (i > 0) ui.layout().skip(space::medium);
    field(i);
  }
}

void filters(Ui& ui, const app::Model& model, app::members::DirectoryFilters& draft,
             app::Actions& actions) {
  const std::string name = say(Message::members_search);
  card(ui, {.key = "members/search", .role = Role::search, .name = name}, [&] {
    fields(ui, model, draft);
    ui.layout().skip(ui.is_narrow() ? space::tight : space::medium);
    if (submit_row(ui, model, draft)) actions.push_back(app::members::DirectorySearchPressed{});
  });
}

// ---- those who were found ----

void name_link(Ui& ui, const VisibleProfile& member) {
  link(ui, {.key = keys::member_link(member.member_id.value),
            .text = domain::full_name(member.first_name, member.last_name),
            .href = app::fragment_of({app::View::member, member.member_id.value}),
            .style = TextStyle::body_strong, .underlined = false});
}

/// Where the text is empty, nothing is drawn.
void small_line(Ui& ui, const std::string& key, const std::string& text) {
  if (text.empty()) return;
  paragraph(ui, {.key = key, .text = text, .style = TextStyle::small, .tone = Tone::muted});
}

void member_item(Ui& ui, const app::Model& model, const VisibleProfile& member) {
  constexpr float size = 48;
  constexpr float gap = space::medium;
  const std::string key = "member/" + member.member_id.value;
  const std::string work = joined({member.job_title.value_or(""), member.company.value_or("")});
  const std::string place =
      joined({member.member_association.value_or(""),
              member.country_of_origin ? app::country_name(*member.country_of_origin) : ""});
  const bool one_line = work.empty() && (place.empty() || !ui.is_narrow());
  const auto words = [&] {
    if (one_line) ui.layout().skip((size - spec_of(TextStyle::body_strong).line_height) / 2);
    name_link(ui, member);
    small_line(ui, key + "/work", work);
    if (ui.is_narrow()) small_line(ui, key + "/place", place);
  };
  const auto cell = [&](std::size_t i) {
    if (i == 0) {
      const std::string photo = photo_address(model, member.photo);
      return portrait(ui, {.key = key + "/photo", .first_name = member.first_name,
                           .last_name = member.last_name, .photo = photo, .size = size});
    }
    if (i == 1) return words();
    ui.layout().skip((size - spec_of(TextStyle::small).line_height) / 2);
    small_line(ui, key + "/place", place);
  };
  group(ui, {.key = key, .role = Role::listitem}, [&] {
    const float room = ui.layout().width() - size - gap;
    if (ui.is_narrow()) return side_by_side(ui, {size, room}, gap, cell);
    const float half = (room - gap) / 2;
    side_by_side(ui, {size, half, half}, gap, cell);
  });
}

std::string count_of(const app::members::Directory& directory) {
  const auto& content = directory.found.content;
  if (!content || (content->members.empty() && content->after)) {
    return say(Message::certificates_searching);
  }
  const std::string count = std::to_string(content->members.size());
  if (content->after) return say(Message::members_first, {{"count", count}});
  if (content->members.size() == 1) return say(Message::members_one);
  if (!content->members.empty()) return say(Message::members_count, {{"count", count}});
  return say(directory.query.empty() ? Message::members_none : Message::members_nobody);
}

/// Nobody: what to change.
void nobody(Ui& ui, const app::members::Directory& directory) {
  const bool filtered = !directory.query.empty();
  paragraph(ui, {.key = "members/next",
                 .text = say(filtered ? Message::members_nobody_next : Message::members_none_next),
                 .tone = Tone::muted});
  if (!filtered) return;
  ui.layout().skip(space::medium);
  link(ui, {.key = "members/all", .text = say(Message::members_all),
            .href = app::fragment_of(app::View::members)});
}

void list(Ui& ui, const app::Model& model, const DirectoryResponse& content,
          app::Actions& actions) {
  const std::string title = say(Message::members_title);
  card(ui, {.key = "members/card", .role = Role::region, .name = title}, [&] {
    group(ui, {.key = "members/list", .role = Role::list, .name = title}, [&] {
      ruled(ui, content.members,
            [&](const VisibleProfile& member) { member_item(ui, model, member); });
    });
  });
  if (!content.after || model.member.directory.found.trouble) return;
  ui.layout().skip(space::large);
  const bool busy = model.requests.is_pending(app::members::Purpose::search_directory);
  const std::string text = say(busy ? Message::page_working : Message::members_more);
  if (button(ui, {.key = "members/more", .text = text, .look = Look::quiet, .busy = busy})) {
    actions.push_back(app::members::MoreMembersPressed{});
  }
}

void results(Ui& ui, const app::Model& model, app::Actions& actions) {
  const app::members::Directory& directory = model.member.directory;
  const auto& content = directory.found.content;
  if (content || !directory.found.trouble) {
    group(ui, {.key = "members/status", .role = Role::status}, [&] {
      heading(ui, {.key = keys::members_count, .text = count_of(directory),
                   .takes_focus = true});
    });
    ui.layout().skip(space::medium);
  }
  if (content && !content->members.empty()) {
    list(ui, model, *content, actions);
  } else if (content && !content->after) {
    nobody(ui, directory);
  }
  if (!directory.found.trouble) return;
  if (content) ui.layout().skip(space::large);
  trouble_view(ui, "page/problem", *directory.found.trouble, actions);
}

}  // namespace

void members_view(Ui& ui, const app::Model& model, app::members::DirectoryFilters& draft,
                  app::Actions& actions) {
  column(ui, content_width, [&] {
    page_title(ui, say(Message::members_title),
               say(Message::members_lead, {{"association", model.association.short_name}}));
    filters(ui, model, draft, actions);
    ui.layout().skip(space::large);
    results(ui, model, actions);
  });
}

void member_view(Ui& ui, const app::Model& model, app::Actions& actions) {
  column(ui, content_width, [&] {
    ui.layout().skip(ui.is_narrow() ? space::medium : space::large);
    link(ui, {.key = "member/back", .text = say(Message::members_back),
              .href = app::fragment_of({app::View::members, model.member.directory.query})});
    if (!model.member.member_page.content) {
      page_title(ui, say(Message::members_title));
    } else {
      ui.layout().skip(space::medium);
    }
    loaded(ui, model.member.member_page, actions, [&](const VisibleProfile& member) {
      visible_profile(ui, model, member, "member", NameAs::page_title);
    });
  });
}

}  // namespace laurel::ui
