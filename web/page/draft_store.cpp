#include "web/page/draft_store.h"

#include <chrono>
#include <cstdio>
#include <utility>

#include "base/codec.h"
#include "domain/registration.h"

namespace laurel::web {
namespace {

constexpr std::string_view store = "drafts";
struct DraftEntry {
  base::Instant saved;
  std::string drafts;

  static constexpr auto fields() {
    return std::tuple{base::field("saved", &DraftEntry::saved),
                      base::field("drafts", &DraftEntry::drafts, {.max_bytes = 256 * 1024})};
  }
};

base::Instant now() {
  return std::chrono::time_point_cast<std::chrono::milliseconds>(std::chrono::system_clock::now());
}

Schema desk_schema() {
  return {.name = "laurel-desk",
          .version = 1,
          .migrations = {{.version = 1, .create = {std::string(store)}}}};
}

}  // namespace

DraftStore::DraftStore(std::string association, DraftEvents events)
    : association_(std::move(association)), events_(std::move(events)) {
  open_database(desk_schema(),
                [this](StorageEvent event) {
                  if (event == StorageEvent::blocked) blocked(true);
                  if (event == StorageEvent::outdated) events_.on_superseded();
                  if (event == StorageEvent::wiped) written_.clear();
                },
                [this](base::Result<std::unique_ptr<Database>> database) {
                  opened(std::move(database));
                });
}

void DraftStore::opened(base::Result<std::unique_ptr<Database>> database) {
  if (blocked_) blocked(false);
  if (!database) return failed(database.error());
  database_ = std::move(*database);
  database_->get(store, association_, [this](base::Result<std::optional<std::string>> entry) {
    if (!entry) return failed(entry.error());
    restored(*entry);
  });
}

void DraftStore::restored(const std::optional<std::string>& entry) {
  ready_ = true;
  if (!entry) return write();
  auto kept = base::decode_json<DraftEntry>(*entry, {.max_bytes = 1024 * 1024});
  if (!kept || now() - kept->saved >= domain::registration_kept_for) {
    written_ = *entry;  // too old, or of another version: it goes
    return write();
  }
  // What was typed meanwhile is joined with it by the app, which hands both to keep().
  written_ = kept->drafts;
  events_.on_restored(std::move(kept->drafts));
}

void DraftStore::blocked(bool blocked) {
  blocked_ = blocked;
  events_.on_blocked(blocked);
}

void DraftStore::failed(const base::Error& error) {
  if (error.context == storage_context::outdated) {
    events_.on_superseded();
  } else {
    events_.on_denied();
  }
}

void DraftStore::keep(std::string drafts) {
  wanted_ = std::move(drafts);
  write();
}

void DraftStore::write() {
  if (!ready_ || writing_ || wanted_ == written_ || wanted_ == refused_) return;
  writing_ = true;
  writing_text_ = wanted_;
  const Change change = wanted_.empty()
                            ? erase(store, association_)
                            : put(store, association_, base::encode_json(DraftEntry{now(), wanted_}));
  database_->write({change}, Durability::relaxed, [this](base::Status status) {
    writing_ = false;
    if (!status) {
      refused_ = std::move(writing_text_);
      return failed(status.error());
    }
    refused_.reset();
    written_ = std::move(writing_text_);
    write();
  });
}

}  // namespace laurel::web
