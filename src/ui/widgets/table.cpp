#include "ui/widgets/table.h"

#include <algorithm>

#include "ui/widgets/rows.h"
#include "ui/widgets/structure.h"
#include "ui/widgets/words.h"

namespace laurel::ui {
namespace {

constexpr float tick_share = 0.6F;

std::vector<float> shares_of(const TableSpec& spec) {
  std::vector<float> shares;
  if (spec.tick) shares.push_back(tick_share);
  for (const TableColumn& column : spec.columns) shares.push_back(column.share);
  return shares;
}

void head(Ui& ui, const TableSpec& spec, const std::vector<float>& shares, int position) {
  const std::string key = std::string(spec.key) + "/head";
  group(ui, {.key = key, .role = Role::row, .position = position}, [&] {
    side_by_side(ui, shares, space::medium, [&](std::size_t i) {
      const bool is_tick = spec.tick && i == 0;
      const std::string& title = is_tick ? spec.tick_title : spec.columns[spec.tick ? i - 1 : i].title;
      paragraph(ui, {.key = key + "/" + std::to_string(i), .text = title,
                     .style = TextStyle::small_strong, .tone = Tone::muted,
                     .role = Role::columnheader});
    });
  });
}

void text_cell(Ui& ui, const std::string& key, const TableCell& cell, bool names_row) {
  const Role role = names_row ? Role::rowheader : Role::cell;
  if (cell.href.empty()) {
    paragraph(ui, {.key = key, .text = cell.text, .role = role});
    return;
  }
  group(ui, {.key = key, .role = role},
        [&] { link(ui, {.key = key + "/link", .text = cell.text, .href = cell.href}); });
}

void row_as_cells(Ui& ui, const TableSpec& spec, const std::vector<float>& shares,
                  std::size_t number, const TableRow& row) {
  side_by_side(ui, shares, space::medium, [&](std::size_t i) {
    if (spec.tick && i == 0) {
      group(ui, {.key = row.key + "/ticking", .role = Role::cell},
            [&] { spec.tick(number, false); });
      return;
    }
    const std::size_t column = spec.tick ? i - 1 : i;
    text_cell(ui, row.key + "/" + std::to_string(column), row.cells[column], column == 0);
  });
}

void rows_as_table(Ui& ui, const TableSpec& spec) {
  const std::vector<float> shares = shares_of(spec);
  const bool partial = leaves_rows_out(ui, spec.row_count);
  const int rows_and_head = static_cast<int>(spec.row_count) + 1;
  group(ui, {.key = spec.key, .role = Role::table, .name = spec.name,
             .set_size = partial ? rows_and_head : 0}, [&] {
    head(ui, spec, shares, partial ? 1 : 0);
    seen_rows(ui, spec.key, spec.row_count, [&](std::size_t number) {
      ui.layout().skip(space::small);
      rule(ui);
      ui.layout().skip(space::small);
      const TableRow row = spec.row(number);
      group(ui, {.key = row.key, .role = Role::row,
                 .position = partial ? static_cast<int>(number) + 2 : 0},
            [&] { row_as_cells(ui, spec, shares, number, row); });
    });
  });
}

void row_as_facts(Ui& ui, const TableSpec& spec, std::size_t number, const TableRow& row) {
  if (spec.tick) spec.tick(number, true);
  group(ui, {.key = row.key + "/facts", .role = Role::facts}, [&] {
    for (std::size_t column = 0; column < spec.columns.size(); ++column) {
      const TableCell& cell = row.cells[column];
      if (cell.text.empty()) continue;
      if (column > 0) ui.layout().skip(space::tight);
      fact(ui, {row.key + "/" + std::to_string(column), spec.columns[column].title, cell.text,
                cell.href});
    }
  });
}

void rows_as_list(Ui& ui, const TableSpec& spec) {
  const bool partial = leaves_rows_out(ui, spec.row_count);
  group(ui, {.key = spec.key, .role = Role::list, .name = spec.name}, [&] {
    seen_rows(ui, spec.key, spec.row_count, [&](std::size_t number) {
      if (number > 0) rule_between(ui);
      const TableRow row = spec.row(number);
      group(ui, {.key = row.key, .role = Role::listitem,
                 .set_size = partial ? static_cast<int>(spec.row_count) : 0,
                 .position = partial ? static_cast<int>(number) + 1 : 0},
            [&] { row_as_facts(ui, spec, number, row); });
    });
  });
}

/// Columns in which no row has anything say nothing.
void leave_out_empty_columns(TableSpec& spec, std::vector<TableRow>& rows) {
  for (std::size_t column = spec.columns.size(); column-- > 0;) {
    const bool empty = std::all_of(rows.begin(), rows.end(), [&](const TableRow& row) {
      return row.cells[column].text.empty();
    });
    if (!empty) continue;
    const auto at = static_cast<std::ptrdiff_t>(column);
    spec.columns.erase(spec.columns.begin() + at);
    for (TableRow& row : rows) row.cells.erase(row.cells.begin() + at);
  }
}

void draw_table(Ui& ui, const TableSpec& spec) {
  if (ui.layout().width() < table_needs_width) return rows_as_list(ui, spec);
  rows_as_table(ui, spec);
}

}  // namespace

void table(Ui& ui, const TableSpec& spec) {
  if (leaves_rows_out(ui, spec.row_count)) return draw_table(ui, spec);
  std::vector<TableRow> rows;
  for (std::size_t row = 0; row < spec.row_count; ++row) rows.push_back(spec.row(row));
  TableSpec whole = spec;
  leave_out_empty_columns(whole, rows);
  whole.row = [&rows](std::size_t row) { return rows[row]; };
  draw_table(ui, whole);
}

}  // namespace laurel::ui
