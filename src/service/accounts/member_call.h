// What handlers of members' endpoints receive: who makes the request has been looked up.
//
//   OrProblem<protocol::SessionsResponse> list_sessions(const MemberCall& call, Services& services) {
//     call.account.member.email
#pragma once

#include <string>

#include "protocol/endpoint.h"
#include "service/accounts/records.h"
#include "service/kernel/call.h"
#include "service/kernel/endpoint.h"

namespace laurel::service::accounts {

struct CurrentSession {
  SessionRecord session;
  AccountRecord account;
};

/// Of a member with a session of the association that has not ended.
struct MemberCall : kernel::Call, CurrentSession {};

/// Of a browser that has the cookie of a session, which need not be in force: proven_change.h looks.
struct ProvingCall : kernel::Call {
  std::string presented;  // the hash of the cookie's token
};

/// The session whose token the association's cookie holds, while it lasts; else 401. Notes that it
/// was seen, at most once a minute. The 401 leaves the cookie as it is: a late answer to an older
/// request must not take away the cookie of a newer session.
[[nodiscard]] kernel::OrProblem<CurrentSession> require_session(const kernel::Call& call,
                                                                kernel::Services& services);

[[nodiscard]] kernel::OrProblem<MemberCall> admit_member(const kernel::Call& call,
                                                         kernel::Services& services);
[[nodiscard]] kernel::OrProblem<ProvingCall> admit_proving_member(const kernel::Call& call,
                                                                  kernel::Services& services);

}  // namespace laurel::service::accounts

namespace laurel::service::kernel {

template <>
struct Admission<protocol::Audience::member> {
  using Caller = accounts::MemberCall;
  static OrProblem<Caller> admit(const Call& call, Services& services) {
    return accounts::admit_member(call, services);
  }
};

template <>
struct Admission<protocol::Audience::proving_member> {
  using Caller = accounts::ProvingCall;
  static OrProblem<Caller> admit(const Call& call, Services& services) {
    return accounts::admit_proving_member(call, services);
  }
};

}  // namespace laurel::service::kernel
