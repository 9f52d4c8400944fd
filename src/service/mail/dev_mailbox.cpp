#include "protocol/mail.h"

#include <algorithm>

#include "service/kernel/call.h"
#include "service/kernel/problem.h"
#include "service/kernel/services.h"
#include "service/mail/handlers.h"
#include "service/mail/records.h"
#include "service/mail/schema.h"
#include "service/store/keys.h"
#include "service/store/records.h"

namespace laurel::service::mail {
namespace {

constexpr std::size_t max_read = 1000;
constexpr std::size_t max_shown = 50;

/// The mails' links stand on lines of their own (letter.cpp).
std::vector<std::string> links_in(std::string_view text) {
  std::vector<std::string> links;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    if (line.rfind("http://", 0) == 0 || line.rfind("https://", 0) == 0) links.emplace_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return links;
}

base::Result<protocol::DevMailboxResponse> newest(ports::Transaction& transaction) {
  protocol::DevMailboxResponse mailbox;
  const auto stored = transaction.range(schema::outbox, store::by_expiry, "", "~", max_read);
  if (!stored) return tl::unexpected(stored.error());
  for (auto record = stored->rbegin(); record != stored->rend(); ++record) {
    if (mailbox.messages.size() == max_shown) break;
    const auto mail = store::decode_record<OutboxRecord>(*record);
    if (!mail) return tl::unexpected(mail.error());
    mailbox.messages.push_back({mail->mail.to, mail->mail.subject, mail->mail.text,
                                links_in(mail->mail.text), mail->written});
  }
  return mailbox;
}

}  // namespace

kernel::OrProblem<protocol::DevMailboxResponse> read_dev_mailbox(const kernel::VisitorCall&,
                                                                 kernel::Services& services) {
  if (!services.config.dev_mailbox) return kernel::problem(protocol::ProblemCode::not_found);
  kernel::OrProblem<protocol::DevMailboxResponse> response;
  const auto status = services.store.read([&](ports::Transaction& transaction) -> base::Status {
    const auto mailbox = newest(transaction);
    if (!mailbox) return tl::unexpected(mailbox.error());
    response = *mailbox;
    return {};
  });
  if (!status) return kernel::unavailable(services, status.error());
  return response;
}

}  // namespace laurel::service::mail
