// What the screens about certificates have in common.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/certificates/model.h"
#include "app/form.h"
#include "domain/certificate.h"
#include "protocol/certificates.h"
#include "protocol/dashboard.h"
#include "ui/ui.h"

namespace laurel::ui {

/// The four fields by which certificates are looked for.
void certificate_search_fields(Ui& ui, const app::FormProblems& problems,
                               app::certificates::CertificateSearchDraft& draft);

/// The box that a certificate is ticked with; its label is seen where `has_label` says so.
void certificate_tick(Ui& ui, std::string_view number, std::string_view title, bool has_label,
                      app::certificates::CertificateSearchDraft& draft);

/// "Valid", "Expires soon", …, in its colour.
void certificate_badge(Ui& ui, std::string_view key, domain::CertificateState state);

/// A list of certificates, each with its state.
struct CertificateSummaries {
  std::string_view key;   // every key begins with it
  std::string_view name;  // of the list
  int level = 3;          // of the titles, which are headings
  bool own = false;       // the member's, so that each title leads to the certificate's page
};
void certificate_summaries(Ui& ui, const CertificateSummaries& list,
                           const std::vector<protocol::CertificateSummary>& certificates);

/// Number, level, domain, owner, member association and days, below `<key>/facts`. What an
/// association's certificates do not have is left out.
void certificate_facts(Ui& ui, const std::string& key,
                       const protocol::CertificateDetail& certificate);
void certificate_facts(Ui& ui, const std::string& key,
                       const protocol::VerificationResponse& certificate);

/// "This certificate ends in 3 months."; empty where it has ended.
[[nodiscard]] std::string words_of_months_left(const protocol::CertificateDetail& certificate);

/// "Recertification needs 175 hours of training …"; empty where none is stated for the level.
[[nodiscard]] std::string words_of_recertification(
    const std::optional<domain::CertificateLevel>& level);

/// How wide a screen about one certificate is.
inline constexpr float certificate_width = 720;

}  // namespace laurel::ui
