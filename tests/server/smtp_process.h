// tests/server/smtp_server.py as a process, with a certificate of its own where it offers STARTTLS.
//
//   SmtpProcess smtp("starttls");
//   smtp.url() == "smtp://localhost:40123"
//   smtp.mail(0)               what arrived, as JSON; waits for it up to ten seconds
//   smtp.gets_connection(0)    of a silent one; waits in the same way
//   smtp.holds_connection(0)
#pragma once

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <stdexcept>
#include <string>
#include <thread>

#include <sys/wait.h>
#include <unistd.h>

#include "tests/server/server_process.h"

namespace laurel::tests {

class SmtpProcess {
 public:
  explicit SmtpProcess(const std::string& mode) {
    if (mode == "starttls") make_certificate();
    int ends[2];
    if (::pipe(ends) != 0) throw std::runtime_error("no pipe");
    const std::string script = repository_file("tests/server/smtp_server.py");
    const std::string folder = folder_.path();
    process_ = ::fork();
    if (process_ == 0) {
      ::dup2(ends[1], STDOUT_FILENO);
      // Its own path is what Python finds its modules by.
      ::execl("/usr/bin/python3", "/usr/bin/python3", script.c_str(), folder.c_str(), mode.c_str(),
              static_cast<char*>(nullptr));
      ::_exit(127);
    }
    ::close(ends[1]);
    std::string line;
    char c = 0;
    while (::read(ends[0], &c, 1) == 1 && c != '\n') line.push_back(c);
    ::close(ends[0]);
    if (line.empty()) throw std::runtime_error("the SMTP server did not start");
    port_ = std::stoi(line);
  }
  ~SmtpProcess() {
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
  }
  SmtpProcess(const SmtpProcess&) = delete;
  SmtpProcess& operator=(const SmtpProcess&) = delete;

  [[nodiscard]] std::string url() const { return "smtp://localhost:" + std::to_string(port_); }
  [[nodiscard]] std::string certificate() const { return folder_.file("certificate.pem"); }
  [[nodiscard]] bool has_mail(int number) const {
    return std::filesystem::exists(mail_file(number));
  }
  [[nodiscard]] std::string mail(int number) const {
    static_cast<void>(comes(mail_file(number)));
    std::ostringstream text;
    text << std::ifstream(mail_file(number)).rdbuf();
    return text.str();
  }
  [[nodiscard]] bool gets_connection(int number) const { return comes(connection_file(number)); }
  [[nodiscard]] bool holds_connection(int number) const {
    return std::filesystem::exists(connection_file(number));
  }

 private:
  [[nodiscard]] std::string mail_file(int number) const {
    return folder_.file("mail-" + std::to_string(number) + ".json");
  }
  [[nodiscard]] std::string connection_file(int number) const {
    return folder_.file("connection-" + std::to_string(number));
  }
  [[nodiscard]] static bool comes(const std::string& file) {
    for (int i = 0; i < 1000 && !std::filesystem::exists(file); ++i) {
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    return std::filesystem::exists(file);
  }
  void make_certificate() const {
    const std::string command =
        "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 "
        "-subj /CN=localhost -addext subjectAltName=DNS:localhost -keyout " +
        folder_.file("key.pem") + " -out " + certificate() + " 2>/dev/null";
    if (std::system(command.c_str()) != 0) throw std::runtime_error("no certificate");
  }

  TemporaryFolder folder_;
  pid_t process_ = 0;
  int port_ = 0;
};

}  // namespace laurel::tests
