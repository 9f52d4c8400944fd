// The page around the program: the mirror of the semantic tree in the DOM, the browser's events, the
// address, the canvas' place. Everything here is a thin call into document.js and history.js.
//
// What a member does to a mirrored element comes back as a `DocumentEvents` call, whoever did it:
// a pointer, a key, a screen reader, a password manager or a script. Events only note what happened
// and ask for a frame; frames come one by one, when asked for, never by themselves.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "ui/frame.h"

namespace laurel::web {

/// What the page was opened with.
struct Opening {
  std::string association;   // JSON, as domain::Association reads it
  std::string fragment;      // "#/login"
  std::string host;          // "server" or "worker"
  std::string worker_url;    // of web/worker/boot.js; empty with a server
  std::string worker_files;  // see web/transport/transport.h
  std::string client_key;    // random
  bool member_expected = false;  // as the last visit left it; see remember_presence
};
[[nodiscard]] Opening open_document();

struct Environment {
  float page_width = 0;   // CSS pixels, without the scroll bar
  float view_height = 0;
  float device_pixel_ratio = 1;
  bool dark = false;
  bool more_contrast = false;
  bool right_to_left = false;  // as <html dir> says, which the build makes of the language
  bool mirror_is_page = false;  // colours are forced, words are translated, or it is printed

  bool operator==(const Environment&) const = default;
};

/// Of a part of the program, by its number (app/part.h).
enum class PartState { arrived, missing, outdated };

struct DocumentEvents {
  std::function<void(ui::Event)> on_event;
  std::function<void(ui::Focus)> on_focus;
  std::function<void(ui::Pointer)> on_pointer;
  std::function<void(std::string_view fragment)> on_fragment;
  std::function<void()> on_shown;  // again: another tab or program was in front of the page
  std::function<void(const Environment&)> on_environment;
  std::function<void(float scroll_y)> on_frame;
  std::function<void(int part, PartState)> on_part;  // the answer to load_part
  std::function<void()> on_canvas_lost;
  std::function<void()> on_canvas_restored;
};

/// Starts to listen; the first environment arrives before this returns. Call it once.
void listen(DocumentEvents events);

/// Exactly one `on_frame` follows, however often this is called before it.
void request_frame();

/// A frame that was asked for comes at once. The first one need not wait for the screen's next refresh.
void draw_now();

/// Applies a patch (ui/patch.h); empty for none.
void apply_patch(std::string_view patch);
void set_title(std::string_view title);
void set_content_height(float height);

/// Lays the canvas at the given place of the page and makes it `width` × `height` CSS pixels.
void place_canvas(const ui::CanvasSpec& canvas, float device_pixel_ratio);

/// With a canvas the mirror is transparent and lies over it; without one it is the page.
void show_canvas(bool shown);

void move_focus(std::string_view key);
void change_address(std::string_view fragment, bool replace);
/// The history's entry of which `on_fragment` told last is left for the one before; nothing tells of it.
void undo_navigation();

/// Whether the browser asks before it closes or reloads the page.
void ask_before_closing(bool asks);
/// Gives the member a download.
void save_file(std::string_view name, std::string_view content_type, std::string_view content);
/// Opens the browser's dialog for printing.
void print_page();

/// Loads a part of the program, and what it needs; `on_part` tells what came of it.
void load_part(int part);

/// Lets the next visit know whether to show the sign-in form before the program has arrived.
void remember_presence(bool signed_in);

}  // namespace laurel::web
