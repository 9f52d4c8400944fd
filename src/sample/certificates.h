// Invented certificates of a registry, over twenty years, of all levels and states.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "base/time.h"
#include "domain/certificate.h"
#include "domain/content.h"
#include "sample/people.h"

namespace laurel::sample {

/// What the registry's certificates are made of.
struct Registry {
  std::uint64_t seed = 1;
  std::string association;
  const domain::Content& content;
  base::Date today;
  std::size_t members = 0;  // of whom some hold some
};

struct MadeCertificate {
  domain::Certificate certificate;
  std::optional<std::size_t> member;  // the index of whom the registry knows it of
  bool is_linked = false;             // with the member's account; else they may claim it
};

/// The `index` makes its number, so that no two are the same. Of the first `4 * members` each is a
/// member's, so that none has hundreds; of the others their owners are no members.
[[nodiscard]] MadeCertificate make_certificate(const Registry& registry, std::size_t index);

/// "member" and "holder" are the people's names for `make_person`.
[[nodiscard]] Person make_member(std::uint64_t seed, std::size_t index);

}  // namespace laurel::sample
