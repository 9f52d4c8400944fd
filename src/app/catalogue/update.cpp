#include "app/keys.h"
#include "app/transition.h"
#include "base/utf8.h"

namespace laurel::app {

void read_member_associations(Model& model, Commands& commands) {
  if (model.catalogue.member_associations.content) return;
  send(model, commands, Purpose::read_member_associations, protocol::member_associations_list);
}

void member_associations_replied(Model& model, const Reply& reply) {
  take(model.catalogue.member_associations, reply);
}

void open_catalogue(Model& model, Commands& commands) {
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
      return send(model, commands, Purpose::read_member_associations,
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

void catalogue_replied(Model& model, Purpose purpose, const Reply& reply) {
  Catalogue& catalogue = model.catalogue;
  switch (purpose) {
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
    default:
      return;
  }
}

void search_pressed(Model& model, Commands& commands) {
  const std::string words(base::trim(model.drafts.search.words));
  if (words.empty()) {
    commands.push_back(MoveFocus{std::string(keys::search)});
    return;
  }
  const Route wanted{View::search, words};
  if (!asks_before_leaving(model, commands, wanted)) show(model, commands, wanted, History::push);
}

}  // namespace laurel::app
