#include "adapters/sqlite/connection.h"

#include <utility>

namespace laurel::adapters::sqlite {
namespace {

constexpr int busy_timeout_ms = 5000;
constexpr int busy_poll_ms = 2;

/// SQLite's own handler sleeps up to a tenth of a second between two tries, and so misses the short
/// gaps of a writer that writes much. Looking every other millisecond, nobody waits for longer than
/// the transaction of the moment.
int wait_for_writer(void*, int tries) {
  if (tries >= busy_timeout_ms / busy_poll_ms) return 0;
  sqlite3_sleep(busy_poll_ms);
  return 1;
}

/// SQLite's own words for the code; never its message, which may quote SQL and values.
tl::unexpected<base::Error> failure(int code) {
  const int primary = code & 0xFF;
  base::ErrorCode kind = base::ErrorCode::unavailable;
  if (primary == SQLITE_CONSTRAINT) kind = base::ErrorCode::conflict;
  if (primary == SQLITE_CORRUPT || primary == SQLITE_NOTADB) kind = base::ErrorCode::corrupt;
  return base::fail(kind, std::string("SQLite: ") + sqlite3_errstr(code));
}

}  // namespace

Statement::Statement(Statement&& other) noexcept
    : statement_(std::exchange(other.statement_, nullptr)) {}

Statement::~Statement() {
  if (statement_ == nullptr) return;
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

void Statement::bind(int parameter, std::string_view text) {
  sqlite3_bind_text64(statement_, parameter, text.data() != nullptr ? text.data() : "",
                      text.size(), SQLITE_STATIC, SQLITE_UTF8);
}

void Statement::bind_or_null(int parameter, const std::optional<std::string>& text) {
  if (text) {
    bind(parameter, std::string_view(*text));
  } else {
    sqlite3_bind_null(statement_, parameter);
  }
}

void Statement::bind(int parameter, std::size_t number) {
  sqlite3_bind_int64(statement_, parameter, static_cast<sqlite3_int64>(number));
}

base::Result<Step> Statement::step() {
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return Step::row;
  if (code == SQLITE_DONE) return Step::done;
  return failure(code);
}

std::string Statement::text(int column) const {
  const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_, column));
  if (bytes == nullptr) return {};
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

bool Statement::is_null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

long long Statement::integer(int column) const {
  return sqlite3_column_int64(statement_, column);
}

base::Result<std::unique_ptr<Connection>> Connection::open(const std::string& path) {
  sqlite3* database = nullptr;
  const int flags =
      SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  const int code = sqlite3_open_v2(path.c_str(), &database, flags, nullptr);
  std::unique_ptr<Connection> connection(new Connection(database));
  if (code != SQLITE_OK) return failure(code);
  sqlite3_busy_handler(database, wait_for_writer, nullptr);
  for (const char* sql : {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL"}) {
    auto statement = connection->prepare(sql);
    if (!statement) return tl::unexpected(statement.error());
    const auto step = statement->step();
    if (!step) return tl::unexpected(step.error());
  }
  return connection;
}

Connection::~Connection() {
  for (const auto& [sql, statement] : statements_) sqlite3_finalize(statement);
  sqlite3_close(database_);
}

base::Result<Statement> Connection::prepare(const std::string& sql) {
  const auto known = statements_.find(sql);
  if (known != statements_.end()) return Statement(known->second);
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(database_, sql.c_str(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  if (code != SQLITE_OK) return failure(code);
  statements_.emplace(sql, statement);
  return Statement(statement);
}

base::Status Connection::execute(const std::string& sql) {
  auto statement = prepare(sql);
  if (!statement) return tl::unexpected(statement.error());
  const auto step = statement->step();
  if (!step) return tl::unexpected(step.error());
  return {};
}

bool Connection::in_transaction() const { return sqlite3_get_autocommit(database_) == 0; }

}  // namespace laurel::adapters::sqlite
