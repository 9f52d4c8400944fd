// Sample data in any amount: invented members, certificates and offers, the same for the same seed.
//
//   sample::Plan plan = sample::plan_of(sample::Variant::large);
//   sample::add_member_associations(content, plan.member_associations);
//   const auto made = sample::generate(services, {plan, "ipma", 1, password_hash}, progress);
//
// "The same" is the same day by day: awards and offers are counted from today on. Passwords are
// hashed with a salt of their own. Everybody knows this data, so it is for development alone.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "base/result.h"
#include "service/kernel/services.h"

namespace laurel::sample {

enum class Variant {
  small,  // what assets/sample/members.json holds
  empty,  // nothing at all: an association on its first day
  large,  // a big association
  huge,   // the same with a million certificates
};

constexpr std::array<std::string_view, 4> enum_names(Variant) {
  return {"small", "empty", "large", "huge"};
}

struct Plan {
  std::size_t members = 0;
  std::size_t certificates = 0;
  std::size_t offers = 0;
  std::size_t member_associations = 0;  // in the association's content
};

[[nodiscard]] constexpr Plan plan_of(Variant variant) {
  switch (variant) {
    case Variant::small:
    case Variant::empty: break;
    case Variant::large: return {2'000, 50'000, 300, 70};
    case Variant::huge: return {2'000, 1'000'000, 300, 70};
  }
  return {};
}

struct Order {
  Plan plan;
  std::string association;  // one of the services', with the content that its members refer to
  std::uint64_t seed = 1;
  std::string password_hash;  // of all its members
};

/// Of all records together. Called between transactions.
using OnProgress = std::function<void(std::size_t done, std::size_t of)>;

/// Writes it in transactions of a few hundred records each. Ended midway, it leaves whole records,
/// and writes the same ones again when it is run again on that day; where the plan's last member is
/// there already, it writes nothing. Returns how many were written. A plan has members. Errors:
/// whatever the store says.
[[nodiscard]] base::Result<std::size_t> generate(service::kernel::Services& services,
                                                 const Order& order, const OnProgress& progress);

}  // namespace laurel::sample
