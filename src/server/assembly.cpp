#include "server/assembly.h"

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "adapters/memory/memory_store.h"
#include "adapters/sodium/sodium_entropy.h"
#include "adapters/sqlite/sqlite_store.h"
#include "base/codec.h"
#include "base/utf8.h"
#include "service/catalogue/contents.h"
#include "service/reindex.h"
#include "service/schema.h"

namespace laurel::server {

namespace fs = std::filesystem;

base::Result<std::string> read_file(const std::string& path) {
  const std::ifstream file(path, std::ios::binary);
  std::ostringstream content;
  content << file.rdbuf();
  if (!file) return base::fail(base::ErrorCode::unavailable, "cannot read " + path);
  return std::move(content).str();
}

base::Result<service::kernel::Associations> load_associations(const std::string& folder) {
  service::kernel::Associations associations;
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() != ".json") continue;
    const auto json = read_file(entry.path().string());
    if (!json) return tl::unexpected(json.error());
    auto association = base::decode_json<domain::Association>(*json);
    if (!association || association->id != entry.path().stem()) {
      const std::string why = association ? "id: not the file's name" : association.error().context;
      return base::fail(base::ErrorCode::invalid_input, entry.path().string() + ": " + why);
    }
    const std::string id = association->id;
    associations[id] = std::move(*association);
  }
  if (error || associations.empty()) {
    return base::fail(base::ErrorCode::invalid_input, folder + ": no associations");
  }
  return associations;
}

base::Result<service::kernel::Contents> load_contents(
    const std::string& folder, const service::kernel::Associations& associations) {
  service::kernel::Contents contents;
  if (folder.empty()) return contents;
  for (const auto& [id, association] : associations) {
    const fs::path path = fs::path(folder) / (id + ".json");
    std::error_code error;
    if (!fs::exists(path, error)) continue;
    const auto json = read_file(path.string());
    if (!json) return tl::unexpected(json.error());
    auto content = service::catalogue::read_content(*json, association);
    if (!content) {
      return base::fail(content.error().code, path.string() + ": " + content.error().context);
    }
    contents[id] = std::move(*content);
  }
  return contents;
}

std::string database_path(const Options& options) {
  return (fs::path(options.data_folder) / "laurel.db").string();
}

base::Result<std::unique_ptr<ports::Store>> open_store(const Options& options) {
  if (options.data_folder.empty()) return std::make_unique<adapters::memory::MemoryStore>();
  std::error_code error;
  fs::create_directories(options.data_folder, error);
  if (error) {
    return base::fail(base::ErrorCode::unavailable,
                      options.data_folder + ": " + error.message());
  }
  const std::string path = database_path(options);
  using adapters::sqlite::Load;
  const bool writes_much =
      options.task == Task::import_certificates || options.task == Task::make_sample;
  const Load load = writes_much ? Load::bulk : Load::everyday;
  auto store =
      adapters::sqlite::SqliteStore::open(path, service::schema::all_collections(), load);
  if (!store) return tl::unexpected(base::Error{store.error().code,
                                                path + ": " + store.error().context});
  adapters::sodium::SodiumEntropy entropy;
  const auto status = service::reindex(**store, entropy, [](std::string_view collection) {
    std::fprintf(stderr, "laurel-server: writing the keys of %s anew\n",
                 std::string(collection).c_str());
  });
  if (!status) {
    return tl::unexpected(base::Error{status.error().code, path + ": " + status.error().context});
  }
  return std::move(*store);
}

base::Result<std::unique_ptr<adapters::smtp::SmtpMailer>> open_mailer(const Options& options,
                                                                     const ports::Clock& clock) {
  using adapters::smtp::Encryption;
  if (options.smtp_url.empty()) return nullptr;
  adapters::smtp::SmtpSettings settings{.url = options.smtp_url,
                                        .user = options.smtp_user,
                                        .ca_file = options.smtp_ca_file};
  if (options.smtp_plaintext) settings.encryption = Encryption::none;
  if (!options.smtp_password_file.empty()) {
    const auto password = read_file(options.smtp_password_file);
    if (!password) return tl::unexpected(password.error());
    settings.password = base::trim(*password);
  }
  return std::make_unique<adapters::smtp::SmtpMailer>(std::move(settings), clock);
}

base::Result<StaticSite> load_site(const Options& options) {
  if (options.site_folder.empty()) return StaticSite();
  auto site = StaticSite::load(options.site_folder);
  if (!site) return site;
  site->replace("/laurel-host.json", R"({"host":"server"})");
  return site;
}

}  // namespace laurel::server
