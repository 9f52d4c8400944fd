// A table of texts. Where there is no room for its columns, each row is shown as facts, one below
// the other, and the tree says so too: a list, not a table whose columns nobody sees.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "ui/ui.h"

namespace laurel::ui {

struct TableColumn {
  std::string title;
  float share = 1;  // of the width
};

struct TableCell {
  std::string text;
  std::string href = {};  // not empty: the text is a link
};

struct TableRow {
  std::string key;
  std::vector<TableCell> cells;  // one for each column; the first names the row
};

struct TableSpec {
  std::string_view key;
  std::string_view name;
  std::vector<TableColumn> columns;
  std::size_t row_count = 0;
  std::function<TableRow(std::size_t row)> row;  // asked for what is drawn
  /// What is to be ticked, before the first column; both empty where nothing is.
  std::string tick_title = {};
  std::function<void(std::size_t row, bool has_label)> tick = {};
};

/// Below this many pixels of width the rows are shown as facts.
inline constexpr float table_needs_width = 700;

/// A column in which every text is empty is left out; of a table that is longer than what is drawn at
/// once (ui/widgets/rows.h) every column is there.
void table(Ui& ui, const TableSpec& spec);

}  // namespace laurel::ui
