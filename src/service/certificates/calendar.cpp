#include "service/certificates/calendar.h"

#include <chrono>

#include "base/icalendar.h"
#include "service/certificates/letters.h"
#include "service/certificates/records.h"
#include "service/kernel/tokens.h"
#include "service/mail/wording.h"

namespace laurel::service::certificates {
namespace {

using mail::MailMessage;
using mail::say;

constexpr int alarm_months_before_expiry = domain::expiring_months;
constexpr int alarm_months_before_last_renewal = 1;
constexpr std::chrono::hours alarm_time{9};  // UTC: the morning in Europe

struct Event {
  std::string_view kind;  // for the UID
  base::Date day;
  int alarm_months_before = 0;
  std::string summary;
  std::string text;
};

class Calendar {
 public:
  Calendar(kernel::Services& services, const domain::Association& association,
           const domain::Certificate& certificate, base::Instant now)
      : services_(services), association_(association), certificate_(certificate), now_(now) {}

  std::string make() {
    out_.begin("VCALENDAR");
    out_.value("VERSION", "2.0");
    out_.text("PRODID", "-//Laurel//" + association_.platform + "//EN");
    add({"expiry", certificate_.valid_until, alarm_months_before_expiry,
         say(association_, MailMessage::calendar_expiry, {{"title", certificate_.title}}),
         say(association_, MailMessage::calendar_expiry_text, {{"number", certificate_.number}})});
    if (const auto window = domain::renewal_window(certificate_)) {
      add({"renewal", window->until, alarm_months_before_last_renewal,
           say(association_, MailMessage::calendar_renewal, {{"title", certificate_.title}}),
           say(association_, MailMessage::calendar_renewal_text,
               {{"number", certificate_.number},
                {"last", mail::say_date(association_, window->exceptionally_until)}})});
    }
    out_.end("VCALENDAR");
    return out_.take();
  }

 private:
  void add(const Event& event) {
    const std::string page = certificate_link(services_, association_, certificate_);
    out_.begin("VEVENT");
    out_.text("UID", uid(event));
    out_.value("DTSTAMP", base::calendar_instant(now_));
    out_.value("DTSTART;VALUE=DATE", base::calendar_date(event.day));
    out_.value("DTEND;VALUE=DATE", base::calendar_date(event.day + std::chrono::days(1)));
    out_.text("SUMMARY", event.summary);
    out_.text("DESCRIPTION", event.text + "\n" + page);
    out_.value("URL", page);
    out_.value("TRANSP", "TRANSPARENT");  // nobody is busy on it
    add_alarm(event);
    out_.end("VEVENT");
  }

  /// RFC 5545 counts no months: the moment is stated. One that is past is left out.
  void add_alarm(const Event& event) {
    const base::Instant at =
        base::plus_months(event.day, -event.alarm_months_before) + alarm_time;
    if (at <= now_) return;
    out_.begin("VALARM");
    out_.value("ACTION", "DISPLAY");
    out_.text("DESCRIPTION", event.summary);
    out_.value("TRIGGER;VALUE=DATE-TIME", base::calendar_instant(at));
    out_.end("VALARM");
  }

  [[nodiscard]] std::string uid(const Event& event) const {
    const std::string of = certificate_key(association_.id, certificate_.number);
    const std::string& sender = association_.sender_email;
    return kernel::hash_of(services_, std::string(event.kind) + " of " + of) +
           sender.substr(sender.find('@'));
  }

  kernel::Services& services_;
  const domain::Association& association_;
  const domain::Certificate& certificate_;
  base::Instant now_;
  base::CalendarWriter out_;
};

}  // namespace

std::string calendar_of(kernel::Services& services, const domain::Association& association,
                        const domain::Certificate& certificate, base::Instant now) {
  return Calendar(services, association, certificate, now).make();
}

std::string calendar_file_name(const domain::Certificate& certificate) {
  std::string name;
  for (const char c : certificate.number) {
    const bool plain = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
    name += plain ? c : '-';
  }
  return name + ".ics";
}

}  // namespace laurel::service::certificates
