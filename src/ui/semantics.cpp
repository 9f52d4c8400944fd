#include "ui/semantics.h"

#include <cassert>
#include <utility>

namespace laurel::ui {

int Tree::open(Node node) {
  const int index = add(std::move(node));
  open_.push_back(index);
  return index;
}

void Tree::close() {
  assert(!open_.empty());
  open_.pop_back();
}

int Tree::add(Node node) {
  node.parent = open_.empty() ? -1 : open_.back();
  nodes_.push_back(std::move(node));
  return static_cast<int>(nodes_.size()) - 1;
}

void Tree::mirror(float page_width) {
  mirrored_ = true;
  const auto turn = [page_width](Rect& rect) { rect.x = page_width - rect.end(); };
  for (Node& node : nodes_) {
    if (node.has_rect) turn(node.rect);
    if (node.picture.clip) turn(*node.picture.clip);
  }
}

const Node* Tree::find(std::string_view key) const {
  for (const Node& node : nodes_) {
    if (node.key == key) return &node;
  }
  return nullptr;
}

bool is_interactive(Role role) {
  return role == Role::link || role == Role::button || is_field(role);
}

bool is_field(Role role) {
  switch (role) {
    case Role::textbox:
    case Role::checkbox:
    case Role::radio:
    case Role::combobox:
    case Role::slider:
    case Role::file:
      return true;
    default:
      return false;
  }
}

}  // namespace laurel::ui
