#include "ui/views/parts/trouble_view.h"

#include "app/messages.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/messages.h"

namespace laurel::ui {

using app::Message;
using app::say;

std::string words_of(const app::Trouble& trouble) {
  switch (trouble.kind) {
    case app::TroubleKind::offline:
      return say(Message::problem_offline);
    case app::TroubleKind::unavailable:
      return say(Message::problem_unavailable);
    case app::TroubleKind::rubbish:
      return say(Message::problem_rubbish);
    case app::TroubleKind::wrong_credentials:
      return say(Message::sign_in_wrong);
    case app::TroubleKind::outdated:
      return say(Message::problem_outdated);
    case app::TroubleKind::expired:
      return say(Message::problem_expired);
    case app::TroubleKind::too_many_tries:
      return say(Message::problem_too_many_tries, {{"wait", app::say_wait(trouble.wait_s)}});
  }
  return say(Message::problem_unavailable);
}

void failed_deed(Ui& ui, const DeedSpec& spec, const app::Trouble& trouble,
                 app::Actions& actions) {
  // It names no field.
  static_cast<void>(problem(ui, {.key = spec.key,
                                 .title = spec.title,
                                 .items = {{.field_key = {}, .text = words_of(trouble)}}}));
  ui.layout().skip(space::medium);
  const std::string retry_key = std::string(spec.key) + "/retry";
  if (button(ui, {.key = retry_key, .text = say(Message::problem_retry)})) {
    actions.push_back(spec.retry);
  }
}

void trouble_view(Ui& ui, std::string_view key, const app::Trouble& trouble,
                  app::Actions& actions) {
  failed_deed(ui, {.key = key, .title = say(Message::problem_title), .retry = app::RetryPressed{}},
              trouble, actions);
}

}  // namespace laurel::ui
