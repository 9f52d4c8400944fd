#include "ui/widgets/picture.h"

namespace laurel::ui {
namespace {

Node picture_node(const PictureSpec& spec, const Rect& rect) {
  Node node;
  node.key = spec.key;
  node.role = Role::image;
  node.name = spec.name;
  node.rect = rect;
  node.has_rect = true;
  node.picture.source = spec.source;
  node.picture.round = spec.round;
  return node;
}

}  // namespace

void picture(Ui& ui, const PictureSpec& spec, const Rect& rect) {
  ui.tree().add(picture_node(spec, rect));
}

Point cropped_picture(Ui& ui, const PictureSpec& spec, const Rect& square, const Rect& shown) {
  Node node = picture_node(spec, shown);
  node.picture.draggable = true;
  node.picture.clip = square;
  ui.tree().add(std::move(node));
  return ui.dragged(square);
}

}  // namespace laurel::ui
