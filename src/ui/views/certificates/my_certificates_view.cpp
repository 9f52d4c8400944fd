#include <string>
#include <vector>

#include "app/certificates/keys.h"
#include "app/certificates/requests.h"
#include "ui/views/certificates/certificate_parts.h"
#include "ui/views/certificates/views.h"
#include "ui/views/parts/form_view.h"
#include "ui/views/parts/loaded_view.h"
#include "ui/widgets/controls.h"
#include "ui/widgets/messages.h"
#include "ui/widgets/table.h"

namespace laurel::ui {

using app::Message;
using app::say;
using domain::CertificateState;
using protocol::CertificateDetail;
using protocol::ClaimState;
namespace keys = app::keys;

namespace {

/// What a member has to know now: that it ends, and until when it can be renewed.
void advice(Ui& ui, const CertificateDetail& certificate, const std::string& key) {
  const bool ends = certificate.state == CertificateState::expiring;
  const bool ended = certificate.state == CertificateState::recertification;
  if (!ends && !ended) return;
  std::string text = words_of_months_left(certificate);
  if (certificate.recertify_until) {
    if (!text.empty()) text += " ";
    text += say(Message::certificates_recertify_until,
                {{"date", app::say_date(*certificate.recertify_until)}});
  }
  ui.layout().skip(space::small);
  paragraph(ui, {.key = key + "/advice", .text = text});
  const std::string needed = words_of_recertification(certificate.level);
  if (needed.empty()) return;
  ui.layout().skip(space::hair);
  paragraph(ui, {.key = key + "/recertification", .text = needed, .style = TextStyle::small,
                 .tone = Tone::muted});
}

void certificate_item(Ui& ui, const CertificateDetail& certificate) {
  const std::string key = "certificate/" + certificate.number;
  group(ui, {.key = key, .role = Role::listitem}, [&] {
    linked_heading(ui, {.key = key + "/title", .text = certificate.title, .level = 3,
                        .style = TextStyle::body_strong},
                   app::fragment_of({app::View::certificate, certificate.number}));
    ui.layout().skip(space::tight);
    certificate_badge(ui, key + "/state", certificate.state);
    ui.layout().skip(space::small);
    certificate_facts(ui, key, certificate);
    advice(ui, certificate, key);
    ui.layout().skip(space::small);
    const std::string proof = say(Message::certificates_verification);
    link(ui, {.key = key + "/verification", .text = proof,
              .href = app::fragment_of({app::View::verification, certificate.verification}),
              .name = proof + ": " + certificate.title});
  });
}

void certificate_list(Ui& ui, const app::Model& model,
                      const std::vector<CertificateDetail>& certificates) {
  const std::string& title = model.association.certificate_noun;
  card(ui, {.key = "certificates", .role = Role::region, .name = title}, [&] {
    heading(ui, {.key = "certificates/title", .text = title});
    ui.layout().skip(space::medium);
    if (certificates.empty()) {
      paragraph(ui, {.key = "certificates/none", .text = say(Message::dashboard_none_linked)});
      return;
    }
    group(ui, {.key = "certificates/list", .role = Role::list, .name = title}, [&] {
      ruled(ui, certificates,
            [&](const CertificateDetail& certificate) { certificate_item(ui, certificate); });
    });
  });
}

void pending_claims(Ui& ui, const std::vector<protocol::PendingClaim>& pending) {
  if (pending.empty()) return;
  ui.layout().skip(space::large);
  const std::string title = say(Message::certificates_pending);
  card(ui, {.key = "pending", .role = Role::region, .name = title}, [&] {
    heading(ui, {.key = "pending/title", .text = title});
    ui.layout().skip(space::small);
    std::vector<std::string> texts;
    for (const protocol::PendingClaim& claim : pending) {
      texts.push_back(say(Message::certificates_pending_item,
                          {{"title", claim.title},
                           {"number", claim.number},
                           {"date", app::say_date(base::date_of(claim.requested))}}));
    }
    bullet_list(ui, "pending/list", texts);
  });
}

Message words_of(ClaimState state) {
  switch (state) {
    case ClaimState::linkable:
      return Message::certificates_linkable;
    case ClaimState::claimable:
      return Message::certificates_claimable;
    case ClaimState::requested:
      return Message::certificates_requested;
    case ClaimState::linked:
      return Message::certificates_linked_already;
  }
  return Message::certificates_claimable;
}

void found_table(Ui& ui, const app::Model& model, app::certificates::CertificateSearchDraft& draft) {
  const std::string title = say(Message::certificates_found);
  const auto& found = model.member.certificates.found;
  table(ui, {
      .key = "certificates/found/list",
      .name = title,
      .columns = {{say(Message::certificates_owner), 1},
                  {say(Message::certificates_certificate), 2},
                  {say(Message::certificates_number), 1.3F},
                  {say(Message::certificates_awarded), 1.2F},
                  {say(Message::certificates_validity), 1.2F},
                  {say(Message::certificates_outcome), 1.6F}},
      .row_count = found.size(),
      .row = [&](std::size_t row) -> TableRow {
        const protocol::MemberCertificateCandidate& one = found[row];
        return {"candidate/" + one.number,
                {{one.owner}, {one.title}, {one.number}, {app::say_date(one.awarded)},
                 {app::say_date(one.valid_until)}, {say(words_of(one.state))}}};
      },
      .tick_title = say(Message::certificates_yours),
      .tick = [&](std::size_t row, bool has_label) {
        const bool open = found[row].state == ClaimState::linkable ||
                          found[row].state == ClaimState::claimable;
        if (open) certificate_tick(ui, found[row].number, found[row].title, has_label, draft);
      }});
}

void results(Ui& ui, const app::Model& model, app::certificates::CertificateSearchDraft& draft,
             app::Actions& actions) {
  if (!model.member.certificates.searched) return;
  ui.layout().skip(space::large);
  const bool none = model.member.certificates.found.empty();
  const Message title = none ? Message::certificates_none : Message::certificates_found;
  heading(ui, {.key = keys::found_certificates, .text = say(title), .level = 3,
               .takes_focus = true});
  ui.layout().skip(space::medium);
  if (none) {
    return paragraph(ui, {.key = "certificates/found/none",
                          .text = say(Message::certificates_none_advice)});
  }
  found_table(ui, model, draft);
  ui.layout().skip(space::large);
  const bool busy = model.requests.is_pending(app::certificates::Purpose::claim_certificates);
  const std::string text = say(busy ? Message::page_working : Message::certificates_link);
  if (button(ui, {.key = "certificates/link", .text = text, .busy = busy})) {
    actions.push_back(app::certificates::ClaimPressed{});
  }
}

void add_card(Ui& ui, const app::Model& model, app::certificates::CertificateSearchDraft& draft,
              app::Actions& actions) {
  ui.layout().skip(space::large);
  const std::string title = say(Message::certificates_add);
  card(ui, {.key = "certificates/adding", .role = Role::form, .name = title}, [&] {
    heading(ui, {.key = "certificates/add/title", .text = title});
    ui.layout().skip(space::tight);
    paragraph(ui, {.key = "certificates/add/text", .text = say(Message::certificates_add_text),
                   .tone = Tone::muted});
    ui.layout().skip(space::medium);
    certificate_search_fields(ui, model.member.certificates.problems, draft);
    ui.layout().skip(space::medium);
    const bool busy = model.requests.is_pending(app::certificates::Purpose::search_my_certificates);
    const std::string text =
        say(busy ? Message::certificates_searching : Message::certificates_search);
    if (button(ui, {.key = "certificates/search", .text = text, .look = Look::quiet, .busy = busy,
                    .submits = true})) {
      actions.push_back(app::certificates::MySearchPressed{});
    }
    results(ui, model, draft, actions);
  });
}

void outcome(Ui& ui, const app::Model& model) {
  if (!model.member.certificates.claimed) return;
  const auto tell = [&ui](std::string_view key, Message message, std::size_t count) {
    if (count == 0) return;
    notice(ui, key, say(message, {{"count", std::to_string(count)}}));
    ui.layout().skip(space::large);
  };
  tell("certificates/linked", Message::certificates_linked,
       model.member.certificates.claimed->linked.size());
  tell("certificates/asked", Message::certificates_asked,
       model.member.certificates.claimed->requested.size());
}

}  // namespace

void my_certificates_view(Ui& ui, const app::Model& model, app::certificates::CertificateSearchDraft& draft,
                          app::Actions& actions) {
  column(ui, content_width, [&] {
    page_title(ui, say(Message::certificates_mine));
    form_summary(ui, model.member.certificates.problems, actions);
    outcome(ui, model);
    loaded(ui, model.member.certificates.list, actions, [&](const protocol::CertificatesResponse& content) {
      certificate_list(ui, model, content.certificates);
      pending_claims(ui, content.pending);
    });
    add_card(ui, model, draft, actions);
  });
}

}  // namespace laurel::ui
