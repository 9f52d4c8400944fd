#include "app/keys.h"
#include "app/transition.h"
#include "base/utf8.h"
#include "domain/email.h"

namespace laurel::app {
namespace {

std::optional<Message> email_error(std::string_view email) {
  if (base::trim(email).empty()) return Message::sign_in_email_missing;
  if (!domain::parse_email(email)) return Message::sign_in_email_malformed;
  return std::nullopt;
}

}  // namespace

void sign_in_pressed(Model& model, Commands& commands) {
  if (model.requests.is_pending(Purpose::sign_in)) return;
  const SignInDraft& draft = model.drafts.sign_in;
  model.sign_in = {};
  model.sign_in.email_error = email_error(draft.email);
  if (draft.password.empty()) model.sign_in.password_error = Message::sign_in_password_missing;
  if (model.sign_in.email_error || model.sign_in.password_error) {
    commands.push_back(MoveFocus{std::string(sign_in_summary_title_key)});
    return;
  }
  send(model, commands, Purpose::sign_in, protocol::session_create,
       base::encode_json(protocol::SignInRequest{
           .email = draft.email, .password = draft.password, .remember = draft.remember}));
}

void sign_in_replied(Model& model, Commands& commands, const Reply& reply) {
  if (auto member = content_of<protocol::SessionResponse>(reply)) {
    model.drafts = {};
    commands.push_back(TellOtherTabs{});
    return enter(model, commands, std::move(*member));
  }
  model.sign_in.trouble = trouble_of(reply);
  commands.push_back(MoveFocus{std::string(sign_in_summary_title_key)});
}

}  // namespace laurel::app
