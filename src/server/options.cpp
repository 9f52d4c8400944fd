#include "server/options.h"

#include <CLI/CLI.hpp>

namespace laurel::server {
namespace {

void add_mail_options(CLI::App& app, Options& options) {
  app.add_option("--public-address", options.public_address,
                 "Where the desk is, for links in mails: https://my.ipma.example, or with a path")
      ->default_str("the first --origin");
  app.add_option("--smtp", options.smtp_url,
                 "Mail server: smtp://HOST:PORT (with STARTTLS) or smtps://HOST:PORT");
  app.add_option("--smtp-user", options.smtp_user, "User name at the mail server");
  app.add_option("--smtp-password-file", options.smtp_password_file,
                 "File with the password at the mail server")
      ->check(CLI::ExistingFile);
  app.add_option("--smtp-ca", options.smtp_ca_file,
                 "Certificates to trust instead of the system's")
      ->check(CLI::ExistingFile);
  app.add_flag("--smtp-plaintext", options.smtp_plaintext,
               "No encryption, for a mail server on this machine");
}

/// Options of the server may stand behind the command as well.
void add_certificate_commands(CLI::App& app, CertificateQuery& query) {
  CLI::App* certificates = app.add_subcommand("certificates", "The registry of certificates");
  certificates->require_subcommand(1)->fallthrough();
  CLI::App* find = certificates->add_subcommand(
      "find", "Find certificates by number, by e-mail address or by words of the owner's name");
  find->fallthrough();
  find->add_option("--association", query.association, "Whose registry: ipma")->required();
  find->add_option("words", query.words, "The beginning of what is looked for")->required();
}

bool is_on_this_machine(const std::string& smtp_url) {
  for (const char* start : {"smtp://localhost", "smtp://127.0.0.1", "smtp://[::1]"}) {
    const std::string prefix = start;
    if (smtp_url == prefix || smtp_url.rfind(prefix + ":", 0) == 0) return true;
  }
  return false;
}

void check(const Options& options) {
  if (options.find_certificates) {
    if (options.data_folder.empty()) throw CLI::ValidationError("--data", "is needed");
    return;
  }
  if (options.associations_folder.empty()) throw CLI::RequiredError("--associations");
  if (!options.dev && options.data_folder.empty()) {
    throw CLI::ValidationError("--data", "is needed without --dev");
  }
  if (!options.dev && !options.sample_file.empty()) {
    throw CLI::ValidationError("--sample", "is for --dev: everybody knows its passwords");
  }
  if (options.smtp_plaintext && !is_on_this_machine(options.smtp_url)) {
    throw CLI::ValidationError("--smtp-plaintext", "is for --smtp smtp://localhost:PORT alone");
  }
}

}  // namespace

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
      ->check(CLI::ExistingDirectory);
  app.add_option("--content", options.content_folder,
                 "Folder of the associations' texts (assets/content)")
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
  add_mail_options(app, options);
  CertificateQuery query;
  add_certificate_commands(app, query);
  try {
    app.parse(argc, argv);
    if (app.got_subcommand("certificates")) options.find_certificates = query;
    check(options);
  } catch (const CLI::ParseError& error) {
    return app.exit(error);
  }
  return options;
}

}  // namespace laurel::server
