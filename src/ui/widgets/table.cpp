#include "ui/widgets/table.h"

#include "ui/widgets/rows.h"
#include "ui/widgets/structure.h"
#include "ui/widgets/words.h"

namespace laurel::ui {
namespace {

constexpr float tick_share = 0.6F;

/// A table as it is drawn: the columns that say something, by their number.
struct Drawn {
  const TableSpec& spec;
  std::vector<std::size_t> columns;
  bool partial;  // only rows in view are drawn
};

bool is_empty(const TableSpec& spec, std::size_t column) {
  for (std::size_t row = 0; row < spec.row_count; ++row) {
    if (!spec.row(row).cells[column].text.empty()) return false;
  }
  return true;
}

Drawn drawn_of(const Ui& ui, const TableSpec& spec) {
  Drawn table{spec, {}, leaves_rows_out(ui, spec.row_count)};
  for (std::size_t column = 0; column < spec.columns.size(); ++column) {
    if (table.partial || !is_empty(spec, column)) table.columns.push_back(column);
  }
  return table;
}

std::vector<float> shares_of(const Drawn& table) {
  std::vector<float> shares;
  if (table.spec.tick) shares.push_back(tick_share);
  for (const std::size_t column : table.columns) shares.push_back(table.spec.columns[column].share);
  return shares;
}

void head(Ui& ui, const Drawn& table, const std::vector<float>& shares) {
  const TableSpec& spec = table.spec;
  const std::string key = std::string(spec.key) + "/head";
  group(ui, {.key = key, .role = Role::row, .position = table.partial ? 1 : 0}, [&] {
    side_by_side(ui, shares, space::medium, [&](std::size_t i) {
      const bool is_tick = spec.tick && i == 0;
      const std::string& title =
          is_tick ? spec.tick_title : spec.columns[table.columns[spec.tick ? i - 1 : i]].title;
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

void row_as_cells(Ui& ui, const Drawn& table, const std::vector<float>& shares,
                  std::size_t number, const TableRow& row) {
  const TableSpec& spec = table.spec;
  side_by_side(ui, shares, space::medium, [&](std::size_t i) {
    if (spec.tick && i == 0) {
      group(ui, {.key = row.key + "/ticking", .role = Role::cell},
            [&] { spec.tick(number, false); });
      return;
    }
    const std::size_t place = spec.tick ? i - 1 : i;
    text_cell(ui, row.key + "/" + std::to_string(place), row.cells[table.columns[place]],
              place == 0);
  });
}

void rows_as_table(Ui& ui, const Drawn& table) {
  const TableSpec& spec = table.spec;
  const std::vector<float> shares = shares_of(table);
  const int rows_and_head = static_cast<int>(spec.row_count) + 1;
  group(ui, {.key = spec.key, .role = Role::table, .name = spec.name,
             .set_size = table.partial ? rows_and_head : 0}, [&] {
    head(ui, table, shares);
    seen_rows(ui, spec.key, spec.row_count, [&](std::size_t number) {
      ui.layout().skip(space::small);
      rule(ui);
      ui.layout().skip(space::small);
      const TableRow row = spec.row(number);
      group(ui, {.key = row.key, .role = Role::row,
                 .position = table.partial ? static_cast<int>(number) + 2 : 0},
            [&] { row_as_cells(ui, table, shares, number, row); });
    });
  });
}

void row_as_facts(Ui& ui, const Drawn& table, std::size_t number, const TableRow& row) {
  const TableSpec& spec = table.spec;
  if (spec.tick) spec.tick(number, true);
  group(ui, {.key = row.key + "/facts", .role = Role::facts}, [&] {
    for (std::size_t place = 0; place < table.columns.size(); ++place) {
      const std::size_t column = table.columns[place];
      const TableCell& cell = row.cells[column];
      if (cell.text.empty()) continue;
      if (place > 0) ui.layout().skip(space::tight);
      fact(ui, {row.key + "/" + std::to_string(place), spec.columns[column].title, cell.text,
                cell.href});
    }
  });
}

void rows_as_list(Ui& ui, const Drawn& table) {
  const TableSpec& spec = table.spec;
  group(ui, {.key = spec.key, .role = Role::list, .name = spec.name}, [&] {
    seen_rows(ui, spec.key, spec.row_count, [&](std::size_t number) {
      if (number > 0) rule_between(ui);
      const TableRow row = spec.row(number);
      group(ui, {.key = row.key, .role = Role::listitem,
                 .set_size = table.partial ? static_cast<int>(spec.row_count) : 0,
                 .position = table.partial ? static_cast<int>(number) + 1 : 0},
            [&] { row_as_facts(ui, table, number, row); });
    });
  });
}

}  // namespace

void table(Ui& ui, const TableSpec& spec) {
  const Drawn drawn = drawn_of(ui, spec);
  if (ui.layout().width() < table_needs_width) return rows_as_list(ui, drawn);
  rows_as_table(ui, drawn);
}

}  // namespace laurel::ui
