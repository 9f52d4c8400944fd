#include "app/messages.h"

namespace laurel::app {

std::string say(Message message, std::initializer_list<Blank> blanks) {
  return base::filled(messages_en[static_cast<std::size_t>(message)], blanks);
}

std::string say_date(base::Date day) {
  const std::chrono::year_month_day date(day);
  const auto month = static_cast<unsigned>(date.month()) - 1;
  const auto month_name =
      static_cast<Message>(static_cast<unsigned>(Message::month_1) + month);
  return say(Message::date_long, {{"day", std::to_string(static_cast<unsigned>(date.day()))},
                                  {"month", say(month_name)},
                                  {"year", std::to_string(static_cast<int>(date.year()))}});
}

std::string say_dates(base::Date first, base::Date last) {
  if (first == last) return say_date(first);
  return say(Message::date_range, {{"first", say_date(first)}, {"last", say_date(last)}});
}

std::string say_wait(std::int64_t seconds) {
  constexpr std::int64_t minute = 60;
  if (seconds < minute) return say(Message::problem_wait_seconds, {{"count", std::to_string(seconds)}});
  const std::int64_t minutes = (seconds + minute - 1) / minute;
  if (minutes == 1) return say(Message::problem_wait_minute);
  return say(Message::problem_wait_minutes, {{"count", std::to_string(minutes)}});
}

}  // namespace laurel::app
