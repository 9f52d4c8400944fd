#include "server/options.h"

#include <CLI/CLI.hpp>

namespace laurel::server {

std::variant<Options, int> parse_options(int argc, char** argv) {
  Options options;
  CLI::App app("The backend of Laurel, the member desk of an association.", "laurel-server");
  app.add_flag("--dev", options.dev, "Allow what helps development: --sample, and no --data");
  app.add_option("--port", options.port, "TCP port; 0 lets the system choose")
      ->capture_default_str();
  app.add_option("--bind", options.bind, "IP address to listen on, or localhost")
      ->capture_default_str();
  app.add_option("--data", options.data_folder, "Folder of the database, made when missing");
  app.add_option("--site", options.site_folder, "Folder of the site's files (build/dist)")
      ->check(CLI::ExistingDirectory);
  app.add_option("--associations", options.associations_folder,
                 "Folder of the associations' data (assets/associations)")
      ->required()
      ->check(CLI::ExistingDirectory);
  app.add_option("--sample", options.sample_file, "Sample members to add (with --dev)")
      ->check(CLI::ExistingFile);
  app.add_option("--origin", options.origins,
                 "Origin of pages that may change data, as browsers write it; may be repeated")
      ->default_str("http://localhost:PORT");
  app.add_option("--trusted-proxy", options.trusted_proxies,
                 "Address whose X-Forwarded-For is believed; may be repeated");
  app.add_option("--request-timeout", options.request_timeout_s,
                 "Seconds for a request to arrive")
      ->check(CLI::Range(1, 3600))
      ->capture_default_str();
  try {
    app.parse(argc, argv);
    if (!options.dev && options.data_folder.empty()) {
      throw CLI::ValidationError("--data", "is needed without --dev");
    }
    if (!options.dev && !options.sample_file.empty()) {
      throw CLI::ValidationError("--sample", "is for --dev: everybody knows its passwords");
    }
  } catch (const CLI::ParseError& error) {
    return app.exit(error);
  }
  return options;
}

}  // namespace laurel::server
