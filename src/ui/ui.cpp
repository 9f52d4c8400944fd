#include "ui/ui.h"

#include <algorithm>
#include <cmath>

#include "imgui_internal.h"

namespace laurel::ui {
namespace {

ImU32 ink(Colour c) { return IM_COL32(c.red, c.green, c.blue, 255); }

}  // namespace

Ui::Ui(const Surroundings& surroundings, const Palette& palette, const Fonts& fonts,
       ImDrawList& list, const CanvasSpec& canvas, Measured& measured)
    : surroundings_(surroundings),
      palette_(palette),
      words_(fonts, surroundings.device_pixel_ratio),
      canvas_(list),
      area_(canvas),
      measured_(measured),
      layout_(surroundings.page_width),
      events_(surroundings.events) {}

ImVec2 Ui::to_canvas(Point p) const {
  const float x = is_mirrored() ? surroundings_.page_width - p.x : p.x;
  return {x, p.y - area_.top};
}

Ui::Corners Ui::to_canvas(const Rect& rect) const {
  Corners corners{to_canvas(Point{rect.x, rect.y}), to_canvas(Point{rect.end(), rect.bottom()})};
  if (is_mirrored()) std::swap(corners.top_left.x, corners.bottom_right.x);
  return corners;
}

Tree Ui::take_tree() {
  if (is_mirrored()) tree_.mirror(surroundings_.page_width);
  return std::move(tree_);
}

std::optional<Event> Ui::take_event(Event::Kind kind, std::string_view key) {
  for (auto event = events_.begin(); event != events_.end(); ++event) {
    if (event->kind != kind || event->key != key) continue;
    Event taken = std::move(*event);
    events_.erase(event);
    return taken;
  }
  return std::nullopt;
}

bool Ui::take_press(std::string_view key) {
  return take_event(Event::Kind::press, key).has_value();
}

std::optional<std::string> Ui::take_edit(std::string_view key) {
  std::optional<std::string> text;
  while (auto event = take_event(Event::Kind::edit, key)) text = std::move(event->text);
  return text;
}

std::optional<bool> Ui::take_check(std::string_view key) {
  std::optional<bool> checked;
  while (auto event = take_event(Event::Kind::check, key)) checked = event->checked;
  return checked;
}

std::optional<app::ChosenFile> Ui::take_file(std::string_view key) {
  std::optional<app::ChosenFile> file;
  while (auto event = take_event(Event::Kind::choose, key)) file = std::move(event->file);
  return file;
}

Point Ui::dragged(const Rect& rect) const {
  const ImGuiIO& io = ImGui::GetIO();
  // In the frame of the press the pointer has come from anywhere.
  if (io.MouseDownDuration[ImGuiMouseButton_Left] <= 0) return {};
  const ImVec2 from = io.MouseClickedPos[ImGuiMouseButton_Left];
  const auto [top_left, bottom_right] = to_canvas(rect);
  if (!ImRect(top_left, bottom_right).Contains(from)) return {};
  return {io.MouseDelta.x, io.MouseDelta.y};
}

void Ui::fill(const Rect& rect, Colour colour, float corner) {
  if (!is_on_canvas(rect.y, rect.bottom())) return;
  const auto [top_left, bottom_right] = to_canvas(rect);
  canvas_.AddRectFilled(top_left, bottom_right, ink(colour), corner);
}

void Ui::outline(const Rect& rect, Colour colour, float thickness, float corner) {
  if (!is_on_canvas(rect.y, rect.bottom())) return;
  // The stroke lies inside the rectangle, as a CSS border does. ImGui's AddRect shifts by half a
  // pixel of its own.
  const float inset = thickness / 2;
  const auto [top_left, bottom_right] = to_canvas(rect);
  canvas_.PathRect({top_left.x + inset, top_left.y + inset},
                   {bottom_right.x - inset, bottom_right.y - inset},
                   corner > inset ? corner - inset : 0);
  canvas_.PathStroke(ink(colour), ImDrawFlags_Closed, thickness);
}

void Ui::line(Point from, Point to, Colour colour, float thickness) {
  canvas_.PathLineTo(to_canvas(from));
  canvas_.PathLineTo(to_canvas(to));
  canvas_.PathStroke(ink(colour), 0, thickness);
}

void Ui::hairline(Point from, float width, Colour colour) {
  const float ratio = surroundings_.device_pixel_ratio;
  const float thickness = std::max(1.0F, std::round(ratio)) / ratio;
  fill({from.x, std::round(from.y * ratio) / ratio, width, thickness}, colour);
}

void Ui::disc(Point centre, float radius, Colour colour) {
  canvas_.AddCircleFilled(to_canvas(centre), radius, ink(colour));
}

void Ui::text_line(std::string_view text, TextStyle style, Point start, Colour colour,
                   Shaping shaping) {
  if (!is_on_canvas(start.y, start.y + spec_of(style).line_height)) return;
  if (is_mirrored()) {
    start.x += words_.width_of(text, style);
    if (has_right_to_left(text)) shaping = Shaping::right_to_left;
  }
  const ImVec2 at = to_canvas(start);
  words_.draw(canvas_, text, style, {at.x, at.y}, ink(colour), shaping);
}

Colour Ui::colour_of(Tone tone) const {
  switch (tone) {
    case Tone::normal:
      return palette_.text;
    case Tone::muted:
      return palette_.text_muted;
    case Tone::danger:
      return palette_.danger;
    case Tone::success:
      return palette_.success;
    case Tone::warning:
      return palette_.warning;
    case Tone::link:
      return palette_.link;
    case Tone::on_primary:
      return palette_.on_primary;
    case Tone::on_header:
      return palette_.on_header;
  }
  return palette_.text;
}

void Ui::begin_above() {
  layers_.emplace_back();
  layers_.back().Split(&canvas_, 2);
  layers_.back().SetCurrentChannel(&canvas_, 1);
}

void Ui::end_above_begin_below() { layers_.back().SetCurrentChannel(&canvas_, 0); }

void Ui::end_below() {
  layers_.back().Merge(&canvas_);
  layers_.pop_back();
}

Ui::ItemState Ui::item(std::string_view key, const Rect& rect) {
  const auto [top_left, bottom_right] = to_canvas(rect);
  const ImRect box(top_left, bottom_right);
  ItemState state;
  state.id = ImGui::GetCurrentWindow()->GetID(key.data(), key.data() + key.size());
  state.focused = shows_focus(key);
  // An item outside the canvas is submitted all the same: the tree holds the whole page.
  if (!ImGui::ItemAdd(box, state.id)) return state;
  // What ButtonBehavior says of presses is not used: presses come from the mirrored element.
  ImGui::ButtonBehavior(box, state.id, &state.hovered, &state.held);
  return state;
}

bool Ui::has_focus(std::string_view key) const { return surroundings_.focus.key == key; }

bool Ui::shows_focus(std::string_view key) const {
  return surroundings_.focus.visible && has_focus(key);
}

void Ui::focus_ring(const Rect& rect, float corner, Colour colour) {
  constexpr float gap = 2;
  constexpr float thickness = 3;
  constexpr float reach = gap + thickness;
  outline({rect.x - reach, rect.y - reach, rect.width + 2 * reach, rect.height + 2 * reach}, colour,
          thickness, corner + reach);
}

}  // namespace laurel::ui
