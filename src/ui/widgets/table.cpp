#include "ui/widgets/table.h"

#include <algorithm>

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

void head(Ui& ui, const TableSpec& spec, const std::vector<float>& shares) {
  const std::string key = std::string(spec.key) + "/head";
  group(ui, {.key = key, .role = Role::row}, [&] {
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

void rows_as_table(Ui& ui, const TableSpec& spec) {
  const std::vector<float> shares = shares_of(spec);
  group(ui, {.key = spec.key, .role = Role::table, .name = spec.name}, [&] {
    head(ui, spec, shares);
    for (std::size_t row = 0; row < spec.rows.size(); ++row) {
      const std::string& key = spec.rows[row].key;
      ui.layout().skip(space::small);
      rule(ui);
      ui.layout().skip(space::small);
      group(ui, {.key = key, .role = Role::row}, [&] {
        side_by_side(ui, shares, space::medium, [&](std::size_t i) {
          if (spec.tick && i == 0) {
            group(ui, {.key = key + "/ticking", .role = Role::cell},
                  [&] { spec.tick(row, false); });
            return;
          }
          const std::size_t column = spec.tick ? i - 1 : i;
          text_cell(ui, key + "/" + std::to_string(column), spec.rows[row].cells[column],
                    column == 0);
        });
      });
    }
  });
}

void row_as_facts(Ui& ui, const TableSpec& spec, std::size_t row) {
  const std::string& key = spec.rows[row].key;
  if (spec.tick) spec.tick(row, true);
  group(ui, {.key = key + "/facts", .role = Role::facts}, [&] {
    for (std::size_t column = 0; column < spec.columns.size(); ++column) {
      const TableCell& cell = spec.rows[row].cells[column];
      if (cell.text.empty()) continue;
      if (column > 0) ui.layout().skip(space::tight);
      fact(ui, {key + "/" + std::to_string(column), spec.columns[column].title, cell.text,
                cell.href});
    }
  });
}

void rows_as_list(Ui& ui, const TableSpec& spec) {
  group(ui, {.key = spec.key, .role = Role::list, .name = spec.name}, [&] {
    std::size_t number = 0;
    ruled(ui, spec.rows, [&](const TableRow& row) {
      group(ui, {.key = row.key, .role = Role::listitem},
            [&] { row_as_facts(ui, spec, number++); });
    });
  });
}

/// Columns in which no row has anything say nothing.
TableSpec without_empty_columns(TableSpec spec) {
  for (std::size_t column = spec.columns.size(); column-- > 0;) {
    const bool empty = std::all_of(spec.rows.begin(), spec.rows.end(), [&](const TableRow& row) {
      return row.cells[column].text.empty();
    });
    if (!empty) continue;
    const auto at = static_cast<std::ptrdiff_t>(column);
    spec.columns.erase(spec.columns.begin() + at);
    for (TableRow& row : spec.rows) row.cells.erase(row.cells.begin() + at);
  }
  return spec;
}

}  // namespace

void table(Ui& ui, const TableSpec& given) {
  const TableSpec spec = without_empty_columns(given);
  if (ui.layout().width() < table_needs_width) return rows_as_list(ui, spec);
  rows_as_table(ui, spec);
}

}  // namespace laurel::ui
