// A process that opens SQLite databases and dies after some of its steps, as by kill -9 or a power
// cut: nothing is rolled back or tidied up.
//
//   const bool died = tests::dies_after(1000, [&] { … SqliteStore::open(path, …) … });
#pragma once

#include <cstdlib>
#include <functional>
#include <stdexcept>

#include <sqlite3.h>
#include <sys/wait.h>
#include <unistd.h>

namespace laurel::tests {

namespace detail {

inline long steps_to_live = 0;

inline int count_step(void*) {
  if (--steps_to_live < 0) ::_exit(9);
  return 0;
}

/// SQLite calls this with each connection that is opened.
inline int count_steps_of(sqlite3* database, const char**, const struct sqlite3_api_routines*) {
  sqlite3_progress_handler(database, 1, count_step, nullptr);
  return SQLITE_OK;
}

}  // namespace detail

/// Does the work in a child of this process. False: it was done before its time was over.
inline bool dies_after(long steps, const std::function<void()>& work) {
  const pid_t child = ::fork();
  if (child < 0) throw std::runtime_error("fork");
  if (child == 0) {
    detail::steps_to_live = steps;
    sqlite3_auto_extension(reinterpret_cast<void (*)()>(detail::count_steps_of));
    work();
    ::_exit(0);
  }
  int status = 0;
  if (::waitpid(child, &status, 0) != child || !WIFEXITED(status)) {
    throw std::runtime_error("the child process failed");
  }
  return WEXITSTATUS(status) == 9;
}

}  // namespace laurel::tests
