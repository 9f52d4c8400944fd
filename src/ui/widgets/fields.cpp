#include "ui/widgets/fields.h"

#include <algorithm>
#include <cstdlib>

#include "ui/widgets/controls.h"
#include "ui/widgets/structure.h"
#include "ui/widgets/words.h"

namespace laurel::ui {
namespace {

constexpr float below_words = 6;

void field_label(Ui& ui, std::string_view key, std::string_view text) {
  Node node;
  node.key = std::string(key) + "/label";
  node.role = Role::label;
  node.target = key;
  node.name = text;
  node.style = TextStyle::label;
  draw_lines(ui, node);
  ui.tree().add(std::move(node));
  ui.layout().skip(below_words);
}

void field_hint(Ui& ui, std::string_view key, std::string_view hint) {
  if (hint.empty()) return;
  paragraph(ui, {.key = std::string(key) + "/hint",
                 .text = hint,
                 .style = TextStyle::small,
                 .tone = Tone::muted});
  ui.layout().skip(below_words);
}

/// The error stands between label and field, where it is seen while the field has the focus.
void field_error(Ui& ui, std::string_view key, std::string_view error) {
  if (error.empty()) return;
  paragraph(ui, {.key = std::string(key) + "/error",
                 .text = error,
                 .style = TextStyle::small_strong,
                 .tone = Tone::danger});
  ui.layout().skip(below_words);
}

void field_words(Ui& ui, std::string_view key, const FieldWords& words) {
  field_label(ui, key, words.label);
  field_hint(ui, key, words.hint);
  field_error(ui, key, words.error);
}

Node node_of(std::string_view key, const FieldWords& words, Role role, const Rect& rect) {
  Node node;
  node.key = key;
  node.role = role;
  node.name = words.label;
  node.rect = rect;
  node.has_rect = true;
  node.field.invalid = !words.error.empty();
  if (!words.hint.empty()) node.described_by.push_back(node.key + "/hint");
  if (node.field.invalid) node.described_by.push_back(node.key + "/error");
  return node;
}

void draw_frame(Ui& ui, const Rect& rect, bool invalid, bool focused) {
  ui.fill(rect, ui.palette().surface, radius);
  const Colour colour = invalid   ? ui.palette().danger
                        : focused ? ui.palette().focus
                                  : ui.palette().outline;
  ui.outline(rect, colour, invalid || focused ? 2 : 1, radius);
  if (focused) ui.focus_ring(rect, radius, ui.palette().focus);
}

Node field_node(const TextFieldSpec& spec, const std::string& text, const Rect& rect) {
  Node node = node_of(spec.key, {spec.label, spec.hint, spec.error}, Role::textbox, rect);
  node.field.value = text;
  node.field.input_type = spec.input_type;
  node.field.autocomplete = spec.autocomplete;
  node.field.form_name = spec.form_name;
  node.field.required = spec.required;
  node.field.options = spec.options;
  node.field.rows = spec.rows;
  return node;
}

/// The words in several lines have 12 px above and below them; see shell/style.css.
float field_height(int rows) {
  if (rows == 0) return control_height;
  return 2 * space::small + static_cast<float>(rows) * spec_of(TextStyle::body).line_height;
}

/// A frame that waits for something.
void draw_dashes(Ui& ui, const Rect& frame, Colour colour) {
  constexpr float dash = 6;
  constexpr float gap = 5;
  for (float x = frame.x; x < frame.end(); x += dash + gap) {
    const float end = std::min(x + dash, frame.end());
    ui.line({x, frame.y}, {end, frame.y}, colour);
    ui.line({x, frame.bottom()}, {end, frame.bottom()}, colour);
  }
  for (float y = frame.y; y < frame.bottom(); y += dash + gap) {
    const float end = std::min(y + dash, frame.bottom());
    ui.line({frame.x, y}, {frame.x, end}, colour);
    ui.line({frame.end(), y}, {frame.end(), end}, colour);
  }
}

/// The arrow that says that there is a list.
void chevron(Ui& ui, const Rect& frame) {
  const Point tip{frame.end() - 22, frame.y + frame.height / 2 + 3};
  ui.line({tip.x - 6, tip.y - 6}, tip, ui.palette().text_muted, 2);
  ui.line(tip, {tip.x + 6, tip.y - 6}, ui.palette().text_muted, 2);
}

}  // namespace

float height_of(const Ui& ui, const FieldWords& words, float width) {
  float height = 0;
  const auto add = [&](std::string_view text, TextStyle style) {
    if (text.empty()) return;
    const std::size_t lines = ui.words().broken(text, style, width).size();
    height += static_cast<float>(lines) * spec_of(style).line_height + below_words;
  };
  add(words.label, TextStyle::label);
  add(words.hint, TextStyle::small);
  add(words.error, TextStyle::small_strong);
  return height;
}

void text_field(Ui& ui, const TextFieldSpec& spec, std::string& text) {
  if (auto edited = ui.take_edit(spec.key)) text = std::move(*edited);
  field_words(ui, spec.key, {spec.label, spec.hint, spec.error});
  const Rect frame = ui.layout().take(field_height(spec.rows));
  const Ui::ItemState state = ui.item(spec.key, frame);
  draw_frame(ui, frame, !spec.error.empty(), ui.has_focus(spec.key));
  Node node = field_node(spec, text, frame);
  node.item = state.id;
  ui.tree().add(std::move(node));
}

void search_field(Ui& ui, const SearchFieldSpec& spec, const Rect& frame, std::string& text) {
  if (auto edited = ui.take_edit(spec.key)) text = std::move(*edited);
  const Ui::ItemState state = ui.item(spec.key, frame);
  draw_frame(ui, frame, false, ui.has_focus(spec.key));
  Node node = field_node({.key = spec.key, .label = spec.name, .input_type = "search",
                          .form_name = "words", .required = false},
                         text, frame);
  node.item = state.id;
  node.field.placeholder = spec.name;
  node.field.has_label = false;
  ui.tree().add(std::move(node));
}

void options(Ui& ui, std::string_view key, std::span<const std::string_view> values) {
  Node list;
  list.key = key;
  list.role = Role::options;
  ui.tree().open(std::move(list));
  for (const std::string_view value : values) {
    Node option;
    option.key = std::string(key) + "/" + std::string(value);
    option.role = Role::option;
    option.name = value;
    ui.tree().add(std::move(option));
  }
  ui.tree().close();
}

void select_field(Ui& ui, const SelectFieldSpec& spec, std::string& value) {
  if (auto edited = ui.take_edit(spec.key)) value = std::move(*edited);
  const FieldWords words{spec.label, spec.hint, spec.error};
  field_words(ui, spec.key, words);
  const Rect frame = ui.layout().take(control_height);
  const Ui::ItemState state = ui.item(spec.key, frame);
  draw_frame(ui, frame, !spec.error.empty(), ui.has_focus(spec.key));
  chevron(ui, frame);
  Node node = node_of(spec.key, words, Role::combobox, frame);
  node.item = state.id;
  node.field.value = value;
  node.field.autocomplete = spec.autocomplete;
  node.field.form_name = spec.form_name;
  node.field.required = spec.required;
  ui.tree().open(std::move(node));
  for (const Choice& choice : spec.choices) {
    Node option;
    option.key = std::string(spec.key) + "/=" + std::string(choice.value);
    option.role = Role::option;
    option.name = choice.text;
    option.lines = {{std::string(choice.text), false}};
    option.field.value = choice.value;
    ui.tree().add(std::move(option));
  }
  ui.tree().close();
}

void slider(Ui& ui, const SliderSpec& spec, int& value) {
  if (const auto edited = ui.take_edit(spec.key)) {
    value = std::clamp(std::atoi(edited->c_str()), 0, spec.maximum);
  }
  field_label(ui, spec.key, spec.label);
  const Rect frame = ui.layout().take(control_height);
  const Ui::ItemState state = ui.item(spec.key, frame);
  const float middle = frame.y + frame.height / 2;
  const float share = static_cast<float>(value) / static_cast<float>(spec.maximum);
  // The browser's own knob, which cannot be seen, is as wide.
  constexpr float knob = 11;
  const float at = frame.x + knob + share * (frame.width - 2 * knob);
  ui.fill({frame.x, middle - 3, frame.width, 6}, ui.palette().border, 3);
  ui.fill({frame.x, middle - 3, at - frame.x, 6}, ui.palette().primary, 3);
  ui.disc({at, middle}, knob, ui.palette().primary);
  if (state.focused) {
    ui.focus_ring({at - knob, middle - knob, 2 * knob, 2 * knob}, knob, ui.palette().focus);
  }
  Node node = node_of(spec.key, {spec.label}, Role::slider, frame);
  node.item = state.id;
  node.field.value = std::to_string(value);
  node.field.maximum = spec.maximum;
  ui.tree().add(std::move(node));
}

std::optional<app::ChosenFile> file_field(Ui& ui, const FileFieldSpec& spec) {
  const FieldWords words{spec.text, spec.hint, spec.error};
  field_error(ui, spec.key, spec.error);
  const float top = ui.layout().y();
  ui.begin_above();
  padded(ui, space::medium, space::large, [&] {
    field_label(ui, spec.key, spec.text);
    field_hint(ui, spec.key, spec.hint);
  });
  const Rect frame{ui.layout().x(), top, ui.layout().width(), ui.layout().y() - top};
  ui.end_above_begin_below();
  const Ui::ItemState state = ui.item(spec.key, frame);
  ui.fill(frame, state.hovered ? ui.palette().neutral_surface : ui.palette().surface, radius);
  draw_dashes(ui, frame, spec.error.empty() ? ui.palette().outline : ui.palette().danger);
  if (state.focused) ui.focus_ring(frame, radius, ui.palette().focus);
  ui.end_below();
  Node node = node_of(spec.key, words, Role::file, frame);
  node.item = state.id;
  node.field.accept = spec.accept;
  ui.tree().add(std::move(node));
  return ui.take_file(spec.key);
}

bool password_field(Ui& ui, const PasswordFieldSpec& spec, std::string& text, bool& shown) {
  auto edit = ui.take_edit(spec.key);
  const bool edited = edit && *edit != text;
  if (edited) text = std::move(*edit);
  field_words(ui, spec.key, {spec.label, spec.hint, spec.error});
  const Rect frame = ui.layout().take(control_height);
  const std::string_view button_text = shown ? spec.hide_text : spec.show_text;
  const float button_part =
      ui.words().width_of(button_text, TextStyle::small_strong) + 2 * space::small;
  const Rect input{frame.x, frame.y, frame.width - button_part, frame.height};
  const Ui::ItemState state = ui.item(spec.key, input);
  draw_frame(ui, frame, !spec.error.empty(), ui.has_focus(spec.key));
  Node node = field_node({.key = spec.key,
                          .label = spec.label,
                          .input_type = shown ? "text" : "password",
                          .autocomplete = spec.autocomplete,
                          .form_name = spec.form_name,
                          .hint = spec.hint,
                          .error = spec.error},
                         text, input);
  node.item = state.id;
  ui.tree().add(std::move(node));

  const std::string button_key = std::string(spec.key) + "/show";
  const Rect button_rect{input.end(), frame.y + 2, button_part - 2, frame.height - 4};
  const ButtonSpec toggle{.key = button_key,
                          .text = button_text,
                          .name = shown ? spec.hide_name : spec.show_name,
                          .look = Look::in_field};
  if (button_at(ui, toggle, button_rect)) shown = !shown;
  return edited;
}

/// Below this many pixels of width a sentence of advice takes two lines.
constexpr float advice_needs_width = 380;

void meter(Ui& ui, const MeterSpec& spec) {
  const Tone tone = spec.filled < 2 ? Tone::danger : spec.filled < 3 ? Tone::warning : Tone::success;
  ui.layout().skip(space::tight);
  parts_bar(ui, {.filled = spec.filled, .count = 4, .colour = ui.colour_of(tone)});
  ui.layout().skip(space::hair);
  const std::string key(spec.key);
  const float advice_lines = ui.layout().width() < advice_needs_width ? 2 : 1;
  const float least_end = ui.layout().y() + spec_of(TextStyle::small_strong).line_height +
                          advice_lines * spec_of(TextStyle::small).line_height;
  group(ui, {.key = spec.key, .role = Role::status}, [&] {
    if (spec.text.empty()) return;
    paragraph(ui, {.key = key + "/text", .text = spec.text, .style = TextStyle::small_strong,
                   .tone = tone});
    if (spec.advice.empty()) return;
    paragraph(ui, {.key = key + "/advice", .text = spec.advice, .style = TextStyle::small});
  });
  ui.layout().skip(std::max(0.0F, least_end - ui.layout().y()));
}

}  // namespace laurel::ui
