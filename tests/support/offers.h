// Offers put into the store, for tests of the lists that show them.
#pragma once

#include <string>
#include <vector>

#include <doctest/doctest.h>

#include "service/catalogue/offers.h"
#include "service/store/records.h"
#include "tests/support/backend.h"

namespace laurel::tests {

inline domain::Offer offer(const std::string& association, const std::string& id,
                           domain::OfferKind kind, const std::string& title, base::Date starts,
                           base::Date ends) {
  return {id, association, kind, title, "", "Bled", "", "", starts, ends, ""};
}

inline void put(Backend& backend, const std::vector<domain::Offer>& offers) {
  REQUIRE(backend.memory.write([&](ports::Transaction& transaction) -> base::Status {
    for (const domain::Offer& one : offers) {
      if (auto status = service::store::save(transaction, service::catalogue::OfferRecord{one});
          !status) {
        return status;
      }
    }
    return {};
  }));
}

}  // namespace laurel::tests
