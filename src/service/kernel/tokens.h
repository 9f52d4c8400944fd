// Secrets that a browser keeps for us in cookies. Only their hashes are stored, so that who reads
// the database cannot sign in (OWASP ASVS 5.0.0, 7.2.3: at least 128 bits from a CSPRNG).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "protocol/http.h"
#include "service/kernel/services.h"

namespace laurel::service::kernel {

/// 256 bits of entropy, base64url.
[[nodiscard]] std::string new_token(Services& services);

/// 128 bits of entropy, base64url: names a thing, and cannot be guessed where it is told to few. It
/// begins with no hyphen, which would make it an option where staff gives it to a command.
[[nodiscard]] std::string new_id(ports::Entropy& entropy);
[[nodiscard]] std::string new_id(Services& services);

/// SHA-256, hexadecimal.
[[nodiscard]] std::string hash_of(Services& services, std::string_view text);

/// The hash of the token that the cookie holds; nothing where the request has no such cookie.
[[nodiscard]] std::optional<std::string> presented_token_hash(const protocol::Request& request,
                                                              std::string_view cookie_name,
                                                              Services& services);

[[nodiscard]] protocol::SetCookie removed_cookie(std::string name);

}  // namespace laurel::service::kernel
