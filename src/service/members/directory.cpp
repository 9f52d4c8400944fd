// Members find each other. Who is looked for by words alone is looked up by the longest of them; every
// other search goes through the members of the country, of the member association or of all, in
// their order, until the page is full. Both read what the privacy options let be seen and nothing
// else: hidden countries and member associations are in no index (profile_records.h).
#include <algorithm>
#include <set>

#include "base/bytes.h"
#include "base/utf8.h"
#include "domain/folding.h"
#include "service/accounts/form_check.h"
#include "service/accounts/member_call.h"
#include "service/accounts/records.h"
#include "service/kernel/call.h"
#include "service/kernel/problem.h"
#include "service/kernel/services.h"
#include "service/members/directory_index.h"
#include "service/members/handlers.h"
#include "service/members/profile_records.h"
#include "service/members/schema.h"
#include "service/members/shown_certificates.h"
#include "service/members/visible_profile.h"
#include "service/store/keys.h"
#include "service/store/records.h"

namespace laurel::service::members {
namespace {

constexpr std::size_t page_size = 20;
/// Of a word that more people's names begin with, the members in their order tell as fast.
constexpr std::size_t max_looked_up = 20'000;
constexpr std::size_t read_at_once = 200;
/// Whom one search goes through at most. The page may be short then, and says where to go on.
constexpr std::size_t max_gone_through = 10'000;

struct Wanted {
  std::string association;
  std::vector<std::string> words;  // folded
  std::string country;             // of origin; empty for any, as are the next
  std::string member_association;
  std::optional<bool> certified;
  std::string after;  // a place
  base::Date today;
};

/// The place that `after` stands for; nothing where it was never given out.
std::optional<std::string> place_after(const std::string& after) {
  auto place = base::from_base64url(after);
  if (!place || !base::is_valid_utf8(*place)) return std::nullopt;
  if (place->find('\0') != std::string::npos) return std::nullopt;
  return place;
}

/// One page in the making.
class Page {
 public:
  Page(ports::Transaction& transaction, CertificatesOf shown_certificates, const Wanted& wanted)
      : transaction_(transaction), shown_certificates_(shown_certificates), wanted_(wanted) {}

  /// Adds the member at the place if they are wanted. False: the page was full already.
  base::Result<bool> add(const std::string& place) {
    const domain::MemberId account = account_at(place);
    const auto fits = is_as_certified_as_wanted(account);
    if (!fits) return tl::unexpected(fits.error());
    if (!*fits) return true;
    if (found_.members.size() == page_size) {
      go_on_after(last_);
      return false;
    }
    auto owner = store::load<accounts::AccountRecord>(transaction_, account.value);
    if (!owner) return tl::unexpected(owner.error());
    if (!*owner) return true;
    const auto record = load_profile(transaction_, account);
    if (!record) return tl::unexpected(record.error());
    found_.members.push_back(
        visible_profile(*record, (*owner)->member.email, {}, record->profile.privacy));
    last_ = place;
    return true;
  }

  void go_on_after(const std::string& place) { found_.after = base::to_base64url(place); }

  [[nodiscard]] protocol::DirectoryResponse take() { return std::move(found_); }

 private:
  /// That is: with a certificate that has not run out.
  base::Result<bool> is_as_certified_as_wanted(const domain::MemberId& account) {
    if (!wanted_.certified) return true;
    const auto certificates = shown_certificates_(transaction_, account, wanted_.today);
    if (!certificates) return tl::unexpected(certificates.error());
    const bool certified = std::any_of(
        certificates->begin(), certificates->end(),
        [this](const auto& certificate) { return certificate.valid_until >= wanted_.today; });
    return certified == *wanted_.certified;
  }

  ports::Transaction& transaction_;
  CertificatesOf shown_certificates_;
  const Wanted& wanted_;
  protocol::DirectoryResponse found_;
  std::string last_;
};

/// All whose names have the words, in their order; nothing where too many begin like the longest.
base::Result<std::optional<std::set<std::string>>> look_up(ports::Transaction& transaction,
                                                           const Wanted& wanted) {
  const auto longest =
      std::max_element(wanted.words.begin(), wanted.words.end(),
                       [](const auto& a, const auto& b) { return a.size() < b.size(); });
  const std::string start = directory_key({wanted.association, *longest});
  const auto rows = transaction.range(schema::directory_words, schema::by_name, start,
                                      store::end_of_keys(start), max_looked_up);
  if (!rows) return tl::unexpected(rows.error());
  if (rows->size() == max_looked_up) return std::nullopt;
  std::set<std::string> places;
  for (const ports::Record& row : *rows) {
    std::string place = DirectoryWordRecord::place_in(row.id);
    if (has_words(place, wanted.words)) places.insert(std::move(place));
  }
  return places;
}

base::Status add_looked_up(const std::set<std::string>& places, const Wanted& wanted, Page& page) {
  for (auto place = places.upper_bound(wanted.after); place != places.end(); ++place) {
    const auto goes_on = page.add(*place);
    if (!goes_on) return tl::unexpected(goes_on.error());
    if (!*goes_on) break;
  }
  return {};
}

struct Listing {
  const ports::Index& index;
  std::string start;  // of the keys of all who are in it
};

Listing listing_of(const Wanted& wanted) {
  const std::string& association = wanted.association;
  if (wanted.country.empty() && wanted.member_association.empty()) {
    return {schema::by_place, directory_key({association, ""})};
  }
  if (wanted.member_association.empty()) {
    return {schema::by_country, directory_key({association, wanted.country, ""})};
  }
  if (wanted.country.empty()) {
    return {schema::by_association, directory_key({association, wanted.member_association, ""})};
  }
  return {schema::by_country_and_association,
          directory_key({association, wanted.country, wanted.member_association, ""})};
}

base::Status go_through(ports::Transaction& transaction, const Wanted& wanted, Page& page) {
  const Listing listing = listing_of(wanted);
  std::string last = wanted.after;
  for (std::size_t seen = 0; seen < max_gone_through; seen += read_at_once) {
    // A place ends with an id, which has no space in it: nobody's lies between.
    const std::string from = listing.start + last + (last.empty() ? "" : " ");
    const auto rows = transaction.range(schema::profiles, listing.index, from,
                                        store::end_of_keys(listing.start), read_at_once);
    if (!rows) return tl::unexpected(rows.error());
    for (const ports::Record& row : *rows) {
      last = row.keys.front()->substr(wanted.association.size() + 1);  // of by_place
      if (!has_words(last, wanted.words)) continue;
      const auto goes_on = page.add(last);
      if (!goes_on) return tl::unexpected(goes_on.error());
      if (!*goes_on) return {};
    }
    if (rows->size() < read_at_once) return {};
  }
  page.go_on_after(last);
  return {};
}

base::Result<protocol::DirectoryResponse> find_members(ports::Transaction& transaction,
                                                       CertificatesOf shown_certificates,
                                                       const Wanted& wanted) {
  Page page(transaction, shown_certificates, wanted);
  const bool words_alone =
      !wanted.words.empty() && wanted.country.empty() && wanted.member_association.empty();
  std::optional<std::set<std::string>> places;
  if (words_alone) {
    auto found = look_up(transaction, wanted);
    if (!found) return tl::unexpected(found.error());
    places = std::move(*found);
  }
  const auto status =
      places ? add_looked_up(*places, wanted, page) : go_through(transaction, wanted, page);
  if (!status) return tl::unexpected(status.error());
  return page.take();
}

/// Filters that are typed empty are none.
accounts::FieldErrors check(const Wanted& wanted, const domain::Content& content) {
  accounts::FieldErrors errors;
  if (!wanted.country.empty()) accounts::check_country("country_of_origin", wanted.country, errors);
  accounts::check_member_association("member_association", wanted.member_association, content,
                                     errors);
  return errors;
}

}  // namespace

kernel::OrProblem<protocol::DirectoryResponse> search_directory(
    const accounts::MemberCall& call, kernel::Services& services, CertificatesOf shown_certificates,
    const protocol::DirectorySearch& search) {
  const auto after = place_after(search.after.value_or(""));
  if (!after) return kernel::malformed("after");
  const std::string words(base::trim(search.words.value_or("")));
  const Wanted wanted{call.association->id,
                      domain::folded_words(words),
                      search.country_of_origin.value_or(""),
                      search.member_association.value_or(""),
                      search.certified,
                      *after,
                      base::date_of(services.clock.now())};
  auto errors = check(wanted, services.content_of(*call.association));
  if (!errors.empty()) return kernel::invalid(std::move(errors));
  // Signs that are no words are in nobody's name.
  if (!words.empty() && wanted.words.empty()) return protocol::DirectoryResponse{};

  protocol::DirectoryResponse found;
  const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
    auto page = find_members(transaction, shown_certificates, wanted);
    if (!page) return tl::unexpected(page.error());
    found = std::move(*page);
    return {};
  });
  if (!status) return kernel::unavailable(services, status.error());
  return found;
}

}  // namespace laurel::service::members
