// Text as bytes: the helpers of base/utf8.h agree with each other, and with Unicode's table of
// well-formed sequences, written down here a second time and in another way.
#include <array>

#include "base/utf8.h"
#include "tests/fuzz/property.h"

namespace laurel::fuzz {
namespace {

struct Row {
  unsigned char first_from, first_to, second_from, second_to;
  std::size_t bytes;
};

/// Unicode 15, table 3-7; every byte after the second is 80 to BF.
constexpr std::array<Row, 9> table = {{{0x00, 0x7F, 0, 0, 1},
                                       {0xC2, 0xDF, 0x80, 0xBF, 2},
                                       {0xE0, 0xE0, 0xA0, 0xBF, 3},
                                       {0xE1, 0xEC, 0x80, 0xBF, 3},
                                       {0xED, 0xED, 0x80, 0x9F, 3},
                                       {0xEE, 0xEF, 0x80, 0xBF, 3},
                                       {0xF0, 0xF0, 0x90, 0xBF, 4},
                                       {0xF1, 0xF3, 0x80, 0xBF, 4},
                                       {0xF4, 0xF4, 0x80, 0x8F, 4}}};

/// How many bytes the well-formed sequence at the front of `text` has; 0 where there is none.
std::size_t well_formed_bytes(std::string_view text) {
  const auto is_in = [&](std::size_t at, unsigned char from, unsigned char to) {
    const auto byte = static_cast<unsigned char>(text[at]);
    return byte >= from && byte <= to;
  };
  for (const Row& row : table) {
    if (!is_in(0, row.first_from, row.first_to)) continue;
    if (text.size() < row.bytes) return 0;
    if (row.bytes > 1 && !is_in(1, row.second_from, row.second_to)) return 0;
    for (std::size_t at = 2; at < row.bytes; ++at) {
      if (!is_in(at, 0x80, 0xBF)) return 0;
    }
    return row.bytes;
  }
  return 0;
}

/// Whether every code point of the text is valid.
bool check_code_points(std::string_view text) {
  bool all_valid = true;
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) {
    const base::CodePoint c = base::code_point_at(text, at);
    const std::size_t expected = well_formed_bytes(text.substr(at));
    always(c.valid == (expected > 0), "valid is what Unicode calls well-formed");
    always(c.bytes == (c.valid ? expected : 1), "a bad byte is passed one at a time");
    always(c.valid || c.value == 0xFFFD, "a bad byte stands for U+FFFD");
    std::string written;
    base::append_utf8(written, c.value);
    always(!c.valid || written == text.substr(at, c.bytes), "a code point is written as it was");
    all_valid = all_valid && c.valid;
    at += c.bytes;
  }
  always(base::count_code_points(text) == count, "the count is that of walking");
  return all_valid;
}

void check_repair(std::string_view text, bool is_valid) {
  const std::string repaired = base::to_valid_utf8(text);
  always(base::is_valid_utf8(repaired), "what is repaired is valid");
  always(base::count_code_points(repaired) == base::count_code_points(text),
         "repairing keeps the count");
  always((repaired == text) == is_valid, "repairing changes what is not valid, and nothing else");
}

void check_trim(std::string_view text, bool is_valid) {
  const std::string_view trimmed = base::trim(text);
  always(trimmed.data() >= text.data() &&
             trimmed.data() + trimmed.size() <= text.data() + text.size(),
         "what is trimmed is a part of the text");
  always(base::trim(trimmed) == trimmed, "trimming twice changes nothing more");
  always(!is_valid || base::is_valid_utf8(trimmed), "trimming cuts no character");
  const std::string padded = " \t\xC2\xA0" + std::string(text) + "\xE3\x80\x80\r\n";
  always(!is_valid || base::trim(padded) == trimmed, "white space around makes no difference");
}

void check_lower(std::string_view text) {
  const std::string lower = base::ascii_lower(text);
  always(lower.size() == text.size(), "lower case has the same length");
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool capital = text[i] >= 'A' && text[i] <= 'Z';
    always(lower[i] == (capital ? text[i] + ('a' - 'A') : text[i]), "only A to Z are changed");
  }
}

}  // namespace
}  // namespace laurel::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input = laurel::fuzz::as_text(data, size);
  const bool is_valid = laurel::fuzz::check_code_points(input);
  laurel::fuzz::always(laurel::base::is_valid_utf8(input) == is_valid,
                       "a text is valid when every code point is");
  laurel::fuzz::check_repair(input, is_valid);
  laurel::fuzz::check_trim(input, is_valid);
  laurel::fuzz::check_lower(input);
  return 0;
}
