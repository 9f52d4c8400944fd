// One SQLite connection with its prepared statements. One thread at a time.
//
//   auto connection = Connection::open("/var/lib/laurel/laurel.db");
//   auto statement = (*connection)->prepare("SELECT document FROM accounts WHERE id = ?1");
//   statement->bind(1, id);
//   while (*statement->step() == Step::row) … statement->text(0)
#pragma once

#include <compare>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include <sqlite3.h>

#include "base/result.h"

namespace laurel::adapters::sqlite {

enum class Step { row, done };

/// A statement in use; it goes back to the connection, reset, when this is destroyed.
class Statement {
 public:
  explicit Statement(sqlite3_stmt* statement) : statement_(statement) {}
  ~Statement();
  Statement(Statement&& other) noexcept;
  Statement& operator=(Statement&&) = delete;

  /// Parameters count from 1. The text must outlive the statement's use.
  void bind(int parameter, std::string_view text);
  void bind_or_null(int parameter, const std::optional<std::string>& text);
  void bind(int parameter, std::size_t number);

  [[nodiscard]] base::Result<Step> step();

  /// Columns count from 0.
  [[nodiscard]] std::string text(int column) const;
  [[nodiscard]] bool is_null(int column) const;
  [[nodiscard]] long long integer(int column) const;

 private:
  sqlite3_stmt* statement_;
};

class Connection {
 public:
  /// Opens or creates the file, for reading and writing, in WAL mode with synchronous=FULL: what is
  /// committed survives a power cut. Errors: `unavailable`, `corrupt`.
  [[nodiscard]] static base::Result<std::unique_ptr<Connection>> open(const std::string& path);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  [[nodiscard]] base::Result<Statement> prepare(const std::string& sql);

  /// The same for a statement that is used so often that writing its SQL each time would count.
  /// `purpose` stands for the SQL: equal ones, equal SQL.
  struct Purpose {
    const void* of = nullptr;
    const void* with = nullptr;
    int kind = 0;
    friend auto operator<=>(const Purpose&, const Purpose&) = default;
  };
  template <class MakeSql>
  [[nodiscard]] base::Result<Statement> prepare(const Purpose& purpose, const MakeSql& make_sql) {
    const auto known = by_purpose_.find(purpose);
    if (known != by_purpose_.end()) return Statement(known->second);
    const std::string sql = make_sql();
    auto statement = prepare(sql);
    if (statement) by_purpose_.emplace(purpose, statements_.at(sql));
    return statement;
  }

  /// A statement without parameters and rows.
  [[nodiscard]] base::Status execute(const std::string& sql);

  /// Whether a transaction is open. SQLite ends one by itself after some errors, such as a full
  /// disk.
  [[nodiscard]] bool in_transaction() const;

 private:
  explicit Connection(sqlite3* database) : database_(database) {}

  sqlite3* database_;
  std::map<std::string, sqlite3_stmt*> statements_;
  std::map<Purpose, sqlite3_stmt*> by_purpose_;
};

}  // namespace laurel::adapters::sqlite
