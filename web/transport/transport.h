// How the page reaches its backend: a server by fetch, or the offline demo's worker by messages.
// The requests are the same; which host answers is decided by the page's boot script.
//
//   web::Transport transport(web::FetchHost{}, [](web::TransportReply reply) { … });
//   transport.send({.id = 7, .method = protocol::Method::post, .path = "/api/v1/ipma/session",
//                   .body = json, .idempotency_key = key});
//
// Pictures that the page shows are no business of C++: transport.js has `laurelResource` for them.
//
// Every request gets exactly one reply, never before `send` has returned. Late and doubled replies
// of the host are dropped here.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "protocol/http.h"

namespace laurel::web {

/// Same-origin fetch with the browser's cookies. A redirect is a network failure: the API has none.
struct FetchHost {};

/// The demo's worker. One tab owns it, by the Web Lock "laurel-demo"; the others send through that
/// tab. When it goes, another takes over and everything unanswered is sent again with the same
/// idempotency keys. Where the browser has no locks or denies them, this tab has its own worker.
struct WorkerHost {
  std::string script_url;  // shell/worker-boot.js as deployed, relative to the page
  /// JSON for the boot script: {"module": url, "wasm": url, "sample": url, "site": url,
  /// "associations": [{"data": url, "content": url or null}…]}, relative to the boot script. See
  /// shell/worker-boot.js.
  std::string files;
};

using Host = std::variant<FetchHost, WorkerHost>;

using RequestId = std::uint32_t;

struct TransportRequest {
  RequestId id = 0;  // unused by any request that waits for its reply
  protocol::Method method = protocol::Method::get;
  std::string path;
  std::string body;             // JSON; empty for none
  std::string idempotency_key;  // empty for none
};

struct TransportReply {
  enum class Outcome {
    answered,         // by the backend or something that stands before it; the body may be rubbish
    network_failure,  // whether the backend has acted is not known
    timeout,          // likewise; after `timeout_s`
    too_large,        // an answer came whose body is over `max_reply_bytes`
  };

  RequestId id = 0;
  Outcome outcome = Outcome::answered;
  int status = 0;  // HTTP's; 0 unless answered
  std::string content_type;
  std::string body;
  std::optional<long> retry_after_s;
};

struct WorkerRecords {
  enum class State {
    kept,
    blocked,    // an older version of the page, in another tab, has to be closed first
    in_memory,  // for `reason`: "denied", "connection lost"… as storage_context has them
  };

  State state = State::kept;
  std::string reason;
};

class Transport {
 public:
  static constexpr int timeout_s = 15;  // and a second more for each 32 KiB of a body
  static constexpr int max_reply_bytes = 1024 * 1024;

  Transport(const Host& host, std::function<void(TransportReply)> on_reply);
  Transport(const Transport&) = delete;
  Transport& operator=(const Transport&) = delete;
  ~Transport();  // unanswered requests stay without a reply

  void send(const TransportRequest& request);

  /// Gives up on a request; its reply, should it come, is dropped. Whether it was carried out is
  /// not known.
  void cancel(RequestId id);

  /// What becomes of the worker's records, whenever that changes; until then they are `kept`.
  void on_records(std::function<void(const WorkerRecords&)> callback);

 private:
  friend struct TransportBridge;  // what transport.js calls
  std::function<void(TransportReply)> on_reply_;
  std::function<void(const WorkerRecords&)> on_records_;
  int handle_ = 0;
};

}  // namespace laurel::web
