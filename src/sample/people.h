// Invented people, and members' profiles.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "domain/content.h"
#include "domain/person_name.h"
#include "domain/profile.h"
#include "sample/random.h"

namespace laurel::sample {

struct Person {
  std::string first_name;
  std::string last_name;
  std::string country;
  std::string email;  // at example.org, example.com or example.net (RFC 2606); no other has it

  [[nodiscard]] std::string name() const { return domain::full_name(first_name, last_name); }
};

/// `what` and `index` together name the person; the address shows them.
[[nodiscard]] Person make_person(std::uint64_t seed, std::string_view what, std::size_t index);

/// Of one in three everything that can be said, of one in three nothing that need not be, of the
/// others some; with each of the privacy options.
[[nodiscard]] domain::Profile make_profile(Random& random, const Person& person,
                                           const domain::Content& content, int this_year);

}  // namespace laurel::sample
