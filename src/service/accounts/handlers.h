// The handlers of this feature's endpoints (endpoints.cpp).
#pragma once

#include "protocol/accounts/account.h"
#include "protocol/accounts/password_reset.h"
#include "protocol/accounts/registration.h"
#include "protocol/accounts/session.h"
#include "service/accounts/member_call.h"
#include "service/accounts/membership.h"
#include "service/kernel/call.h"
#include "service/kernel/services.h"

namespace laurel::service::accounts {

[[nodiscard]] kernel::OrProblem<kernel::WithCookies<protocol::Done>> activate(
    const kernel::VisitorCall& call, kernel::Services& services, const Membership& membership,
    const protocol::ActivationRequest& body);
[[nodiscard]] kernel::OrProblem<kernel::WithCookies<protocol::Done>> ask_for_email_change(
    const ProvingCall& call, kernel::Services& services, const protocol::EmailChange& body);
[[nodiscard]] kernel::OrProblem<protocol::Done> confirm_email_change(
    const kernel::VisitorCall& call, kernel::Services& services,
    const protocol::EmailConfirmation& body);
[[nodiscard]] kernel::OrProblem<kernel::WithCookies<protocol::Done>> change_password(
    const ProvingCall& call, kernel::Services& services, const Membership& membership,
    const protocol::PasswordChange& body);
[[nodiscard]] kernel::OrProblem<protocol::Done> create_password_reset(
    const kernel::VisitorCall& call, kernel::Services& services,
    const protocol::PasswordResetRequest& body);
[[nodiscard]] kernel::OrProblem<kernel::WithCookies<protocol::Done>> complete_password_reset(
    const kernel::VisitorCall& call, kernel::Services& services, const Membership& membership,
    const protocol::PasswordResetCompletion& body);
[[nodiscard]] kernel::OrProblem<protocol::RegistrationResponse> create_registration(
    const kernel::VisitorCall& call, kernel::Services& services,
    protocol::RegistrationRequest form);
[[nodiscard]] kernel::OrProblem<protocol::Done> complete_registration(
    const kernel::VisitorCall& call, kernel::Services& services,
    const protocol::RegistrationCompletion& completion);
[[nodiscard]] kernel::OrProblem<protocol::Done> send_activation_again(
    const kernel::VisitorCall& call, kernel::Services& services,
    const protocol::ActivationMailRequest& body);
[[nodiscard]] kernel::OrProblem<protocol::SessionResponse> read_session(
    const MemberCall& call, kernel::Services& services, const Membership& membership);
[[nodiscard]] kernel::OrProblem<kernel::WithCookies<protocol::NoContent>> sign_out(
    const kernel::VisitorCall& call, kernel::Services& services);
[[nodiscard]] kernel::OrProblem<protocol::SessionsResponse> list_sessions(
    const MemberCall& call, kernel::Services& services);
[[nodiscard]] kernel::OrProblem<kernel::WithCookies<protocol::NoContent>> revoke_session(
    const MemberCall& call, kernel::Services& services);
[[nodiscard]] kernel::OrProblem<kernel::WithCookies<protocol::SessionResponse>> sign_in(
    const kernel::VisitorCall& call, kernel::Services& services, const Membership& membership,
    protocol::SignInRequest body);

}  // namespace laurel::service::accounts
