// What main puts together before it serves.
#pragma once

#include <memory>
#include <string>

#include "adapters/smtp/smtp_mailer.h"
#include "base/result.h"
#include "ports/store.h"
#include "server/options.h"
#include "server/static_site.h"
#include "service/kernel/services.h"

namespace laurel::server {

[[nodiscard]] base::Result<std::string> read_file(const std::string& path);

/// Every <id>.json of the folder. Errors: `invalid_input` names the file.
[[nodiscard]] base::Result<service::kernel::Associations> load_associations(
    const std::string& folder);

/// <id>.json of each association; one without such a file has no content, nor has any without a
/// folder. Errors: `invalid_input`
/// names the file and what is wrong in it.
[[nodiscard]] base::Result<service::kernel::Contents> load_contents(
    const std::string& folder, const service::kernel::Associations& associations);

/// laurel.db in the data folder.
[[nodiscard]] std::string database_path(const Options& options);

/// The SQLite file laurel.db in the data folder, or a store in memory. Old records are put into new
/// indexes (service/reindex.h), which a line on stderr tells.
[[nodiscard]] base::Result<std::unique_ptr<ports::Store>> open_store(const Options& options);

/// Null without --smtp.
[[nodiscard]] base::Result<std::unique_ptr<adapters::smtp::SmtpMailer>> open_mailer(
    const Options& options, const ports::Clock& clock);

/// The site's files, and /laurel-host.json, by which the page learns that a server answers it.
[[nodiscard]] base::Result<StaticSite> load_site(const Options& options);

}  // namespace laurel::server
