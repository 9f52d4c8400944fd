#include "app/accounts/sign_in/update.h"

#include "app/accounts/keys.h"
#include "app/accounts/requests.h"
#include "app/accounts/session/update.h"
#include "app/form.h"
#include "app/navigation.h"
#include "app/send.h"
#include "base/visit.h"

namespace laurel::app::accounts {
namespace {

void sign_in_pressed(Model& model, Commands& commands) {
  if (model.requests.is_pending(SignInPurpose::sign_in)) return;
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
  send(model, commands, SignInPurpose::sign_in, protocol::session_create,
       base::encode_json(protocol::SignInRequest{
           .email = draft.email, .password = draft.password, .remember = draft.remember}));
}

void signing_in_replied(Model& model, Commands& commands, const Reply& reply) {
  if (auto member = content_of<protocol::SessionResponse>(reply)) {
    forget_drafts(model);
    commands.push_back(TellOtherTabs{});
    return enter(model, commands, std::move(*member));
  }
  show_problems(model.sign_in.problems, commands, form_problems(reply, {}));
}

struct SignInDispatch {
  Model& model;
  Commands& commands;

  void operator()(const SignInPressed&) const { sign_in_pressed(model, commands); }
  void operator()(const SignOutPressed&) const { sign_out_pressed(model, commands); }
};

}  // namespace

void update_sign_in(Model& model, Commands& commands, const SignInAction& action) {
  base::visit(SignInDispatch{model, commands}, action);
}

void sign_in_replied(Model& model, Commands& commands, const Request& request,
                     const Reply& reply) {
  switch (request.purpose.as<SignInPurpose>()) {
    case SignInPurpose::read_session:
    case SignInPurpose::check_session:
      return session_replied(model, commands, reply);
    case SignInPurpose::sign_in:
      return signing_in_replied(model, commands, reply);
    case SignInPurpose::sign_out:
      return sign_out_replied(model, commands, reply);
  }
}

}  // namespace laurel::app::accounts
