#include "app/transition.h"

namespace laurel::app {

void open_member_page(Model& model, Commands& commands) {
  model.member_page = {};
  if (model.session.presence != Presence::signed_in) return;
  read_member_associations(model, commands);
  send_to(model, commands, Purpose::read_member, protocol::member_read,
          {model.association.id, model.route.parameter});
}

void member_page_replied(Model& model, Commands& commands, const Reply& reply) {
  if (left_with(model, commands, reply)) return;
  if (model.route.view != View::member) return;
  if (is_problem(reply, protocol::ProblemCode::not_found)) {
    model.route = {View::not_found, {}};  // the address stays what it is
    return;
  }
  take(model.member_page, reply);
}

}  // namespace laurel::app
