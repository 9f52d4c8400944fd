// A line of words on its way to the screen: taken to pieces it is still the same line, and no piece
// is drawn letter by letter that the browser must shape, nor by a code that stands for other words.
#include "base/utf8.h"
#include "tests/fuzz/property.h"
#include "ui/runs.h"

namespace laurel::fuzz {
namespace {

using ui::Piece;
using ui::Runs;

void check_letters(const Piece& piece) {
  always(!piece.brings_colours, "only a shaped piece brings colours");
  for (std::size_t at = 0; at < piece.text.size();) {
    const base::CodePoint c = base::code_point_at(piece.text, at);
    always(!ui::extends_cluster(c.value), "no cluster is drawn letter by letter");
    always(c.value < Runs::first_code || c.value > Runs::last_code,
           "no letter has a code that stands for a run");
    at += c.bytes;
  }
}

void check_border(std::string_view line, std::size_t at) {
  always(line[at - 1] == ' ' || line[at] == ' ', "pieces meet at spaces, so no cluster is cut");
}

void check_run(Runs& runs, const Piece& piece) {
  const ui::Run plain{std::string(piece.text)};
  const ui::Run inked{std::string(piece.text), 0x123456};
  const char32_t code = runs.code_of(plain);
  const char32_t inked_code = runs.code_of(inked);
  always(code != inked_code, "another ink is another run");
  always(runs.code_of(plain) == code, "a run keeps its code");
  for (const auto& [known, run] : {std::pair{code, plain}, std::pair{inked_code, inked}}) {
    always(known >= Runs::first_code && known <= Runs::last_code, "a code is for private use");
    const ui::Run* found = runs.find(known);
    always(found != nullptr && *found == run, "a code stands for its run");
  }
}

void check(std::string_view line) {
  Runs runs;
  std::size_t at = 0;
  const std::vector<Piece> pieces = ui::pieces_of(line);
  for (const Piece& piece : pieces) {
    always(piece.text.data() == line.data() + at, "each piece begins where the last one ends");
    always(!piece.text.empty() || line.empty(), "no piece is empty");
    if (at > 0) check_border(line, at);
    if (piece.shaped) {
      check_run(runs, piece);
    } else {
      check_letters(piece);
    }
    at += piece.text.size();
  }
  always(at == line.size(), "the pieces are the whole line");
}

}  // namespace
}  // namespace laurel::fuzz

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  laurel::fuzz::check(laurel::fuzz::as_text(data, size));
  return 0;
}
