#include "service/kernel/tokens.h"

#include "base/bytes.h"

namespace laurel::service::kernel {

std::string new_token(Services& services) {
  return base::to_base64url(services.entropy.bytes(32));
}

std::string new_id(ports::Entropy& entropy) {
  for (;;) {
    std::string id = base::to_base64url(entropy.bytes(16));
    if (id.front() != '-') return id;
  }
}

std::string new_id(Services& services) { return new_id(services.entropy); }

std::string hash_of(Services& services, std::string_view text) {
  return base::to_hex(services.hasher.sha256(text));
}

std::optional<std::string> presented_token_hash(const protocol::Request& request,
                                                std::string_view cookie_name,
                                                Services& services) {
  const auto token = protocol::find_cookie(request, cookie_name);
  if (!token || token->empty()) return std::nullopt;
  return hash_of(services, *token);
}

protocol::SetCookie removed_cookie(std::string name) { return {std::move(name), "", 0}; }

}  // namespace laurel::service::kernel
