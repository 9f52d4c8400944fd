#include "server/mail_delivery.h"

#include <chrono>
#include <exception>

#include "service/outbox.h"

namespace laurel::server {
namespace {

constexpr std::chrono::seconds pause{1};
// A store that is down would otherwise fill the log.
constexpr std::chrono::seconds pause_after_failure{30};

/// How long to wait after it. The service throws nothing of its own; memory can still run out.
std::chrono::seconds deliver(service::Services& services, ports::Mailer& mailer) {
  try {
    const auto delivered = service::deliver_outbox(services, mailer);
    if (delivered) {
      const bool more = delivered->sent == service::mails_in_a_round;
      return more ? std::chrono::seconds(0) : pause;
    }
    if (services.config.report) services.config.report(delivered.error());
  } catch (const std::exception&) {
    if (services.config.report) {
      services.config.report({base::ErrorCode::unavailable, "mail delivery: out of memory"});
    }
  }
  return pause_after_failure;
}

}  // namespace

MailDelivery::MailDelivery(service::Services& services, ports::Mailer& mailer)
    : services_(services), mailer_(mailer), thread_([this] { work(); }) {}

MailDelivery::~MailDelivery() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  stop_.notify_all();
  thread_.join();
}

void MailDelivery::work() {
  std::unique_lock lock(mutex_);
  while (!stopping_) {
    lock.unlock();
    const auto wait = deliver(services_, mailer_);
    lock.lock();
    stop_.wait_for(lock, wait, [this] { return stopping_; });
  }
}

}  // namespace laurel::server
