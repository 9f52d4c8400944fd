#include "app/accounts/registration/update.h"

#include "app/accounts/keys.h"
#include "app/accounts/requests.h"
#include "app/certificates/keys.h"
#include "app/countries.h"
#include "app/form.h"
#include "app/navigation.h"
#include "app/send.h"
#include "base/utf8.h"

namespace laurel::app::accounts {
namespace {

/// What the screen can tell without asking; the backend checks all of it again.
FormProblems problems_of(const RegistrationDraft& draft) {
  FormProblems problems;
  const auto require = [&problems](std::string_view key, bool given, Message message) {
    if (!given) problems.fields.push_back({key, message});
  };
  require(keys::first_name, !base::trim(draft.first_name).empty(), Message::first_name_missing);
  require(keys::last_name, !base::trim(draft.last_name).empty(), Message::last_name_missing);
  if (const auto error = email_error(draft.email)) problems.fields.push_back({keys::email, *error});
  require(keys::country, !base::trim(draft.country).empty(), Message::country_missing);
  if (!base::trim(draft.country).empty()) {
    require(keys::country, country_code(draft.country).has_value(), Message::country_unknown);
  }
  require(keys::password, !draft.password.empty(), Message::password_missing);
  require(keys::agreed, draft.agreed, Message::registration_not_agreed);
  return problems;
}

/// What was kept of the registration is of no use any more: step 1 begins again, with what was typed.
void start_again(Model& model, Commands& commands) {
  model.registration = {};
  show(model, commands, {View::registration, {}}, History::replace);
  show_problems(model.registration.problems, commands,
                {{}, Trouble{TroubleKind::expired}});
}

/// What a step's reply says that is no success.
void step_failed(Model& model, Commands& commands, const Reply& reply,
                 std::initializer_list<FormField> keys) {
  if (is_problem(reply, protocol::ProblemCode::gone)) return start_again(model, commands);
  show_problems(model.registration.problems, commands, form_problems(reply, keys));
}

}  // namespace

void register_pressed(Model& model, Commands& commands) {
  if (model.requests.is_pending(JoiningPurpose::register_member)) return;
  const RegistrationDraft& draft = model.drafts.registration;
  model.registration.problems = problems_of(draft);
  if (!model.registration.problems.empty()) {
    return show_problems(model.registration.problems, commands, model.registration.problems);
  }
  send(model, commands, JoiningPurpose::register_member, protocol::registration_create,
       base::encode_json(protocol::RegistrationRequest{
           .first_name = std::string(base::trim(draft.first_name)),
           .last_name = std::string(base::trim(draft.last_name)),
           .email = draft.email,
           .country = country_code(draft.country).value_or(""),
           .password = draft.password,
           .agreed_to = model.association.policies_version}));
}

void register_replied(Model& model, Commands& commands, const Reply& reply) {
  auto pending = content_of<protocol::RegistrationResponse>(reply);
  if (!pending) {
    return show_problems(model.registration.problems, commands,
                         form_problems(reply, {{"first_name", keys::first_name},
                                               {"last_name", keys::last_name},
                                               {"email", keys::email},
                                               {"country", keys::country},
                                               {"password", keys::password},
                                               {"agreed_to", keys::agreed}}));
  }
  model.registration = {};
  model.requests.drop(Audience::registering_visitor);  // of a former registration
  model.registration.pending = std::move(pending->registration);
  model.drafts.registration.password.clear();
  model.drafts.certificates = {};
  show(model, commands, {View::certificates, {}}, History::push);
}

void certificate_search_pressed(Model& model, Commands& commands) {
  const certificates::CertificateSearchDraft& draft = model.drafts.certificates;
  model.registration.problems = {};
  protocol::CertificateSearchRequest request;
  request.registration = model.registration.pending;
  request.number = typed(draft.number);
  request.email = typed(draft.email);
  request.awarded = base::parse_date(draft.awarded);
  request.valid_until = base::parse_date(draft.valid_until);
  if (!request.number && !request.email && !request.awarded && !request.valid_until) {
    if (model.registration.found.empty()) model.registration.searched = false;
    return show_problems(model.registration.problems, commands,
                         {{{keys::number, Message::certificates_nothing_asked}}, std::nullopt});
  }
  send(model, commands, JoiningPurpose::search_certificates, protocol::registration_search,
       base::encode_json(request));
}

void certificate_search_replied(Model& model, Commands& commands, const Reply& reply) {
  auto found = content_of<protocol::CertificateSearchResponse>(reply);
  if (!found) return step_failed(model, commands, reply, {{"number", keys::number}});
  model.registration.searched = true;
  model.registration.found = std::move(found->certificates);
  commands.push_back(MoveFocus{std::string(keys::found_certificates)});
}

void registration_completed(Model& model, Commands& commands) {
  if (model.requests.is_pending(JoiningPurpose::complete_registration)) return;
  model.registration.problems = {};
  const certificates::CertificateSearchDraft& draft = model.drafts.certificates;
  send(model, commands, JoiningPurpose::complete_registration, protocol::registration_complete,
       base::encode_json(protocol::RegistrationCompletion{
           .registration = model.registration.pending,
           .certificates = draft.ticked,
           .newsletter = draft.newsletter}));
}

void completion_replied(Model& model, Commands& commands, const Reply& reply) {
  if (!is_done(reply)) return step_failed(model, commands, reply, {});
  show(model, commands, {View::mail_sent, {}}, History::push);
}

void activation_mail_wanted(Model& model, Commands& commands) {
  if (model.requests.is_pending(JoiningPurpose::send_activation_mail)) return;
  model.registration.problems = {};
  model.registration.mail_sent_again = false;
  send(model, commands, JoiningPurpose::send_activation_mail, protocol::registration_mail,
       base::encode_json(protocol::ActivationMailRequest{model.registration.pending}));
}

void activation_mail_replied(Model& model, Commands& commands, const Reply& reply) {
  if (!is_done(reply)) return step_failed(model, commands, reply, {});
  model.registration.mail_sent_again = true;
}

}  // namespace laurel::app::accounts
