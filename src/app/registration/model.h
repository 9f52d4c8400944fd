// Becoming a member, in three steps, and the activation that a mail leads to.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "app/form.h"
#include "protocol/registration.h"

namespace laurel::app {

struct RegistrationDraft {
  std::string first_name;
  std::string last_name;
  std::string email;
  std::string country;  // as typed or chosen: a name or a code
  std::string password;
  bool password_shown = false;
  bool agreed = false;
};

struct CertificateSearchDraft {
  std::string number;
  std::string email;
  std::string awarded;      // as the browser's date field gives it: "2021-04-26"
  std::string valid_until;
  std::set<std::string> ticked;  // numbers
  bool newsletter = false;
};

struct Registration {
  FormProblems problems;  // of the step that is shown
  std::string pending;    // names the registration at the backend; empty before step 1 is done
  std::vector<protocol::CertificateCandidate> found;
  bool searched = false;
  bool mail_sent_again = false;
};

enum class ActivationState { waiting, done, expired };

struct Activation {
  ActivationState state = ActivationState::waiting;
  FormProblems problems;
};

}  // namespace laurel::app
