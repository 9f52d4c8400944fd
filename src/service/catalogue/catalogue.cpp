// What everybody may read (protocol/catalogue.h): no session, nothing of members.
#include "protocol/catalogue.h"

#include <algorithm>

#include "service/catalogue/offers.h"
#include "service/handlers.h"

namespace laurel::service {
namespace {

protocol::Response list_offers(const Call& call, Services& services, OfferGroup group) {
  const base::Date today = base::date_of(services.clock.now());
  protocol::OffersResponse listed;
  const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
    auto offers = current_offers(transaction, call.association->id, group, today);
    if (!offers) return tl::unexpected(offers.error());
    listed.offers = std::move(*offers);
    return {};
  });
  if (!status) return unavailable(services, status.error());
  return reply(listed);
}

}  // namespace

protocol::Response read_text(const Call& call, Services& services) {
  const auto& texts = services.content_of(*call.association).texts;
  const auto found = std::find_if(texts.begin(), texts.end(), [&](const domain::Text& text) {
    return text.id == call.parameters[1];
  });
  if (found == texts.end()) return problem(protocol::ProblemCode::not_found);
  return reply(*found);
}

protocol::Response list_education(const Call& call, Services& services) {
  return list_offers(call, services, OfferGroup::education);
}

protocol::Response list_events(const Call& call, Services& services) {
  return list_offers(call, services, OfferGroup::events);
}

protocol::Response list_member_associations(const Call& call, Services& services) {
  return reply(protocol::MemberAssociationsResponse{
      services.content_of(*call.association).member_associations});
}

protocol::Response list_organisations(const Call& call, Services& services) {
  return reply(
      protocol::OrganisationsResponse{services.content_of(*call.association).organisations});
}

}  // namespace laurel::service
