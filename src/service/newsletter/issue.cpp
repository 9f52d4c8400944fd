#include "service/newsletter/issue.h"

#include <algorithm>

#include "base/utf8.h"
#include "service/kernel/tokens.h"
#include "service/mail/outbox.h"
#include "service/newsletter/records.h"
#include "service/newsletter/schema.h"
#include "service/store/records.h"

namespace laurel::service::newsletter {
namespace {

constexpr std::size_t subscribers_at_once = 100;
constexpr std::size_t max_subject_bytes = 250;

tl::unexpected<base::Error> wrong(const char* what) {
  return base::fail(base::ErrorCode::invalid_input, std::string("newsletter: ") + what);
}

bool has_control(std::string_view text) {
  return std::any_of(text.begin(), text.end(),
                     [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

std::string_view take_line(std::string_view& text) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return base::trim(line);
}

NewsletterIssueRecord new_issue(kernel::Services& services, const domain::Association& association,
                                const NewsletterText& text) {
  std::string all = "newsletter of " + association.id + "\n" + text.subject;
  for (const std::string& paragraph : text.paragraphs) all += "\n" + paragraph;
  NewsletterIssueRecord issue;
  issue.fingerprint = kernel::hash_of(services, all);
  issue.association = association.id;
  issue.subject = text.subject;
  issue.started = services.clock.now();
  return issue;
}

/// Writes the mails of the next subscribers.
base::Status go_on(ports::Transaction& transaction, kernel::Services& services,
                   const domain::Association& association, const NewsletterText& text,
                   NewsletterIssueRecord& issue) {
  // Tokens are of one length and hold no space: this is right after the last one.
  const std::string from = issue.last.empty() ? "" : issue.last + " ";
  const auto found = transaction.range(schema::newsletters, schema::by_unsubscribe, from, "~",
                                       subscribers_at_once);
  if (!found) return tl::unexpected(found.error());
  for (const ports::Record& stored : *found) {
    const auto subscription = store::decode_record<NewsletterRecord>(stored);
    if (!subscription) return tl::unexpected(subscription.error());
    issue.last = subscription->unsubscribe;
    if (subscription->association != association.id) continue;
    auto status = mail::enqueue_newsletter(
        transaction, services,
        newsletter_issue_mail(services, association, text, subscription->unsubscribe),
        subscription->email, subscription->id());
    if (!status) return status;
    ++issue.mails;
  }
  issue.finished = found->size() < subscribers_at_once;
  return store::save(transaction, issue);
}

bool fits_into_a_mail(const kernel::Services& services, const domain::Association& association,
                      const NewsletterText& text) {
  const std::string longest_token(100, 'x');
  const ports::Mail mail = newsletter_issue_mail(services, association, text, longest_token);
  return mail.text.size() <= ports::max_mail_text_bytes &&
         mail.html.size() <= ports::max_mail_html_bytes;
}

}  // namespace

base::Result<NewsletterText> read_newsletter(std::string_view subject, std::string_view text) {
  NewsletterText read;
  read.subject = base::trim(subject);
  if (!base::is_valid_utf8(subject) || !base::is_valid_utf8(text)) return wrong("no UTF-8");
  if (read.subject.empty()) return wrong("no subject");
  if (read.subject.size() > max_subject_bytes) return wrong("a subject of more than 250 bytes");
  if (has_control(read.subject)) return wrong("a subject of several lines");
  std::string paragraph;
  while (!text.empty() || !paragraph.empty()) {
    const std::string_view line = take_line(text);
    if (!line.empty()) {
      if (!paragraph.empty()) paragraph += ' ';
      paragraph += line;
    } else if (!paragraph.empty()) {
      read.paragraphs.push_back(std::move(paragraph));
      paragraph.clear();
    }
  }
  if (read.paragraphs.empty()) return wrong("no text");
  return read;
}

base::Result<Issued> send_newsletter(kernel::Services& services,
                                     const domain::Association& association,
                                     const NewsletterText& text) {
  if (!fits_into_a_mail(services, association, text)) return wrong("too long for a mail");
  const NewsletterIssueRecord fresh = new_issue(services, association, text);
  Issued issued;
  for (bool first = true;; first = false) {
    NewsletterIssueRecord issue;
    std::int64_t before = 0;
    const auto status = services.store.write([&](ports::Transaction& transaction) -> base::Status {
      auto known = store::load<NewsletterIssueRecord>(transaction, fresh.id());
      if (!known) return tl::unexpected(known.error());
      issue = *known ? std::move(**known) : fresh;
      before = issue.mails;
      if (issue.finished) return {};
      return go_on(transaction, services, association, text, issue);
    });
    if (!status) return tl::unexpected(status.error());
    if (first) issued.mails_before = before;
    issued.mails += issue.mails - before;
    if (issue.finished) return issued;
  }
}

}  // namespace laurel::service::newsletter
