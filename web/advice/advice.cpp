#include "web/advice/advice.h"

#include <charconv>
#include <utility>

#include <emscripten/emscripten.h>

#include "web/bridge/bridge.h"

extern "C" {
void laurel_advice_ask(void* adviser, const char* question, int size);
}

namespace laurel::web {
namespace {

template <class Number>
Number number_of(std::string_view text) {
  Number value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace

PasswordAdviser::PasswordAdviser(std::function<void(Advice)> on_advice)
    : on_advice_(std::move(on_advice)) {}

void PasswordAdviser::ask(std::int64_t question, std::string_view password,
                          const std::vector<std::string>& context) {
  FieldWriter fields;
  fields.add(std::to_string(question)).add(password);
  for (const std::string& word : context) fields.add(word);
  laurel_advice_ask(this, fields.bytes().data(), fields.size());
}

struct AdviceBridge {
  static void advise(PasswordAdviser& adviser, std::string_view bytes) {
    FieldReader reader(bytes);
    Advice advice;
    advice.question = number_of<std::int64_t>(reader.next());
    advice.score = number_of<int>(reader.next());
    advice.warning = reader.next();
    adviser.on_advice_(std::move(advice));
  }
};

}  // namespace laurel::web

using namespace laurel;

extern "C" EMSCRIPTEN_KEEPALIVE void laurel_advice_given(void* adviser, char* buffer, int length) {
  const web::Incoming incoming(buffer, length);
  web::AdviceBridge::advise(*static_cast<web::PasswordAdviser*>(adviser), incoming.bytes());
}
