// The real laurel-server, as a process of its own on a free port.
//
//   ServerProcess server({"--dev"});
//   Client client(server.port());
//   server.stop() == 0
#pragma once

#include <algorithm>
#include <csignal>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <vector>

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/temporary_folder.h"

namespace laurel::tests {

inline std::string repository_file(const std::string& path) {
  return std::string(LAUREL_SOURCE_DIR) + "/" + path;
}

class ServerProcess {
 public:
  /// `--port 0` and `--associations` are added, and `--content` where it is not given.
  explicit ServerProcess(std::vector<std::string> arguments) {
    if (std::find(arguments.begin(), arguments.end(), "--content") == arguments.end()) {
      arguments.insert(arguments.end(), {"--content", repository_file("assets/content")});
    }
    arguments.insert(arguments.begin(), {LAUREL_SERVER, "--port", "0", "--associations",
                                         repository_file("assets/associations")});
    spawn(arguments);
    wait_until_listening();
  }
  ~ServerProcess() {
    if (process_ > 0) static_cast<void>(kill(SIGKILL));
    ::close(output_);
  }
  ServerProcess(const ServerProcess&) = delete;
  ServerProcess& operator=(const ServerProcess&) = delete;

  [[nodiscard]] int port() const { return port_; }

  /// The most memory that it ever held.
  [[nodiscard]] long peak_kib() const {
    std::ifstream status("/proc/" + std::to_string(process_) + "/status");
    for (std::string word; status >> word;) {
      if (word == "VmHWM:" && status >> word) return std::stol(word);
    }
    throw std::runtime_error("no VmHWM");
  }

  void signal(int number) const { ::kill(process_, number); }

  /// The exit code, or minus the signal that ended it.
  int wait() {
    int status = 0;
    ::waitpid(process_, &status, 0);
    process_ = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
  }
  int kill(int number) {
    signal(number);
    return wait();
  }
  int stop() { return kill(SIGTERM); }

  /// What it has written to stderr so far.
  [[nodiscard]] std::string log() const {
    const std::ifstream file(folder_.file("stderr"));
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
  }

 private:
  void spawn(const std::vector<std::string>& arguments) {
    std::vector<char*> argv;
    for (const std::string& argument : arguments)
      argv.push_back(const_cast<char*>(argument.c_str()));
    argv.push_back(nullptr);
    int ends[2];
    if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    const std::string log = folder_.file("stderr");
    process_ = ::fork();
    if (process_ == 0) {
      ::dup2(ends[1], STDOUT_FILENO);
      ::dup2(::open(log.c_str(), O_WRONLY | O_CREAT | O_APPEND, 0600), STDERR_FILENO);
      ::execv(argv[0], argv.data());
      ::_exit(127);
    }
    ::close(ends[1]);
    output_ = ends[0];
  }

  /// The server says "listening on http://localhost:PORT" when it is ready.
  void wait_until_listening() {
    std::string line;
    char c = 0;
    while (::read(output_, &c, 1) == 1 && c != '\n') line.push_back(c);
    const std::size_t colon = line.rfind(':');
    if (colon == std::string::npos) throw std::runtime_error("the server did not start: " + log());
    port_ = std::stoi(line.substr(colon + 1));
  }

  TemporaryFolder folder_;
  pid_t process_ = 0;
  int output_ = -1;
  int port_ = 0;
};

struct Ended {
  int exit_code = -1;
  std::string output;  // both streams
};

/// laurel-server, where it is expected to end by itself.
inline Ended run_to_end(std::vector<std::string> arguments) {
  arguments.insert(arguments.begin(), LAUREL_SERVER);
  std::vector<char*> argv;
  for (std::string& argument : arguments) argv.push_back(argument.data());
  argv.push_back(nullptr);
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
  const pid_t process = ::fork();
  if (process == 0) {
    ::dup2(ends[1], STDOUT_FILENO);
    ::dup2(ends[1], STDERR_FILENO);
    ::execv(argv[0], argv.data());
    ::_exit(127);
  }
  ::close(ends[1]);
  Ended ended;
  char buffer[4096];
  for (ssize_t count = 0; (count = ::read(ends[0], buffer, sizeof buffer)) > 0;) {
    ended.output.append(buffer, static_cast<std::size_t>(count));
  }
  ::close(ends[0]);
  int status = 0;
  ::waitpid(process, &status, 0);
  if (WIFEXITED(status)) ended.exit_code = WEXITSTATUS(status);
  return ended;
}

inline int exit_code_of(std::vector<std::string> arguments) {
  return run_to_end(std::move(arguments)).exit_code;
}

}  // namespace laurel::tests
