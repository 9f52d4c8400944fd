#include "app/keys.h"
#include "app/transition.h"

namespace laurel::app {

void sign_in_pressed(Model& model, Commands& commands) {
  if (model.requests.is_pending(Purpose::sign_in)) return;
  const SignInDraft& draft = model.drafts.sign_in;
  model.sign_in = {};
  FormProblems problems;
  if (const auto error = email_error(draft.email)) {
    problems.fields.push_back({keys::sign_in_email, *error});
  }
  if (draft.password.empty()) {
    problems.fields.push_back({keys::sign_in_password, Message::password_missing});
  }
  if (!problems.empty()) return show_problems(model.sign_in.problems, commands, problems);
  load_part(model, commands, part_of(model.return_to.view));  // what signing in leads to
  send(model, commands, Purpose::sign_in, protocol::session_create,
       base::encode_json(protocol::SignInRequest{
           .email = draft.email, .password = draft.password, .remember = draft.remember}));
}

void sign_in_replied(Model& model, Commands& commands, const Reply& reply) {
  if (auto member = content_of<protocol::SessionResponse>(reply)) {
    forget_drafts(model);
    commands.push_back(TellOtherTabs{});
    return enter(model, commands, std::move(*member));
  }
  show_problems(model.sign_in.problems, commands, form_problems(reply, {}));
}

}  // namespace laurel::app
