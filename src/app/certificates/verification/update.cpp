#include "app/certificates/verification/update.h"

#include "app/certificates/requests.h"
#include "app/send.h"

namespace laurel::app::certificates {

void open_verification(Model& model, Commands& commands) {
  model.verification = {};
  send_to(model, commands, VerificationPurpose::read_verification, protocol::verification_read,
          {model.association.id, model.route.parameter});
}

void verification_replied(Model& model, Commands&, const Request&, const Reply& reply) {
  model.verification.unknown = is_problem(reply, protocol::ProblemCode::not_found);
  if (!model.verification.unknown) take(model.verification.certificate, reply);
}

}  // namespace laurel::app::certificates
