#include "server/commands/sample/make.h"

#include <cstdio>
#include <filesystem>
#include <fstream>

#include <unistd.h>

#include "adapters/images/native_images.h"
#include "adapters/sodium/sodium_hasher.h"
#include "base/codec.h"
#include "sample/generator.h"
#include "sample/member_associations.h"
#include "sample/random.h"
#include "server/assembly.h"
#include "server/commands/command.h"
#include "server/commands/progress_line.h"
#include "server/system_clock.h"
#include "service/kernel/services.h"
#include "service/sample.h"

namespace laurel::server {
namespace {

namespace fs = std::filesystem;

/// Of every association, into DATA/content, so that a server with that folder knows the member
/// associations that the sample's members and certificates name.
base::Status write_contents(const Options& options, const service::kernel::Contents& contents) {
  const fs::path folder = fs::path(options.data_folder) / "content";
  std::error_code error;
  fs::create_directories(folder, error);
  for (const auto& [association, content] : contents) {
    const fs::path path = folder / (association + ".json");
    std::ofstream file(path, std::ios::binary);
    file << base::encode_json(content) << "\n";
    file.close();
    if (!file) return base::fail(base::ErrorCode::unavailable, "cannot write " + path.string());
  }
  return {};
}

int fill(const Options& options, const sample::Plan& plan, service::kernel::Services& services) {
  const auto json = read_file(options.sample_file);
  if (!json) return stop_with(json.error());
  const auto login = service::load_sample(*json, services);
  if (!login) return stop_with(login.error());
  std::size_t written = 0;
  if (plan.members > 0) {
    const auto hash = services.hasher.hash_password(login->password);
    if (!hash) return stop_with(hash.error());
    ProgressLine line(stderr, ::isatty(STDERR_FILENO) != 0, "inventing", "records");
    const auto generated = sample::generate(
        services, {plan, options.sample.association, options.sample.seed, *hash},
        [&](std::size_t done, std::size_t of) { line.show(done, of); });
    line.end();
    if (!generated) return stop_with(generated.error());
    written = *generated;
  }
  std::printf("sample %s: %zu records written\n", options.sample.variant.c_str(), written);
  return 0;
}

}  // namespace

int make_sample(const Options& options) {
  const auto associations = load_associations(options.associations_folder);
  if (!associations) return stop_with(associations.error());
  if (!associations->contains(options.sample.association)) {
    return stop_with({base::ErrorCode::invalid_input,
                      "no association " + options.sample.association});
  }
  auto contents = load_contents(options.content_folder, *associations);
  if (!contents) return stop_with(contents.error());
  const auto variant =
      base::enum_named<sample::Variant>(options.sample.variant).value_or(sample::Variant::small);
  const sample::Plan plan = sample::plan_of(variant);
  sample::add_member_associations((*contents)[options.sample.association],
                                  plan.member_associations);
  const auto store = open_store(options);
  if (!store) return stop_with(store.error());
  if (auto status = write_contents(options, *contents); !status) return stop_with(status.error());
  if (variant == sample::Variant::empty) return 0;

  SystemClock clock;
  sample::SeededEntropy entropy(options.sample.seed);
  adapters::sodium::SodiumHasher hasher;
  adapters::images::NativeImages images;
  service::kernel::Services services(**store, clock, entropy, hasher, images, *associations,
                                     {.allowed_origins = {}, .report = {}}, std::move(*contents));
  return fill(options, plan, services);
}

}  // namespace laurel::server
