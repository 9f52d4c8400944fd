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

void steps(Ui& ui, const StepsSpec& spec) {
  paragraph(ui, {.key = spec.key, .text = spec.text, .style = TextStyle::small_strong,
                 .tone = Tone::muted});
  ui.layout().skip(space::tight);
  constexpr float thickness = 6;
  constexpr float gap = 6;
  const Rect bar = ui.layout().take(thickness);
  const auto count = static_cast<float>(spec.count);
  const float width = (bar.width - gap * (count - 1)) / count;
  for (int i = 0; i < spec.count; ++i) {
    const Rect part{bar.x + static_cast<float>(i) * (width + gap), bar.y, width, thickness};
    ui.fill(part, i < spec.step ? ui.palette().primary : ui.palette().border, thickness / 2);
  }
}

void rule(Ui& ui) {
  const Rect line = ui.layout().take(1);
  ui.fill(line, ui.palette().border);
}

}  // namespace laurel::ui
