"""Hostile names through every format of every report, and through every other command: nothing escapes.

Environment: SSI, the program; SSI_RELEASE, the program without sanitizers, which is used instead if there is one:
the golden files have hostile names under sanitizers.
"""

import csv
import functools
import html
import html.parser
import io
import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest
import xml.etree.ElementTree as ElementTree

SSI = os.environ.get("SSI_RELEASE") or os.environ["SSI"]
NAMES = ["<script>alert(1)</script>", "\"quoted\" 'single'", "user\u202egnp.exe\u2066", "\x1b[31mred\x1b[0m\x07",
         "::error file=a.c::x", "##[error]x", "##vso[task.complete result=Failed]x", "###vso[x]", "##teamcity[buildStop]", "@octocat #1",
         "=1+1", "+1", "-1", "@SUM(A1)", "a | b `c` **d** [e](http://f.g)", "]]><!-- & &amp; -->", "two\r\nlines\ttab",
         "a;b", "1. one", "- item", "\ufffe\uffff", "%0A::error::x", ""]
TAGS = {"html", "head", "meta", "title", "style", "body", "main", "article", "header", "h1", "h2", "h3", "p", "br", "div",
        "svg", "desc", "circle", "line", "polyline", "text", "strong", "span", "small", "section", "ul", "li", "b", "i", "em",
        "table", "thead", "tbody", "tr", "td", "th", "details", "summary", "aside", "footer", "wbr"}

# Jenkins' junit-10.xsd, as far as it goes for us: the attributes that each element must have and may
# have, and its children.
JUNIT = {
    "testsuites": (set(), {"name", "time", "tests", "failures", "errors"}, {"testsuite"}),
    "testsuite": ({"name", "tests", "failures", "errors"}, {"skipped", "time", "timestamp", "id", "file"},
                  {"testcase", "properties", "system-out", "system-err"}),
    "testcase": ({"name"}, {"classname", "time", "group"}, {"failure", "error", "skipped", "system-out", "system-err"}),
    "failure": (set(), {"type", "message"}, set()),
    "error": (set(), {"type", "message"}, set()),
    "skipped": (set(), {"type", "message"}, set()),
    "system-out": (set(), set(), set()),
}

# What GitHub, Azure and TeamCity take for a command in the output of a step.
WORKFLOW_COMMAND = r"(?m)^\s*::|##\[|##\w+\["


def run(*args):
    return subprocess.run([SSI, *map(str, args)], capture_output=True, timeout=120, check=False)


@functools.cache
def formats_of(command):
    printed = run(command, "--help").stdout.decode()
    listed = re.search(r"--format.*?one of(.*?)\n +-", printed, re.DOTALL)
    return re.findall(r"^ *(\w+): ", listed[1], re.MULTILINE)


class Page(html.parser.HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.tags, self.text, self.attributes = set(), "", set()
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data):
        self.text += data


class Hostile(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        folder = pathlib.Path(cls.folder.name)
        cls.class_log = folder / "class.jsonl"
        cls.class_log.write_text("".join(cls.log(f"{i}{name}", name) + "\n" for i, name in enumerate(NAMES)))
        cls.logs = []
        for i, name in enumerate(NAMES):
            cls.logs.append(folder / f"{i}.json")
            cls.logs[-1].write_text(cls.log(name, name))
        model = json.loads(run("model", "v1").stdout)
        model["name"] = "##[error]<b>|@x"
        for band, name in zip(model["bands"], ("::error::<i>", "##vso[x]", "=1|`")):
            band["name"] = name
        cls.model = folder / "model.json"
        cls.model.write_text(json.dumps(model))

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    @staticmethod
    def log(identity, name):
        return json.dumps({"member": {"id": identity, "name": name, "team": name},
                           "activities": [{"at": f"2026-{month:02}-20", "type": kind, field: 4}
                                          for month in (8, 9, 10, 11)
                                          for kind, field in (("share", "reactions"), ("linkedin_ssi", "insights"))]})

    def reports(self):
        """Every command with logs that it takes."""
        model = ("--model", self.model)
        gates = ("--fail-under", "99", "--fail-under", "people=1")
        since = ("--from", "2026-09-30", "--fail-on-drop", "0")
        yield ("score", self.class_log, *gates)
        yield ("team", self.class_log, *gates, "--by", "team")
        yield ("team", self.class_log, *model)
        yield ("diff", self.class_log, *since)
        yield ("calibrate", self.class_log, *model)
        for log in self.logs:
            yield ("score", log, "--what-if", "share kind=post")
            yield ("diff", log, *since)
            yield ("explain", "people", log, *model)
            yield ("calibrate", log)
        for log in (self.class_log, *self.logs):
            yield ("score", log, *model)
            yield ("trend", log, *model)
            yield ("plan", "--target", "20", log, *model)

    def test_nothing_escapes_its_format(self):
        seen = set()
        for args in self.reports():
            several = self.class_log in args and args[0] != "team"
            files = {form: pathlib.Path(self.folder.name, form) for form in formats_of(args[0])
                     if not (several and form in ("badge", "shields"))}
            with self.subTest(args=args):
                done = run(*args, *(f"--format={form}:{file}" for form, file in files.items()))
                self.assertIn(done.returncode, (0, 1), done.stderr)
                self.assertNotRegex(done.stderr.decode("utf-8"), WORKFLOW_COMMAND)
                for form, file in files.items():
                    with self.subTest(form=form):
                        out = file.read_bytes().decode("utf-8")
                        if form != "github":
                            self.assertNotRegex(out, WORKFLOW_COMMAND)
                        self.assertNotRegex(out, "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u0080-\u009f\u202a-\u202e\u2066-\u2069]")
                        getattr(self, form, lambda text: None)(out)
                        seen.add(form)
        self.assertEqual(seen, {"text", "total", "json", "jsonl", "csv", "markdown", "html", "junit", "github", "badge",
                                "shields"})

    def test_no_other_output_holds_a_workflow_command(self):
        export = pathlib.Path(self.folder.name) / "export"
        export.mkdir()
        commands = [("validate", self.class_log), ("merge", self.class_log), ("report", self.class_log),
                    ("model", self.model), ("explain", "--model", self.model),
                    ("calibrate", "-o", "-", self.class_log)]
        for log in self.logs:
            commands += [("merge", log), ("validate", log), ("report", log), ("score", log, "--as-of", "2026-10-01")]
        for word in NAMES:
            commands += [(word,), ("score", word), ("score", "-f", word), ("explain", word), ("model", word),
                         ("schema", word), ("trend", "--member", word, self.class_log), ("import", word),
                         ("score", "--what-if", word, self.logs[0]), ("add", word, self.folder.name + "/new.jsonl")]
        with open(export / "Profile.csv", "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([["First Name", "Last Name", "Headline"], ["::error::x", "##vso[x]y", "##[error]"]])
        with open(export / "Shares.csv", "w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([["Date", "ShareLink", "ShareCommentary"], ["::error::x", "##[error]", "##vso[x]"]])
        commands.append(("import", export))
        for args in commands:
            with self.subTest(args=args):
                done = run(*args)
                self.assertIn(done.returncode, (0, 1, 2))
                for text in done.stdout.decode("utf-8"), done.stderr.decode("utf-8"):
                    self.assertNotRegex(text, WORKFLOW_COMMAND)

    def json(self, text):
        json.loads(text)

    def jsonl(self, text):
        for line in text.splitlines():
            json.loads(line)

    shields = json

    def csv(self, text):
        rows = list(csv.reader(io.StringIO(text, newline="")))
        self.assertEqual({len(row) for row in rows}, {len(rows[0])})
        self.assertNotRegex(text, r"(?m)(^|,)[^\",]*[;\t]")  # but in quotes
        for row in rows[1:]:
            for cell in row:
                # A number may have a sign: no report has a name that is one.
                self.assertTrue(cell[:1] not in tuple("=+-@\t\r") or re.fullmatch(r"-\d+\.\d\d", cell), cell)

    def html(self, text):
        page = Page(text)
        self.assertLessEqual(page.tags, TAGS)
        self.assertFalse([name for name in page.attributes if name.startswith("on") or name in ("src", "href")])
        self.assertNotIn("<!--", text)

    def markdown(self, text):
        self.assertNotRegex(text, r"<(?!b>|/b>)[a-zA-Z/!]|@\w|(?<!&)#\d|(?<!\\)\]\(")

    def junit(self, text):
        root = ElementTree.fromstring(text)
        self.assertEqual(root.tag, "testsuites")
        for element in root.iter():
            must, may, children = JUNIT[element.tag]
            self.assertLessEqual(must, set(element.keys()))
            self.assertLessEqual(set(element.keys()), must | may)
            self.assertLessEqual({child.tag for child in element}, children)
        for suite in root:
            cases = suite.findall("testcase")
            self.assertEqual(int(suite.get("tests")), len(cases))
            self.assertEqual(len({(case.get("classname"), case.get("name")) for case in cases}), len(cases))
            for count, kind in (("failures", "failure"), ("errors", "error"), ("skipped", "skipped")):
                self.assertEqual(int(suite.get(count)), len(suite.findall(f"testcase/{kind}")))

    def badge(self, text):
        self.assertEqual(ElementTree.fromstring(text).tag, "{http://www.w3.org/2000/svg}svg")

    def github(self, text):
        counts = {}
        for line in text.splitlines():
            command = re.fullmatch(r"::(error|warning|notice) ((?:\w+=[^:,]*,?)*)::[^\r\n]*", line)
            self.assertTrue(command, line)
            counts[command[1]] = counts.get(command[1], 0) + 1
        self.assertTrue(all(count <= 10 for count in counts.values()), counts)


if __name__ == "__main__":
    unittest.main()
