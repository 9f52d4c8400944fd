// Becoming a member, in three steps. The activation that ends it is a mail's link (app/accounts/mail_link).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/form.h"
#include "app/route.h"
#include "protocol/accounts/registration.h"
#include "protocol/certificates.h"

namespace laurel::app::accounts {

struct RegistrationDraft {
  std::string first_name;
  std::string last_name;
  std::string email;
  std::string country;  // as typed or chosen: a name or a code
  std::string password;
  bool password_shown = false;
  bool agreed = false;

  /// What is kept over a reload (app/drafts/kept.h); never the password.
  static constexpr auto fields() {
    return std::tuple{base::field("first_name", &RegistrationDraft::first_name),
                      base::field("last_name", &RegistrationDraft::last_name),
                      base::field("email", &RegistrationDraft::email),
                      base::field("country", &RegistrationDraft::country),
                      base::field("agreed", &RegistrationDraft::agreed)};
  }
};

struct Registration {
  FormProblems problems;  // of the step that is shown
  std::string pending;    // names the registration at the backend; empty before step 1 is done
  std::vector<protocol::CertificateCandidate> found;
  bool searched = false;
  bool mail_sent_again = false;
  /// The later step that the address named when nothing was known of a registration under way; shown
  /// once what was kept of it has arrived.
  std::optional<Route> wanted_step;
};

}  // namespace laurel::app::accounts
