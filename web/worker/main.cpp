// The offline demo's worker: wiring only. Messages come in and go out by worker.js, everything in
// between is the DemoBackend.
#include <emscripten.h>

#include <algorithm>
#include <memory>
#include <string>

#include "web/bridge/bridge.h"
#include "web/worker/demo_backend.h"

extern "C" {
void laurel_worker_listen();
void laurel_worker_blocked();
void laurel_worker_ready(const char* memory_only, int size);
void laurel_worker_restart();
void laurel_worker_portrait(const char* fields, int size);
void laurel_worker_reply(int status, const char* fields, int size);
}

namespace {

// Lives as long as the worker.
std::unique_ptr<laurel::web::DemoBackend> backend;

void reply(const std::string& key, const laurel::protocol::Response& response) {
  laurel::web::FieldWriter fields;
  fields.add(key).add(response.content_type).add(response.body);
  fields.add(response.retry_after_s ? std::to_string(*response.retry_after_s) : "");
  laurel_worker_reply(response.status, fields.bytes().data(), fields.size());
}

void make_portrait(const laurel::web::WantedPortrait& wanted) {
  laurel::web::FieldWriter fields;
  fields.add(wanted.file).add(wanted.media_type);
  for (const std::int64_t number : {wanted.upright.width, wanted.upright.height, wanted.crop.x,
                                    wanted.crop.y, wanted.crop.size,
                                    std::min(wanted.crop.size, laurel::domain::portrait_side)}) {
    fields.add(std::to_string(number));
  }
  laurel_worker_portrait(fields.bytes().data(), fields.size());
}

}  // namespace

extern "C" EMSCRIPTEN_KEEPALIVE void laurel_worker_start(char* buffer, int length) {
  using namespace laurel;
  const web::Incoming incoming(buffer, length);
  web::FieldReader fields(incoming.bytes());
  web::DemoStart start;
  start.origin = fields.next();
  start.site = fields.next();
  start.user_agent = fields.next();
  start.browser_session = fields.next();
  start.sample = fields.next();
  while (!fields.at_end()) {
    web::AssociationFiles& files = start.associations.emplace_back();
    files.data = fields.next();
    files.content = fields.next();
  }
  backend = std::make_unique<web::DemoBackend>(
      std::move(start),
      web::DemoEvents{.blocked = laurel_worker_blocked,
                      .ready = [](std::string_view memory_only) {
                        laurel_worker_ready(memory_only.data(),
                                            static_cast<int>(memory_only.size()));
                      },
                      .reply = reply,
                      .make_portrait = make_portrait,
                      .restart = laurel_worker_restart});
}

extern "C" EMSCRIPTEN_KEEPALIVE void laurel_worker_request(char* buffer, int length) {
  const laurel::web::Incoming incoming(buffer, length);
  laurel::web::FieldReader fields(incoming.bytes());
  laurel::web::DemoRequest request;
  request.key = fields.next();
  request.method = fields.next();
  request.path = fields.next();
  request.body = fields.next();
  request.idempotency_key = fields.next();
  backend->receive(std::move(request));
}

/// "made" and a JPEG, or "damaged", or "unsupported".
extern "C" EMSCRIPTEN_KEEPALIVE void laurel_worker_portrait_made(char* buffer, int length) {
  using laurel::ports::ImageFault;
  const laurel::web::Incoming incoming(buffer, length);
  laurel::web::FieldReader fields(incoming.bytes());
  const std::string_view outcome = fields.next();
  if (outcome == "made") return backend->portrait_made(std::string(fields.next()));
  backend->portrait_made(tl::unexpected(outcome == "damaged" ? ImageFault::damaged
                                                             : ImageFault::unsupported));
}

int main() { laurel_worker_listen(); }
