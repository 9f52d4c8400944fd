#include "app/catalogue/update.h"

#include "app/catalogue/requests.h"
#include "app/navigation.h"
#include "app/send.h"

namespace laurel::app::catalogue {

void read_member_associations(Model& model, Commands& commands) {
  if (model.catalogue.member_associations.content) return;
  send(model, commands, MemberAssociationsPurpose::read_member_associations,
       protocol::member_associations_list);
}

void member_associations_replied(Model& model, Commands&, const Request&, const Reply& reply) {
  take(model.catalogue.member_associations, reply);
}

void open(Model& model, Commands& commands) {
  Catalogue& catalogue = model.catalogue;
  const std::string& parameter = model.route.parameter;
  switch (model.route.view) {
    case View::education:
      catalogue.education.trouble.reset();
      return send(model, commands, Purpose::read_education, protocol::education_list);
    case View::events:
      catalogue.events.trouble.reset();
      return send(model, commands, Purpose::read_events, protocol::events_list);
    case View::member_associations:
      catalogue.member_associations.trouble.reset();
      return send(model, commands, MemberAssociationsPurpose::read_member_associations,
                  protocol::member_associations_list);
    case View::organisations:
      catalogue.organisations.trouble.reset();
      return send(model, commands, Purpose::read_organisations, protocol::organisations_list);
    case View::text:
      catalogue.text = {};
      return send_to(model, commands, Purpose::read_text, protocol::text_read,
                     {model.association.id, parameter});
    case View::search:
      catalogue.found = {};
      model.drafts.search.words = parameter;
      return send_to(model, commands, Purpose::search, protocol::search,
                     {model.association.id, parameter});
    default:
      return;
  }
}

void replied(Model& model, Commands&, const Request& request, const Reply& reply) {
  Catalogue& catalogue = model.catalogue;
  switch (request.purpose.as<Purpose>()) {
    case Purpose::read_education:
      return take(catalogue.education, reply);
    case Purpose::read_events:
      return take(catalogue.events, reply);
    case Purpose::read_organisations:
      return take(catalogue.organisations, reply);
    case Purpose::search:
      return take(catalogue.found, reply);
    case Purpose::read_text:
      if (is_problem(reply, protocol::ProblemCode::not_found) && model.route.view == View::text) {
        model.route = {View::not_found, {}};  // the address stays what it is
        return;
      }
      return take(catalogue.text, reply);
  }
}

}  // namespace laurel::app::catalogue
