#include "web/transport/transport.h"

#include <emscripten.h>

#include <array>
#include <cassert>
#include <charconv>
#include <utility>

#include "base/codec.h"
#include "web/bridge/bridge.h"
#include "web/transport/session_channel.h"

extern "C" {
int laurel_transport_open(void* transport, const char* host, int size, int timeout_s,
                          int max_reply_bytes);
void laurel_transport_send(int handle, unsigned id, const char* request, int size);
void laurel_transport_cancel(int handle, unsigned id);
void laurel_transport_close(int handle);
int laurel_session_channel_open(void* channel, const char* name, int size);
void laurel_session_channel_announce(int handle);
void laurel_session_channel_close(int handle);
}

namespace laurel::web {

namespace {

std::optional<long> whole_number(std::string_view text) {
  long value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 0) return std::nullopt;
  return value;
}

/// The order is that of transport.js's OUTCOMES.
TransportReply::Outcome outcome_of(std::string_view word) {
  constexpr std::array<std::string_view, 4> words{"answered", "network_failure", "timeout",
                                                  "too_large"};
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] == word) return static_cast<TransportReply::Outcome>(i);
  }
  assert(false && "transport.js knows another outcome");
  return TransportReply::Outcome::network_failure;
}

/// As transport.js's tellRecords has it.
WorkerRecords records_of(std::string_view state) {
  if (state.empty()) return {};
  if (state == "blocked") return {.state = WorkerRecords::State::blocked, .reason = {}};
  return {.state = WorkerRecords::State::in_memory, .reason = std::string(state)};
}

}  // namespace

Transport::Transport(const Host& host, std::function<void(TransportReply)> on_reply)
    : on_reply_(std::move(on_reply)) {
  FieldWriter fields;
  if (const auto* worker = std::get_if<WorkerHost>(&host)) {
    fields.add(worker->script_url).add(worker->files);
  }
  handle_ = laurel_transport_open(this, fields.bytes().data(), fields.size(), timeout_s,
                                  max_reply_bytes);
}

Transport::~Transport() { laurel_transport_close(handle_); }

void Transport::send(const TransportRequest& request) {
  FieldWriter fields;
  fields.add(base::name_of(request.method)).add(request.path).add(request.body);
  fields.add(request.idempotency_key);
  laurel_transport_send(handle_, request.id, fields.bytes().data(), fields.size());
}

void Transport::cancel(RequestId id) { laurel_transport_cancel(handle_, id); }

void Transport::on_records(std::function<void(const WorkerRecords&)> callback) {
  on_records_ = std::move(callback);
}

/// What transport.js calls.
struct TransportBridge {
  static void reply(Transport& transport, RequestId id, std::string_view bytes) {
    FieldReader fields(bytes);
    TransportReply reply;
    reply.id = id;
    reply.outcome = outcome_of(fields.next());
    reply.status = static_cast<int>(whole_number(fields.next()).value_or(0));
    reply.content_type = fields.next();
    reply.body = fields.next();
    reply.retry_after_s = whole_number(fields.next());
    const auto on_reply = transport.on_reply_;  // a copy, because it may destroy the transport
    on_reply(std::move(reply));
  }

  static void records(Transport& transport, std::string_view bytes) {
    FieldReader fields(bytes);
    if (transport.on_records_) transport.on_records_(records_of(fields.next()));
  }
};

SessionChannel::SessionChannel(std::string_view association, std::function<void()> on_change)
    : on_change_(std::move(on_change)),
      handle_(laurel_session_channel_open(this, association.data(),
                                          static_cast<int>(association.size()))) {}

SessionChannel::~SessionChannel() { laurel_session_channel_close(handle_); }

void SessionChannel::announce_session_change() { laurel_session_channel_announce(handle_); }

struct SessionChannelBridge {
  static void changed(SessionChannel& channel) { channel.on_change_(); }
};

}  // namespace laurel::web

using namespace laurel;

extern "C" EMSCRIPTEN_KEEPALIVE void laurel_transport_reply(void* transport, unsigned id,
                                                            char* buffer, int length) {
  const web::Incoming incoming(buffer, length);
  web::TransportBridge::reply(*static_cast<web::Transport*>(transport), id, incoming.bytes());
}

extern "C" EMSCRIPTEN_KEEPALIVE void laurel_transport_records(void* transport, char* buffer,
                                                              int length) {
  const web::Incoming incoming(buffer, length);
  web::TransportBridge::records(*static_cast<web::Transport*>(transport), incoming.bytes());
}

extern "C" EMSCRIPTEN_KEEPALIVE void laurel_session_channel_changed(void* channel) {
  web::SessionChannelBridge::changed(*static_cast<web::SessionChannel*>(channel));
}
