"""HTML reports in a real browser: no message on the console, nothing loaded, no scroll bar on a phone,
and nothing that axe-core counts as serious.

Environment: SSI, the program; SSI_SOURCE_DIR, the project; CHROMIUM, the browser; AXE, axe.min.js.
"""

import html
import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

SSI = os.environ["SSI"]
SOURCE = pathlib.Path(os.environ["SSI_SOURCE_DIR"])
AXE = pathlib.Path(os.environ["AXE"])
PHONE, DESKTOP = 375, 1200

HOSTILE = ["<script>alert(1)</script>", "\"' onload=alert(1) x='", "\u202egnp.exe\u2066", "]]><!--", "\x1b[31mred",
           "&amp;&#60;b>", "https://example.com/x.png", "url(https://example.com)", "W" * 400, "a" + "\u0301" * 60]

# Shows the report in a frame of a width, lets axe look at it, and leaves what it found in the page.
CHECK = """<!DOCTYPE html><html lang="en"><title>check</title><body style="margin:0">
<iframe title="report" style="border:0;width:{width}px;height:900px" srcdoc="{page}"></iframe>
<pre id="found"></pre><script>
const frame = document.querySelector("iframe");
frame.onload = async () => {{
  const page = frame.contentWindow;
  const script = page.document.createElement("script");
  script.textContent = {axe};
  page.document.head.append(script);
  for (const fold of page.document.querySelectorAll("details")) fold.open = true;
  const root = page.document.documentElement;
  const result = await page.axe.run({{resultTypes: ["violations"]}});
  document.getElementById("found").textContent = JSON.stringify({{
    overflow: root.scrollWidth - root.clientWidth,
    violations: result.violations.filter(v => ["serious", "critical"].includes(v.impact))
      .map(v => v.id + ": " + v.nodes.slice(0, 3).map(n => n.html).join(" "))}});
}};
</script></body></html>"""


def ssi(*args, stdin=""):
    done = subprocess.run([SSI, *map(str, args)], input=stdin, capture_output=True, encoding="utf-8", timeout=120,
                          check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def chromium(folder, file, *flags):
    """The page after its scripts, what its console said, and what was fetched."""
    net = folder / "net.json"
    done = subprocess.run(
        [os.environ["CHROMIUM"], "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder / 'profile'}",
         "--disable-background-networking", "--disable-component-update", "--no-first-run", "--enable-logging=stderr",
         "--virtual-time-budget=60000", f"--log-net-log={net}", "--dump-dom", *flags, file.as_uri()],
        capture_output=True, encoding="utf-8", errors="replace", timeout=300, check=False)
    console = re.findall(r".*:CONSOLE.*", done.stderr)
    # The browser itself asks its maker for updates and the time.
    fetched = re.findall(r'"url":"(https?://(?![\w.-]*\.(?:google|gvt1|googleapis)\.com/)[^"]*)"',
                         net.read_text(errors="replace"))
    return done.stdout, console, fetched


def class_of(count):
    return "".join(json.dumps({
        "member": {"id": f"m{i}", "name": f"Member {i}", "team": f"team {i % 7}"},
        "profile": {"connections": i * 3, "photo": i % 2 == 0, "skills": i % 9},
        "activities": [{"at": "2026-11-02", "type": "search", "filters": i % 3, "count": 1 + i % 40}]}) + "\n"
        for i in range(count))


def hostile_log():
    return "".join(json.dumps({
        "member": {"id": f"{i} {name}", "name": name, "team": name},
        "activities": [{"at": "2026-11-02", "type": "share"}]}) + "\n" for i, name in enumerate(HOSTILE))


class Pages(unittest.TestCase):
    def hold(self, page, name):
        with tempfile.TemporaryDirectory() as temporary:
            folder = pathlib.Path(temporary)
            file = folder / "page.html"
            file.write_text(page, encoding="utf-8")
            _, console, fetched = chromium(folder, file)
            self.assertEqual((console, fetched), ([], []), name)
            # The check is a script of its own, which the page's policy would stop.
            page = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", page)
            for width in PHONE, DESKTOP:
                for scheme in "light", "dark":
                    file = folder / f"{scheme}-{width}.html"
                    axe = json.dumps(AXE.read_text(encoding="utf-8")).replace("</", "<\\/")
                    file.write_text(CHECK.format(width=width, page=html.escape(page), axe=axe), encoding="utf-8")
                    dark = ["--blink-settings=preferredColorScheme=0"] if scheme == "dark" else []
                    dom, _, _ = chromium(folder, file, *dark)
                    found = re.search(r'<pre id="found">(.+?)</pre>', dom, re.DOTALL)
                    self.assertTrue(found, f"{name}: the check did not end")
                    self.assertEqual(json.loads(html.unescape(found[1])), {"overflow": 0, "violations": []},
                                     f"{name}, {scheme}, {width}")

    def test_the_report_of_a_member(self):
        self.hold(ssi("report", SOURCE / "data/steady-weekly-poster.json"), "member")

    def test_the_report_of_a_class(self):
        self.hold(ssi("report", "-", stdin=class_of(200)), "class")

    def test_reports_of_hostile_logs(self):
        page = ssi("report", "-", stdin=hostile_log())
        self.assertIn("&lt;script&gt;alert(1)&lt;/script&gt;", page)
        self.assertNotIn("<script", page)
        self.hold(page, "hostile")

    def test_every_other_report(self):
        log = SOURCE / "data/daily-social-seller.json"
        for args in (["score", log], ["trend", log], ["team", SOURCE / "data/team.jsonl", "--by", "team"],
                     ["diff", "--from", "2026-10-01", log], ["explain", "people", log],
                     ["plan", "--target", "60", SOURCE / "data/steady-weekly-poster.json"]):
            self.hold(ssi(args[0], "-f", "html", *args[1:]), args[0])

    def test_a_fault_would_be_found(self):
        for fault in ("<img src='https://example.com/x.png'>", "<p style='width:2000px'>wide</p>",
                      "<p style='color:#eee;background:#fff'>pale</p>", "<input>"):
            with self.assertRaises(AssertionError, msg=fault):
                self.hold(ssi("explain", "-f", "html").replace("<main>", "<main>" + fault), fault)


if __name__ == "__main__":
    unittest.main()
