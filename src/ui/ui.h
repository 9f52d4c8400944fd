// What a view draws with: the layout, the words, the semantic tree and the canvas of one frame.
//
// Views never call ImGui. They call the widgets (ui/widgets/…), and only widgets use what is here.
// A widget that can be pressed or edited learns it from `take_press`, `take_edit` and `take_check`,
// whoever did it: a pointer, a key, a screen reader, a password manager or a test. All of them press
// the mirrored element, so a press arrives exactly once.
//
// Everything that is placed counts x from the start edge (ui/geometry.h). This class is where it
// becomes left or right: it draws, asks ImGui and gives the tree away mirrored where lines start at the
// right. What a page does not turn round, a picture or a tick, asks `is_mirrored`.
//
// To add a widget: a function in ui/widgets that takes a rectangle from `layout()`, draws into
// `canvas()` what `palette()` and the type scale say, calls `item()` if it can be pressed, and adds
// its node to `tree()`; its element in elements.cpp if the role is new; a test in tests/ui.
#pragma once

#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "app/chosen_file.h"
#include "base/writing_direction.h"
#include "imgui.h"
#include "ui/layout.h"
#include "ui/measured.h"
#include "ui/semantics.h"
#include "ui/text.h"
#include "ui/theme.h"

namespace laurel::ui {

/// Something that was done to a mirrored element. Exactly one of the kinds.
struct Event {
  enum class Kind { press, edit, check, choose };
  Kind kind = Kind::press;
  std::string key = {};
  std::string text = {};  // with `edit`: the whole new value
  bool checked = false;  // with `check`
  app::ChosenFile file = {};  // with `choose`
};

struct Focus {
  std::string key;       // of the focused element; empty for none
  bool visible = false;  // the browser's :focus-visible
};

/// What the outside world has for a frame.
struct Surroundings {
  float page_width = 1280;   // in CSS pixels
  float view_height = 800;
  float device_pixel_ratio = 1;
  base::Direction direction = base::Direction::left_to_right;  // of the association's language
  Scheme scheme = Scheme::light;
  bool mirror_is_page = false;  // nothing is left out of the tree because it is not in view
  Focus focus;
  std::vector<Event> events;
};

/// The part of the page that is drawn, in page coordinates: the whole of a short page, else what is
/// in view and some more above and below.
struct CanvasSpec {
  float top = 0;
  float width = 0;
  float height = 0;

  [[nodiscard]] float bottom() const { return top + height; }
  friend bool operator==(const CanvasSpec&, const CanvasSpec&) = default;
};

class Ui {
 public:
  Ui(const Surroundings& surroundings, const Palette& palette, const Fonts& fonts,
     ImDrawList& list, const CanvasSpec& canvas, Measured& measured);

  [[nodiscard]] const Palette& palette() const { return palette_; }
  [[nodiscard]] const Words& words() const { return words_; }
  [[nodiscard]] Layout& layout() { return layout_; }
  [[nodiscard]] Tree& tree() { return tree_; }
  [[nodiscard]] bool is_narrow() const { return surroundings_.page_width < narrow_below; }
  /// Whether lines start at the right.
  [[nodiscard]] bool is_mirrored() const {
    return surroundings_.direction == base::Direction::right_to_left;
  }
  /// What the window has left for the page's content, above the footer.
  [[nodiscard]] float room_above_footer() const {
    return surroundings_.view_height - measured_.footer_height;
  }
  [[nodiscard]] bool draws_whole_page() const { return surroundings_.mirror_is_page; }
  [[nodiscard]] const CanvasSpec& canvas() const { return area_; }
  [[nodiscard]] Measured& measured() { return measured_; }

  // What has happened to a widget since the last frame; asking takes it.
  bool take_press(std::string_view key);
  std::optional<std::string> take_edit(std::string_view key);
  std::optional<bool> take_check(std::string_view key);
  std::optional<app::ChosenFile> take_file(std::string_view key);

  /// How far the pointer has gone since the last frame while it drags what it took hold of within the
  /// rectangle; in CSS pixels. Nothing where it drags nothing. It goes to the right, whatever the
  /// direction: what is dragged is a picture.
  [[nodiscard]] Point dragged(const Rect& rect) const;

  // Drawing, in page coordinates. Words and boxes that are not on the canvas cost nothing.
  void fill(const Rect& rect, Colour colour, float corner = 0);
  void outline(const Rect& rect, Colour colour, float thickness = 1, float corner = 0);
  void line(Point from, Point to, Colour colour, float thickness = 1);
  /// One CSS pixel thick, on whole device pixels, so that it is sharp.
  void hairline(Point from, float width, Colour colour);
  void disc(Point centre, float radius, Colour colour);
  /// `start` is where the line begins, at its upper edge.
  void text_line(std::string_view text, TextStyle style, Point start, Colour colour,
                 Shaping shaping = Shaping::by_words);
  [[nodiscard]] Colour colour_of(Tone tone) const;

  /// What is drawn after this goes below what `body` drew: a card learns its height last.
  void begin_above();
  void end_above_begin_below();
  void end_below();

  struct ItemState {
    ImGuiID id = 0;
    bool hovered = false;
    bool held = false;
    bool focused = false;  // and the ring is wanted
  };
  /// Makes the rectangle an item of ImGui, which answers for the pointer.
  ItemState item(std::string_view key, const Rect& rect);
  [[nodiscard]] bool has_focus(std::string_view key) const;
  [[nodiscard]] bool shows_focus(std::string_view key) const;
  void focus_ring(const Rect& rect, float corner, Colour colour);

  [[nodiscard]] Tree take_tree();

 private:
  struct Corners {
    ImVec2 top_left;
    ImVec2 bottom_right;
  };
  [[nodiscard]] bool is_on_canvas(float top, float bottom) const {
    return bottom > area_.top && top < area_.bottom();
  }
  [[nodiscard]] ImVec2 to_canvas(Point p) const;
  [[nodiscard]] Corners to_canvas(const Rect& rect) const;
  std::optional<Event> take_event(Event::Kind kind, std::string_view key);

  const Surroundings& surroundings_;
  const Palette& palette_;
  Words words_;
  ImDrawList& canvas_;
  CanvasSpec area_;  // of the canvas in the page
  Measured& measured_;
  Layout layout_;
  Tree tree_;
  std::vector<Event> events_;
  std::deque<ImDrawListSplitter> layers_;  // a splitter must stay where it is while it is in use
};

}  // namespace laurel::ui
