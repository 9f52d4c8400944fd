#include "server/options.h"

#include <CLI/CLI.hpp>

#include "sample/generator.h"

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

bool is_on_this_machine(const std::string& smtp_url) {
  for (const char* start : {"smtp://localhost", "smtp://127.0.0.1", "smtp://[::1]"}) {
    const std::string prefix = start;
    if (smtp_url == prefix || smtp_url.rfind(prefix + ":", 0) == 0) return true;
  }
  return false;
}

void add_newsletter(CLI::App& app, Options& options) {
  CLI::App* newsletter = app.add_subcommand(
      "newsletter", "Send a newsletter to its subscribers; nobody gets the same one twice");
  newsletter->add_option("--association", options.newsletter.association, "Whose newsletter")
      ->required();
  newsletter->add_option("--subject", options.newsletter.subject, "Subject of the mails")
      ->required();
  newsletter
      ->add_option("file", options.newsletter.file,
                   "The text, in UTF-8; empty lines part its paragraphs")
      ->required()
      ->check(CLI::ExistingFile);
  newsletter->callback([&options] { options.task = Task::send_newsletter; });
}

void add_mails(CLI::App& app, Options& options) {
  CLI::App* mails = app.add_subcommand("mails", "Look after mails that are not sent yet");
  mails->require_subcommand(1);
  mails->add_subcommand("list", "The mails that were abandoned, and those that wait")
      ->callback([&options] { options.task = Task::list_mails; });
  CLI::App* retry = mails->add_subcommand("retry", "Send abandoned mails after all");
  CLI::Option* all = retry->add_flag("--all", options.mails.all, "All of them");
  retry->add_option("id", options.mails.ids, "Ids, as listed")->excludes(all);
  retry->callback([&options] {
    options.task = Task::retry_mails;
    if (!options.mails.all && options.mails.ids.empty()) {
      throw CLI::ValidationError("mails retry", "wants --all or ids");
    }
  });
}

void add_certificates(CLI::App& app, Options& options) {
  CLI::App* certificates = app.add_subcommand("certificates", "The registry of certificates");
  certificates->require_subcommand(1);
  CLI::App* find = certificates->add_subcommand(
      "find", "Find certificates by number, by e-mail address or by words of the owner's name");
  find->add_option("--association", options.certificates.association, "Whose registry: ipma")
      ->required();
  find->add_option("words", options.certificates.words, "The beginning of what is looked for")
      ->required();
  find->callback([&options] { options.task = Task::find_certificates; });
}

void add_requests(CLI::App& app, Options& options) {
  CLI::App* requests =
      app.add_subcommand("requests", "Certificates that members say are theirs: staff decides");
  requests->require_subcommand(1);
  requests->add_subcommand("list", "What members have asked for, the oldest first")
      ->callback([&options] { options.task = Task::list_requests; });
  CLI::App* approve =
      requests->add_subcommand("approve", "Link the certificates, and tell the members by mail");
  approve->add_option("id", options.requests.ids, "Ids, as listed")->required();
  approve->add_flag("--move", options.requests.move,
                    "Also from members who hold them, who are told by mail");
  approve->callback([&options] { options.task = Task::approve_requests; });
  CLI::App* decline =
      requests->add_subcommand("decline", "Link nothing, and tell the members by mail");
  decline->add_option("id", options.requests.ids, "Ids, as listed")->required();
  decline->add_option("--reason", options.requests.reason,
                      "For the mail; do not say who holds a certificate");
  decline->callback([&options] { options.task = Task::decline_requests; });
}

template <class Enum>
std::vector<std::string> words_of(Enum value) {
  const auto names = enum_names(value);
  return {names.begin(), names.end()};
}

void add_import(CLI::App& app, Options& options) {
  CLI::App* import = app.add_subcommand("import", "Read the association's data from files");
  import->require_subcommand(1);
  CLI::App* certificates = import->add_subcommand(
      "certificates",
      "Add certificates to the registry, or change them: all of a CSV file, or none where a line is "
      "faulty. Columns: number, title, owner_name, owner_email, issuer, awarded, valid_until");
  certificates->add_option("--association", options.import.association, "Whose registry: ipma")
      ->required();
  certificates->add_option("file", options.import.file, "The CSV file, in UTF-8")
      ->required()
      ->check(CLI::ExistingFile);
  certificates->callback([&options] { options.task = Task::import_certificates; });
}

void add_sample(CLI::App& app, Options& options) {
  CLI::App* sample = app.add_subcommand(
      "sample", "Fill an empty data folder with invented members, certificates and offers (with --dev "
                "and --sample FILE, whose password they all have). Member associations that they "
                "refer to are written to DATA/content: serve with --content DATA/content");
  sample
      ->add_option("--variant", options.sample.variant,
                   "small: only those of --sample; empty: nothing; large: 2,000 members and 50,000 "
                   "certificates; huge: 1,000,000 certificates")
      ->check(CLI::IsMember(words_of(sample::Variant{})))
      ->capture_default_str();
  sample->add_option("--association", options.sample.association, "Whose")->capture_default_str();
  sample->add_option("--seed", options.sample.seed, "The same seed makes the same data")
      ->capture_default_str();
  sample->callback([&options] { options.task = Task::make_sample; });
}

/// Mail programs post to https alone (RFC 8058).
bool is_public(const std::string& address) {
  return address.rfind("https://", 0) == 0 || address.rfind("http://localhost", 0) == 0;
}

void check(const Options& options) {
  const bool tool = options.task != Task::serve;
  if ((tool || !options.dev) && options.data_folder.empty()) {
    throw CLI::ValidationError("--data", tool ? "is needed" : "is needed without --dev");
  }
  const bool writes_mails = options.task == Task::send_newsletter ||
                            options.task == Task::approve_requests ||
                            options.task == Task::decline_requests;
  const bool needs_associations = options.task == Task::serve || writes_mails ||
                                  options.task == Task::import_certificates ||
                                  options.task == Task::make_sample;
  if (needs_associations && options.associations_folder.empty()) {
    throw CLI::ValidationError("--associations", "is needed");
  }
  if (writes_mails && !is_public(options.public_address)) {
    throw CLI::ValidationError("--public-address", "is needed, with https://");
  }
  if (options.task == Task::make_sample && options.sample_file.empty()) {
    throw CLI::ValidationError("--sample", "is needed");
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
  app.fallthrough();  // the options above may follow a subcommand
  add_newsletter(app, options);
  add_mails(app, options);
  add_certificates(app, options);
  add_requests(app, options);
  add_import(app, options);
  add_sample(app, options);
  try {
    app.parse(argc, argv);
    check(options);
  } catch (const CLI::ParseError& error) {
    return app.exit(error);
  }
  return options;
}

}  // namespace laurel::server
