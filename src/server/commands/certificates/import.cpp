#include "server/commands/certificates/import.h"

#include <chrono>
#include <cstdio>
#include <thread>

#include <unistd.h>

#include "server/assembly.h"
#include "server/commands/command.h"
#include "server/commands/progress_line.h"
#include "service/certificates/import.h"
#include "service/kernel/services.h"

namespace laurel::server {
namespace {

/// Between two transactions: longer than other programs wait before they try again
/// (adapters/sqlite/connection.cpp), so that they get their turn.
constexpr std::chrono::milliseconds turn_of_others{5};

void print_faults(const std::string& path, const service::certificates::CertificateFile& file) {
  for (const service::certificates::ImportFault& fault : file.faults()) {
    std::fprintf(stderr, "%s:%zu: %s\n", path.c_str(), fault.line, fault.reason.c_str());
  }
  std::fprintf(stderr,
               "laurel-server: %zu faulty lines, at most %zu are shown; nothing was imported\n",
               file.faulty_lines(), service::certificates::CertificateFile::max_faults);
}

int import_into(service::kernel::Services& services,
                const service::certificates::CertificateFile& file) {
  ProgressLine line(stderr, ::isatty(STDERR_FILENO) != 0, "importing", "certificates");
  const auto imported = service::certificates::import_certificates(
      services, file, [&](const service::certificates::ImportProgress& progress) {
        line.show(progress.done, progress.of);
        std::this_thread::sleep_for(turn_of_others);
      });
  line.end();
  if (!imported) {
    std::fprintf(stderr,
                 "laurel-server: not all certificates are imported; run it again to go on\n");
    return stop_with(imported.error());
  }
  std::printf("certificates added: %lld, changed: %lld, unchanged: %lld\n",
              static_cast<long long>(imported->added), static_cast<long long>(imported->changed),
              static_cast<long long>(imported->unchanged));
  return 0;
}

}  // namespace

int import_certificates(const Options& options) {
  const auto associations = load_associations(options.associations_folder);
  if (!associations) return stop_with(associations.error());
  const std::string& association = options.import.association;
  if (!associations->contains(association)) {
    return stop_with({base::ErrorCode::invalid_input, "no association " + association});
  }
  const auto text = read_file(options.import.file);
  if (!text) return stop_with(text.error());
  ProgressLine line(stderr, ::isatty(STDERR_FILENO) != 0, "checking", "bytes");
  const auto file = service::certificates::CertificateFile::check(
      *text, association, [&](const service::certificates::ImportProgress& progress) {
        line.show(progress.done, progress.of);
      });
  line.end();
  if (file.faulty_lines() > 0) {
    print_faults(options.import.file, file);
    return 1;
  }
  return with_services(options, *associations, [&](service::kernel::Services& services) {
    return import_into(services, file);
  });
}

}  // namespace laurel::server
