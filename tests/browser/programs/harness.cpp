#include "tests/browser/programs/harness.h"

#include <emscripten.h>

#include "web/bridge/bridge.h"

extern "C" {
void laurel_harness_start();
void laurel_harness_reply(int id, const char* fields, int size);
}

namespace laurel::harness {

namespace {

constexpr int event_id = 0;

void send(int id, const std::vector<std::string>& texts) {
  web::FieldWriter fields;
  for (const std::string& text : texts) fields.add(text);
  laurel_harness_reply(id, fields.bytes().data(), fields.size());
}

}  // namespace

void start() { laurel_harness_start(); }

void report(const std::vector<std::string>& event) { send(event_id, event); }

}  // namespace laurel::harness

extern "C" EMSCRIPTEN_KEEPALIVE void laurel_harness_command(int id, char* buffer, int length) {
  const laurel::web::Incoming incoming(buffer, length);
  laurel::web::FieldReader reader(incoming.bytes());
  const std::string name(reader.next());
  std::vector<std::string> arguments;
  while (!reader.at_end()) arguments.emplace_back(reader.next());
  laurel::harness::run(name, arguments, [id](const std::vector<std::string>& texts) {
    laurel::harness::send(id, texts);
  });
}
