#include "ui/widgets/portrait.h"

#include <string>

#include "domain/person_name.h"
#include "ui/widgets/picture.h"

namespace laurel::ui {
namespace {

/// The letters take about a third of the disc.
TextStyle style_for(float size) {
  if (size >= 96) return TextStyle::display;
  return size >= 56 ? TextStyle::heading : TextStyle::label;
}

}  // namespace

void portrait(Ui& ui, const PortraitSpec& spec) {
  const Rect row = ui.layout().take(spec.size);
  if (!spec.photo.empty()) {
    return picture(ui, {.key = spec.key, .name = {}, .source = spec.photo, .round = true},
                   {row.x, row.y, spec.size, spec.size});
  }
  const Point centre{row.x + spec.size / 2, row.y + spec.size / 2};
  ui.disc(centre, spec.size / 2, ui.palette().primary);
  const std::string letters = domain::initials(spec.first_name, spec.last_name);
  const TextStyle style = style_for(spec.size);
  const float width = ui.words().width_of(letters, style);
  ui.text_line(letters, style,
               {centre.x - width / 2, centre.y - spec_of(style).line_height / 2},
               ui.palette().on_primary);
}

}  // namespace laurel::ui
