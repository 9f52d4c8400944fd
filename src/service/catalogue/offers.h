// The courses, programmes and events in the store.
#pragma once

#include <string>
#include <vector>

#include "domain/offer.h"
#include "service/catalogue/schema.h"
#include "service/store/keys.h"

namespace laurel::service::catalogue {

/// What the lists divide offers into: courses and programmes, and events.
enum class OfferGroup { education, events };

[[nodiscard]] constexpr OfferGroup group_of(domain::OfferKind kind) {
  return kind == domain::OfferKind::event ? OfferGroup::events : OfferGroup::education;
}

struct OfferRecord {
  domain::Offer offer;

  static constexpr auto fields() { return std::tuple{base::field("offer", &OfferRecord::offer)}; }
  static const ports::Collection& collection() { return schema::offers; }
  [[nodiscard]] std::string id() const { return offer_id(offer.association, offer.id); }
  [[nodiscard]] store::Keys keys() const;

  [[nodiscard]] static std::string offer_id(std::string_view association, std::string_view id) {
    return std::string(association) + " " + std::string(id);
  }
};

/// Those that have not ended on the day, by their first day, at most 200. Of more than 500, those
/// that end last are not looked at.
[[nodiscard]] base::Result<std::vector<domain::Offer>> current_offers(
    ports::Transaction& transaction, std::string_view association, OfferGroup group,
    base::Date today);

/// Of current offers those that begin on the day or later: of the member association first, if any,
/// then by their first day; at most `limit`.
[[nodiscard]] std::vector<domain::Offer> next_offers(std::vector<domain::Offer> current,
                                                     std::string_view member_association,
                                                     base::Date today, std::size_t limit);

}  // namespace laurel::service::catalogue
