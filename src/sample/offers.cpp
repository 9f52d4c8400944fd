#include "sample/offers.h"

#include <array>
#include <string_view>

#include "sample/random.h"

namespace laurel::sample {
namespace {

using domain::OfferKind;

constexpr std::array<std::string_view, 8> subjects = {
    "Risk", "Planning under uncertainty", "Agile leadership", "Stakeholders", "Contracts",
    "Portfolio governance", "Negotiation", "Sustainable projects"};
constexpr std::array<std::string_view, 4> courses = {"Foundations of ", "Practice of ",
                                                     "Masterclass: ", "Level C preparation: "};
constexpr std::array<std::string_view, 4> events = {"Forum: ", "Evening talk: ", "Annual congress: ",
                                                    "Young crew meets "};
constexpr std::array<std::string_view, 8> places = {"Online", "Ljubljana", "Αθήνα", "Київ", "القاهرة",
                                                    "東京", "서울", "São Paulo"};

std::string joined(std::string_view a, std::string_view b) {
  return std::string(a) + std::string(b);
}

}  // namespace

domain::Offer make_offer(std::uint64_t seed, const std::string& association,
                         const domain::Content& content, base::Date today, std::size_t index) {
  Random random(seed, "offer", index);
  domain::Offer offer;
  offer.id = "sample-" + std::to_string(index);
  offer.association = association;
  offer.kind = static_cast<OfferKind>(random.below(3));
  const bool is_event = offer.kind == OfferKind::event;
  const std::string_view subject = random.pick(subjects);
  offer.title = joined(random.pick(is_event ? events : courses), subject);
  offer.summary = joined(subject, ", with cases from the members' own projects.");
  offer.place = random.pick(places);
  if (!content.member_associations.empty()) {
    offer.member_association = random.pick(content.member_associations).short_name;
  }
  if (!is_event && !content.organisations.empty() && random.chance(50)) {
    offer.organisation = random.pick(content.organisations).name;
  }
  offer.starts = today + std::chrono::days(static_cast<int>(random.below(395)) - 30);
  const std::size_t longest = is_event ? 3 : 60;
  offer.ends = offer.starts + std::chrono::days(static_cast<int>(random.below(longest)));
  offer.link = "https://offers.example/" + offer.id;
  return offer;
}

}  // namespace laurel::sample
