"""How cmake/dist.py names the site's files, refers to them, writes them and counts them."""

import contextlib
import gzip
import io
import random
import sys
import tempfile
import unittest
from pathlib import Path
from unittest import mock

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "cmake"))

import bootstrap
import dist


class InFolder(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)


class Names(unittest.TestCase):
    def test_the_name_changes_with_the_content_alone(self):
        site = dist.Site()
        first = site.add_hashed("page.js", b"1")
        self.assertRegex(first, r"^static/page\.[0-9a-f]{10}\.js$")
        self.assertEqual(site.add_hashed("page.js", b"1"), first)
        second = site.add_hashed("page.js", b"2")
        self.assertNotEqual(second, first)
        self.assertEqual(site.content, {first: b"1", second: b"2"})

    def test_the_hash_stands_before_the_last_extension(self):
        self.assertRegex(dist.Site().add_hashed("zxcvbn.min.js", b""),
                         r"^static/zxcvbn\.min\.[0-9a-f]+\.js$")


class Templates(InFolder):
    def setUp(self):
        super().setUp()
        self.enterContext(mock.patch.object(dist, "ROOT", self.folder))
        (self.folder / "shell").mkdir()
        self.site = dist.Site()
        self.site.addresses["page_js"] = "static/page.1.js"
        self.site.start = "static/start.1.js"
        self.site.parts = {name: f"static/laurel-{name}.1.wasm" for name in ("reading", "common")}
        self.site.screens = {"read": 2}
        self.enterContext(mock.patch.object(dist, "PARTS", {"common": None, "reading": None}))

    def page(self, template: str, data_addresses=(), **own) -> str:
        (self.folder / "shell" / "t.html").write_text(template)
        return dist.page("t.html", "../", self.site, list(data_addresses), "static/style.1.css",
                         own).decode()

    def test_every_address_starts_at_the_page(self):
        self.assertEqual(self.page("{{root}} {{style}} {{start}} {{file.page_js}}"),
                         "../ ../static/style.1.css ../static/start.1.js ../static/page.1.js")
        self.assertEqual(
            self.page("{{files_json}}", [{"data": "static/ipma.1.json", "content": None}]),
            '{"page_js":"../static/page.1.js",'
            '"parts":["../static/laurel-common.1.wasm","../static/laurel-reading.1.wasm"],'
            '"screens":{"read":2},'
            '"associations":[{"data":"../static/ipma.1.json","content":null}]}')

    def test_an_associations_words_are_escaped_and_what_is_html_already_is_not(self):
        self.assertEqual(self.page("{{association.name}} {{body}}", body="<p>",
                                   association={"name": 'R&D "<ima>"'}),
                         "R&amp;D &quot;&lt;ima&gt;&quot; <p>")

    def test_an_unknown_placeholder_is_an_error(self):
        for unknown in ("{{nothing}}", "{{association.nothing}}", "{{association}}",
                        "{{file.nothing}}", "{{root.nothing}}"):
            with self.assertRaises(bootstrap.Failed, msg=unknown) as caught:
                self.page(f"a {unknown} b", association={"name": "IPMA"})
            self.assertIn(f"shell/t.html: {unknown} is not known", str(caught.exception))

    def test_no_text_ends_the_script_that_it_stands_in(self):
        self.assertNotIn("<", dist.script_json({"name": "</script><!--"}))

    def test_the_chooser_leads_from_any_depth_to_each_association(self):
        (self.folder / "shell" / "chooser.html").write_text("{{association_links}}")
        self.site.styles["ipma"] = "static/style.1.css"
        chooser = dist.chooser(self.site, [{"id": "ipma", "name": "A & B"}],
                               ".well-known/change-password/", "", "#/forgot-password")
        self.assertEqual(chooser.decode(),
                         '<li><a href="../../ipma/#/forgot-password">A &amp; B</a></li>')


class Writing(InFolder):
    def setUp(self):
        super().setUp()
        self.enterContext(mock.patch.object(dist, "DIST", self.folder))

    def files(self) -> set[str]:
        return {str(path.relative_to(self.folder)) for path in self.folder.rglob("*")}

    def test_what_compresses_well_gets_both_forms_and_nothing_else_does(self):
        text = b"a member desk " * 100
        dist.write({"a.js": text, "tiny.js": b"1", "photo.png": text})
        self.assertEqual(self.files(), {"a.js", "a.js.br", "a.js.gz", "tiny.js", "photo.png"})
        self.assertEqual(gzip.decompress((self.folder / "a.js.gz").read_bytes()), text)
        self.assertEqual(dist.transfer_bytes("a.js"), (self.folder / "a.js.br").stat().st_size)
        self.assertEqual(dist.transfer_bytes("tiny.js"), 1)

    def test_what_no_longer_belongs_to_the_site_goes_with_its_folder(self):
        dist.write({"static/old.1.js": b"old " * 100, "static/kept.js": b"", "ima/index.html": b""})
        dist.write({"static/kept.js": b""})
        self.assertEqual(self.files(), {"static", "static/kept.js"})

    def test_a_file_that_stays_as_it_was_is_not_touched(self):
        dist.write({"a.js": b"same"})
        before = (self.folder / "a.js").stat().st_ino, (self.folder / "a.js").stat().st_mtime_ns
        dist.write({"a.js": b"same"})
        after = (self.folder / "a.js").stat().st_ino, (self.folder / "a.js").stat().st_mtime_ns
        self.assertEqual(after, before)

    def test_the_compressed_forms_follow_the_content(self):
        dist.write({"a.js": b"first " * 100})
        dist.write({"a.js": b"second " * 100})
        self.assertEqual(gzip.decompress((self.folder / "a.js.gz").read_bytes()), b"second " * 100)
        dist.write({"a.js": b"3"})
        self.assertEqual(self.files(), {"a.js"})

    def test_an_interrupted_run_leaves_nothing_uncompressed(self):
        text = {"a.js": b"a member desk " * 100}
        with (mock.patch.object(dist.gzip, "compress", side_effect=KeyboardInterrupt),
              self.assertRaises(KeyboardInterrupt)):
            dist.write(text)
        dist.write(text)
        self.assertEqual(self.files(), {"a.js", "a.js.br", "a.js.gz"})


class Report(InFolder):
    """Of a site whose files brotli makes no smaller, so that their sizes are what is transferred."""

    PAGE = 2_000
    STYLE = 3_000
    START = 5_000

    def setUp(self):
        super().setUp()
        self.said = io.StringIO()
        self.enterContext(mock.patch.object(dist, "DIST", self.folder / "dist"))
        self.enterContext(mock.patch.object(bootstrap, "BUILD", self.folder))
        self.enterContext(contextlib.redirect_stdout(self.said))

    def site(self, first_visit: int, **parts: int) -> dist.Site:
        """`first_visit` bytes of it are what the sign-in page loads; `parts` are larger than others."""
        made = random.Random(1)
        site = dist.Site()
        rest = first_visit - self.PAGE - self.STYLE - self.START
        own = {key: 1_000 for key in dist.FILES} | {"page_js": 10_000, "page_wasm": rest - 10_000}
        sizes = {name: 1_000 for name in dist.PARTS} | {"common": 20_000, "desk": 50_000} | parts
        for name, size in sizes.items():
            site.parts[name] = site.add_hashed(f"part-{name}.wasm", made.randbytes(size))
        for key, size in own.items():
            site.addresses[key] = site.add_hashed(f"{key}.wasm", made.randbytes(size))
        site.start = site.add_hashed("start.js", made.randbytes(self.START))
        for association, size in (("small", 1_000), ("large", self.PAGE)):
            site.content[f"{association}/index.html"] = made.randbytes(size)
            site.styles[association] = site.add_hashed(f"style-{association}.css",
                                                       made.randbytes(self.STYLE))
        return site

    def report(self, first_visit: int, **parts: int) -> str:
        site = self.site(first_visit, **parts)
        dist.write(site.content)
        return dist.report(site)

    def test_the_first_visit_is_listed_by_file_for_the_association_with_the_largest_page(self):
        summary = self.report(178_500)
        self.assertEqual(summary, "First visit: 178.5 KB brotli (goal 200 KB, limit 300 KB); "
                                  "until signed in: 248.5 KB (goal 250 KB)")
        tables = self.said.getvalue().split(":\n")
        self.assertEqual(tables[0], "First visit to a sign-in page (brotli)")
        listed = [line.split() for line in tables[1].splitlines()[:-1]]
        self.assertEqual([(size, name.partition(".")[0]) for size, name in listed],
                         [("2,000", "large/index"), ("3,000", "static/style-large"),
                          ("5,000", "static/start"), ("10,000", "static/page_js"),
                          ("158,500", "static/page_wasm"), ("178,500", "total")])
        self.assertIn(summary, self.said.getvalue())

    def test_what_is_counted_is_the_brotli_form(self):
        site = self.site(100_000)
        site.addresses["page_js"] = site.add_hashed("page.js", b"a member desk " * 10_000)
        dist.write(site.content)
        self.assertIn("First visit: 90.", dist.report(site))

    def test_a_first_visit_over_the_limit_is_listed_and_fails(self):
        self.report(300_000)
        with self.assertRaisesRegex(bootstrap.Failed, "^The first visit is over the limit.$"):
            self.report(300_001)
        self.assertIn("  300,001  total\n", self.said.getvalue())

    def test_every_later_part_is_listed_and_one_over_its_limit_fails(self):
        self.report(100_000, joining=80_000)
        for name in dist.PARTS:
            self.assertIn(f"  static/part-{name}.", self.said.getvalue())
        with self.assertRaisesRegex(bootstrap.Failed,
                                    "^The part joining is over the limit of 80 KB.$"):
            self.report(100_000, joining=80_001)
        self.assertIn("     80,001  static/part-joining.", self.said.getvalue())

    def test_it_fails_again_when_nothing_has_changed_since(self):
        with (mock.patch.object(dist, "collect", lambda: self.site(300_001)),
              mock.patch.object(dist, "input_fingerprint", lambda: "as before")):
            for _ in range(2):
                with self.assertRaises(bootstrap.Failed):
                    dist.assemble()


if __name__ == "__main__":
    unittest.main()
