#include "service/catalogue/offers.h"

#include "service/store/records.h"

#include <algorithm>

namespace laurel::service::catalogue {
namespace {

constexpr std::size_t max_read = 500;
constexpr std::size_t max_listed = 200;

std::string group_key(std::string_view association, OfferGroup group) {
  return std::string(association) + (group == OfferGroup::events ? " events " : " education ");
}

}  // namespace

store::Keys OfferRecord::keys() const {
  return {group_key(offer.association, group_of(offer.kind)) + base::format_date(offer.ends)};
}

base::Result<std::vector<domain::Offer>> current_offers(ports::Transaction& transaction,
                                                        std::string_view association,
                                                        OfferGroup group, base::Date today) {
  const std::string start = group_key(association, group);
  const auto stored = transaction.range(schema::offers, schema::by_end,
                                        start + base::format_date(today), start + "~", max_read);
  if (!stored) return tl::unexpected(stored.error());
  std::vector<domain::Offer> offers;
  for (const ports::Record& one : *stored) {
    auto record = store::decode_record<OfferRecord>(one);
    if (!record) return tl::unexpected(record.error());
    offers.push_back(std::move(record->offer));
  }
  std::stable_sort(offers.begin(), offers.end(), [](const auto& a, const auto& b) {
    return a.starts != b.starts ? a.starts < b.starts : a.title < b.title;
  });
  if (offers.size() > max_listed) offers.resize(max_listed);
  return offers;
}

std::vector<domain::Offer> next_offers(std::vector<domain::Offer> current,
                                       std::string_view member_association, base::Date today,
                                       std::size_t limit) {
  std::erase_if(current, [today](const domain::Offer& offer) { return offer.starts < today; });
  std::stable_partition(current.begin(), current.end(), [&](const domain::Offer& offer) {
    return !member_association.empty() && offer.member_association == member_association;
  });
  if (current.size() > limit) current.resize(limit);
  return current;
}

}  // namespace laurel::service::catalogue
