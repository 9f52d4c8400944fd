// The stores that the contract is tested on. Each host gives a store and can close and open it
// again.
#pragma once

#include <array>
#include <memory>
#include <stdexcept>

#include "adapters/memory/memory_store.h"
#include "adapters/memory/staged_store.h"
#include "adapters/sqlite/sqlite_store.h"
#include "tests/support/temporary_folder.h"

namespace laurel::tests {

inline constexpr ports::Index by_colour{"colour"};
inline constexpr ports::Index by_name{"name", true};
inline constexpr std::array thing_indexes{by_colour, by_name};
inline constexpr ports::Collection things{"things", thing_indexes};
inline constexpr ports::Collection notes{"notes", {}};
inline constexpr std::array test_collections{things, notes};

struct MemoryHost {
  ports::Store& store() { return memory; }
  void reopen() {}
  adapters::memory::MemoryStore memory;
};

/// Changes stay on the stage.
struct StagedHost {
  ports::Store& store() { return staged; }
  void reopen() {}
  adapters::memory::StagedStore staged;
};

/// Every transaction is merged at once, as in the demo's worker.
struct MergedHost {
  struct Merging final : ports::Store {
    base::Status write(const Work& work) override {
      auto status = staged.write(work);
      staged.merge();
      return status;
    }
    base::Status read(const Work& work) override { return staged.read(work); }
    adapters::memory::StagedStore staged;
  };
  ports::Store& store() { return merging; }
  void reopen() {}
  Merging merging;
};

struct SqliteHost {
  SqliteHost() { reopen(); }
  ports::Store& store() { return *sqlite; }
  void reopen() {
    sqlite.reset();
    auto opened = adapters::sqlite::SqliteStore::open(folder.file("test.db"), test_collections);
    if (!opened) throw std::runtime_error(opened.error().context);
    sqlite = std::move(*opened);
  }
  TemporaryFolder folder;
  std::unique_ptr<adapters::sqlite::SqliteStore> sqlite;
};

}  // namespace laurel::tests
