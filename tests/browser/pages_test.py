"""HTML reports in a real browser: no message on the console, nothing loaded, no scroll bar on a phone,
and nothing that axe-core counts as serious.

Environment: SSI, the program; SSI_SOURCE_DIR, the project; AXE, where axe.min.js would be.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

import chromium

SSI = os.environ["SSI"]
SOURCE = pathlib.Path(os.environ["SSI_SOURCE_DIR"])
AXE = pathlib.Path(os.environ["AXE"])
PHONE, DESKTOP = 375, 1200

HOSTILE = ["<script>alert(1)</script>", "\"' onload=alert(1) x='", "\u202egnp.exe\u2066", "]]><!--", "\x1b[31mred",
           "&amp;&#60;b>", "https://example.com/x.png", "url(https://example.com)", "W" * 400, "a" + "\u0301" * 60]

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

OPEN_FOLDS = "for (const fold of document.querySelectorAll('details')) fold.open = true"

# All folds are alike, and axe takes its time.
DROP_FOLDS = "for (const fold of [...document.querySelectorAll('details')].slice(3)) fold.remove()"

FAULTS = """axe.run({resultTypes: ["violations"]}).then(result => result.violations
  .filter(v => ["serious", "critical"].includes(v.impact))
  .map(v => v.id + ": " + v.nodes.slice(0, 3).map(n => n.html).join(" ")))"""


def ssi(*args, stdin=""):
    done = subprocess.run([SSI, *map(str, args)], input=stdin, capture_output=True, encoding="utf-8", timeout=120,
                          check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def class_of(count):
    return "".join(json.dumps({
        "member": {"id": f"m{i}", "name": f"Member {i}", "team": f"team {i % 7}"},
        "profile": {"connections": i * 3, "skills": i % 9},
        "activities": [{"at": "2026-11-02", "type": "search", "filters": i % 3, "count": 1 + i % 40}]}) + "\n"
        for i in range(count))


def hostile_log():
    return "".join(json.dumps({
        "member": {"id": f"{i} {name}", "name": name, "team": name},
        "activities": [{"at": "2026-11-02", "type": "share"}]}) + "\n" for i, name in enumerate(HOSTILE))


class Pages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory(ignore_cleanup_errors=True)
        cls.browser = chromium.Chromium(cls.folder.name + "/profile")
        cls.axe = AXE.read_text(encoding="utf-8") + ";0"

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.folder.cleanup()

    def faults_of(self, page):
        """What is wrong with a page, which shows in light colours on a phone and in dark ones on a desktop."""
        file = pathlib.Path(self.folder.name) / "page.html"
        file.write_text(page, encoding="utf-8")
        browser = self.browser
        browser.open(file.as_uri())
        faults = [f"fetched {url}" for url in browser.fetched if url != file.as_uri()] + browser.said
        browser.evaluate(OPEN_FOLDS)
        for width in PHONE, DESKTOP:
            browser.look(width, "light")
            if browser.evaluate(OVERFLOW) > 0:
                faults.append(f"wider than {width}")
        browser.evaluate(DROP_FOLDS)
        browser.evaluate(self.axe)
        for width, scheme in (PHONE, "light"), (DESKTOP, "dark"):
            browser.look(width, scheme)
            faults += [f"{scheme}: {fault}" for fault in browser.evaluate(FAULTS)]
        return faults

    def test_the_report_of_a_member(self):
        self.assertEqual([], self.faults_of(ssi("report", SOURCE / "data/steady-weekly-poster.json")))

    def test_the_report_of_a_class(self):
        self.assertEqual([], self.faults_of(ssi("report", "-", stdin=class_of(200))))

    def test_the_report_of_a_hostile_log(self):
        page = ssi("report", "-", stdin=hostile_log())
        self.assertIn("&lt;script&gt;alert(1)&lt;/script&gt;", page)
        self.assertNotIn("<script", page)
        self.assertEqual([], self.faults_of(page))

    def test_every_other_report(self):
        log = SOURCE / "data/daily-social-seller.json"
        for args in (["score", log], ["trend", log], ["team", SOURCE / "data/team.jsonl", "--by", "team"],
                     ["diff", "--from", "2026-10-01", log], ["explain", "people", log],
                     ["plan", "--target", "60", SOURCE / "data/steady-weekly-poster.json"],
                     ["calibrate", SOURCE / "data/linkedin-readings.json"],
                     ["trend", SOURCE / "data/team.jsonl"],
                     ["team", SOURCE / "data/team.jsonl", "--since", "2026-10-01"]):
            with self.subTest(args[0]):
                self.assertEqual([], self.faults_of(ssi(args[0], "-f", "html", *args[1:])))

    def test_a_fault_would_be_found(self):
        page = ssi("explain", "-f", "html")
        for fault, found in (("<img src='https://example.com/x.png' alt='x'>", "Content Security Policy"),
                             ("<p style='width:2000px'>wide</p>", "wider than"),
                             ("<p style='color:#eee;background:#fff'>pale</p>", "color-contrast"),
                             ("<input>", "label"), ("<script>console.log(1)</script>", "Content Security Policy")):
            with self.subTest(fault):
                self.assertIn(found, str(self.faults_of(page.replace("<main>", "<main>" + fault))))
        fetching = page.replace("http-equiv", "data-none").replace("<main>", "<main><img src='x.png' alt='x'>")
        self.assertIn("fetched file:", str(self.faults_of(fetching)))


if __name__ == "__main__":
    if not chromium.find() or not AXE.exists():
        print("Skipped: install Chromium (.ci/packages browser) and axe-core (npm, as .ci/run does).")
        sys.exit(77)
    unittest.main()
