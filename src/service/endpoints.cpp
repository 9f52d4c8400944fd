#include "service/endpoints.h"

#include <array>

#include "protocol/catalogue.h"
#include "protocol/certificates.h"
#include "protocol/dashboard.h"
#include "protocol/dev_mailbox.h"
#include "protocol/health.h"
#include "protocol/json_schema.h"
#include "protocol/newsletter.h"
#include "protocol/password_reset.h"
#include "protocol/profile.h"
#include "protocol/registration.h"
#include "protocol/session.h"
#include "service/handlers.h"

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

// To add an endpoint: its Route in protocol/routes.h, its messages in protocol/, its handler in
// handlers.h and a file of the feature, a line here, and a test in tests/service.
constexpr std::array table = {
    Endpoint{.route = protocol::health,
             .handler = read_health,
             .response = protocol::write_schema<protocol::HealthResponse>},
    Endpoint{.route = protocol::openapi, .handler = read_openapi, .response = any_object},
    Endpoint{.route = protocol::session_create,
             .handler = sign_in,
             .request = protocol::write_schema<protocol::SignInRequest>,
             .response = protocol::write_schema<protocol::SessionResponse>,
             .hashes_passwords = true},
    Endpoint{.route = protocol::session_read,
             .handler = read_session,
             .response = protocol::write_schema<protocol::SessionResponse>,
             .needs = Needs::session},
    Endpoint{.route = protocol::session_delete, .handler = sign_out, .success_status = 204},
    Endpoint{.route = protocol::sessions_list,
             .handler = list_sessions,
             .response = protocol::write_schema<protocol::SessionsResponse>,
             .needs = Needs::session},
    Endpoint{.route = protocol::sessions_revoke,
             .handler = revoke_session,
             .success_status = 204,
             .needs = Needs::session},
    Endpoint{.route = protocol::dashboard_read,
             .handler = read_dashboard,
             .response = protocol::write_schema<protocol::DashboardResponse>,
             .needs = Needs::session},
    Endpoint{.route = protocol::profile_read,
             .handler = read_profile,
             .response = protocol::write_schema<protocol::ProfileResponse>,
             .needs = Needs::session},
    Endpoint{.route = protocol::profile_save,
             .handler = save_own_profile,
             .request = protocol::write_schema<protocol::ProfileUpdate>,
             .response = protocol::write_schema<protocol::ProfileResponse>,
             .needs = Needs::session},
    Endpoint{.route = protocol::profile_preview,
             .handler = preview_profile,
             .response = protocol::write_schema<protocol::VisibleProfile>,
             .needs = Needs::session},
    Endpoint{.route = protocol::photo_save,
             .handler = save_photo,
             .request = protocol::write_schema<protocol::PhotoUpload>,
             .response = protocol::write_schema<protocol::PhotoResponse>,
             .needs = Needs::session,
             .decodes_pictures = true,
             .max_body_bytes = protocol::max_photo_body_bytes},
    Endpoint{.route = protocol::photo_remove,
             .handler = remove_photo,
             .success_status = 204,
             .needs = Needs::session},
    Endpoint{.route = protocol::photo_read,
             .handler = read_photo,
             .response = binary,
             .response_type = "image/jpeg",
             .needs = Needs::session},
    Endpoint{.route = protocol::directory_search,
             .handler = search_directory,
             .request = protocol::write_schema<protocol::DirectorySearch>,
             .response = protocol::write_schema<protocol::DirectoryResponse>,
             .needs = Needs::session},
    Endpoint{.route = protocol::member_read,
             .handler = read_member,
             .response = protocol::write_schema<protocol::VisibleProfile>,
             .needs = Needs::session},
    Endpoint{.route = protocol::certificates_list,
             .handler = list_member_certificates,
             .response = protocol::write_schema<protocol::CertificatesResponse>,
             .needs = Needs::session},
    Endpoint{.route = protocol::certificates_search,
             .handler = search_member_certificates,
             .request = protocol::write_schema<protocol::MemberCertificateSearch>,
             .response = protocol::write_schema<protocol::MemberCertificateSearchResponse>,
             .needs = Needs::session},
    Endpoint{.route = protocol::certificates_claim,
             .handler = claim_certificates,
             .request = protocol::write_schema<protocol::CertificateClaim>,
             .response = protocol::write_schema<protocol::CertificateClaimResponse>,
             .needs = Needs::session},
    Endpoint{.route = protocol::verification_read,
             .handler = read_verification,
             .response = protocol::write_schema<protocol::VerificationResponse>},
    Endpoint{.route = protocol::text_read,
             .handler = read_text,
             .response = protocol::write_schema<domain::Text>},
    Endpoint{.route = protocol::education_list,
             .handler = list_education,
             .response = protocol::write_schema<protocol::OffersResponse>},
    Endpoint{.route = protocol::events_list,
             .handler = list_events,
             .response = protocol::write_schema<protocol::OffersResponse>},
    Endpoint{.route = protocol::member_associations_list,
             .handler = list_member_associations,
             .response = protocol::write_schema<protocol::MemberAssociationsResponse>},
    Endpoint{.route = protocol::organisations_list,
             .handler = list_organisations,
             .response = protocol::write_schema<protocol::OrganisationsResponse>},
    Endpoint{.route = protocol::search,
             .handler = search,
             .response = protocol::write_schema<protocol::SearchResponse>},
    Endpoint{.route = protocol::registration_create,
             .handler = create_registration,
             .success_status = 201,
             .request = protocol::write_schema<protocol::RegistrationRequest>,
             .response = protocol::write_schema<protocol::RegistrationResponse>,
             .hashes_passwords = true},
    Endpoint{.route = protocol::registration_search,
             .handler = search_certificates,
             .request = protocol::write_schema<protocol::CertificateSearchRequest>,
             .response = protocol::write_schema<protocol::CertificateSearchResponse>},
    Endpoint{.route = protocol::registration_complete,
             .handler = complete_registration,
             .success_status = 202,
             .request = protocol::write_schema<protocol::RegistrationCompletion>,
             .response = any_object},
    Endpoint{.route = protocol::registration_mail,
             .handler = send_activation_again,
             .success_status = 202,
             .request = protocol::write_schema<protocol::ActivationMailRequest>,
             .response = any_object},
    Endpoint{.route = protocol::activation_create,
             .handler = activate,
             .request = protocol::write_schema<protocol::ActivationRequest>,
             .response = any_object},
    Endpoint{.route = protocol::password_reset_create,
             .handler = create_password_reset,
             .success_status = 202,
             .request = protocol::write_schema<protocol::PasswordResetRequest>,
             .response = any_object},
    Endpoint{.route = protocol::password_reset_complete,
             .handler = complete_password_reset,
             .request = protocol::write_schema<protocol::PasswordResetCompletion>,
             .response = any_object,
             .hashes_passwords = true},
    Endpoint{.route = protocol::newsletter_create,
             .handler = ask_for_newsletter,
             .success_status = 202,
             .request = protocol::write_schema<protocol::NewsletterRequest>,
             .response = any_object},
    Endpoint{.route = protocol::newsletter_confirm,
             .handler = confirm_newsletter,
             .request = protocol::write_schema<protocol::NewsletterConfirmation>,
             .response = any_object},
    Endpoint{.route = protocol::newsletter_cancel,
             .handler = cancel_newsletter,
             .request = protocol::write_schema<protocol::NewsletterCancellation>,
             .response = any_object},
    Endpoint{.route = protocol::newsletter_one_click,
             .handler = cancel_newsletter_by_mail_program,
             .request = one_click_form,
             .response = any_object,
             .accepts = Accepts::form_of_anybody},
    Endpoint{.route = protocol::dev_mailbox,
             .handler = read_dev_mailbox,
             .response = protocol::write_schema<protocol::DevMailboxResponse>},
};

}  // namespace

std::span<const Endpoint> endpoints() { return table; }

}  // namespace laurel::service
