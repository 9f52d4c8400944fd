#include "web/worker/demo_backend.h"

#include <chrono>
#include <cstdio>
#include <optional>
#include <tuple>
#include <utility>

#include "base/codec.h"
#include "service/catalogue/contents.h"
#include "service/certificates/reminders.h"
#include "service/kernel/problem.h"
#include "service/kernel/services.h"
#include "service/reindex.h"
#include "service/sample.h"
#include "service/schema.h"

namespace laurel::web {

namespace {

constexpr std::string_view records_store = "demo";

/// A record in IndexedDB. Its key there is "<collection> <id>".
struct StoredRecord {
  std::string document;
  std::vector<std::optional<std::string>> keys;

  static constexpr auto fields() {
    return std::tuple{base::field("document", &StoredRecord::document, {.max_bytes = 1024 * 1024}),
                      base::field("keys", &StoredRecord::keys)};
  }
};

Schema demo_schema() {
  return {.name = "laurel-demo",
          .version = 1,
          .migrations = {{.version = 1,
                          .create = {std::string(records_store), std::string(CookieJar::store)}}}};
}

void report(std::string_view what, const base::Error& error) {
  std::fprintf(stderr, "Laurel demo: %.*s: %s\n", static_cast<int>(what.size()), what.data(),
               error.context.c_str());
}

/// What cannot be read is reported and left out.
void add_association(const AssociationFiles& files, service::kernel::Associations& associations,
                     service::kernel::Contents& contents) {
  auto association = base::decode_json<domain::Association>(files.data);
  if (!association) return report("association", association.error());
  const std::string id = association->id;
  if (!files.content.empty()) {
    auto content = service::catalogue::read_content(files.content, *association);
    if (content) {
      contents.emplace(id, std::move(*content));
    } else {
      report("content of " + id, content.error());
    }
  }
  associations.emplace(id, std::move(*association));
}

}  // namespace

base::Instant DemoBackend::SystemClock::now() const {
  return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

DemoBackend::DemoBackend(DemoStart start, DemoEvents events)
    : start_(std::move(start)), events_(std::move(events)) {
  service::kernel::Contents contents;
  for (const AssociationFiles& files : start_.associations) {
    add_association(files, associations_, contents);
  }
  services_ = std::make_unique<service::kernel::Services>(
      store_, clock_, entropy_, hasher_, images_, associations_,
      service::kernel::Config{.allowed_origins = {start_.origin},
                              .report = [](const base::Error& error) { report("request", error); },
                              .public_address = start_.site,
                              .dev_mailbox = true},
      std::move(contents));
  open_database(
      demo_schema(),
      [this](StorageEvent event) {
        if (event == StorageEvent::blocked) events_.blocked();
        if (event == StorageEvent::wiped || event == StorageEvent::outdated) events_.restart();
      },
      [this](base::Result<std::unique_ptr<Database>> database) { opened(std::move(database)); });
}

void DemoBackend::opened(base::Result<std::unique_ptr<Database>> database) {
  if (!database) return run_in_memory(database.error());
  database_ = std::move(*database);
  database_->read_all(records_store, [this](base::Result<std::vector<Entry>> records) {
    if (!records) return run_in_memory(records.error());
    load_records(*records);
    database_->read_all(CookieJar::store, [this](base::Result<std::vector<Entry>> cookies) {
      if (!cookies) return run_in_memory(cookies.error());
      load_cookies(*cookies);
      seed();
    });
  });
}

void DemoBackend::load_records(const std::vector<Entry>& entries) {
  std::map<std::string_view, std::vector<ports::Record>> collections;
  for (const Entry& entry : entries) {
    const std::size_t space = entry.key.find(' ');
    auto stored = base::decode_json<StoredRecord>(entry.value, {.max_bytes = 4 * 1024 * 1024});
    if (!stored) report("a record that cannot be read", stored.error());
    if (space == std::string::npos || !stored) continue;
    collections[std::string_view(entry.key).substr(0, space)].push_back(
        {entry.key.substr(space + 1), std::move(stored->document), std::move(stored->keys)});
  }
  for (const ports::Collection& collection : service::schema::all_collections()) {
    store_.load(collection.name, std::move(collections[collection.name]));
  }
}

void DemoBackend::load_cookies(const std::vector<Entry>& entries) {
  cleared_cookies_ = jar_.load(entries, start_.browser_session, clock_.now());
}

void DemoBackend::run_in_memory(const base::Error& error) {
  memory_only_ = error.context;
  database_.reset();
  load_records({});
  load_cookies({});
  seed();
}

/// Old records in new indexes, and the sample's members, where they are not there yet.
void DemoBackend::seed() {
  const auto indexed = service::reindex(store_, entropy_, [](std::string_view) {});
  if (!indexed) report("indexes", indexed.error());
  const auto login = service::load_sample(start_.sample, *services_);
  if (!login) report("sample", login.error());
  const auto reminded = service::certificates::send_reminders(*services_);
  if (!reminded) report("reminders", reminded.error());
  std::vector<Change> changes = record_changes();
  changes.insert(changes.end(), cleared_cookies_.begin(), cleared_cookies_.end());
  if (database_ == nullptr || changes.empty()) return open_for_requests();
  database_->write(changes, Durability::strict, [this](base::Status saved) {
    // A demo whose first records do not fit still runs; it is only not kept.
    if (!saved) {
      memory_only_ = saved.error().context;
      database_.reset();
    }
    open_for_requests();
  });
}

void DemoBackend::open_for_requests() {
  store_.merge();
  busy_ = false;
  events_.ready(memory_only_);
  next();
}

std::vector<Change> DemoBackend::record_changes() const {
  std::vector<Change> changes;
  for (const adapters::memory::StagedChange& change : store_.changes()) {
    const std::string key = change.collection + " " + change.id;
    if (change.record) {
      changes.push_back(put(records_store, key,
                            base::encode_json(StoredRecord{change.record->document,
                                                           change.record->keys})));
    } else {
      changes.push_back(erase(records_store, key));
    }
  }
  return changes;
}

void DemoBackend::receive(DemoRequest request) {
  queue_.push_back(std::move(request));
  next();
}

void DemoBackend::next() {
  while (!busy_ && !queue_.empty()) {
    DemoRequest request = std::move(queue_.front());
    queue_.pop_front();
    work_on(std::move(request));
  }
}

void DemoBackend::portrait_made(Portrait portrait) {
  images_.prepare(std::move(portrait));
  busy_ = false;
  next();
}

void DemoBackend::work_on(DemoRequest request) {
  const auto method = base::enum_named<protocol::Method>(request.method);
  if (!method) return events_.reply(request.key, api_.refuse_method(request.path));
  const base::Instant now = clock_.now();
  const protocol::Response response =
      api_.handle({.method = *method,
                   .path = request.path,
                   .content_type = request.body.empty() ? "" : "application/json",
                   .origin = start_.origin,
                   .idempotency_key = request.idempotency_key,
                   .client_address = "local",
                   .user_agent = start_.user_agent,
                   .cookies = jar_.cookies(now),
                   .body = request.body},
                  *services_);
  images_.forget();
  if (const auto wanted = images_.take_wanted()) {
    store_.drop();
    queue_.push_front(std::move(request));
    busy_ = true;
    return events_.make_portrait(*wanted);
  }
  std::vector<Change> changes = record_changes();
  for (Change& change : jar_.stage(response.cookies, now)) changes.push_back(std::move(change));
  if (database_ == nullptr || changes.empty()) return finish(request.key, response, {});
  busy_ = true;
  database_->write(changes, Durability::strict,
                   [this, key = request.key, response](base::Status saved) {
                     busy_ = false;
                     finish(key, response, std::move(saved));
                     next();
                   });
}

void DemoBackend::finish(const std::string& key, const protocol::Response& response,
                         base::Status saved) {
  if (saved) {
    store_.merge();
    jar_.merge();
    return events_.reply(key, response);
  }
  store_.drop();
  jar_.drop();
  events_.reply(
      key, service::kernel::to_response(service::kernel::unavailable(*services_, saved.error())));
  // Whether the batch was written is not known then: only the disk can tell.
  if (saved.error().context == storage_context::lost) events_.restart();
}

}  // namespace laurel::web
