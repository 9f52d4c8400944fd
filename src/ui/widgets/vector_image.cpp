#include "ui/widgets/vector_image.h"

#include <algorithm>
#include <utility>

namespace laurel::ui {

void vector_image(Ui& ui, const VectorImageSpec& spec) {
  Node node;
  node.key = spec.key;
  node.role = Role::image;
  node.name = spec.name;
  node.path = spec.path;
  node.path_size = spec.path_size;
  const float side = std::min(spec.side, ui.layout().width());
  node.rect = ui.layout().take(side);
  node.rect.width = side;
  node.has_rect = true;
  ui.tree().add(std::move(node));
}

}  // namespace laurel::ui
