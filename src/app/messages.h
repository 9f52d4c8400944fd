// What the desk says, from the catalogues in assets/messages. Views and updates name a message; the
// words live in the catalogue alone.
//
//   say(Message::dashboard_greeting, {{"name", "Ana"}}) == "Welcome, Ana"
#pragma once

#include <initializer_list>
#include <string>

#include "app_messages/messages_en.h"
#include "base/blanks.h"
#include "base/time.h"

namespace laurel::app {

using base::Blank;

[[nodiscard]] std::string say(Message message, std::initializer_list<Blank> blanks = {});

/// "26 April 2021"
[[nodiscard]] std::string say_date(base::Date day);

/// "26 April 2021", or "26 April 2021 – 2 May 2021"
[[nodiscard]] std::string say_dates(base::Date first, base::Date last);

/// "45 seconds", "one minute", "3 minutes": rounded up.
[[nodiscard]] std::string say_wait(std::int64_t seconds);

}  // namespace laurel::app
