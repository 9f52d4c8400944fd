#include "base/csv.h"

#include <doctest/doctest.h>

#include "base/codec.h"

namespace laurel::base {
namespace {

/// "1:a|b 2:c", faults as "3:! what is wrong".
std::string read(std::string_view text) {
  CsvReader reader(text);
  CsvRecord record;
  std::string out;
  while (reader.next(record)) {
    if (!out.empty()) out += " ";
    out += std::to_string(record.line) + ":";
    if (record.fault) {
      out += "! " + std::string(name_of(*record.fault));
      continue;
    }
    for (std::size_t i = 0; i < record.fields.size(); ++i) {
      out += (i > 0 ? "|" : "") + record.fields[i];
    }
  }
  CHECK(reader.position() == text.size());
  return out;
}

TEST_CASE("records are lines, whatever their ends, with or without the last one's") {
  CHECK(read("").empty());
  CHECK(read("a,b\r\nc,d\r\n") == "1:a|b 2:c|d");
  CHECK(read("a,b\nc,d") == "1:a|b 2:c|d");
  CHECK(read("\xEF\xBB\xBF" "a,b\n") == "1:a|b");
  CHECK(read("\n\r\na\n\n\nb") == "3:a 6:b");
  CHECK(read(",\n,,\n") == "1:| 2:||");
  CHECK(read("a, b ,c") == "1:a| b |c");
  CHECK(read("a,\"\"") == "1:a|");
  CHECK(read("a\rb\n") == "1:a\rb");  // a return by itself ends no line
}

TEST_CASE("quoted fields hold commas, quotes and ends of lines") {
  CHECK(read("\"a,b\",c\n") == "1:a,b|c");
  CHECK(read("\"a \"\"b\"\"\",c\n") == "1:a \"b\"|c");
  CHECK(read("\"\"\"\"\n") == "1:\"");
  CHECK(read("\"a\r\nb\nc\",d\ne\n") == "1:a\r\nb\nc|d 4:e");
}

TEST_CASE("promise 21: what breaks the form is named by its line, and reading goes on") {
  CHECK(read("a\nb\"c,d\ne\n") == "1:a 2:! a quote in a field that is not quoted 3:e");
  CHECK(read("\"a\"b,c\nd\n") == "1:! text after a closing quote 2:d");
  CHECK(read("\"a\n\"b\nc\n") == "1:! text after a closing quote 3:c");
  CHECK(read("a\n\"b,c\nd\n") == "1:a 2:! a quote is never closed");
  CHECK(read("\"") == "1:! a quote is never closed");
  CHECK(read("a\n\xFF,b\nc\n") == "1:a 2:! no UTF-8 3:c");
  CHECK(read("a\n\xC3\nc\n") == "1:a 2:! no UTF-8 3:c");
  CHECK(read("a,\"\xED\xA0\x80\"\nb\n") == "1:! no UTF-8 2:b");
  CHECK(read(std::string_view("a\0b,c\nd\n", 8)) == "1:! a NUL byte 2:d");
  CHECK(read("\"\n\n\xFF\"\nd\n") == "1:! no UTF-8 4:d");
}

TEST_CASE("a record is found again by where it starts") {
  const std::string text = "a,b\n\"c\nd\",e\nf,g\n";
  CsvReader reader(text);
  CsvRecord record;
  std::vector<std::size_t> starts;
  while (reader.next(record)) starts.push_back(record.start);
  REQUIRE(starts.size() == 3);
  reader.go_to(starts[1]);
  REQUIRE(reader.next(record));
  CHECK(record.fields == std::vector<std::string>{"c\nd", "e"});
}

}  // namespace
}  // namespace laurel::base
