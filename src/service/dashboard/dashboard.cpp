// The member's dashboard: everything in one read, each part of it bounded.
#include "protocol/dashboard.h"

#include "service/accounts/member_call.h"
#include "service/accounts/membership.h"
#include "service/catalogue/offers.h"
#include "service/certificates/links.h"
#include "service/certificates/summaries.h"
#include "service/dashboard/handlers.h"
#include "service/dashboard/notices.h"
#include "service/kernel/call.h"
#include "service/kernel/problem.h"
#include "service/kernel/services.h"
#include "service/members/profile_records.h"

namespace laurel::service::dashboard {
namespace {

constexpr std::size_t max_offers = 5;

base::Status add_certificates(ports::Transaction& transaction, const domain::MemberId& account,
                              base::Date today, protocol::DashboardResponse& dashboard) {
  const auto held = certificates::certificates_of(transaction, account);
  if (!held) return tl::unexpected(held.error());
  auto pending = certificates::pending_claims(transaction, account);
  if (!pending) return tl::unexpected(pending.error());
  NoticeSources sources{{}, std::move(*pending), dashboard.missing};
  for (const certificates::HeldCertificate& one : *held) {
    dashboard.certificates.push_back(certificates::summary_of(one.certificate, today));
    sources.certificates.push_back(one.certificate);
  }
  dashboard.notices = notices_of(sources, today);
  return {};
}

base::Status add_offers(ports::Transaction& transaction, const std::string& association,
                        base::Date today, protocol::DashboardResponse& dashboard) {
  const auto add = [&](catalogue::OfferGroup group,
                       std::vector<domain::Offer>& place) -> base::Status {
    auto current = catalogue::current_offers(transaction, association, group, today);
    if (!current) return tl::unexpected(current.error());
    place = catalogue::next_offers(std::move(*current), dashboard.member_association, today,
                                   max_offers);
    return {};
  };
  if (auto added = add(catalogue::OfferGroup::education, dashboard.education); !added) return added;
  return add(catalogue::OfferGroup::events, dashboard.events);
}

}  // namespace

kernel::OrProblem<protocol::DashboardResponse> read_dashboard(const accounts::MemberCall& call,
                                                              kernel::Services& services) {
  const domain::Member& member = call.account.member;
  const base::Date today = base::date_of(services.clock.now());
  protocol::DashboardResponse dashboard;
  const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
    const auto record = members::load_profile(transaction, member.id);
    if (!record) return tl::unexpected(record.error());
    dashboard = {};
    dashboard.member =
        accounts::describe(member, {record->profile.first_name, record->profile.last_name});
    dashboard.country = record->profile.country;
    dashboard.member_association = record->profile.member_association;
    dashboard.photo = record->photo;
    dashboard.missing = members::missing_fields(*record, services.content_of(*call.association));
    auto added = add_certificates(transaction, member.id, today, dashboard);
    if (!added) return added;
    return add_offers(transaction, member.association, today, dashboard);
  });
  if (!status) return kernel::unavailable(services, status.error());
  return dashboard;
}

}  // namespace laurel::service::dashboard
