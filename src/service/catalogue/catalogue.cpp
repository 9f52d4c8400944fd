// What everybody may read (protocol/catalogue.h): no session, nothing of members.
#include "protocol/catalogue.h"

#include <algorithm>

#include "service/catalogue/handlers.h"
#include "service/catalogue/offers.h"
#include "service/catalogue/schema.h"
#include "service/kernel/call.h"
#include "service/kernel/problem.h"
#include "service/kernel/services.h"

namespace laurel::service::catalogue {
namespace {

kernel::OrProblem<protocol::OffersResponse> list_offers(const kernel::Call& call,
                                                        kernel::Services& services,
                                                        OfferGroup group) {
  const base::Date today = base::date_of(services.clock.now());
  protocol::OffersResponse listed;
  const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
    auto offers = current_offers(transaction, call.association->id, group, today);
    if (!offers) return tl::unexpected(offers.error());
    listed.offers = std::move(*offers);
    return {};
  });
  if (!status) return kernel::unavailable(services, status.error());
  return listed;
}

}  // namespace

kernel::OrProblem<domain::Text> read_text(const kernel::VisitorCall& call,
                                          kernel::Services& services) {
  const auto& texts = services.content_of(*call.association).texts;
  const auto found = std::find_if(texts.begin(), texts.end(), [&](const domain::Text& text) {
    return text.id == call.parameters[1];
  });
  if (found == texts.end()) return kernel::problem(protocol::ProblemCode::not_found);
  return *found;
}

kernel::OrProblem<protocol::OffersResponse> list_education(const kernel::VisitorCall& call,
                                                           kernel::Services& services) {
  return list_offers(call, services, OfferGroup::education);
}

kernel::OrProblem<protocol::OffersResponse> list_events(const kernel::VisitorCall& call,
                                                        kernel::Services& services) {
  return list_offers(call, services, OfferGroup::events);
}

kernel::OrProblem<protocol::MemberAssociationsResponse> list_member_associations(
    const kernel::VisitorCall& call, kernel::Services& services) {
  return protocol::MemberAssociationsResponse{
      services.content_of(*call.association).member_associations};
}

kernel::OrProblem<protocol::OrganisationsResponse> list_organisations(
    const kernel::VisitorCall& call, kernel::Services& services) {
  return protocol::OrganisationsResponse{services.content_of(*call.association).organisations};
}

}  // namespace laurel::service::catalogue
