#include "app/members/member_page/update.h"

#include "app/catalogue/update.h"
#include "app/members/requests.h"
#include "app/send.h"

namespace laurel::app::members {

void open_member_page(Model& model, Commands& commands) {
  model.member.member_page = {};
  catalogue::read_member_associations(model, commands);
  send_to(model, commands, Purpose::read_member, protocol::member_read,
          {model.association.id, model.route.parameter});
}

void member_page_replied(Model& model, const Reply& reply) {
  if (model.route.view != View::member) return;
  if (is_problem(reply, protocol::ProblemCode::not_found)) {
    model.route = {View::not_found, {}};  // the address stays what it is
    return;
  }
  take(model.member.member_page, reply);
}

}  // namespace laurel::app::members
