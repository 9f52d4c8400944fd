#include "ui/widgets/structure.h"

namespace laurel::ui {

void fact(Ui& ui, const Fact& fact) {
  paragraph(ui, {.key = fact.key + "/term",
                 .text = fact.term,
                 .style = TextStyle::small,
                 .tone = Tone::muted,
                 .role = Role::term});
  const std::string key = fact.key + "/value";
  if (fact.href.empty()) {
    paragraph(ui, {.key = key, .text = fact.value, .role = Role::definition});
    return;
  }
  group(ui, {.key = key, .role = Role::definition},
        [&] { link(ui, {.key = key + "/link", .text = fact.value, .href = fact.href}); });
}

void facts(Ui& ui, std::string_view key, const std::vector<Fact>& all, std::size_t columns) {
  const std::vector<float> shares(columns, 1);
  group(ui, {.key = key, .role = Role::facts}, [&] {
    for (std::size_t first = 0; first < all.size(); first += columns) {
      if (first > 0) ui.layout().skip(space::small);
      side_by_side(ui, shares, space::medium, [&](std::size_t i) {
        if (first + i < all.size()) fact(ui, all[first + i]);
      });
    }
  });
}

void parts_bar(Ui& ui, const PartsBarSpec& spec) {
  constexpr float thickness = 6;
  constexpr float gap = 6;
  const Rect bar = ui.layout().take(thickness);
  const auto count = static_cast<float>(spec.count);
  const float width = (bar.width - gap * (count - 1)) / count;
  for (int i = 0; i < spec.count; ++i) {
    const Rect part{bar.x + static_cast<float>(i) * (width + gap), bar.y, width, thickness};
    ui.fill(part, i < spec.filled ? spec.colour : ui.palette().border, thickness / 2);
  }
}

void steps(Ui& ui, const StepsSpec& spec) {
  paragraph(ui, {.key = spec.key, .text = spec.text, .style = TextStyle::small_strong,
                 .tone = Tone::muted});
  ui.layout().skip(space::tight);
  parts_bar(ui, {.filled = spec.step, .count = spec.count, .colour = ui.palette().primary});
}

void bullet_list(Ui& ui, std::string_view key, std::span<const std::string> texts) {
  constexpr float dot_inset = 6;
  constexpr float dot_radius = 4;
  group(ui, {.key = key, .role = Role::list}, [&] {
    for (std::size_t i = 0; i < texts.size(); ++i) {
      const std::string item = std::string(key) + "/" + std::to_string(i + 1);
      if (i > 0) ui.layout().skip(space::small);
      ui.disc({ui.layout().x() + dot_inset, ui.layout().y() + spec_of(TextStyle::body).line_height / 2},
              dot_radius, ui.palette().primary);
      ui.layout().push(space::large, ui.layout().width() - space::large);
      group(ui, {.key = item, .role = Role::listitem},
            [&] { paragraph(ui, {.key = item + "/text", .text = texts[i]}); });
      ui.layout().pop();
    }
  });
}

void rule(Ui& ui) {
  const Rect line = ui.layout().take(1);
  ui.fill(line, ui.palette().border);
}

void rule_between(Ui& ui) {
  ui.layout().skip(space::medium);
  rule(ui);
  ui.layout().skip(space::medium);
}

}  // namespace laurel::ui
