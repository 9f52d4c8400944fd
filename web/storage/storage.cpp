#include "web/storage/storage.h"

#include <emscripten.h>

#include <array>
#include <cassert>
#include <utility>

#include "base/json_writer.h"
#include "web/bridge/bridge.h"

// A call waits in JavaScript as the address of its Call, which the answer takes back; a database
// is known there by the address of its State.
extern "C" {
void laurel_storage_open(void* state, void* call, const char* schema, int schema_size);
void laurel_storage_close(void* state);
void laurel_storage_write(void* state, void* call, const char* changes, int size, int strict);
void laurel_storage_get(void* state, void* call, const char* store, int store_size,
                        const char* key, int key_size);
void laurel_storage_read_all(void* state, void* call, const char* store, int store_size);
void laurel_storage_persist(void* call);
}

namespace laurel::web {

namespace {

using Fields = base::Result<std::vector<std::string>>;

struct Call {
  std::function<void(Fields)> done;
};

Call* waiting(std::function<void(Fields)> done) { return new Call{std::move(done)}; }

int size_of(std::string_view text) { return static_cast<int>(text.size()); }

std::string_view word_of(Change::Kind kind) {
  constexpr std::array<std::string_view, 3> words{"put", "erase", "clear"};
  return words[static_cast<std::size_t>(kind)];
}

void write_texts(base::JsonWriter& json, std::string_view key,
                 const std::vector<std::string>& texts) {
  json.key(key);
  json.begin_array();
  for (const std::string& text : texts) json.text(text);
  json.end_array();
}

std::string schema_json(const Schema& schema) {
  base::JsonWriter json;
  json.begin_object();
  json.key("name");
  json.text(schema.name);
  json.key("version");
  json.integer(schema.version);
  json.key("migrations");
  json.begin_array();
  for (const Migration& migration : schema.migrations) {
    json.begin_object();
    json.key("version");
    json.integer(migration.version);
    write_texts(json, "create", migration.create);
    write_texts(json, "remove", migration.remove);
    json.key("rewrite");
    json.text(migration.rewrite ? std::string_view(migration.rewrite_store) : std::string_view());
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.take();
}

std::vector<Entry> entries_of(std::vector<std::string> fields) {
  assert(fields.size() % 2 == 0);
  std::vector<Entry> entries;
  entries.reserve(fields.size() / 2);
  for (std::size_t i = 0; i < fields.size(); i += 2) {
    entries.push_back({std::move(fields[i]), std::move(fields[i + 1])});
  }
  return entries;
}

}  // namespace

struct Database::State {
  std::function<void(StorageEvent)> on_event;
  std::vector<Migration> migrations;
  std::string rewritten;  // fields of the last rewritten entry, until JavaScript has copied them
};

Change put(std::string_view store, std::string_view key, std::string_view value) {
  return {Change::Kind::put, std::string(store), std::string(key), std::string(value)};
}

Change erase(std::string_view store, std::string_view key) {
  return {Change::Kind::erase, std::string(store), std::string(key), {}};
}

Change clear(std::string_view store) {
  return {Change::Kind::clear, std::string(store), {}, {}};
}

Database::Database(std::unique_ptr<State> state) : state_(std::move(state)) {}

Database::~Database() { laurel_storage_close(state_.get()); }

void Database::write(const std::vector<Change>& changes, Durability durability,
                     std::function<void(base::Status)> done) {
  FieldWriter fields;
  for (const Change& change : changes) {
    fields.add(word_of(change.kind)).add(change.store).add(change.key).add(change.value);
  }
  Call* call = waiting([done = std::move(done)](const Fields& answer) {
    done(answer ? base::Status() : base::Status(tl::unexpected(answer.error())));
  });
  laurel_storage_write(state_.get(), call, fields.bytes().data(), fields.size(),
                       durability == Durability::strict ? 1 : 0);
}

void Database::get(std::string_view store, std::string_view key,
                   std::function<void(base::Result<std::optional<std::string>>)> done) {
  Call* call = waiting([done = std::move(done)](Fields answer) {
    if (!answer) return done(tl::unexpected(answer.error()));
    done(answer->empty() ? std::optional<std::string>() : std::move(answer->front()));
  });
  laurel_storage_get(state_.get(), call, store.data(), size_of(store), key.data(), size_of(key));
}

void Database::read_all(std::string_view store,
                        std::function<void(base::Result<std::vector<Entry>>)> done) {
  Call* call = waiting([done = std::move(done)](Fields answer) {
    if (!answer) return done(tl::unexpected(answer.error()));
    done(entries_of(std::move(*answer)));
  });
  laurel_storage_read_all(state_.get(), call, store.data(), size_of(store));
}

/// What storage.js calls, where it needs the private parts of Database.
struct StorageBridge {
  static void open(const Schema& schema, std::function<void(StorageEvent)> on_event,
                   std::function<void(base::Result<std::unique_ptr<Database>>)> done) {
    auto* state = new Database::State{std::move(on_event), schema.migrations, {}};
    Call* call = waiting([state, done = std::move(done)](const Fields& answer) {
      std::unique_ptr<Database::State> owned(state);
      if (!answer) return done(tl::unexpected(answer.error()));
      done(std::unique_ptr<Database>(new Database(std::move(owned))));
    });
    const std::string json = schema_json(schema);
    laurel_storage_open(state, call, json.data(), size_of(json));
  }

  static void event(void* state, int event) {
    // A copy, because the callback may destroy the database.
    const auto on_event = static_cast<Database::State*>(state)->on_event;
    if (on_event) on_event(static_cast<StorageEvent>(event));
  }

  static const std::string* rewrite(void* address, int migration, std::string_view bytes) {
    auto& state = *static_cast<Database::State*>(address);
    FieldReader fields(bytes);
    Entry entry;
    entry.key = fields.next();
    entry.value = fields.next();
    const auto value = state.migrations[static_cast<std::size_t>(migration)].rewrite(entry);
    if (!value) return nullptr;
    FieldWriter rewritten;
    state.rewritten = rewritten.add(*value).bytes();
    return &state.rewritten;
  }
};

void open_database(const Schema& schema, std::function<void(StorageEvent)> on_event,
                   std::function<void(base::Result<std::unique_ptr<Database>>)> done) {
  assert(!schema.migrations.empty() && schema.migrations.back().version == schema.version);
  StorageBridge::open(schema, std::move(on_event), std::move(done));
}

void request_persistence(std::function<void(bool granted)> done) {
  laurel_storage_persist(
      waiting([done = std::move(done)](const Fields& answer) { done(answer.has_value()); }));
}

}  // namespace laurel::web

using namespace laurel;

/// `ok`: the fields are the answer. Otherwise the only field is the error's context.
extern "C" EMSCRIPTEN_KEEPALIVE void laurel_storage_answer(void* address, int ok, char* buffer,
                                                           int length) {
  const std::unique_ptr<web::Call> call(static_cast<web::Call*>(address));
  const web::Incoming incoming(buffer, length);
  web::FieldReader reader(incoming.bytes());
  std::vector<std::string> fields;
  while (!reader.at_end()) fields.emplace_back(reader.next());
  if (ok != 0) return call->done(std::move(fields));
  call->done(base::fail(base::ErrorCode::unavailable, std::move(fields.front())));
}

extern "C" EMSCRIPTEN_KEEPALIVE void laurel_storage_event(void* state, int event) {
  web::StorageBridge::event(state, event);
}

/// The rewritten value as one field, its length in its first four bytes; null drops the entry.
extern "C" EMSCRIPTEN_KEEPALIVE const char* laurel_storage_rewrite(void* state, int migration,
                                                                   char* buffer, int length) {
  const web::Incoming incoming(buffer, length);
  const std::string* rewritten = web::StorageBridge::rewrite(state, migration, incoming.bytes());
  return rewritten != nullptr ? rewritten->data() : nullptr;
}
