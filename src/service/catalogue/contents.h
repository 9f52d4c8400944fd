// What the associations say on their desks (domain/content.h), by association.
#pragma once

#include <string_view>

#include "base/result.h"
#include "domain/association.h"
#include "domain/content.h"

namespace laurel::service::catalogue {

/// Decodes and checks assets/content/<id>.json; lists are sorted by name. Errors: `invalid_input`,
/// which says what is wrong: the form, a name that stands twice, an address that is no web page, or
/// policies in another version than the one that the association asks its members to agree to.
[[nodiscard]] base::Result<domain::Content> read_content(std::string_view json,
                                                         const domain::Association& association);

}  // namespace laurel::service::catalogue
