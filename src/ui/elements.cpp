#include "ui/elements.h"

#include <algorithm>
#include <array>

#include "base/joined.h"
#include "ui/runs.h"

namespace laurel::ui {
namespace {

std::string_view tag_of(const Node& node) {
  constexpr std::array<std::string_view, 6> headings = {"h1", "h2", "h3", "h4", "h5", "h6"};
  switch (node.role) {
    case Role::banner:
      return "header";
    case Role::main:
      return "main";
    case Role::contentinfo:
      return "footer";
    case Role::navigation:
      return "nav";
    case Role::region:
      return "section";
    case Role::form:
    case Role::search:
      return "form";
    case Role::alert:
    case Role::status:
      return "div";
    case Role::list:
      return "ul";
    case Role::listitem:
      return "li";
    case Role::table:
      return "table";
    case Role::row:
      return "tr";
    case Role::columnheader:
    case Role::rowheader:
      return "th";
    case Role::cell:
      return "td";
    case Role::facts:
      return "dl";
    case Role::term:
      return "dt";
    case Role::definition:
      return "dd";
    case Role::heading:
      return headings[static_cast<std::size_t>(node.level - 1)];
    case Role::paragraph:
      return "p";
    case Role::label:
      return "label";
    case Role::link:
      return "a";
    case Role::button:
      return "button";
    case Role::textbox:
      return node.field.rows > 0 ? "textarea" : "input";
    case Role::checkbox:
    case Role::radio:
    case Role::slider:
    case Role::file:
      return "input";
    case Role::radiogroup:
      return "div";
    case Role::combobox:
      return "select";
    case Role::image:
      return node.path.empty() ? "img" : "svg";
    case Role::options:
      return "datalist";
    case Role::option:
      return "option";
  }
  return "div";
}

std::string_view look_class(Look look) {
  constexpr std::array<std::string_view, 13> names = {
      "",        "card",     "bar",     "foot",   "primary", "quiet",
      "infield", "inheader", "problem", "notice", "badge",   "reveal",
      "proof"};
  return names[static_cast<std::size_t>(look)];
}

std::string_view tone_class(Tone tone) {
  constexpr std::array<std::string_view, 8> names = {"",        "muted", "danger",     "success",
                                                     "warning", "link",  "on-primary", "on-header"};
  return names[static_cast<std::size_t>(tone)];
}

bool is_shaped(const std::vector<TextLine>& lines) {
  return std::any_of(lines.begin(), lines.end(), [](const TextLine& line) {
    const std::vector<Piece> pieces = pieces_of(line.text);
    return std::any_of(pieces.begin(), pieces.end(), [](const Piece& p) { return p.shaped; });
  });
}

bool is_turned(const std::vector<TextLine>& lines) {
  return std::any_of(lines.begin(), lines.end(),
                     [](const TextLine& line) { return has_right_to_left(line.text); });
}

std::string class_of(const Node& node, bool mirrored) {
  std::string out;
  const auto add = [&out](std::string_view name) {
    if (name.empty()) return;
    if (!out.empty()) out += " ";
    out += name;
  };
  if (!node.lines.empty()) {
    add("t-" + std::string(spec_of(node.style).name));
    add(tone_class(node.tone));
    if (is_shaped(node.lines)) add("shaped");
    // A name, an address or a number among words from right to left; see shell/style.css.
    if (mirrored && !is_turned(node.lines)) add("ltr");
  }
  add(look_class(node.look));
  if (node.picture.round) add("round");
  return out;
}

std::string words_of(const std::vector<TextLine>& lines) {
  std::string out;
  for (const TextLine& line : lines) {
    out += line.text;
    if (line.space_after) out += " ";
  }
  return out;
}

using Attributes = std::vector<std::pair<std::string_view, std::string>>;

void set_if(Attributes& attributes, bool condition, std::string_view name,
            std::string_view value) {
  if (condition) attributes.emplace_back(name, value);
}

/// Of an <input>.
std::string input_type_of(const Node& node) {
  switch (node.role) {
    case Role::checkbox:
      return "checkbox";
    case Role::radio:
      return "radio";
    case Role::slider:
      return "range";
    case Role::file:
      return "file";
    default:
      return node.field.input_type;
  }
}

void field_attributes(const Node& node, Attributes& attributes) {
  const FieldState& field = node.field;
  const bool is_text = node.role == Role::textbox;
  const bool is_input = tag_of(node) == "input";
  if (is_input) attributes.emplace_back("type", input_type_of(node));
  if (field.rows > 0) attributes.emplace_back("rows", std::to_string(field.rows));
  set_if(attributes, !field.form_name.empty(), "name", field.form_name);
  set_if(attributes, !field.autocomplete.empty(), "autocomplete", field.autocomplete);
  set_if(attributes, !field.options.empty(), "list", field.options);
  set_if(attributes, !field.placeholder.empty(), "placeholder", field.placeholder);
  set_if(attributes, !field.accept.empty(), "accept", field.accept);
  if (node.role == Role::radio) attributes.emplace_back("value", field.value);
  if (node.role == Role::slider) attributes.emplace_back("max", std::to_string(field.maximum));
  set_if(attributes, field.required && (is_text || node.role == Role::combobox), "aria-required",
         "true");
  set_if(attributes, field.invalid, "aria-invalid", "true");
  // Nobody's address or password is a sentence.
  if (is_text && (field.input_type != "text" || !field.autocomplete.empty())) {
    attributes.emplace_back("autocapitalize", "none");
    attributes.emplace_back("spellcheck", "false");
  }
}

/// Of an <svg>.
void drawing_attributes(const Node& node, Attributes& attributes) {
  const std::string side = std::to_string(node.path_size);
  attributes.emplace_back("role", "img");
  attributes.emplace_back("viewBox", "0 0 " + side + " " + side);
}

void picture_attributes(const Node& node, Attributes& attributes) {
  attributes.emplace_back("alt", node.name);
  attributes.emplace_back("data-source", node.picture.source);
  attributes.emplace_back("draggable", "false");  // a drag is ours, or nobody's
  set_if(attributes, node.picture.draggable, "data-drag", "");
}

/// Of a list some of whose rows are not in the document (WAI-ARIA 1.2, aria-setsize, aria-rowcount).
void set_position(const Node& node, Attributes& attributes) {
  const bool is_item = node.role == Role::listitem;
  const auto add = [&attributes](std::string_view name, int number) {
    if (number > 0) attributes.emplace_back(name, std::to_string(number));
  };
  add(is_item ? "aria-setsize" : "aria-rowcount", node.set_size);
  add(is_item ? "aria-posinset" : "aria-rowindex", node.position);
}

Attributes attributes_of(const Node& node, bool mirrored) {
  Attributes attributes;
  const std::string classes = class_of(node, mirrored);
  set_if(attributes, !classes.empty(), "class", classes);
  const bool is_picture = node.role == Role::image && node.path.empty();
  const bool names_itself = (is_field(node.role) && node.field.has_label) || is_picture ||
                            (!node.lines.empty() && words_of(node.lines) == node.name);
  const bool is_option = node.role == Role::option;
  set_if(attributes, !names_itself && !is_option && !node.name.empty(), "aria-label", node.name);
  if (is_option) attributes.emplace_back("value", node.lines.empty() ? node.name : node.field.value);
  set_if(attributes, node.role == Role::radiogroup, "role", "radiogroup");
  set_if(attributes, node.role == Role::alert, "role", "alert");
  set_if(attributes, node.role == Role::status, "role", "status");
  set_if(attributes, node.role == Role::list, "role", "list");  // Safari forgets unstyled lists
  set_if(attributes, node.role == Role::columnheader, "scope", "col");
  set_if(attributes, node.role == Role::rowheader, "scope", "row");
  // Over the canvas a table is laid out as blocks, which browsers take for no table.
  set_if(attributes, node.role == Role::table, "role", "table");
  set_if(attributes, node.role == Role::row, "role", "row");
  set_if(attributes, node.role == Role::columnheader, "role", "columnheader");
  set_if(attributes, node.role == Role::rowheader, "role", "rowheader");
  set_if(attributes, node.role == Role::cell, "role", "cell");
  set_position(node, attributes);
  set_if(attributes, node.role == Role::form || node.role == Role::search, "novalidate", "");
  set_if(attributes, node.role == Role::search, "role", "search");
  set_if(attributes, node.role == Role::link, "href", node.href);
  set_if(attributes, node.role == Role::label, "for", node.target);
  set_if(attributes, node.role == Role::button, "type", node.field.input_type);
  set_if(attributes, node.current, "aria-current", "page");
  if (node.expanded) attributes.emplace_back("aria-expanded", *node.expanded ? "true" : "false");
  set_if(attributes, node.busy, "aria-disabled", "true");
  set_if(attributes, node.takes_focus, "tabindex", "-1");
  set_if(attributes, node.pressable, "data-press", "");
  set_if(attributes, !node.described_by.empty(), "aria-describedby", base::joined(node.described_by, " "));
  if (is_field(node.role)) field_attributes(node, attributes);
  if (node.role == Role::image) {
    if (node.path.empty()) {
      picture_attributes(node, attributes);
    } else {
      drawing_attributes(node, attributes);
    }
  }
  return attributes;
}

/// What an image shows.
Element path_of(const Node& node) {
  Element element;
  element.key = node.key + "/path";
  element.parent = node.key;
  element.tag = "path";
  element.attributes.emplace_back("d", node.path);
  return element;
}

}  // namespace

std::vector<Element> elements_of(const Tree& tree) {
  std::vector<Element> elements;
  elements.reserve(tree.nodes().size());
  for (const Node& node : tree.nodes()) {
    Element element;
    element.key = node.key;
    if (node.parent >= 0) {
      element.parent = tree.nodes()[static_cast<std::size_t>(node.parent)].key;
    }
    element.tag = tag_of(node);
    element.attributes = attributes_of(node, tree.is_mirrored());
    element.lines = node.lines;
    if (node.role == Role::textbox || node.role == Role::combobox || node.role == Role::slider) {
      element.value = node.field.value;
    }
    if (node.role == Role::checkbox || node.role == Role::radio) {
      element.checked = node.field.checked;
    }
    if (node.has_rect) element.rect = node.rect;
    element.clip = node.picture.clip;
    elements.push_back(std::move(element));
    if (!node.path.empty()) elements.push_back(path_of(node));
  }
  return elements;
}

}  // namespace laurel::ui
