#include "ui/widgets/controls.h"

#include <string>

#include "ui/widgets/structure.h"
#include "ui/widgets/words.h"

namespace laurel::ui {
namespace {

struct Dress {
  Colour ground;
  bool has_ground = true;
  bool has_outline = false;
  Tone words = Tone::on_primary;
  Colour ring;
};

Dress dress_of(const Ui& ui, Look look, bool lit) {
  const Palette& p = ui.palette();
  switch (look) {
    case Look::in_header:
      return {mix(p.header, p.on_header, 0.16), lit, true, Tone::on_header, p.on_header};
    case Look::quiet:
      return {p.neutral_surface, lit, true, Tone::link, p.focus};
    case Look::in_field:
      return {p.neutral_surface, lit, false, Tone::link, p.focus};
    default:
      return {lit ? p.primary_hover : p.primary, true, false, Tone::on_primary, p.focus};
  }
}

/// The same in every language.
void tick(Ui& ui, const Rect& box, Colour colour) {
  const auto at = [&](float from_left, float y) {
    const float x = ui.is_mirrored() ? 1 - from_left : from_left;
    return Point{box.x + box.width * x, box.y + box.height * y};
  };
  ui.line(at(0.22F, 0.52F), at(0.42F, 0.72F), colour, 2.5F);
  ui.line(at(0.40F, 0.72F), at(0.78F, 0.28F), colour, 2.5F);
}

Node draw_button(Ui& ui, const ButtonSpec& spec, const Rect& rect) {
  const Ui::ItemState state = ui.item(spec.key, rect);
  const Dress dress = dress_of(ui, spec.look, (state.hovered || state.held) && !spec.busy);
  if (dress.has_ground) ui.fill(rect, dress.ground, radius);
  if (dress.has_outline) ui.outline(rect, ui.colour_of(dress.words), 1, radius);
  if (state.focused) ui.focus_ring(rect, radius, dress.ring);

  Node node;
  node.key = spec.key;
  node.role = Role::button;
  node.name = spec.name.empty() ? spec.text : spec.name;
  node.style = spec.look == Look::in_field ? TextStyle::small_strong : TextStyle::body_strong;
  node.tone = dress.words;
  node.look = spec.look;
  node.align = Align::centre;
  node.busy = spec.busy;
  node.expanded = spec.expanded;
  node.pressable = true;
  node.field.input_type = spec.submits ? "submit" : "button";
  node.item = state.id;
  node.rect = rect;
  node.has_rect = true;
  node.lines = {{std::string(spec.text), false}};
  const float width = ui.words().width_of(spec.text, node.style);
  ui.text_line(spec.text, node.style,
               {rect.x + (rect.width - width) / 2,
                rect.y + (rect.height - spec_of(node.style).line_height) / 2},
               ui.colour_of(node.tone));
  return node;
}

/// What a finger hits of a box or a disc.
Rect target_around(const Rect& square) {
  constexpr float around = (touch_target - box_size) / 2;
  return {square.x - around, square.y - around, touch_target, touch_target};
}

/// The square of a checkbox, and its node.
Node draw_box(Ui& ui, const CheckboxSpec& spec, const Rect& square, bool checked) {
  const Rect target = target_around(square);
  const Ui::ItemState state = ui.item(spec.key, target);
  const Colour outline = spec.error.empty() ? ui.palette().outline : ui.palette().danger;
  constexpr float corner = 5;
  ui.fill(square, checked ? ui.palette().primary : ui.palette().surface, corner);
  ui.outline(square, checked ? ui.palette().primary : outline, 1.5F, corner);
  if (checked) tick(ui, square, ui.palette().on_primary);
  if (state.focused) ui.focus_ring(square, corner, ui.palette().focus);

  Node node;
  node.key = spec.key;
  node.role = Role::checkbox;
  node.name = spec.label;
  node.item = state.id;
  node.rect = target;
  node.has_rect = true;
  node.field.checked = checked;
  node.field.form_name = spec.form_name;
  node.field.invalid = !spec.error.empty();
  return node;
}

/// The label of a box or of a choice, after it, and its node.
Node draw_label_beside(Ui& ui, std::string_view key, std::string_view text) {
  constexpr float inset = box_size + space::small;
  const float above = (control_height - spec_of(TextStyle::body).line_height) / 2;
  Node label;
  label.key = std::string(key) + "/label";
  label.role = Role::label;
  label.target = key;
  label.name = text;
  ui.layout().push(inset, ui.layout().width() - inset);
  ui.layout().skip(above);
  draw_lines(ui, label);
  ui.layout().skip(above);
  ui.layout().pop();
  return label;
}

/// Of a box beside the first line of its label, whose control begins at `top`.
Rect square_beside(Ui& ui, float top) {
  return {ui.layout().x(), top + (control_height - box_size) / 2, box_size, box_size};
}

Node draw_radio(Ui& ui, const std::string& key, const Rect& square, bool chosen) {
  const Rect target = target_around(square);
  const Ui::ItemState state = ui.item(key, target);
  const Point centre{square.x + square.width / 2, square.y + square.height / 2};
  const float reach = square.width / 2;
  ui.disc(centre, reach, chosen ? ui.palette().primary : ui.palette().outline);
  ui.disc(centre, reach - 2, ui.palette().surface);
  if (chosen) ui.disc(centre, reach - 6, ui.palette().primary);
  if (state.focused) ui.focus_ring(square, reach, ui.palette().focus);
  Node node;
  node.key = key;
  node.role = Role::radio;
  node.item = state.id;
  node.rect = target;
  node.has_rect = true;
  node.field.checked = chosen;
  return node;
}

void draw_choice(Ui& ui, const RadioGroupSpec& spec, const RadioChoice& choice,
                 std::string_view chosen) {
  const std::string key = std::string(spec.key) + "/" + std::string(choice.value);
  const float top = ui.layout().y();
  Node label = draw_label_beside(ui, key, choice.label);
  Node node = draw_radio(ui, key, square_beside(ui, top), chosen == choice.value);
  node.name = choice.label;
  node.field.form_name = spec.key;
  node.field.value = choice.value;
  if (!choice.hint.empty()) node.described_by.push_back(key + "/hint");
  ui.tree().add(std::move(node));
  ui.tree().add(std::move(label));
  if (choice.hint.empty()) return;
  constexpr float inset = box_size + space::small;
  ui.layout().push(inset, ui.layout().width() - inset);
  paragraph(ui, {.key = key + "/hint", .text = choice.hint, .style = TextStyle::small,
                 .tone = Tone::muted});
  ui.layout().pop();
  ui.layout().skip(space::small);
}

}  // namespace

float button_width(const Ui& ui, std::string_view text) {
  return ui.words().width_of(text, TextStyle::body_strong) + 2 * space::large;
}

bool button_at(Ui& ui, const ButtonSpec& spec, const Rect& rect) {
  ui.tree().add(draw_button(ui, spec, rect));
  return ui.take_press(spec.key) && !spec.busy;
}

bool button(Ui& ui, const ButtonSpec& spec) {
  Rect rect = ui.layout().take(control_height);
  if (!spec.fills_width) rect.width = std::min(rect.width, button_width(ui, spec.text));
  return button_at(ui, spec, rect);
}

void link_button(Ui& ui, const LinkButtonSpec& spec) {
  Rect rect = ui.layout().take(control_height);
  rect.width = std::min(rect.width, button_width(ui, spec.text));
  Node node = draw_button(ui, {.key = spec.key, .text = spec.text}, rect);
  node.role = Role::link;
  node.href = spec.href;
  node.pressable = false;
  ui.tree().add(std::move(node));
}

void checkbox(Ui& ui, const CheckboxSpec& spec, bool& checked) {
  if (const auto changed = ui.take_check(spec.key)) checked = *changed;
  const std::string error_key = std::string(spec.key) + "/error";
  if (!spec.error.empty()) {
    paragraph(ui, {.key = error_key, .text = spec.error, .style = TextStyle::small_strong,
                   .tone = Tone::danger});
  }
  const float top = ui.layout().y();
  Node label = draw_label_beside(ui, spec.key, spec.label);
  Node node = draw_box(ui, spec, square_beside(ui, top), checked);
  if (node.field.invalid) node.described_by.push_back(error_key);
  ui.tree().add(std::move(node));
  ui.tree().add(std::move(label));
}

void bare_checkbox(Ui& ui, const CheckboxSpec& spec, bool& checked) {
  if (const auto changed = ui.take_check(spec.key)) checked = *changed;
  const Rect row = ui.layout().take(box_size);
  Node node = draw_box(ui, spec, {row.x, row.y, box_size, box_size}, checked);
  node.field.has_label = false;
  ui.tree().add(std::move(node));
}

bool radio_group(Ui& ui, const RadioGroupSpec& spec, std::string& value) {
  bool changed = false;
  group(ui, {.key = spec.key, .role = Role::radiogroup, .name = spec.label}, [&] {
    for (const RadioChoice& choice : spec.choices) {
      const std::string key = std::string(spec.key) + "/" + std::string(choice.value);
      if (ui.take_check(key).value_or(false) && value != choice.value) {
        value = choice.value;
        changed = true;
      }
    }
    for (const RadioChoice& choice : spec.choices) draw_choice(ui, spec, choice, value);
  });
  return changed;
}

void badge(Ui& ui, const BadgeSpec& spec) {
  const Palette& p = ui.palette();
  const Colour ground = spec.tone == Tone::success   ? p.success_surface
                        : spec.tone == Tone::warning ? p.warning_surface
                        : spec.tone == Tone::danger  ? p.danger_surface
                                                     : p.neutral_surface;
  const TypeSpec& type = spec_of(TextStyle::small_strong);
  constexpr float vertical = 2;
  const Rect row = ui.layout().take(type.line_height + 2 * vertical);
  const float width = ui.words().width_of(spec.text, TextStyle::small_strong);
  ui.fill({row.x, row.y, width + 2 * space::small, row.height}, ground, row.height / 2);

  Node node;
  node.key = spec.key;
  node.role = spec.role;
  node.name = spec.text;
  node.style = TextStyle::small_strong;
  node.tone = spec.tone;
  node.look = Look::badge;
  node.lines = {{std::string(spec.text), false}};
  node.rect = {row.x + space::small, row.y + vertical, width, type.line_height};
  node.has_rect = true;
  ui.text_line(spec.text, node.style, {node.rect.x, node.rect.y}, ui.colour_of(spec.tone));
  ui.tree().add(std::move(node));
}

}  // namespace laurel::ui
