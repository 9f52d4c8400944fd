#include "base/icalendar.h"

#include <doctest/doctest.h>

#include "base/utf8.h"

namespace laurel::base {
namespace {

std::string text_line(std::string_view text) {
  CalendarWriter calendar;
  calendar.text("SUMMARY", text);
  return calendar.take();
}

TEST_CASE("texts are escaped, and lines end with CRLF") {
  CHECK(text_line("a; b, c\\d\r\ne:\x07") == "SUMMARY:a\\; b\\, c\\\\d\\ne:\r\n");
  CalendarWriter calendar;
  calendar.begin("VEVENT");
  calendar.value("URL", "https://desk.example/a,b;c");
  calendar.end("VEVENT");
  CHECK(calendar.take() == "BEGIN:VEVENT\r\nURL:https://desk.example/a,b;c\r\nEND:VEVENT\r\n");
}

TEST_CASE("no line is longer than 75 octets, and none begins within a character") {
  for (const std::string& letter : {std::string("x"), std::string("é"), std::string("山"),
                                    std::string("🎓")}) {
    for (int before = 0; before < 5; ++before) {
      std::string text(static_cast<std::size_t>(before), '-');
      for (int i = 0; i < 200; ++i) text += letter;
      const std::string file = text_line(text);
      std::string unfolded;
      for (std::size_t at = 0; at < file.size();) {
        const std::size_t end = file.find("\r\n", at);
        REQUIRE(end != std::string::npos);
        CHECK(end - at <= 75);
        CHECK(is_valid_utf8(file.substr(at, end - at)));
        if (at > 0) CHECK(file[at] == ' ');
        unfolded += file.substr(at > 0 ? at + 1 : at, end - (at > 0 ? at + 1 : at));
        at = end + 2;
      }
      CHECK(unfolded == "SUMMARY:" + text);
    }
  }
}

TEST_CASE("days and points in time have the standard's forms") {
  CHECK(calendar_date(*parse_date("2029-03-17")) == "20290317");
  CHECK(calendar_instant(Instant(std::chrono::milliseconds(1'619'424'930'999))) ==
        "20210426T081530Z");
}

}  // namespace
}  // namespace laurel::base
