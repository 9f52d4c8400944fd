// The collections that are written anew when their keys change (service/store/reindex.h).
#pragma once

#include <span>

#include "service/store/reindex.h"

namespace laurel::service::mail {

[[nodiscard]] std::span<const store::RewrittenCollection> rewritten_collections();

}  // namespace laurel::service::mail
