// The whole backend as a function, over a table of endpoints that is made once.
//
//   const kernel::Api api = service::make_api();
//   const protocol::Response response = api.handle(request, services);
//
// It waits for nothing but the store and the hasher, throws nothing, and may be called from several
// threads at once when the ports allow it.
#pragma once

#include <array>
#include <cstddef>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "protocol/http.h"
#include "service/kernel/endpoint.h"
#include "service/kernel/services.h"

namespace laurel::service::kernel {

class Api {
 public:
  explicit Api(Endpoints endpoints);

  [[nodiscard]] protocol::Response handle(const protocol::Request& request,
                                          Services& services) const;

  [[nodiscard]] const Endpoints& endpoints() const { return endpoints_; }

  /// The answer to a method that `protocol::Method` has no word for, such as PATCH: 405 with the
  /// methods that the path knows, or 404.
  [[nodiscard]] protocol::Response refuse_method(std::string_view path) const;

  /// The path without what is secret in it, for logs: "/api/v1/ipma/newsletter/one-click/{token}".
  [[nodiscard]] std::string path_for_log(std::string_view path) const;

  /// A server runs requests that hash passwords on a few threads of their own, and those that decode
  /// pictures one at a time.
  [[nodiscard]] Work work_of(protocol::Method method, std::string_view path) const;

  /// How long the request's body may be; a server reads no more. 64 KiB where nothing else is said,
  /// also of what the API does not know.
  [[nodiscard]] std::size_t max_body_bytes(std::optional<protocol::Method> method,
                                           std::string_view path) const;

 private:
  /// What follows the beginning of a path, segment by segment.
  struct Node {
    std::map<std::string, std::unique_ptr<Node>, std::less<>> literals;
    std::unique_ptr<Node> parameter;
    std::vector<std::size_t> ends_here;  // places in the table
  };

  struct Match {
    const Endpoint* endpoint = nullptr;   // null where the path does not know the method
    std::vector<std::string> parameters;  // of the endpoint
    std::string allow;  // every method that the path knows, "GET, POST"; empty: no such path
  };

  void add(std::size_t place);
  [[nodiscard]] Match match(std::optional<protocol::Method> method, std::string_view path) const;
  void follow(const Node& node, std::optional<protocol::Method> method, std::string_view rest,
              std::vector<std::string>& parameters, Match& match) const;

  Endpoints endpoints_;
  Node root_;
};

}  // namespace laurel::service::kernel
