"""Makes a C++ header of how letters are folded for comparing names: folding.py OUTPUT.

Latin, Greek and Cyrillic letters lose their case and their marks (Unicode's NFKD without combining
marks), and letters that Unicode does not decompose get the plain letters people type for them.
"""

import pathlib
import sys
import unicodedata

import header

RANGES = ((0x41, 0x5A), (0xA0, 0x24F), (0x300, 0x36F), (0x370, 0x52F), (0x1E00, 0x1FFF),
          (0xFB00, 0xFB06))
TYPED = {"ø": "o", "đ": "d", "ð": "d", "ħ": "h", "ı": "i", "ł": "l", "ŋ": "n", "œ": "oe",
         "æ": "ae", "þ": "th", "ŧ": "t", "ƒ": "f", "ß": "ss"}


def without_marks(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text)
                   if unicodedata.category(c) != "Mn")


def folded(character: str) -> str:
    plain = without_marks(without_marks(character).casefold())
    return "".join(TYPED.get(c, c) for c in plain)


def main() -> None:
    target = pathlib.Path(sys.argv[1])
    pairs = [(code, folded(chr(code))) for first, last in RANGES for code in range(first, last + 1)]
    pairs = [(code, text) for code, text in pairs if text != chr(code)]
    body = ["struct Folding {", "  char32_t from;", "  std::string_view to;", "};", "",
            "/// By `from`."]
    body += header.table("Folding", "foldings",
                         [f"{{{code:#06x}, {header.literal(text)}}}" for code, text in pairs])
    header.write(target, ["<array>", "<string_view>"], "laurel::domain", body)


if __name__ == "__main__":
    main()
