#include "ui/widgets/words.h"

#include <algorithm>

namespace laurel::ui {
namespace {

/// Draws the line under a link's words.
void underline(Ui& ui, const Node& node) {
  const float line_height = spec_of(node.style).line_height;
  const float below = spec_of(node.style).size * 0.14F;
  float baseline = node.rect.y + line_height / 2 + spec_of(node.style).size * 0.36F;
  for (const TextLine& line : node.lines) {
    const float width = ui.words().width_of(line.text, node.style);
    ui.hairline({node.rect.x, baseline + below}, width, ui.colour_of(node.tone));
    baseline += line_height;
  }
}

Node link_node(const LinkSpec& spec) {
  Node node;
  node.key = spec.key;
  node.role = Role::link;
  node.name = spec.text;
  node.href = spec.href;
  node.style = spec.style;
  node.tone = spec.tone;
  node.current = spec.current;
  return node;
}

void draw_link(Ui& ui, Node node, const LinkSpec& spec) {
  const float available = ui.layout().width();
  draw_lines(ui, node);
  if (spec.fills_width) node.rect.width = available;
  if (!spec.name.empty()) node.name = spec.name;
  const Ui::ItemState state = ui.item(node.key, node.rect);
  node.item = state.id;
  // The pointer turns the line on or off, so that either link answers to it.
  if (spec.underlined != state.hovered) underline(ui, node);
  if (state.focused) ui.focus_ring(node.rect, 2, ui.colour_of(node.tone));
  ui.tree().add(std::move(node));
}

}  // namespace

void draw_lines(Ui& ui, Node& node) {
  const float line_height = spec_of(node.style).line_height;
  const float available = ui.layout().width();
  node.lines = ui.words().broken(node.name, node.style, available);
  const Rect area = ui.layout().take(line_height * static_cast<float>(node.lines.size()));
  const bool turned = ui.is_mirrored() && has_right_to_left(node.name);
  const Shaping shaping = turned ? Shaping::right_to_left : Shaping::by_words;
  float widest = 0;
  float y = area.y;
  for (const TextLine& line : node.lines) {
    const float width = ui.words().width_of(line.text, node.style);
    const float inset = node.align == Align::centre ? (available - width) / 2 : 0;
    ui.text_line(line.text, node.style, {area.x + inset, y}, ui.colour_of(node.tone),
                 shaping);
    widest = std::max(widest, width);
    y += line_height;
  }
  const float inset = node.align == Align::centre ? (available - widest) / 2 : 0;
  node.rect = {area.x + inset, area.y, widest, area.height};
  node.has_rect = true;
}

void heading(Ui& ui, const HeadingSpec& spec) {
  Node node;
  node.key = spec.key;
  node.role = Role::heading;
  node.level = spec.level;
  node.name = spec.text;
  node.style = spec.style;
  node.takes_focus = spec.takes_focus;
  draw_lines(ui, node);
  ui.tree().add(std::move(node));
}

void linked_heading(Ui& ui, const HeadingSpec& spec, std::string_view href) {
  Node node;
  node.key = spec.key;
  node.role = Role::heading;
  node.level = spec.level;
  ui.tree().open(std::move(node));
  const std::string key = std::string(spec.key) + "/link";
  link(ui, {.key = key, .text = spec.text, .href = href, .style = spec.style});
  ui.tree().close();
}

void paragraph(Ui& ui, const ParagraphSpec& spec) {
  Node node;
  node.key = spec.key;
  node.role = spec.role;
  node.name = spec.text;
  node.style = spec.style;
  node.tone = spec.tone;
  node.align = spec.align;
  draw_lines(ui, node);
  ui.tree().add(std::move(node));
}

void link(Ui& ui, const LinkSpec& spec) { draw_link(ui, link_node(spec), spec); }

bool action_link(Ui& ui, const LinkSpec& spec) {
  Node node = link_node(spec);
  node.pressable = true;
  draw_link(ui, std::move(node), spec);
  return ui.take_press(spec.key);
}

}  // namespace laurel::ui
