// The whole backend as a function.
//
//   const protocol::Response response = service::handle(request, services);
//
// It waits for nothing but the store and the hasher, throws nothing, and may be called from several
// threads at once when the ports allow it.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "protocol/http.h"
#include "service/kernel/services.h"

namespace laurel::service {

[[nodiscard]] protocol::Response handle(const protocol::Request& request,
                                        kernel::Services& services);

/// The answer to a method that `protocol::Method` has no word for, such as PATCH: 405 with the
/// methods that the path knows, or 404.
[[nodiscard]] protocol::Response refuse_method(std::string_view path);

/// The path without what is secret in it, for logs: "/api/v1/ipma/newsletter/one-click/{token}".
[[nodiscard]] std::string path_for_log(std::string_view path);

/// Whether the request will hash a password: 20 MiB and tens of milliseconds of computing. A server
/// runs such requests on a few threads of their own.
[[nodiscard]] bool hashes_passwords(protocol::Method method, std::string_view path);

/// Whether the request will decode a picture: up to 256 MiB and seconds of computing. A server works
/// on one at a time.
[[nodiscard]] bool decodes_pictures(protocol::Method method, std::string_view path);

/// How long the request's body may be; a server reads no more. 64 KiB where nothing else is said, also
/// of what the API does not know.
[[nodiscard]] std::size_t max_body_bytes(std::optional<protocol::Method> method,
                                         std::string_view path);

}  // namespace laurel::service
