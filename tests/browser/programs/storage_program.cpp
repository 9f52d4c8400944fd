// web/storage behind commands, for tests/browser/storage*.test.mjs and the kill loop.
//
//   open NAME VERSION                          -> "ok" | error; events are reported
//   close
//   write relaxed|strict (KIND STORE KEY VALUE)…  -> "ok" | error
//   fill KEY BYTES                             -> "ok" | error: "filled" in outbox, and a value of
//                                                 that many bytes in drafts, in one batch
//   get STORE KEY                              -> "ok" [VALUE] | error
//   read_all STORE                             -> "ok" (KEY VALUE)… | error
//   sizes STORE                                -> "ok" (KEY SIZE)… | error
//   persist                                    -> "true" | "false"
#include <array>
#include <cstdlib>
#include <memory>

#include "tests/browser/programs/harness.h"
#include "web/storage/storage.h"

namespace laurel::harness {

namespace {

std::unique_ptr<web::Database> database;

web::Schema schema_of(const std::string& name, int version) {
  const std::vector<web::Migration> migrations{
      {.version = 1, .create = {"drafts", "outbox"}},
      {.version = 2,
       .create = {"badges"},
       .rewrite_store = "drafts",
       .rewrite = [](const web::Entry& entry) -> std::optional<std::string> {
         if (entry.key == "obsolete") return std::nullopt;
         return "2:" + entry.value;
       }},
      {.version = 3,
       .remove = {"badges"},
       .rewrite_store = "drafts",
       .rewrite = [](const web::Entry& entry) -> std::optional<std::string> {
         return "3:" + entry.value;
       }},
  };
  return {name, version, {migrations.begin(), migrations.begin() + version}};
}

std::string word_of(const base::Status& status) {
  return status ? "ok" : status.error().context;
}

void open(const std::vector<std::string>& arguments, const Reply& reply) {
  constexpr std::array<const char*, 4> events{"blocked", "outdated", "reopened", "wiped"};
  web::open_database(
      schema_of(arguments[0], std::atoi(arguments[1].c_str())),
      [events](web::StorageEvent event) { report({events[static_cast<std::size_t>(event)]}); },
      [reply](base::Result<std::unique_ptr<web::Database>> opened) {
        if (!opened) return reply({opened.error().context});
        database = std::move(*opened);
        reply({"ok"});
      });
}

void write(const std::vector<std::string>& arguments, const Reply& reply) {
  std::vector<web::Change> changes;
  for (std::size_t i = 1; i + 3 < arguments.size(); i += 4) {
    const std::string& kind = arguments[i];
    const std::string& store = arguments[i + 1];
    const std::string& key = arguments[i + 2];
    if (kind == "put") changes.push_back(web::put(store, key, arguments[i + 3]));
    if (kind == "erase") changes.push_back(web::erase(store, key));
    if (kind == "clear") changes.push_back(web::clear(store));
  }
  const auto durability =
      arguments[0] == "strict" ? web::Durability::strict : web::Durability::relaxed;
  database->write(changes, durability, [reply](base::Status status) { reply({word_of(status)}); });
}

void fill(const std::vector<std::string>& arguments, const Reply& reply) {
  // Not compressible, so that it costs the quota what it says.
  std::string value(static_cast<std::size_t>(std::atoi(arguments[1].c_str())), '\0');
  std::uint32_t state = 2463534242;
  for (char& byte : value) {
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    byte = static_cast<char>(state);
  }
  database->write({web::put("outbox", arguments[0], "filled"),
                   web::put("drafts", arguments[0], value)}, web::Durability::strict,
                  [reply](base::Status status) { reply({word_of(status)}); });
}

void get(const std::vector<std::string>& arguments, const Reply& reply) {
  using Found = base::Result<std::optional<std::string>>;
  database->get(arguments[0], arguments[1], [reply](Found value) {
    if (!value) return reply({value.error().context});
    if (!*value) return reply({"ok"});
    reply({"ok", **value});
  });
}

void read_all(const std::string& store, bool sizes_only, const Reply& reply) {
  database->read_all(store, [sizes_only, reply](base::Result<std::vector<web::Entry>> entries) {
    if (!entries) return reply({entries.error().context});
    std::vector<std::string> answer{"ok"};
    for (const web::Entry& entry : *entries) {
      answer.push_back(entry.key);
      answer.push_back(sizes_only ? std::to_string(entry.value.size()) : entry.value);
    }
    reply(answer);
  });
}

}  // namespace

void run(std::string_view name, const std::vector<std::string>& arguments, Reply reply) {
  if (name == "open") return open(arguments, reply);
  if (name == "close") {
    database.reset();
    return reply({"ok"});
  }
  if (name == "write") return write(arguments, reply);
  if (name == "fill") return fill(arguments, reply);
  if (name == "get") return get(arguments, reply);
  if (name == "read_all") return read_all(arguments[0], false, reply);
  if (name == "sizes") return read_all(arguments[0], true, reply);
  if (name == "persist") {
    return web::request_persistence([reply](bool granted) { reply({granted ? "true" : "false"}); });
  }
  reply({"unknown command"});
}

}  // namespace laurel::harness

int main() { laurel::harness::start(); }
