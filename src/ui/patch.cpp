#include "ui/patch.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string_view>

#include "base/json_writer.h"

namespace laurel::ui {
namespace {

using Index = std::map<std::string_view, const Element*>;
using Children = std::map<std::string_view, std::vector<std::string_view>>;

Index index_of(const std::vector<Element>& elements) {
  Index index;
  for (const Element& element : elements) index.emplace(element.key, &element);
  return index;
}

Children children_of(const std::vector<Element>& elements) {
  Children children;
  for (const Element& element : elements) children[element.parent].push_back(element.key);
  return children;
}

void write_rect(base::JsonWriter& json, const Rect& rect) {
  json.begin_array();
  for (const float at : {rect.x, rect.y, rect.width, rect.height}) json.integer(std::lround(at * 16));
  json.end_array();
}

void write_lines(base::JsonWriter& json, const std::vector<TextLine>& lines) {
  json.begin_array();
  for (const TextLine& line : lines) {
    json.begin_array();
    json.text(line.text);
    json.integer(line.space_after ? 1 : 0);
    json.end_array();
  }
  json.end_array();
}

/// `before` is null for an element that is new.
void write_element(base::JsonWriter& json, const Element* before, const Element& after) {
  json.begin_object();
  json.key("k");
  json.text(after.key);
  if (before == nullptr) {
    json.key("tag");
    json.text(after.tag);
  }
  if (before == nullptr || before->attributes != after.attributes) {
    json.key("attributes");
    json.begin_object();
    for (const auto& [name, value] : after.attributes) {
      json.key(name);
      json.text(value);
    }
    json.end_object();
  }
  if (before == nullptr || before->lines != after.lines) {
    json.key("lines");
    write_lines(json, after.lines);
  }
  if (after.rect && (before == nullptr || before->rect != after.rect)) {
    json.key("rect");
    write_rect(json, *after.rect);
  }
  if (after.clip && (before == nullptr || before->clip != after.clip)) {
    json.key("clip");
    write_rect(json, *after.clip);
  }
  if (after.value && (before == nullptr || before->value != after.value)) {
    json.key("value");
    json.text(*after.value);
  }
  if (after.checked && (before == nullptr || before->checked != after.checked)) {
    json.key("checked");
    json.boolean(*after.checked);
  }
  json.end_object();
}

using Keys = std::set<std::string_view>;

/// The elements that stay in the document. One that became another or moved to another parent is
/// made anew, and so is everything within it: what is removed takes its descendants along.
Keys kept_elements(const Index& before, const std::vector<Element>& after) {
  Keys kept;
  for (const Element& element : after) {  // parents come first
    const auto old = before.find(element.key);
    if (old == before.end()) continue;
    const bool same = old->second->tag == element.tag && old->second->parent == element.parent;
    if (same && (element.parent.empty() || kept.count(element.parent) != 0)) {
      kept.insert(element.key);
    }
  }
  return kept;
}

/// Whether the document has these children in this order already.
bool has_children(const Keys& kept, const Children& before, std::string_view parent,
                  const std::vector<std::string_view>& keys) {
  const auto old = before.find(parent);
  if (old == before.end() || old->second != keys) return false;
  return std::all_of(keys.begin(), keys.end(),
                     [&](std::string_view key) { return kept.count(key) != 0; });
}

}  // namespace

std::string make_patch(const std::vector<Element>& before, const std::vector<Element>& after) {
  if (before == after) return {};
  const Index old_elements = index_of(before);
  const Keys kept = kept_elements(old_elements, after);

  base::JsonWriter json;
  json.begin_object();
  json.key("removed");
  json.begin_array();
  for (const Element& element : before) {
    if (kept.count(element.key) == 0) json.text(element.key);
  }
  json.end_array();

  json.key("elements");
  json.begin_array();
  for (const Element& element : after) {
    const Element* known =
        kept.count(element.key) != 0 ? old_elements.find(element.key)->second : nullptr;
    if (known != nullptr && *known == element) continue;
    write_element(json, known, element);
  }
  json.end_array();

  json.key("children");
  json.begin_object();
  const Children old_children = children_of(before);
  const Children new_children = children_of(after);
  for (const auto& [parent, keys] : new_children) {
    if (has_children(kept, old_children, parent, keys)) continue;
    json.key(parent);
    json.begin_array();
    for (const std::string_view key : keys) json.text(key);
    json.end_array();
  }
  json.end_object();
  json.end_object();
  return json.take();
}

}  // namespace laurel::ui
