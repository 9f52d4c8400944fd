// What can happen to a member's account, and to one that is being made.
#pragma once

#include <string>
#include <variant>

#include "app/answers.h"

namespace laurel::app::accounts {

struct SignInPressed {};
struct SignOutPressed {};

struct RegisterPressed {};           // step 1, "Create account"
struct CertificateSearchPressed {};  // step 2
struct RegistrationCompleted {};     // step 2, "Create account"
struct ActivationMailWanted {};      // step 3, "Send the e-mail again"
struct PasswordEdited {};            // a password that is being chosen
struct MailLinkPressed {};           // the button on the page that a mail's link opens
struct PasswordResetPressed {};      // "Forgot password?"
struct NewPasswordPressed {};
struct EmailFormPressed {};          // shows or hides the form for another e-mail address
struct EmailChangePressed {};        // sends it
struct PasswordFormPressed {};       // the same for another password
struct PasswordChangePressed {};
struct DeviceSignOutPressed {  // ends one of the member's other sessions
  std::string session_id;
};

/// Here from the start (Feature::sign_in).
using SignInAction = std::variant<SignInPressed, SignOutPressed>;

/// Of whoever chooses a password, a member or a visitor (Feature::password_advice).
using PasswordAction = std::variant<PasswordEdited, PasswordAdvised>;

/// A visitor's (Feature::joining).
using JoiningAction =
    std::variant<RegisterPressed, CertificateSearchPressed, RegistrationCompleted,
                 ActivationMailWanted, MailLinkPressed, PasswordResetPressed, NewPasswordPressed>;

/// A member's.
using Action = std::variant<EmailFormPressed, EmailChangePressed, PasswordFormPressed,
                            PasswordChangePressed, DeviceSignOutPressed>;

}  // namespace laurel::app::accounts
