#include "app/keys.h"
#include "app/transition.h"
#include "base/utf8.h"

namespace laurel::app {

void read_certificates(Model& model, Commands& commands) {
  model.certificates.list.trouble.reset();
  if (model.session.presence != Presence::signed_in) return;
  send(model, commands, Purpose::read_certificates, protocol::certificates_list);
}

void open_certificates(Model& model, Commands& commands) {
  model.certificates = {std::move(model.certificates.list), {}, {}, false, std::nullopt};
  model.drafts.my_certificates = {};
  read_certificates(model, commands);
}

void certificates_replied(Model& model, Commands& commands, const Reply& reply) {
  if (left_with(model, commands, reply)) return;
  take(model.certificates.list, reply);
}

void my_search_pressed(Model& model, Commands& commands) {
  const CertificateSearchDraft& draft = model.drafts.my_certificates;
  model.certificates.problems = {};
  const protocol::MemberCertificateSearch search{typed(draft.number), typed(draft.email),
                                                 base::parse_date(draft.awarded),
                                                 base::parse_date(draft.valid_until)};
  if (!search.number && !search.email && !search.awarded && !search.valid_until) {
    return show_problems(model.certificates.problems, commands,
                         {{{keys::number, Message::certificates_nothing_asked}}, std::nullopt});
  }
  send(model, commands, Purpose::search_my_certificates, protocol::certificates_search,
       base::encode_json(search));
}

void my_search_replied(Model& model, Commands& commands, const Reply& reply) {
  if (left_with(model, commands, reply)) return;
  auto found = content_of<protocol::MemberCertificateSearchResponse>(reply);
  if (!found) {
    return show_problems(model.certificates.problems, commands,
                         form_problems(reply, {{"number", keys::number}}));
  }
  model.certificates.searched = true;
  model.certificates.claimed.reset();
  model.certificates.found = std::move(found->certificates);
  model.drafts.my_certificates.ticked.clear();
}

void claim_pressed(Model& model, Commands& commands) {
  if (model.requests.is_pending(Purpose::claim_certificates)) return;
  model.certificates.problems = {};
  const std::vector<std::string>& ticked = model.drafts.my_certificates.ticked;
  if (ticked.empty()) {
    return show_problems(model.certificates.problems, commands,
                         {{{keys::found_certificates, Message::certificates_none_ticked}},
                          std::nullopt});
  }
  send(model, commands, Purpose::claim_certificates, protocol::certificates_claim,
       base::encode_json(protocol::CertificateClaim{ticked}));
}

void claim_replied(Model& model, Commands& commands, const Reply& reply) {
  if (left_with(model, commands, reply)) return;
  auto claimed = content_of<protocol::CertificateClaimResponse>(reply);
  if (!claimed) {
    return show_problems(model.certificates.problems, commands, form_problems(reply, {}));
  }
  model.certificates = {std::move(model.certificates.list), {}, {}, false, std::move(*claimed)};
  model.drafts.my_certificates = {};
  commands.push_back(MoveFocus{std::string(keys::page_title)});
  read_certificates(model, commands);
}

void open_verification(Model& model, Commands& commands) {
  model.verification = {};
  send_to(model, commands, Purpose::read_verification, protocol::verification_read,
          {model.association.id, model.route.parameter});
}

void verification_replied(Model& model, const Reply& reply) {
  model.verification.unknown = is_problem(reply, protocol::ProblemCode::not_found);
  if (!model.verification.unknown) take(model.verification.certificate, reply);
}

}  // namespace laurel::app
