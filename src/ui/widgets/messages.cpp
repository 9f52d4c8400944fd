#include "ui/widgets/messages.h"

#include "ui/widgets/structure.h"
#include "ui/widgets/words.h"

namespace laurel::ui {

std::string problem(Ui& ui, const ProblemSpec& spec) {
  const std::string key(spec.key);
  std::string wanted;
  Node node;
  node.key = key;
  node.role = Role::alert;
  node.look = Look::problem;
  ui.tree().open(std::move(node));
  const std::string title_key = key + "/title";
  const auto paint = [&](const Rect& rect) {
    ui.fill(rect, ui.palette().danger_surface, radius);
    ui.outline(rect, ui.palette().danger, 2, radius);
  };
  box(ui, space::medium, [&] {
    heading(ui, {.key = title_key, .text = spec.title, .level = 2,
                 .style = TextStyle::body_strong, .takes_focus = true});
    for (std::size_t i = 0; i < spec.items.size(); ++i) {
      const ProblemSpec::Item& item = spec.items[i];
      const std::string item_key = key + "/" + std::to_string(i);
      ui.layout().skip(space::hair);
      if (item.field_key.empty()) {
        paragraph(ui, {.key = item_key, .text = item.text});
      } else if (action_link(ui, {.key = item_key, .text = item.text, .href = "#",
                                  .tone = Tone::danger})) {
        wanted = item.field_key;
      }
    }
  }, paint);
  ui.tree().close();
  return wanted;
}

void notice(Ui& ui, std::string_view key, std::string_view text) {
  group(ui, {.key = key, .role = Role::status, .look = Look::notice}, [&] {
    box(ui, space::medium,
        [&] { paragraph(ui, {.key = std::string(key) + "/text", .text = text}); },
        [&](const Rect& rect) { ui.fill(rect, ui.palette().neutral_surface, radius); });
  });
}

}  // namespace laurel::ui
