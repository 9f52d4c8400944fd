// Mail by SMTP (RFC 5321) with libcurl: text and HTML as multipart/alternative, over TLS.
//
//   adapters::smtp::SmtpMailer mailer({.url = "smtp://mail.example:587", .user = "desk",
//                                      .password = secret}, clock);
#pragma once

#include <atomic>
#include <string>

#include "ports/clock.h"
#include "ports/mailer.h"

namespace laurel::adapters::smtp {

enum class Encryption {
  required,  // STARTTLS, or TLS from the start with smtps://; a bad certificate sends nothing
  none,      // for a mail server on this very machine
};

struct SmtpSettings {
  std::string url;  // "smtp://mail.example:587" or "smtps://mail.example:465"
  std::string user = {};      // empty: without signing in
  std::string password = {};
  std::string ca_file = {};   // certificates to trust instead of the system's; empty: the system's
  Encryption encryption = Encryption::required;
  long timeout_s = 30;
};

class SmtpMailer final : public ports::Mailer {
 public:
  SmtpMailer(SmtpSettings settings, const ports::Clock& clock);
  ~SmtpMailer() override;
  SmtpMailer(const SmtpMailer&) = delete;
  SmtpMailer& operator=(const SmtpMailer&) = delete;

  [[nodiscard]] base::Status send(const ports::Mail& mail) override;

  /// Makes a `send` in another thread give up within about a second, and every later one at once.
  void stop() { stopping_ = true; }

 private:
  const SmtpSettings settings_;
  const ports::Clock& clock_;
  std::atomic<bool> stopping_{false};
};

}  // namespace laurel::adapters::smtp
