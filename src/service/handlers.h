// The handlers of the endpoints' table (service/endpoints.cpp), by the file that holds them.
#pragma once

#include "service/kernel/call.h"

namespace laurel::service {

// health.cpp
[[nodiscard]] protocol::Response read_health(const Call& call, Services& services);

// openapi.cpp
[[nodiscard]] protocol::Response read_openapi(const Call& call, Services& services);

// sign_in.cpp
[[nodiscard]] protocol::Response sign_in(const Call& call, Services& services);

// session.cpp
[[nodiscard]] protocol::Response read_session(const Call& call, Services& services);
[[nodiscard]] protocol::Response sign_out(const Call& call, Services& services);
[[nodiscard]] protocol::Response list_sessions(const Call& call, Services& services);
[[nodiscard]] protocol::Response revoke_session(const Call& call, Services& services);

// dashboard.cpp
[[nodiscard]] protocol::Response read_dashboard(const Call& call, Services& services);

// profile.cpp
[[nodiscard]] protocol::Response read_profile(const Call& call, Services& services);
[[nodiscard]] protocol::Response save_own_profile(const Call& call, Services& services);

// photo.cpp
[[nodiscard]] protocol::Response save_photo(const Call& call, Services& services);
[[nodiscard]] protocol::Response remove_photo(const Call& call, Services& services);
[[nodiscard]] protocol::Response read_photo(const Call& call, Services& services);

// member_page.cpp
[[nodiscard]] protocol::Response preview_profile(const Call& call, Services& services);
[[nodiscard]] protocol::Response read_member(const Call& call, Services& services);

// directory.cpp
[[nodiscard]] protocol::Response search_directory(const Call& call, Services& services);

// certificates.cpp
[[nodiscard]] protocol::Response list_member_certificates(const Call& call, Services& services);
[[nodiscard]] protocol::Response search_member_certificates(const Call& call, Services& services);
[[nodiscard]] protocol::Response claim_certificates(const Call& call, Services& services);
[[nodiscard]] protocol::Response read_calendar(const Call& call, Services& services);
[[nodiscard]] protocol::Response read_verification(const Call& call, Services& services);

// catalogue.cpp
[[nodiscard]] protocol::Response read_text(const Call& call, Services& services);
[[nodiscard]] protocol::Response list_education(const Call& call, Services& services);
[[nodiscard]] protocol::Response list_events(const Call& call, Services& services);
[[nodiscard]] protocol::Response list_member_associations(const Call& call, Services& services);
[[nodiscard]] protocol::Response list_organisations(const Call& call, Services& services);

// catalogue_search.cpp
[[nodiscard]] protocol::Response search(const Call& call, Services& services);

// registration.cpp
[[nodiscard]] protocol::Response create_registration(const Call& call, Services& services);
[[nodiscard]] protocol::Response search_certificates(const Call& call, Services& services);
[[nodiscard]] protocol::Response complete_registration(const Call& call, Services& services);
[[nodiscard]] protocol::Response send_activation_again(const Call& call, Services& services);

// activation.cpp
[[nodiscard]] protocol::Response activate(const Call& call, Services& services);

// password_reset.cpp
[[nodiscard]] protocol::Response create_password_reset(const Call& call, Services& services);
[[nodiscard]] protocol::Response complete_password_reset(const Call& call, Services& services);

// password_change.cpp
[[nodiscard]] protocol::Response change_password(const Call& call, Services& services);

// email_change.cpp
[[nodiscard]] protocol::Response ask_for_email_change(const Call& call, Services& services);
[[nodiscard]] protocol::Response confirm_email_change(const Call& call, Services& services);

// newsletter.cpp
[[nodiscard]] protocol::Response ask_for_newsletter(const Call& call, Services& services);
[[nodiscard]] protocol::Response confirm_newsletter(const Call& call, Services& services);
[[nodiscard]] protocol::Response cancel_newsletter(const Call& call, Services& services);
[[nodiscard]] protocol::Response cancel_newsletter_by_mail_program(const Call& call,
                                                                   Services& services);

// dev_mailbox.cpp
[[nodiscard]] protocol::Response read_dev_mailbox(const Call& call, Services& services);

}  // namespace laurel::service
