// The backend of the offline demo: the service over records in memory whose durable copy is
// IndexedDB. One request at a time; what it has changed is on the disk before its reply leaves, and
// is undone (503) where it could not be saved.
//
//   DemoBackend backend(start, {.ready = …, .reply = …, .restart = …});
//   backend.receive({.key = "tab 7", .method = "POST", .path = "/api/v1/ipma/session", …});
#pragma once

#include <deque>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "adapters/memory/staged_store.h"
#include "adapters/sodium/sodium_entropy.h"
#include "adapters/sodium/sodium_hasher.h"
#include "ports/clock.h"
#include "protocol/http.h"
#include "service/api.h"
#include "service/kernel/services.h"
#include "web/storage/storage.h"
#include "web/worker/cookie_jar.h"
#include "web/worker/prepared_images.h"

namespace laurel::web {

struct AssociationFiles {
  std::string data;     // assets/associations/<id>.json
  std::string content;  // assets/content/<id>.json; empty where there is none
};

/// What the page and the boot script hand in.
struct DemoStart {
  std::string origin;           // of the page: "https://demo.example"
  std::string site;             // above the associations' folders: "https://demo.example/path/"
  std::string user_agent;
  std::string browser_session;  // see cookie_jar.h
  std::string sample;           // assets/sample/members.json
  std::vector<AssociationFiles> associations;
};

struct DemoRequest {
  std::string key;     // names the reply
  std::string method;  // "POST"
  std::string path;
  std::string body;
  std::string idempotency_key;
};

struct DemoEvents {
  /// Nothing is answered until another tab, with an older version of the page, is closed.
  std::function<void()> blocked;
  /// Requests are answered from now on. `memory_only`: why nothing is kept; empty where all is.
  std::function<void(std::string_view memory_only)> ready;
  std::function<void(const std::string& key, const protocol::Response& response)> reply;
  /// Have the browser make a portrait, then call `portrait_made`. Nothing else is worked on until
  /// then.
  std::function<void(const WantedPortrait& wanted)> make_portrait;
  /// The records in memory may no longer be those on the disk: start a new worker.
  std::function<void()> restart;
};

class DemoBackend {
 public:
  DemoBackend(DemoStart start, DemoEvents events);

  void receive(DemoRequest request);
  void portrait_made(Portrait portrait);

 private:
  class SystemClock final : public ports::Clock {
   public:
    [[nodiscard]] base::Instant now() const override;
  };

  void opened(base::Result<std::unique_ptr<Database>> database);
  void load_records(const std::vector<Entry>& entries);
  void load_cookies(const std::vector<Entry>& entries);
  void seed();
  void run_in_memory(const base::Error& error);
  void open_for_requests();
  [[nodiscard]] std::vector<Change> record_changes() const;
  void next();
  void work_on(DemoRequest request);
  void finish(const std::string& key, const protocol::Response& response, base::Status saved);

  DemoStart start_;
  DemoEvents events_;
  service::kernel::Associations associations_;
  adapters::memory::StagedStore store_;
  SystemClock clock_;
  adapters::sodium::SodiumEntropy entropy_;
  adapters::sodium::SodiumHasher hasher_;
  PreparedImages images_;
  const service::kernel::Api api_ = service::make_api();
  std::unique_ptr<service::kernel::Services> services_;
  CookieJar jar_;
  std::unique_ptr<Database> database_;  // none: in memory
  std::string memory_only_;
  std::vector<Change> cleared_cookies_;
  std::deque<DemoRequest> queue_;
  bool busy_ = true;  // loading, or waiting for the disk or a portrait
};

}  // namespace laurel::web
