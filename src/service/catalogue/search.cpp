// The search over all that everybody may read: which things there are, and what is shown of those
// that domain/search.h finds.
#include <utility>

#include "base/utf8.h"
#include "domain/folding.h"
#include "domain/search.h"
#include "protocol/catalogue.h"
#include "service/catalogue/handlers.h"
#include "service/catalogue/offers.h"
#include "service/catalogue/schema.h"
#include "service/kernel/call.h"
#include "service/kernel/problem.h"
#include "service/kernel/services.h"

namespace laurel::service::catalogue {
namespace {

using protocol::HitKind;
using protocol::SearchHit;

constexpr std::size_t max_query_bytes = 400;
constexpr std::size_t max_hits = 50;
constexpr std::size_t max_about_characters = 240;

/// What can be found, and beside it what is shown of it: of a text, the line that was found.
struct Catalogue {
  std::vector<domain::Searchable> things;
  std::vector<SearchHit> hits;

  void add(SearchHit hit, std::vector<std::string> lines) {
    things.push_back({hit.title, std::move(lines)});
    hits.push_back(std::move(hit));
  }
};

void add_text(Catalogue& catalogue, const domain::Text& text) {
  std::vector<std::string> lines;
  const auto add_sentences = [&](const std::string& paragraph) {
    for (std::string& sentence : domain::sentences_of(paragraph)) {
      lines.push_back(std::move(sentence));
    }
  };
  for (const domain::TextSection& section : text.sections) {
    for (const std::string& paragraph : section.paragraphs) add_sentences(paragraph);
    for (const std::string& point : section.points) add_sentences(point);
    if (!section.heading.empty()) lines.push_back(section.heading);
  }
  catalogue.add({HitKind::text, text.id, text.title, ""}, std::move(lines));
}

void add_offer(Catalogue& catalogue, const domain::Offer& offer) {
  const bool is_event = group_of(offer.kind) == OfferGroup::events;
  catalogue.add({.kind = is_event ? HitKind::event : HitKind::education,
                 .id = offer.id,
                 .title = offer.title,
                 .about = offer.place,
                 .starts = offer.starts,
                 .ends = offer.ends},
                {offer.summary, offer.place, offer.member_association, offer.organisation});
}

void add_member_association(Catalogue& catalogue, const domain::MemberAssociation& association) {
  const bool has_name = association.short_name != association.name;
  catalogue.add({.kind = HitKind::member_association,
                 .id = {},
                 .title = association.name,
                 .about = has_name ? association.short_name : std::string(),
                 .country = association.country},
                {association.short_name});
}

void add_organisation(Catalogue& catalogue, const domain::Organisation& organisation) {
  catalogue.add({HitKind::organisation, "", organisation.name, organisation.summary},
                {organisation.summary});
}

base::Result<Catalogue> catalogue_of(const domain::Association& association,
                                     kernel::Services& services) {
  const domain::Content& content = services.content_of(association);
  const base::Date today = base::date_of(services.clock.now());
  Catalogue catalogue;
  const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
    catalogue = {};
    for (const domain::Text& text : content.texts) add_text(catalogue, text);
    for (const OfferGroup group : {OfferGroup::education, OfferGroup::events}) {
      const auto offers = current_offers(transaction, association.id, group, today);
      if (!offers) return tl::unexpected(offers.error());
      for (const domain::Offer& offer : *offers) add_offer(catalogue, offer);
    }
    return {};
  });
  if (!status) return tl::unexpected(status.error());
  for (const auto& entry : content.member_associations) add_member_association(catalogue, entry);
  for (const auto& entry : content.organisations) add_organisation(catalogue, entry);
  return catalogue;
}

std::string shortened(std::string text) {
  std::size_t at = 0;
  for (std::size_t count = 0; at < text.size(); ++count) {
    if (count == max_about_characters) return text.substr(0, at) + "…";
    at += base::code_point_at(text, at).bytes;
  }
  return text;
}

SearchHit hit_of(const Catalogue& catalogue, const domain::Found& found) {
  SearchHit hit = catalogue.hits[found.thing];
  const auto& lines = catalogue.things[found.thing].lines;
  const bool shows_line = hit.kind == HitKind::text && !lines.empty();
  if (shows_line) hit.about = lines[found.line.value_or(0)];
  hit.about = shortened(std::move(hit.about));
  return hit;
}

}  // namespace

kernel::OrProblem<protocol::SearchResponse> search(const kernel::VisitorCall& call,
                                                   kernel::Services& services) {
  const std::string& words = call.parameters[1];
  if (words.size() > max_query_bytes) return kernel::malformed("words: too long");
  protocol::SearchResponse response;
  const auto wanted = domain::folded_words(words);
  if (wanted.empty()) return response;
  const auto catalogue = catalogue_of(*call.association, services);
  if (!catalogue) return kernel::unavailable(services, catalogue.error());
  for (const domain::Found& found : domain::search(wanted, catalogue->things, max_hits)) {
    response.hits.push_back(hit_of(*catalogue, found));
  }
  return response;
}

}  // namespace laurel::service::catalogue
