// The command line of laurel-server.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace laurel::server {

enum class Task {
  serve,
  send_newsletter,
  list_mails,
  retry_mails,
  find_certificates,
  list_requests,
  approve_requests,
  decline_requests,
  import_certificates,
  make_sample,
};

struct NewsletterOptions {
  std::string association;
  std::string subject;
  std::string file;
};

struct MailsOptions {
  bool all = false;
  std::vector<std::string> ids;
};

struct CertificateOptions {
  std::string association;
  std::vector<std::string> words;
};

struct RequestOptions {
  std::vector<std::string> ids;
  bool move = false;   // from who holds it
  std::string reason;  // empty: none is given
};

struct ImportOptions {
  std::string association;
  std::string file;
};

struct SampleOptions {
  std::string association = "ipma";
  std::string variant = "large";  // a word of sample::Variant
  std::uint64_t seed = 1;
};

struct Options {
  Task task = Task::serve;
  NewsletterOptions newsletter;
  MailsOptions mails;
  CertificateOptions certificates;
  RequestOptions requests;
  ImportOptions import;
  SampleOptions sample;
  bool dev = false;
  std::uint16_t port = 8080;
  std::string bind = "localhost";
  std::string data_folder;          // empty: keep everything in memory (only with `dev`)
  std::string site_folder;          // empty: no files
  std::string associations_folder;  // of <id>.json
  std::string content_folder;       // of <id>.json; empty: no texts
  std::string sample_file;          // empty: none (only with `dev`)
  std::vector<std::string> origins;  // empty: http://localhost:<port>
  std::vector<std::string> trusted_proxies;
  int request_timeout_s = 30;
  std::string public_address;  // empty: the first origin
  std::string smtp_url;        // empty: mails wait, or with `dev` are shown at /dev/mailbox
  std::string smtp_user;
  std::string smtp_password_file;
  std::string smtp_ca_file;
  bool smtp_plaintext = false;
};

/// The options, or the exit code of a program that has nothing more to do: after --help, or after
/// what is wrong was written to stderr.
[[nodiscard]] std::variant<Options, int> parse_options(int argc, char** argv);

}  // namespace laurel::server
