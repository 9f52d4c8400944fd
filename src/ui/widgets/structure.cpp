#include "ui/widgets/structure.h"

namespace laurel::ui {

void fact(Ui& ui, const Fact& fact) {
  paragraph(ui, {.key = fact.key + "/term",
                 .text = fact.term,
                 .style = TextStyle::small,
                 .tone = Tone::muted,
                 .role = Role::term});
  paragraph(ui, {.key = fact.key + "/value", .text = fact.value, .role = Role::definition});
}

void rule(Ui& ui) {
  const Rect line = ui.layout().take(1);
  ui.fill(line, ui.palette().border);
}

}  // namespace laurel::ui
