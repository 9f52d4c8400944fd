// The thread that empties the outbox (service/outbox.h).
#pragma once

#include <condition_variable>
#include <mutex>
#include <thread>

#include "ports/mailer.h"
#include "service/services.h"

namespace laurel::server {

class MailDelivery {
 public:
  /// Looks for mails about every second, and at once while there are many. Both must outlive it.
  MailDelivery(service::Services& services, ports::Mailer& mailer);
  /// Lets the mail that is being sent finish.
  ~MailDelivery();
  MailDelivery(const MailDelivery&) = delete;
  MailDelivery& operator=(const MailDelivery&) = delete;

 private:
  void work();

  service::Services& services_;
  ports::Mailer& mailer_;
  std::mutex mutex_;
  std::condition_variable stop_;
  bool stopping_ = false;
  std::thread thread_;
};

}  // namespace laurel::server
