#include "web/page/document.h"

#include <emscripten.h>

#include <cassert>
#include <string>
#include <utility>

#include "web/bridge/bridge.h"

extern "C" {
void laurel_document_open();
void laurel_document_listen();
void laurel_document_request_frame();
void laurel_document_draw_now();
void laurel_document_apply(const char* patch, int length);
void laurel_document_title(const char* title, int length);
void laurel_document_height(float height);
void laurel_document_place_canvas(float top, float width, float height, float pixel_ratio);
void laurel_document_show_canvas(int shown);
void laurel_document_focus(const char* key, int length);
void laurel_history_address(const char* fragment, int length, int replace);
void laurel_history_undo();
void laurel_document_presence(int signed_in);
void laurel_document_ask_before_closing(int asks);
void laurel_document_save_file(const char* fields, int length);
void laurel_document_print();
void laurel_document_load_part(int part);
}

namespace laurel::web {
namespace {

// The page is one; JavaScript's calls find it here.
Opening opening;
DocumentEvents listeners;

int size_of(std::string_view text) { return static_cast<int>(text.size()); }

}  // namespace

Opening open_document() {
  laurel_document_open();
  return std::move(opening);
}

void listen(DocumentEvents events) {
  listeners = std::move(events);
  laurel_document_listen();
}

void request_frame() { laurel_document_request_frame(); }

void draw_now() { laurel_document_draw_now(); }

void apply_patch(std::string_view patch) {
  if (!patch.empty()) laurel_document_apply(patch.data(), size_of(patch));
}

void set_title(std::string_view title) { laurel_document_title(title.data(), size_of(title)); }

void set_content_height(float height) { laurel_document_height(height); }

void place_canvas(const ui::CanvasSpec& canvas, float device_pixel_ratio) {
  laurel_document_place_canvas(canvas.top, canvas.width, canvas.height, device_pixel_ratio);
}

void show_canvas(bool shown) { laurel_document_show_canvas(shown ? 1 : 0); }

void move_focus(std::string_view key) { laurel_document_focus(key.data(), size_of(key)); }

void change_address(std::string_view fragment, bool replace) {
  laurel_history_address(fragment.data(), size_of(fragment), replace ? 1 : 0);
}

void undo_navigation() { laurel_history_undo(); }

void ask_before_closing(bool asks) { laurel_document_ask_before_closing(asks ? 1 : 0); }

void save_file(std::string_view name, std::string_view content_type, std::string_view content) {
  FieldWriter fields;
  fields.add(name).add(content_type).add(content);
  laurel_document_save_file(fields.bytes().data(), fields.size());
}

void print_page() { laurel_document_print(); }

void load_part(int part) { laurel_document_load_part(part); }

void remember_presence(bool signed_in) { laurel_document_presence(signed_in ? 1 : 0); }

}  // namespace laurel::web

// What document.js calls.

using laurel::web::FieldReader;
using laurel::web::Incoming;
using laurel::web::listeners;
using laurel::web::opening;
namespace ui = laurel::ui;

extern "C" {

EMSCRIPTEN_KEEPALIVE void laurel_document_opened(char* buffer, int length) {
  const Incoming incoming(buffer, length);
  FieldReader fields(incoming.bytes());
  opening.association = fields.next();
  opening.fragment = fields.next();
  opening.host = fields.next();
  opening.worker_url = fields.next();
  opening.worker_files = fields.next();
  opening.client_key = fields.next();
  opening.member_expected = fields.next() == "1";
}

EMSCRIPTEN_KEEPALIVE void laurel_document_event(char* buffer, int length) {
  const Incoming incoming(buffer, length);
  FieldReader fields(incoming.bytes());
  const std::string_view kind = fields.next();
  const std::string key(fields.next());
  const std::string_view value = fields.next();
  if (kind == "press") {
    listeners.on_event({.kind = ui::Event::Kind::press, .key = key});
  } else if (kind == "edit") {
    listeners.on_event({.kind = ui::Event::Kind::edit, .key = key, .text = std::string(value)});
  } else if (kind == "check") {
    listeners.on_event({.kind = ui::Event::Kind::check, .key = key, .checked = value == "1"});
  } else if (kind == "focus") {
    listeners.on_focus({key, value == "1"});
  } else if (kind == "fragment") {
    listeners.on_fragment(value);
  } else {
    assert(kind == "shown");
    listeners.on_shown();
  }
}

EMSCRIPTEN_KEEPALIVE void laurel_document_file(char* buffer, int length, double bytes, int width,
                                               int height) {
  const Incoming incoming(buffer, length);
  FieldReader fields(incoming.bytes());
  ui::Event event{.kind = ui::Event::Kind::choose, .key = std::string(fields.next())};
  event.file.name = fields.next();
  event.file.address = fields.next();
  event.file.content = fields.next();
  event.file.bytes = static_cast<std::int64_t>(bytes);
  event.file.width = width;
  event.file.height = height;
  listeners.on_event(std::move(event));
}

EMSCRIPTEN_KEEPALIVE void laurel_document_pointer(float x, float y, int present, int down) {
  listeners.on_pointer({present != 0, {x, y}, down != 0});
}

EMSCRIPTEN_KEEPALIVE void laurel_document_environment(float width, float height, float ratio,
                                                      int dark, int more_contrast,
                                                      int right_to_left, int mirror_is_page) {
  listeners.on_environment({width, height, ratio, dark != 0, more_contrast != 0, right_to_left != 0,
                            mirror_is_page != 0});
}

EMSCRIPTEN_KEEPALIVE void laurel_document_frame(float scroll_y) { listeners.on_frame(scroll_y); }

EMSCRIPTEN_KEEPALIVE void laurel_document_part(int part, int state) {
  listeners.on_part(part, static_cast<laurel::web::PartState>(state));
}

EMSCRIPTEN_KEEPALIVE void laurel_document_canvas_lost() { listeners.on_canvas_lost(); }

EMSCRIPTEN_KEEPALIVE void laurel_document_canvas_restored() { listeners.on_canvas_restored(); }
}
