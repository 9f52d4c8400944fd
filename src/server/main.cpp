// laurel-server: puts the ports, the service and HTTP together and runs until it is told to stop.
//
//   laurel-server --dev --associations assets/associations --sample assets/sample/members.json
//
// Or it does one task on the same data and ends (server/commands/commands.h).
#include <algorithm>
#include <cstdio>
#include <optional>
#include <thread>

#include <sys/stat.h>

#include "adapters/images/native_images.h"
#include "adapters/sodium/sodium_entropy.h"
#include "adapters/sodium/sodium_hasher.h"
#include "server/assembly.h"
#include "server/commands/certificates/find.h"
#include "server/commands/certificates/import.h"
#include "server/commands/certificates/reminders.h"
#include "server/commands/certificates/requests.h"
#include "server/commands/command.h"
#include "server/commands/mail/mails.h"
#include "server/commands/newsletter/send.h"
#include "server/commands/sample/make.h"
#include "server/http_server.h"
#include "server/mail_delivery.h"
#include "server/options.h"
#include "server/repeated_work.h"
#include "server/router.h"
#include "server/system_clock.h"
#include "service/api.h"
#include "service/kernel/problem.h"
#include "service/kernel/services.h"
#include "service/sample.h"

namespace laurel::server {
namespace {

constexpr std::size_t max_waiting_requests = 512;
// At some 30 ms a hash the last in the queue waits about a second.
constexpr std::size_t max_waiting_hashes = 64;
// A photo takes a tenth of a second, the largest picture one or two.
constexpr std::size_t max_waiting_pictures = 16;

HttpSettings http_settings(const Options& options, const service::kernel::Api& api) {
  HttpSettings settings;
  settings.request_timeout = std::chrono::seconds(options.request_timeout_s);
  settings.max_body_bytes = [&api](std::string_view method,
                                   std::string_view path) -> std::uint64_t {
    return api.max_body_bytes(base::enum_named<protocol::Method>(method), path);
  };
  settings.malformed_reply =
      to_http(service::kernel::to_response(service::kernel::malformed("HTTP")));
  settings.busy_reply = to_http(
      service::kernel::to_response(service::kernel::problem(protocol::ProblemCode::unavailable)));
  settings.path_for_log = [&api](std::string_view path) { return api.path_for_log(path); };
  return settings;
}

service::kernel::Config service_config(const Options& options, const std::string& address,
                                       AccessLog& log) {
  service::kernel::Config config;
  config.allowed_origins = options.origins.empty() ? std::vector{address} : options.origins;
  config.report = [&log](const base::Error& error) { log.error(error); };
  config.public_address = options.public_address;
  config.dev_mailbox = options.dev && options.smtp_url.empty();
  return config;
}

std::optional<base::Error> add_sample(const Options& options, service::kernel::Services& services) {
  if (options.sample_file.empty()) return std::nullopt;
  const auto json = read_file(options.sample_file);
  if (!json) return json.error();
  const auto login = service::load_sample(*json, services);
  if (!login) return login.error();
  return std::nullopt;
}

int serve(const Options& options) {
  const auto associations = load_associations(options.associations_folder);
  if (!associations) return stop_with(associations.error());
  auto contents = load_contents(options.content_folder, *associations);
  if (!contents) return stop_with(contents.error());
  const auto site = load_site(options);
  if (!site) return stop_with(site.error());
  const auto store = open_store(options);
  if (!store) return stop_with(store.error());
  const service::kernel::Api api = service::make_api();
  HttpServer http(http_settings(options, api));
  if (const auto status = http.listen(options.bind, options.port); !status) {
    return stop_with(status.error());
  }
  const std::string address = "http://localhost:" + std::to_string(http.port());

  AccessLog log(stderr);
  SystemClock clock;
  adapters::sodium::SodiumEntropy entropy;
  adapters::sodium::SodiumHasher hasher;
  adapters::images::NativeImages images;
  const auto mailer = open_mailer(options, clock);
  if (!mailer) return stop_with(mailer.error());
  service::kernel::Services services(**store, clock, entropy, hasher, images, *associations,
                                     service_config(options, address, log), std::move(*contents));
  if (const auto error = add_sample(options, services)) return stop_with(*error);
  if (!*mailer && !options.dev) {
    log.error({base::ErrorCode::unavailable, "mails wait until there is a mail server: no --smtp"});
  }

  const std::size_t processors = std::max(1U, std::thread::hardware_concurrency());
  WorkerPool workers(2 * processors, max_waiting_requests);
  WorkerPool hashing_workers(processors, max_waiting_hashes);
  WorkerPool picture_workers(1, max_waiting_pictures);
  std::optional<RepeatedWork> delivery;
  if (*mailer) delivery.emplace([&] { return deliver_mails(services, **mailer); });
  const RepeatedWork reminders([&] { return remind_members(services); });
  Router router(api, services, *site, workers, hashing_workers, picture_workers,
                {options.trusted_proxies});
  std::printf("listening on %s\n", address.c_str());
  std::fflush(stdout);
  http.run([&router](HttpRequest request, const Answer& answer) {
    router.respond(std::move(request), answer);
  }, log);
  if (*mailer) (*mailer)->stop();
  return 0;
}

int run(const Options& options) {
  switch (options.task) {
    case Task::serve: break;
    case Task::send_newsletter: return send_newsletter(options);
    case Task::list_mails: return list_mails(options);
    case Task::retry_mails: return retry_mails(options);
    case Task::find_certificates: return find_certificates(options);
    case Task::list_requests: return list_requests(options);
    case Task::approve_requests:
    case Task::decline_requests: return decide_requests(options);
    case Task::import_certificates: return import_certificates(options);
    case Task::make_sample: return make_sample(options);
    case Task::send_reminders: return send_reminders(options);
  }
  return serve(options);
}

}  // namespace
}  // namespace laurel::server

int main(int argc, char** argv) {
  ::umask(077);  // the database is nobody else's business
  const auto options = laurel::server::parse_options(argc, argv);
  if (const int* exit_code = std::get_if<int>(&options)) return *exit_code;
  return laurel::server::run(std::get<laurel::server::Options>(options));
}
