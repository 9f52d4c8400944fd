#include "server/commands/command.h"

#include <cstdio>
#include <filesystem>

#include "adapters/images/native_images.h"
#include "adapters/sodium/sodium_entropy.h"
#include "adapters/sodium/sodium_hasher.h"
#include "server/assembly.h"
#include "server/system_clock.h"

namespace laurel::server {
int stop_with(const base::Error& error) {
  std::fprintf(stderr, "laurel-server: %s\n", error.context.c_str());
  return 1;
}

int with_services(const Options& options, const service::kernel::Associations& associations,
                  const std::function<int(service::kernel::Services&)>& work) {
  std::error_code error;
  if (!std::filesystem::is_directory(options.data_folder, error)) {
    return stop_with({base::ErrorCode::invalid_input, "no folder " + options.data_folder});
  }
  const auto store = open_store(options);
  if (!store) return stop_with(store.error());
  SystemClock clock;
  adapters::sodium::SodiumEntropy entropy;
  adapters::sodium::SodiumHasher hasher;
  adapters::images::NativeImages images;
  service::kernel::Services services(
      **store, clock, entropy, hasher, images, associations,
      {.allowed_origins = options.origins, .report = {}, .public_address = options.public_address});
  return work(services);
}

}  // namespace laurel::server
