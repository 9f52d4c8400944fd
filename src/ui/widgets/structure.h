// Groups: landmarks, columns, cards, lists, facts, tables. Each calls what it is given to fill it.
//
//   card(ui, {.key = "profile", .role = Role::region, .labelled_by = "profile/title"}, [&] {
//     heading(ui, {.key = "profile/title", .text = "Your profile"});
//   });
#pragma once

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ui/ui.h"
#include "ui/widgets/words.h"

namespace laurel::ui {

/// Only meaning, no looks.
struct GroupSpec {
  std::string_view key;
  Role role = Role::region;
  std::string_view name = {};
  Look look = Look::none;
  int set_size = 0;  // see Node
  int position = 0;
};
template <class Body>
void group(Ui& ui, const GroupSpec& spec, const Body& body) {
  Node node;
  node.key = spec.key;
  node.role = spec.role;
  node.name = spec.name;
  node.look = spec.look;
  node.set_size = spec.set_size;
  node.position = spec.position;
  ui.tree().open(std::move(node));
  body();
  ui.tree().close();
}

/// At most `max_width` wide, in the middle of the page, with a margin beside it.
template <class Body>
void column(Ui& ui, float max_width, const Body& body) {
  const float margin = ui.is_narrow() ? space::medium : space::large;
  const float width = std::min(max_width, ui.layout().width() - 2 * margin);
  ui.layout().push((ui.layout().width() - width) / 2, width);
  body();
  ui.layout().pop();
}

/// Words and widgets with room around them.
template <class Body>
void padded(Ui& ui, float horizontal, float vertical, const Body& body) {
  ui.layout().push(horizontal, ui.layout().width() - 2 * horizontal);
  ui.layout().skip(vertical);
  body();
  ui.layout().skip(vertical);
  ui.layout().pop();
}

/// A padded box whose ground `paint(Rect)` draws once its height is known.
template <class Body, class Paint>
void box(Ui& ui, float padding, const Body& body, const Paint& paint) {
  const float top = ui.layout().y();
  ui.begin_above();
  padded(ui, padding, padding, body);
  ui.end_above_begin_below();
  paint(Rect{ui.layout().x(), top, ui.layout().width(), ui.layout().y() - top});
  ui.end_below();
}

/// A bordered surface.
template <class Body>
void card(Ui& ui, const GroupSpec& spec, const Body& body) {
  GroupSpec dressed = spec;
  dressed.look = Look::card;
  group(ui, dressed, [&] {
    box(ui, ui.is_narrow() ? space::medium : space::large, body, [&](const Rect& rect) {
      ui.fill(rect, ui.palette().surface, card_radius);
      ui.outline(rect, ui.palette().border, 1, card_radius);
    });
  });
}

/// Boxes side by side, as wide as their shares of the width say; `body(i)` fills each. The next
/// widget goes below the tallest.
template <class Body>
void side_by_side(Ui& ui, const std::vector<float>& shares, float gap, const Body& body) {
  float total = 0;
  for (const float share : shares) total += share;
  const float room = ui.layout().width() - gap * static_cast<float>(shares.size() - 1);
  const float top = ui.layout().y();
  float inset = 0;
  float end = top;
  for (std::size_t i = 0; i < shares.size(); ++i) {
    const float width = room * shares[i] / total;
    ui.layout().push(inset, width);
    body(i);
    end = std::max(end, ui.layout().pop_beside());
    inset += width + gap;
  }
  ui.layout().skip(end - top);
}

/// One term and its value, the value below.
struct Fact {
  std::string key;
  std::string term;
  std::string value;
  std::string href = {};  // not empty: the value is a link
};
void fact(Ui& ui, const Fact& fact);

/// Facts in rows of as many columns.
void facts(Ui& ui, std::string_view key, const std::vector<Fact>& all, std::size_t columns);

/// How far the member is in a process of several steps: "Step 2 of 3", and a bar for those who see.
struct StepsSpec {
  std::string_view key;
  std::string_view text;
  int step = 1;  // from 1
  int count = 1;
};
void steps(Ui& ui, const StepsSpec& spec);

/// A bar of equal parts, the first of them filled; decoration beside words that say the same.
struct PartsBarSpec {
  int filled = 0;
  int count = 1;
  Colour colour;
};
void parts_bar(Ui& ui, const PartsBarSpec& spec);

/// A list of texts, each with a dot before it. The keys are "<key>/1", "<key>/2", …
void bullet_list(Ui& ui, std::string_view key, std::span<const std::string> texts);

void rule(Ui& ui);  // a thin line across; decoration
void rule_between(Ui& ui);  // two items of a list

/// Items one below the other with a line between them; `item(one)` draws each.
template <class Items, class Item>
void ruled(Ui& ui, const Items& items, const Item& item) {
  bool first = true;
  for (const auto& one : items) {
    if (!first) rule_between(ui);
    first = false;
    item(one);
  }
}

}  // namespace laurel::ui
