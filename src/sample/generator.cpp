#include "sample/generator.h"

#include <algorithm>
#include <cassert>

#include "sample/certificates.h"
#include "sample/offers.h"
#include "sample/people.h"
#include "service/accounts/records.h"
#include "service/accounts/schema.h"
#include "service/catalogue/offers.h"
#include "service/certificates/records.h"
#include "service/certificates/registry.h"
#include "service/members/profile_records.h"
#include "service/store/records.h"

namespace laurel::sample {
namespace {

constexpr std::size_t records_at_once = 500;

class Generator {
 public:
  Generator(service::kernel::Services& services, const Order& order)
      : store_(services.store), order_(order),
        association_(services.associations.at(order.association)),
        content_(services.content_of(association_)),
        today_(base::date_of(services.clock.now())),
        registry_{order.seed, order.association, content_, today_, order.plan.members} {}

  /// The last member is written last.
  base::Result<bool> is_done() {
    bool done = false;
    const auto status = store_.read([&](ports::Transaction& transaction) -> base::Status {
      const auto last = transaction.get(service::accounts::schema::accounts,
                                        member_id(order_.plan.members - 1).value);
      if (!last) return tl::unexpected(last.error());
      done = last->has_value();
      return {};
    });
    if (!status) return tl::unexpected(status.error());
    return done;
  }

  [[nodiscard]] std::size_t total() const {
    return order_.plan.offers + order_.plan.certificates + order_.plan.members;
  }

  /// The `index`th of all: offers, certificates, members, the last one last.
  base::Status write(ports::Transaction& transaction, std::size_t index) {
    if (index < order_.plan.offers) return write_offer(transaction, index);
    index -= order_.plan.offers;
    if (index < order_.plan.certificates) return write_certificate(transaction, index);
    return write_member(transaction, index - order_.plan.certificates);
  }

 private:
  [[nodiscard]] domain::MemberId member_id(std::size_t index) const {
    return domain::MemberId(Random(order_.seed, "member id", index).id());
  }

  base::Status write_offer(ports::Transaction& transaction, std::size_t index) {
    return service::store::save(
        transaction, service::catalogue::OfferRecord{
                         make_offer(order_.seed, order_.association, content_, today_, index)});
  }

  base::Status write_certificate(ports::Transaction& transaction, std::size_t index) {
    const MadeCertificate made = make_certificate(registry_, index);
    const service::certificates::CertificateRecord record{made.certificate};
    if (auto saved = service::certificates::save_new_certificate(transaction, record); !saved)
      return saved;
    if (!made.is_linked) return {};
    return service::store::save(transaction,
                                service::certificates::LinkedCertificateRecord{
                                    .certificate = record.id(),
                                    .account = member_id(*made.member),
                                    .verification = Random(order_.seed, "verification", index).id(),
                                    .valid_until = made.certificate.valid_until});
  }

  base::Status write_member(ports::Transaction& transaction, std::size_t index) {
    Random random(order_.seed, "profile", index);
    const Person person = make_member(order_.seed, index);
    const base::Instant agreed =
        base::Instant(today_) - std::chrono::hours(24 * (1 + random.below(300)));
    const service::accounts::AccountRecord account{
        domain::Member{member_id(index), order_.association, person.email}, order_.password_hash,
        service::accounts::Agreement{association_.policies_version, agreed}};
    if (auto saved = service::store::save(transaction, account); !saved) return saved;
    service::members::ProfileRecord profile;
    profile.account = account.member.id;
    profile.association = order_.association;
    const int this_year{static_cast<int>(std::chrono::year_month_day(today_).year())};
    profile.profile = make_profile(random, person, content_, this_year);
    return service::members::save_profile(transaction, profile);
  }

  ports::Store& store_;
  const Order& order_;
  const domain::Association& association_;
  const domain::Content& content_;
  base::Date today_;
  Registry registry_;
};

}  // namespace

base::Result<std::size_t> generate(service::kernel::Services& services, const Order& order,
                                   const OnProgress& progress) {
  assert(order.plan.members > 0);
  Generator generator(services, order);
  const auto done_before = generator.is_done();
  if (!done_before) return tl::unexpected(done_before.error());
  if (*done_before) return 0;
  const std::size_t total = generator.total();
  for (std::size_t done = 0; done < total;) {
    const std::size_t end = std::min(done + records_at_once, total);
    const auto status = services.store.write([&](ports::Transaction& transaction) -> base::Status {
      for (std::size_t index = done; index < end; ++index) {
        if (auto written = generator.write(transaction, index); !written) return written;
      }
      return {};
    });
    if (!status) return tl::unexpected(status.error());
    done = end;
    progress(done, total);
  }
  return total;
}

}  // namespace laurel::sample
