"""cmake/parts.py: the parts of the program are those that src/app/part.h names."""

from __future__ import annotations

import sys
import tempfile
import unittest
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "cmake"))

import parts


class Parts(unittest.TestCase):
    def test_the_programs_own_header_is_understood(self) -> None:
        names = parts.names_in(ROOT / "src" / "app" / "part.h")
        self.assertEqual(names[:2], ["first", "common"])
        self.assertIn("desk", names)

    def test_a_header_without_the_parts_that_every_program_has_is_an_error(self) -> None:
        with tempfile.TemporaryDirectory() as folder:
            header = Path(folder) / "part.h"
            for text in ("", "enum class Part {\n  common,\n  first,\n};\n"):
                header.write_text(text)
                with self.assertRaises(ValueError):
                    parts.names_in(header)


if __name__ == "__main__":
    unittest.main()
