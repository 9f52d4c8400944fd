// web/transport behind commands, for tests/browser/transport*.test.mjs.
//
//   open                                  -> "ok": a transport by fetch
//   open SCRIPT FILES                     -> "ok": one by the demo's worker
//   close                                 -> "ok"
//   send ID METHOD PATH BODY KEY          -> outcome, status, content type, body, retry after
//   cancel ID                             -> "ok"; the `send` stays without an answer
//   listen ASSOCIATION                    -> "ok"; changes of the session are reported
//   announce                              -> "ok"
#include <array>
#include <cstdlib>
#include <map>
#include <memory>

#include "base/codec.h"
#include "tests/browser/programs/harness.h"
#include "web/transport/session_channel.h"
#include "web/transport/transport.h"

namespace laurel::harness {

namespace {

std::unique_ptr<web::Transport> transport;
std::unique_ptr<web::SessionChannel> session_channel;
std::map<web::RequestId, Reply> waiting;

void arrived(const web::TransportReply& reply) {
  constexpr std::array<const char*, 4> outcomes{"answered", "network_failure", "timeout",
                                                "too_large"};
  const auto asker = waiting.find(reply.id);
  if (asker == waiting.end()) return report({"unexpected reply"});
  const Reply answer = asker->second;
  waiting.erase(asker);
  answer({outcomes[static_cast<std::size_t>(reply.outcome)], std::to_string(reply.status),
          reply.content_type, reply.body,
          reply.retry_after_s ? std::to_string(*reply.retry_after_s) : ""});
}

void open(const std::vector<std::string>& arguments) {
  web::Host host = web::FetchHost{};
  if (!arguments.empty()) host = web::WorkerHost{arguments[0], arguments[1]};
  transport = std::make_unique<web::Transport>(host, arrived);
  transport->on_records([](const web::WorkerRecords& records) {
    using State = web::WorkerRecords::State;
    if (records.state == State::kept) return report({"kept"});
    if (records.state == State::blocked) return report({"blocked"});
    report({"memory only", records.reason});
  });
}

}  // namespace

void run(std::string_view name, const std::vector<std::string>& arguments, Reply reply) {
  if (name == "send") {
    const auto id = static_cast<web::RequestId>(std::atoi(arguments[0].c_str()));
    waiting[id] = reply;
    const auto method = base::enum_named<protocol::Method>(arguments[1]);
    return transport->send({.id = id,
                            .method = method.value_or(protocol::Method::get),
                            .path = arguments[2],
                            .body = arguments[3],
                            .idempotency_key = arguments[4]});
  }
  if (name == "open") open(arguments);
  if (name == "close") transport.reset();
  if (name == "cancel") {
    transport->cancel(static_cast<web::RequestId>(std::atoi(arguments[0].c_str())));
  }
  if (name == "listen") {
    session_channel = std::make_unique<web::SessionChannel>(
        arguments[0], [] { report({"session changed"}); });
  }
  if (name == "announce") session_channel->announce_session_change();
  reply({"ok"});
}

}  // namespace laurel::harness

extern "C" void laurel_test_offer_resource();

int main() {
  laurel_test_offer_resource();  // as the page's laurelResource(path)
  laurel::harness::start();
}
