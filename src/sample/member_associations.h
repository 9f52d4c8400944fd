// More national associations than the association's own content lists: invented ones are added
// until there are as many as wanted.
#pragma once

#include <cstddef>

#include "domain/content.h"

namespace laurel::sample {

/// Those that are there stay; at most 90 are added.
void add_member_associations(domain::Content& content, std::size_t wanted);

}  // namespace laurel::sample
