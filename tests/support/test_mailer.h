// A mailer that keeps what it is given, and can be down.
#pragma once

#include <functional>
#include <vector>

#include "ports/mailer.h"

namespace laurel::tests {

struct TestMailer final : ports::Mailer {
  base::Status send(const ports::Mail& mail) override {
    sent.push_back(mail);
    if (on_send) on_send();
    if (stopping) return base::fail(base::ErrorCode::cancelled, "stopping");
    if (down) return base::fail(base::ErrorCode::unavailable, "connection refused");
    return {};
  }
  std::vector<ports::Mail> sent;
  std::function<void()> on_send;  // what happens meanwhile
  bool down = false;
  bool stopping = false;
};

}  // namespace laurel::tests
