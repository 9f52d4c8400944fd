#include "service/endpoints.h"

#include <array>

#include "protocol/accounts/account.h"
#include "protocol/accounts/password_reset.h"
#include "protocol/accounts/registration.h"
#include "protocol/accounts/session.h"
#include "protocol/catalogue.h"
#include "protocol/certificates.h"
#include "protocol/dashboard.h"
#include "protocol/health.h"
#include "protocol/json_schema.h"
#include "protocol/mail.h"
#include "protocol/members.h"
#include "protocol/newsletter.h"
#include "service/accounts/handlers.h"
#include "service/catalogue/handlers.h"
#include "service/certificates/handlers.h"
#include "service/dashboard/handlers.h"
#include "service/kernel/handlers.h"
#include "service/mail/handlers.h"
#include "service/members/handlers.h"
#include "service/newsletter/handlers.h"
#include "service/certificates/summaries.h"
#include "service/membership.h"

namespace laurel::service {
namespace {

void any_object(base::JsonWriter& json) { json.raw(R"({"type":"object"})"); }

/// OpenAPI 3.1.0, "Considerations for File Uploads": bytes have no schema.
void binary(base::JsonWriter& json) { json.raw("{}"); }

/// RFC 8058 section 3.2.
void one_click_form(base::JsonWriter& json) {
  json.raw(R"({"type":"object","required":["List-Unsubscribe"],)"
           R"("properties":{"List-Unsubscribe":{"const":"One-Click"}}})");
}

template <auto handler>
protocol::Response with_membership(const kernel::Call& call, kernel::Services& services) {
  return handler(call, services, membership);
}

template <auto handler>
protocol::Response with_certificates(const kernel::Call& call, kernel::Services& services) {
  return handler(call, services, certificates::linked_certificates);
}

// To add an endpoint: its Route in protocol/routes.h, its messages in protocol/, its handler in
// handlers.h and a file of its feature, a line here, and a test in tests/service.
constexpr std::array table = {
    Endpoint{.route = protocol::health,
             .handler = kernel::read_health,
             .response = protocol::write_schema<protocol::HealthResponse>},
    Endpoint{.route = protocol::openapi, .handler = read_openapi, .response = any_object},
    Endpoint{.route = protocol::session_create,
             .handler = with_membership<accounts::sign_in>,
             .request = protocol::write_schema<protocol::SignInRequest>,
             .response = protocol::write_schema<protocol::SessionResponse>,
             .hashes_passwords = true},
    Endpoint{.route = protocol::session_read,
             .handler = with_membership<accounts::read_session>,
             .response = protocol::write_schema<protocol::SessionResponse>,
             .needs = Needs::session},
    Endpoint{
        .route = protocol::session_delete, .handler = accounts::sign_out, .success_status = 204},
    Endpoint{.route = protocol::sessions_list,
             .handler = accounts::list_sessions,
             .response = protocol::write_schema<protocol::SessionsResponse>,
             .needs = Needs::session},
    Endpoint{.route = protocol::sessions_revoke,
             .handler = accounts::revoke_session,
             .success_status = 204,
             .needs = Needs::session},
    Endpoint{.route = protocol::dashboard_read,
             .handler = dashboard::read_dashboard,
             .response = protocol::write_schema<protocol::DashboardResponse>,
             .needs = Needs::session},
    Endpoint{.route = protocol::profile_read,
             .handler = members::read_profile,
             .response = protocol::write_schema<protocol::ProfileResponse>,
             .needs = Needs::session},
    Endpoint{.route = protocol::profile_save,
             .handler = members::save_own_profile,
             .request = protocol::write_schema<protocol::ProfileUpdate>,
             .response = protocol::write_schema<protocol::ProfileResponse>,
             .needs = Needs::session},
    Endpoint{.route = protocol::profile_preview,
             .handler = with_certificates<members::preview_profile>,
             .response = protocol::write_schema<protocol::VisibleProfile>,
             .needs = Needs::session},
    Endpoint{.route = protocol::photo_save,
             .handler = members::save_photo,
             .request = protocol::write_schema<protocol::PhotoUpload>,
             .response = protocol::write_schema<protocol::PhotoResponse>,
             .needs = Needs::session,
             .decodes_pictures = true,
             .max_body_bytes = protocol::max_photo_body_bytes},
    Endpoint{.route = protocol::photo_remove,
             .handler = members::remove_photo,
             .success_status = 204,
             .needs = Needs::session},
    Endpoint{.route = protocol::photo_read,
             .handler = members::read_photo,
             .response = binary,
             .response_type = "image/jpeg",
             .needs = Needs::session},
    Endpoint{.route = protocol::directory_search,
             .handler = with_certificates<members::search_directory>,
             .request = protocol::write_schema<protocol::DirectorySearch>,
             .response = protocol::write_schema<protocol::DirectoryResponse>,
             .needs = Needs::session},
    Endpoint{.route = protocol::member_read,
             .handler = with_certificates<members::read_member>,
             .response = protocol::write_schema<protocol::VisibleProfile>,
             .needs = Needs::session},
    Endpoint{.route = protocol::certificates_list,
             .handler = certificates::list_member_certificates,
             .response = protocol::write_schema<protocol::CertificatesResponse>,
             .needs = Needs::session},
    Endpoint{.route = protocol::certificates_search,
             .handler = certificates::search_member_certificates,
             .request = protocol::write_schema<protocol::MemberCertificateSearch>,
             .response = protocol::write_schema<protocol::MemberCertificateSearchResponse>,
             .needs = Needs::session},
    Endpoint{.route = protocol::certificates_claim,
             .handler = certificates::claim_certificates,
             .request = protocol::write_schema<protocol::CertificateClaim>,
             .response = protocol::write_schema<protocol::CertificateClaimResponse>,
             .needs = Needs::session},
    Endpoint{.route = protocol::certificate_calendar,
             .handler = certificates::read_calendar,
             .response = protocol::write_schema<protocol::CalendarFile>,
             .needs = Needs::session},
    Endpoint{.route = protocol::verification_read,
             .handler = certificates::read_verification,
             .response = protocol::write_schema<protocol::VerificationResponse>},
    Endpoint{.route = protocol::text_read,
             .handler = catalogue::read_text,
             .response = protocol::write_schema<domain::Text>},
    Endpoint{.route = protocol::education_list,
             .handler = catalogue::list_education,
             .response = protocol::write_schema<protocol::OffersResponse>},
    Endpoint{.route = protocol::events_list,
             .handler = catalogue::list_events,
             .response = protocol::write_schema<protocol::OffersResponse>},
    Endpoint{.route = protocol::member_associations_list,
             .handler = catalogue::list_member_associations,
             .response = protocol::write_schema<protocol::MemberAssociationsResponse>},
    Endpoint{.route = protocol::organisations_list,
             .handler = catalogue::list_organisations,
             .response = protocol::write_schema<protocol::OrganisationsResponse>},
    Endpoint{.route = protocol::search,
             .handler = catalogue::search,
             .response = protocol::write_schema<protocol::SearchResponse>},
    Endpoint{.route = protocol::registration_create,
             .handler = accounts::create_registration,
             .success_status = 201,
             .request = protocol::write_schema<protocol::RegistrationRequest>,
             .response = protocol::write_schema<protocol::RegistrationResponse>,
             .hashes_passwords = true},
    Endpoint{.route = protocol::registration_search,
             .handler = certificates::search_certificates,
             .request = protocol::write_schema<protocol::CertificateSearchRequest>,
             .response = protocol::write_schema<protocol::CertificateSearchResponse>},
    Endpoint{.route = protocol::registration_complete,
             .handler = accounts::complete_registration,
             .success_status = 202,
             .request = protocol::write_schema<protocol::RegistrationCompletion>,
             .response = any_object},
    Endpoint{.route = protocol::registration_mail,
             .handler = accounts::send_activation_again,
             .success_status = 202,
             .request = protocol::write_schema<protocol::ActivationMailRequest>,
             .response = any_object},
    Endpoint{.route = protocol::activation_create,
             .handler = with_membership<accounts::activate>,
             .request = protocol::write_schema<protocol::ActivationRequest>,
             .response = any_object,
             .hashes_passwords = true},
    Endpoint{.route = protocol::password_reset_create,
             .handler = accounts::create_password_reset,
             .success_status = 202,
             .request = protocol::write_schema<protocol::PasswordResetRequest>,
             .response = any_object},
    Endpoint{.route = protocol::password_reset_complete,
             .handler = with_membership<accounts::complete_password_reset>,
             .request = protocol::write_schema<protocol::PasswordResetCompletion>,
             .response = any_object,
             .hashes_passwords = true},
    Endpoint{.route = protocol::password_change,
             .handler = with_membership<accounts::change_password>,
             .request = protocol::write_schema<protocol::PasswordChange>,
             .response = any_object,
             .needs = Needs::session,
             .hashes_passwords = true},
    Endpoint{.route = protocol::email_change,
             .handler = accounts::ask_for_email_change,
             .success_status = 202,
             .request = protocol::write_schema<protocol::EmailChange>,
             .response = any_object,
             .needs = Needs::session,
             .hashes_passwords = true},
    Endpoint{.route = protocol::email_confirm,
             .handler = accounts::confirm_email_change,
             .request = protocol::write_schema<protocol::EmailConfirmation>,
             .response = any_object,
             .hashes_passwords = true},
    Endpoint{.route = protocol::newsletter_create,
             .handler = newsletter::ask_for_newsletter,
             .success_status = 202,
             .request = protocol::write_schema<protocol::NewsletterRequest>,
             .response = any_object},
    Endpoint{.route = protocol::newsletter_confirm,
             .handler = newsletter::confirm_newsletter,
             .request = protocol::write_schema<protocol::NewsletterConfirmation>,
             .response = any_object},
    Endpoint{.route = protocol::newsletter_cancel,
             .handler = newsletter::cancel_newsletter,
             .request = protocol::write_schema<protocol::NewsletterCancellation>,
             .response = any_object},
    Endpoint{.route = protocol::newsletter_one_click,
             .handler = newsletter::cancel_newsletter_by_mail_program,
             .request = one_click_form,
             .response = any_object,
             .accepts = kernel::Accepts::form_of_anybody},
    Endpoint{.route = protocol::dev_mailbox,
             .handler = mail::read_dev_mailbox,
             .response = protocol::write_schema<protocol::DevMailboxResponse>},
};

}  // namespace

std::span<const Endpoint> endpoints() { return table; }

}  // namespace laurel::service
