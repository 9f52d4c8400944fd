#include "ui/views/parts/form_view.h"

#include <algorithm>
#include <array>

#include "app/countries.h"
#include "app/keys.h"
#include "app/messages.h"
#include "ui/views/parts/trouble_view.h"
#include "ui/widgets/fields.h"
#include "ui/widgets/messages.h"
#include "ui/widgets/structure.h"
#include "ui/widgets/words.h"

namespace laurel::ui {

using app::Message;
using app::say;
namespace keys = app::keys;

void form_summary(Ui& ui, const app::FormProblems& problems, app::Actions& actions) {
  if (problems.empty()) return;
  ProblemSpec spec{.key = keys::summary, .title = say(Message::form_summary), .items = {}};
  for (const app::FieldError& error : problems.fields) {
    const std::string what = say(error.message);
    spec.items.push_back({error.key, error.label ? say(*error.label) + ": " + what : what});
  }
  if (problems.trouble) spec.items.push_back({{}, words_of(*problems.trouble)});
  std::string wanted = problem(ui, spec);
  if (!wanted.empty()) actions.push_back(app::FocusAsked{std::move(wanted)});
  ui.layout().skip(space::large);
}

std::string error_at(const app::FormProblems& problems, std::string_view key) {
  const auto message = problems.of(key);
  return message ? say(*message) : std::string();
}

bool password_entry(Ui& ui, const PasswordEntry& entry, std::string& text, bool& shown) {
  return password_field(ui,
                        {.key = entry.key,
                         .label = entry.label,
                         .show_text = say(Message::password_show),
                         .show_name = say(Message::password_show_name),
                         .hide_text = say(Message::password_hide),
                         .hide_name = say(Message::password_hide_name),
                         .autocomplete = entry.autocomplete,
                         .form_name = entry.form_name,
                         .hint = entry.hint,
                         .error = entry.error},
                        text, shown);
}

void new_password_entry(Ui& ui, const PasswordEntry& entry, const app::accounts::PasswordAdvice& advice,
                        std::string& text, bool& shown, app::Actions& actions) {
  if (password_entry(ui, entry, text, shown)) actions.push_back(app::accounts::PasswordEdited{});
  const std::string key = std::string(entry.key) + "/strength";
  if (!advice.strength) return meter(ui, {.key = key});
  constexpr std::array words = {Message::advice_very_weak, Message::advice_weak,
                                Message::advice_fair, Message::advice_good,
                                Message::advice_strong};
  const int score = std::clamp(advice.strength->score, 0, 4);
  const std::optional<Message>& warning = advice.strength->warning;
  meter(ui, {.key = key,
             .text = say(words[static_cast<std::size_t>(score)]),
             .advice = warning ? say(*warning) : std::string(),
             .filled = score});
}

void country_options(Ui& ui, std::string_view key) {
  std::vector<std::string_view> names;
  for (const app::Country& country : app::all_countries()) names.push_back(country.name);
  options(ui, key, names);
}

void registration_steps(Ui& ui, int step) {
  constexpr int count = 3;
  ui.layout().skip(space::large);
  const std::string text = say(Message::steps_progress, {{"step", std::to_string(step)},
                                                         {"count", std::to_string(count)}});
  steps(ui, {.key = "registration/steps", .text = text, .step = step, .count = count});
}

void form_title(Ui& ui, std::string_view title, std::string_view lead) {
  ui.layout().skip(ui.is_narrow() ? space::large : space::huge);
  heading(ui, {.key = keys::page_title, .text = title, .level = 1, .style = TextStyle::display,
               .takes_focus = true});
  ui.layout().skip(space::tight);
  paragraph(ui, {.key = "page/lead", .text = lead, .tone = Tone::muted});
  ui.layout().skip(space::large);
}

}  // namespace laurel::ui
