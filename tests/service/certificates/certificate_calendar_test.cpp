// The calendar file of a certificate (RFC 5545). tests/browser/certificates.test.mjs has an independent
// parser read it.
#include <doctest/doctest.h>

#include "protocol/certificates.h"
#include "tests/support/backend.h"

namespace laurel {
namespace {

using namespace tests;

std::string path_of(const std::string& number) {
  return "/api/v1/ipma/certificates/" + number + "/calendar";
}

protocol::CalendarFile calendar(Backend& backend, const std::string& number) {
  Browser browser(backend);
  REQUIRE(browser.sign_in(backend.sample.email, backend.sample.password).status == 200);
  const auto response = browser.get(path_of(number));
  REQUIRE(response.status == 200);
  const auto file = base::decode_json<protocol::CalendarFile>(response.body);
  REQUIRE(file);
  return *file;
}

/// With its folded lines joined.
std::string unfolded(std::string content) {
  for (std::size_t at; (at = content.find("\r\n ")) != std::string::npos;) content.erase(at, 3);
  return content;
}

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (std::size_t at = 0; (at = text.find(part, at)) != std::string::npos; ++at) ++found;
  return found;
}

/// The whole lines that begin so.
std::string lines(const std::string& content, const std::string& start) {
  std::string found;
  for (std::size_t at = 0; at < content.size();) {
    const std::size_t end = content.find("\r\n", at);
    const std::string line = content.substr(at, end - at);
    if (line.starts_with(start)) found += line + "\n";
    at = end + 2;
  }
  return found;
}

TEST_CASE("the file has the last day with an alarm, and the last day for the renewal") {
  Backend backend;
  const auto file = calendar(backend, "DE-24-B-01877");
  CHECK(file.name == "DE-24-B-01877.ics");
  const std::string content = unfolded(file.content);
  CHECK(lines(content, "BEGIN:") == "BEGIN:VCALENDAR\nBEGIN:VEVENT\nBEGIN:VALARM\n"
                                    "BEGIN:VEVENT\nBEGIN:VALARM\n");
  CHECK(lines(content, "DTSTART") == "DTSTART;VALUE=DATE:20290317\nDTSTART;VALUE=DATE:20290917\n");
  CHECK(lines(content, "DTEND") == "DTEND;VALUE=DATE:20290318\nDTEND;VALUE=DATE:20290918\n");
  CHECK(lines(content, "TRIGGER") == "TRIGGER;VALUE=DATE-TIME:20280917T090000Z\n"
                                     "TRIGGER;VALUE=DATE-TIME:20290817T090000Z\n");
  CHECK(lines(content, "DTSTAMP") == "DTSTAMP:20261120T090000Z\nDTSTAMP:20261120T090000Z\n");
  CHECK(lines(content, "SUMMARY") ==
        "SUMMARY:IPMA Level B – Certified Senior Project Manager: last day of validity\n"
        "SUMMARY:IPMA Level B – Certified Senior Project Manager: last day for the renewal\n");
  CHECK(count(content, "URL:https://desk.example/ipma/#/certificates/DE-24-B-01877\r\n") == 2);
  CHECK(content.find("exceptionally until 17 March 2030.") != std::string::npos);
}

TEST_CASE("an alarm that is past is left out, and so is a renewal that nobody has stated") {
  Backend backend;
  const std::string expired = unfolded(calendar(backend, "DE-16-D-22140").content);
  CHECK(lines(expired, "BEGIN:") == "BEGIN:VCALENDAR\nBEGIN:VEVENT\n");
  const std::string expiring = unfolded(calendar(backend, "DE-22-A-00412").content);
  CHECK(lines(expiring, "BEGIN:") ==
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nBEGIN:VEVENT\nBEGIN:VALARM\n");
}

TEST_CASE("an event keeps its name when the file is made again, and no two share one") {
  Backend backend;
  const std::string before = lines(unfolded(calendar(backend, "DE-24-B-01877").content), "UID:");
  backend.clock.advance(std::chrono::hours(24));
  CHECK(lines(unfolded(calendar(backend, "DE-24-B-01877").content), "UID:") == before);
  const std::string other = lines(unfolded(calendar(backend, "DE-21-C-09358").content), "UID:");
  CHECK(count(before, "@ipma.example\n") == 2);
  CHECK(before.substr(0, before.find('\n')) != before.substr(before.find('\n') + 1));
  CHECK(other.find(before.substr(0, 40)) == std::string::npos);
}

TEST_CASE("promise 17: nobody gets the calendar of a certificate that is not theirs") {
  Backend backend;
  Browser browser(backend);
  CHECK(browser.get(path_of("DE-24-B-01877")).status == 401);
  REQUIRE(browser.sign_in(backend.sample.email, backend.sample.password).status == 200);
  const auto unknown = browser.get(path_of("never-was"));
  CHECK(unknown.status == 404);
  for (const char* number : {"JP-23-C-00031", "SI-23-C-00417"}) {
    CHECK(browser.get(path_of(number)).status == 404);
    CHECK(browser.get(path_of(number)).body == unknown.body);
  }
}

}  // namespace
}  // namespace laurel
