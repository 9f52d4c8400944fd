#include "ui/widgets/fields.h"

#include "ui/widgets/controls.h"
#include "ui/widgets/structure.h"
#include "ui/widgets/words.h"

namespace laurel::ui {
namespace {

void field_label(Ui& ui, std::string_view key, std::string_view text) {
  Node node;
  node.key = std::string(key) + "/label";
  node.role = Role::label;
  node.target = key;
  node.name = text;
  node.style = TextStyle::label;
  draw_lines(ui, node);
  ui.tree().add(std::move(node));
  ui.layout().skip(6);
}

void field_hint(Ui& ui, std::string_view key, std::string_view hint) {
  if (hint.empty()) return;
  paragraph(ui, {.key = std::string(key) + "/hint",
                 .text = hint,
                 .style = TextStyle::small,
                 .tone = Tone::muted});
  ui.layout().skip(6);
}

/// The error stands between label and field, where it is seen while the field has the focus.
void field_error(Ui& ui, std::string_view key, std::string_view error) {
  if (error.empty()) return;
  paragraph(ui, {.key = std::string(key) + "/error",
                 .text = error,
                 .style = TextStyle::small_strong,
                 .tone = Tone::danger});
  ui.layout().skip(6);
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
  Node node;
  node.key = spec.key;
  node.role = Role::textbox;
  node.name = spec.label;
  node.rect = rect;
  node.has_rect = true;
  node.field.value = text;
  node.field.input_type = spec.input_type;
  node.field.autocomplete = spec.autocomplete;
  node.field.form_name = spec.form_name;
  node.field.required = spec.required;
  node.field.options = spec.options;
  node.field.invalid = !spec.error.empty();
  if (!spec.hint.empty()) node.described_by.push_back(node.key + "/hint");
  if (node.field.invalid) node.described_by.push_back(node.key + "/error");
  return node;
}

}  // namespace

void text_field(Ui& ui, const TextFieldSpec& spec, std::string& text) {
  if (auto edited = ui.take_edit(spec.key)) text = std::move(*edited);
  field_label(ui, spec.key, spec.label);
  field_hint(ui, spec.key, spec.hint);
  field_error(ui, spec.key, spec.error);
  const Rect frame = ui.layout().take(control_height);
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

bool password_field(Ui& ui, const PasswordFieldSpec& spec, std::string& text, bool& shown) {
  auto edit = ui.take_edit(spec.key);
  const bool edited = edit && *edit != text;
  if (edited) text = std::move(*edit);
  field_label(ui, spec.key, spec.label);
  field_hint(ui, spec.key, spec.hint);
  field_error(ui, spec.key, spec.error);
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
  const Rect button_rect{input.right(), frame.y + 2, button_part - 2, frame.height - 4};
  const ButtonSpec toggle{.key = button_key,
                          .text = button_text,
                          .name = shown ? spec.hide_name : spec.show_name,
                          .look = Look::in_field};
  if (button_at(ui, toggle, button_rect)) shown = !shown;
  return edited;
}

void meter(Ui& ui, const MeterSpec& spec) {
  const Tone tone = spec.filled < 2 ? Tone::danger : spec.filled < 3 ? Tone::warning : Tone::success;
  ui.layout().skip(space::tight);
  parts_bar(ui, {.filled = spec.filled, .count = 4, .colour = ui.colour_of(tone)});
  ui.layout().skip(space::hair);
  const std::string key(spec.key);
  group(ui, {.key = spec.key, .role = Role::status}, [&] {
    paragraph(ui, {.key = key + "/text", .text = spec.text, .style = TextStyle::small_strong,
                   .tone = tone});
    if (spec.advice.empty()) return;
    paragraph(ui, {.key = key + "/advice", .text = spec.advice, .style = TextStyle::small});
  });
}

}  // namespace laurel::ui
