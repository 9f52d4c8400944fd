#include "server/commands/certificates/requests.h"

#include <cstdio>

#include "domain/certificate.h"
#include "server/assembly.h"
#include "server/commands/command.h"
#include "server/commands/terminal_text.h"
#include "service/certificates/requests.h"
#include "service/kernel/services.h"

namespace laurel::server {
namespace {

constexpr std::size_t max_listed = 200;

/// "Ana Kos <ana@example.org>"
std::string person(const std::string& name, const std::string& email) {
  return printable(name + " <" + email + ">");
}

std::string person(const service::certificates::NamedMember& member) {
  return person(member.name, member.email);
}

std::string holder_of(const service::certificates::RequestEntry& request) {
  if (!request.holder) return "nobody";
  return request.holder->id == request.member.id ? "the member" : person(*request.holder);
}

void print(const service::certificates::RequestEntry& request) {
  const domain::Certificate& certificate = request.certificate;
  const std::string registry =
      person(certificate.owner_name, certificate.owner_email.value_or("no e-mail address"));
  std::printf("%s  %s  %s\n  member       %s\n  certificate  %s  %s\n  registry     %s\n"
              "  held by      %s\n",
              request.id.c_str(), base::format_instant(request.requested).c_str(),
              request.member.association.c_str(), person(request.member).c_str(),
              printable(certificate.number).c_str(), printable(certificate.title).c_str(),
              registry.c_str(), holder_of(request).c_str());
}

/// Whether it was decided.
bool report(const std::string& id, const service::certificates::Decision& decision,
            const char* decided) {
  switch (decision.outcome) {
    case service::certificates::Outcome::done:
      std::printf("%s: %s for %s\n", decided,
                  printable(decision.request->certificate.number).c_str(),
                  person(decision.request->member).c_str());
      return true;
    case service::certificates::Outcome::unknown:
      std::fprintf(stderr, "laurel-server: no open request %s\n", printable(id).c_str());
      return false;
    case service::certificates::Outcome::held_by_another: break;
  }
  std::fprintf(stderr, "laurel-server: %s is held by %s: nothing was done; --move moves it\n",
               printable(decision.request->certificate.number).c_str(),
               holder_of(*decision.request).c_str());
  return false;
}

base::Result<service::certificates::Decision> decide(service::kernel::Services& services,
                                                     const Options& options,
                                                     const std::string& id) {
  if (options.task == Task::decline_requests) {
    return service::certificates::decline_request(services, id, options.requests.reason);
  }
  return service::certificates::approve_request(services, id,
                                                options.requests.move
                                                    ? service::certificates::HeldByAnother::move
                                                    : service::certificates::HeldByAnother::keep);
}

}  // namespace

int list_requests(const Options& options) {
  return with_services(options, {}, [](service::kernel::Services& services) {
    const auto requests = service::certificates::list_requests(services, max_listed);
    if (!requests) return stop_with(requests.error());
    for (const service::certificates::RequestEntry& request : *requests) print(request);
    std::printf("requests: %zu, at most the oldest %zu\n", requests->size(), max_listed);
    return 0;
  });
}

int decide_requests(const Options& options) {
  const auto associations = load_associations(options.associations_folder);
  if (!associations) return stop_with(associations.error());
  const char* decided = options.task == Task::decline_requests ? "declined" : "approved";
  return with_services(options, *associations, [&](service::kernel::Services& services) {
    bool all = true;
    for (const std::string& id : options.requests.ids) {
      const auto decision = decide(services, options, id);
      if (!decision) return stop_with(decision.error());
      all = report(id, *decision, decided) && all;
    }
    return all ? 0 : 1;
  });
}

}  // namespace laurel::server
