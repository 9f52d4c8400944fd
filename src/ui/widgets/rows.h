// The rows of a list that may be long. Up to `all_rows_up_to` of them every row is drawn, so that the
// browser finds its words; of more only those on the canvas, with room for the others. Where the
// mirror is the page, on paper too, every row is there.
//
//   seen_rows(ui, "members", members.size(), [&](std::size_t i) { member_row(ui, members[i]); });
#pragma once

#include <string_view>

#include "ui/ui.h"

namespace laurel::ui {

inline constexpr std::size_t all_rows_up_to = 100;

[[nodiscard]] inline bool leaves_rows_out(const Ui& ui, std::size_t count) {
  return count > all_rows_up_to && !ui.draws_whole_page();
}

/// `row(i)` draws one, with the gap before it.
template <class Row>
void seen_rows(Ui& ui, std::string_view key, std::size_t count, const Row& row) {
  if (!leaves_rows_out(ui, count)) {
    for (std::size_t i = 0; i < count; ++i) row(i);
    return;
  }
  RowHeights& heights = ui.measured().rows_of(key);
  heights.fit(count, ui.layout().width());
  const RowHeights::Rows above = heights.first_within(ui.canvas().top - ui.layout().y());
  ui.layout().skip(above.height);
  std::size_t i = above.count;
  for (; i < count && ui.layout().y() < ui.canvas().bottom(); ++i) {
    const float top = ui.layout().y();
    row(i);
    heights.know(i, ui.layout().y() - top);
  }
  ui.layout().skip(heights.height_from(i));
}

}  // namespace laurel::ui
