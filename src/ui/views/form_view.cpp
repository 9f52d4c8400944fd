#include "ui/views/form_view.h"

#include "app/keys.h"
#include "app/messages.h"
#include "ui/views/trouble_view.h"
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
    spec.items.push_back({error.key, say(error.message)});
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
