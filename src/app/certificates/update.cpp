#include "app/certificates/update.h"

#include "app/certificates/keys.h"
#include "app/certificates/requests.h"
#include "app/certificates/shown.h"
#include "app/form.h"
#include "app/keys.h"
#include "app/send.h"
#include "base/utf8.h"
#include "base/visit.h"

namespace laurel::app::certificates {
namespace {

/// Of the page that verifies the certificate whose proof is shown.
void want_qr_code(Model& model, Commands& commands) {
  if (model.route.view != View::proof) return;
  const protocol::CertificateDetail* certificate = shown_certificate(model);
  if (certificate == nullptr) return;
  const std::string& address = certificate->verification_address;
  if (model.member.certificate_extras.qr_text == address) return;
  model.member.certificate_extras = {std::nullopt, address, {}, 0};
  commands.push_back(MakeQrCode{address});
}

void read_certificates(Model& model, Commands& commands) {
  model.member.certificates.list.trouble.reset();
  send(model, commands, Purpose::read_certificates, protocol::certificates_list);
}

void open_certificates(Model& model, Commands& commands) {
  model.member.certificates = {std::move(model.member.certificates.list), {}, {}, false, std::nullopt};
  model.drafts.member.certificates = {};
  model.requests.drop(Purpose::search_my_certificates);
  read_certificates(model, commands);
}

void certificates_replied(Model& model, Commands& commands, const Reply& reply) {
  take(model.member.certificates.list, reply);
  want_qr_code(model, commands);
}

void open_certificate(Model& model, Commands& commands) {
  model.member.certificate_extras = {};
  want_qr_code(model, commands);
  read_certificates(model, commands);
}

void calendar_pressed(Model& model, Commands& commands) {
  if (model.requests.is_pending(Purpose::read_calendar, model.route)) return;
  model.member.certificate_extras.calendar_trouble.reset();
  send_to(model, commands, Purpose::read_calendar, protocol::certificate_calendar,
          {model.association.id, model.route.parameter});
}

void calendar_replied(Model& model, Commands& commands, const Route& asked_on,
                      const Reply& reply) {
  auto file = content_of<protocol::CalendarFile>(reply);
  if (!file) {
    if (asked_on == model.route) model.member.certificate_extras.calendar_trouble = trouble_of(reply);
    return;
  }
  commands.push_back(SaveFile{std::move(file->name), "text/calendar", std::move(file->content)});
}

void qr_code_made(Model& model, const QrCodeMade& made) {
  if (made.text != model.member.certificate_extras.qr_text) return;
  model.member.certificate_extras.qr_path = made.path;
  model.member.certificate_extras.qr_size = made.size;
}

void my_search_pressed(Model& model, Commands& commands) {
  const CertificateSearchDraft& draft = model.drafts.member.certificates;
  model.member.certificates.problems = {};
  const protocol::MemberCertificateSearch search{typed(draft.number), typed(draft.email),
                                                 base::parse_date(draft.awarded),
                                                 base::parse_date(draft.valid_until)};
  if (!search.number && !search.email && !search.awarded && !search.valid_until) {
    if (model.member.certificates.found.empty()) model.member.certificates.searched = false;
    return show_problems(model.member.certificates.problems, commands,
                         {{{keys::number, Message::certificates_nothing_asked}}, std::nullopt});
  }
  send(model, commands, Purpose::search_my_certificates, protocol::certificates_search,
       base::encode_json(search));
}

void my_search_replied(Model& model, Commands& commands, const Reply& reply) {
  auto found = content_of<protocol::MemberCertificateSearchResponse>(reply);
  if (!found) {
    return show_problems(model.member.certificates.problems, commands,
                         form_problems(reply, {{"number", keys::number}}));
  }
  model.member.certificates.searched = true;
  model.member.certificates.claimed.reset();
  model.member.certificates.found = std::move(found->certificates);
  model.drafts.member.certificates.ticked.clear();
  commands.push_back(MoveFocus{std::string(keys::found_certificates)});
}

void claim_pressed(Model& model, Commands& commands) {
  if (model.requests.is_pending(Purpose::claim_certificates)) return;
  model.member.certificates.problems = {};
  const std::vector<std::string>& ticked = model.drafts.member.certificates.ticked;
  if (ticked.empty()) {
    return show_problems(model.member.certificates.problems, commands,
                         {{{keys::found_certificates, Message::certificates_none_ticked}},
                          std::nullopt});
  }
  send(model, commands, Purpose::claim_certificates, protocol::certificates_claim,
       base::encode_json(protocol::CertificateClaim{ticked}));
}

void claim_replied(Model& model, Commands& commands, const Reply& reply) {
  auto claimed = content_of<protocol::CertificateClaimResponse>(reply);
  if (!claimed) {
    return show_problems(model.member.certificates.problems, commands, form_problems(reply, {}));
  }
  model.member.certificates = {std::move(model.member.certificates.list), {}, {}, false, std::move(*claimed)};
  model.drafts.member.certificates = {};
  commands.push_back(MoveFocus{std::string(keys::page_title)});
  read_certificates(model, commands);
}

struct Dispatch {
  Model& model;
  Commands& commands;

  void operator()(const MySearchPressed&) const { my_search_pressed(model, commands); }
  void operator()(const ClaimPressed&) const { claim_pressed(model, commands); }
  void operator()(const CalendarPressed&) const { calendar_pressed(model, commands); }
  void operator()(const PrintPressed&) const { commands.push_back(PrintPage{}); }
  void operator()(const QrCodeMade& made) const { qr_code_made(model, made); }
};

}  // namespace

void open(Model& model, Commands& commands) {
  switch (model.route.view) {
    case View::my_certificates:
      return open_certificates(model, commands);
    default:
      return open_certificate(model, commands);
  }
}

void update(Model& model, Commands& commands, const Action& action) {
  base::visit(Dispatch{model, commands}, action);
}

void replied(Model& model, Commands& commands, const Request& request, const Reply& reply) {
  switch (request.purpose.as<Purpose>()) {
    case Purpose::read_certificates:
      return certificates_replied(model, commands, reply);
    case Purpose::search_my_certificates:
      return my_search_replied(model, commands, reply);
    case Purpose::claim_certificates:
      return claim_replied(model, commands, reply);
    case Purpose::read_calendar:
      return calendar_replied(model, commands, request.asked_on, reply);
  }
}

}  // namespace laurel::app::certificates
