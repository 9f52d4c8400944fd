// The member's certificates: keeping track of them, and linking more.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/form.h"
#include "app/loaded.h"
#include "base/codec.h"
#include "protocol/certificates.h"

namespace laurel::app::certificates {

/// By what certificates are looked for, and which of those that were found are ticked; also in a
/// registration.
struct CertificateSearchDraft {
  std::string number;
  std::string email;
  std::string awarded;      // as the browser's date field gives it: "2021-04-26"
  std::string valid_until;
  std::vector<std::string> ticked;  // numbers
  bool newsletter = false;

  static constexpr auto fields() {
    return std::tuple{base::field("number", &CertificateSearchDraft::number),
                      base::field("email", &CertificateSearchDraft::email),
                      base::field("awarded", &CertificateSearchDraft::awarded),
                      base::field("valid_until", &CertificateSearchDraft::valid_until),
                      base::field("ticked", &CertificateSearchDraft::ticked),
                      base::field("newsletter", &CertificateSearchDraft::newsletter)};
  }
};

struct Certificates {
  Loaded<protocol::CertificatesResponse> list;
  FormProblems problems;  // of the search or of linking
  std::vector<protocol::MemberCertificateCandidate> found;
  bool searched = false;
  std::optional<protocol::CertificateClaimResponse> claimed;  // what became of what was ticked
};

/// What is made of one certificate: its calendar file, the QR code of its proof.
struct CertificateExtras {
  std::optional<Trouble> calendar_trouble;  // why the file could not be read
  std::string qr_text;                      // of the code; the code of another text is not shown
  std::string qr_path;                      // see QrCodeMade
  std::int64_t qr_size = 0;
};

/// A certificate as its verification page shows it; nothing where the address names none.
struct Verification {
  Loaded<protocol::VerificationResponse> certificate;
  bool unknown = false;
};

}  // namespace laurel::app::certificates
