#include "service/endpoints.h"

#include <array>

#include "protocol/dashboard.h"
#include "protocol/health.h"
#include "protocol/json_schema.h"
#include "protocol/session.h"
#include "service/handlers.h"

namespace laurel::service {
namespace {

void any_object(base::JsonWriter& json) { json.raw(R"({"type":"object"})"); }

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
};

}  // namespace

std::span<const Endpoint> endpoints() { return table; }

}  // namespace laurel::service
