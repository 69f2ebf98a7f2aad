"""The printed JSON Schemas and the program come to the same verdict on what it reads and writes."""

import contextlib
import copy
import json
import os
import pathlib
import re
import subprocess
import tempfile
import unittest

from jsonschema import Draft202012Validator

DRAFT = "https://json-schema.org/draft/2020-12/schema"
# Starting a program with sanitizers takes longer than what this asks of it: a plain one will do.
SSI = os.environ.get("SSI_RELEASE") or os.environ["SSI"]
SOURCE = pathlib.Path(os.environ["SSI_SOURCE_DIR"])
FIXTURES = SOURCE / "tests/fixtures/log"
DATA = sorted(path for path in (SOURCE / "data").iterdir() if path.suffix in (".json", ".jsonl"))


def run(*args, stdin=""):
    return subprocess.run([SSI, *map(str, args)], input=stdin, capture_output=True,
                          encoding="utf-8", errors="replace", timeout=60, check=False)


def schema(name):
    printed = run("schema", name)
    assert printed.returncode == 0, printed.stderr
    value = json.loads(printed.stdout)
    assert value.get("$schema") == DRAFT, printed.stdout[:80]
    return value


def validator(name):
    return Draft202012Validator(schema(name))


def log_cases(table):
    """The logs of a table of fixtures, by name; support/log_cases.hpp tells how it is written."""
    logs = {}
    text = (FIXTURES / f"{table}.txt").read_bytes()
    for case in re.split(rb"^== ", text, flags=re.MULTILINE)[1:]:
        name, rest = case.decode().split("\n", 1)
        log = re.split("^--$", rest, maxsplit=1, flags=re.MULTILINE)[0].encode()
        if name.endswith(" (escaped)"):
            log = log.replace(b"\n", b"").decode("unicode_escape").encode("latin-1")
        assert name not in logs, name
        logs[name] = log
    assert logs, table
    return logs


@contextlib.contextmanager
def written(logs):
    """A file for each log."""
    with tempfile.TemporaryDirectory() as folder:
        files = [pathlib.Path(folder) / str(number) for number in range(len(logs))]
        for file, log in zip(files, logs):
            file.write_bytes(log)
        yield files


def has_profile_line(log):
    """Whether a log has what the unnamed member may have only one of in a run."""
    return b'"type": "profile"' in log


def refused_of(files):
    """Those of the files that the program refuses: each error names its file."""
    alone = [file for file in files if has_profile_line(file.read_bytes())]
    refused = set()
    for group in [[file] for file in alone] + [[file for file in files if file not in alone]]:
        done = run("validate", *group)
        named = re.findall(r"^ssi: (/[^:]+):(?![\d:]* warning: )", done.stderr, re.MULTILINE)
        assert done.returncode == (2 if named else 0), done.stderr
        refused.update(map(pathlib.Path, named))
    return refused


class NotJson(ValueError):
    pass


def refuse(word):
    raise NotJson(word)


def parse(text):
    """The value of a JSON text. Python by itself takes NaN and Infinity, which JSON lacks."""
    try:
        return json.loads(text, parse_constant=refuse)
    except (ValueError, RecursionError) as error:
        raise NotJson(str(error)) from error


def values_of(log):
    """The values of a log: one a line if its first line is one, else one in all."""
    try:
        text = log.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        raise NotJson(str(error)) from error
    lines = [line for line in text.split("\n") if line.strip(" \t\r")]
    if not lines:
        raise NotJson("empty")
    try:
        first = parse(lines[0])
    except NotJson:
        return [parse(text)]
    return [first, *map(parse, lines[1:])]


def allows(log_validator, log):
    try:
        return all(log_validator.is_valid(value) for value in values_of(log))
    except NotJson:
        return False


class SchemaTest(unittest.TestCase):
    def test_schemas_follow_the_metaschema(self):
        for name in ("log", "report", "team", "explain", "plan", "trend", "diff", "calibrate", "model"):
            with self.subTest(name):
                Draft202012Validator.check_schema(schema(name))


class LogSchemaTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.validator = validator("log")

    def hold_to(self, logs, accepted, allowed):
        with written(logs.values()) as files:
            refused = refused_of(files)
        for (name, log), file in zip(logs.items(), files):
            with self.subTest(name):
                self.assertEqual(file in refused, not accepted, "the program's verdict")
                self.assertEqual(allows(self.validator, log), allowed, "the schema's verdict")

    def test_both_accept_good_logs(self):
        self.hold_to(log_cases("accepted"), True, True)

    def test_both_accept_the_personas(self):
        self.hold_to({log.name: log.read_bytes() for log in DATA}, True, True)

    def test_both_reject_bad_logs(self):
        self.hold_to(log_cases("rejected"), False, False)

    def test_only_the_program_rejects_what_no_schema_can_say(self):
        self.hold_to(log_cases("beyond_schema"), False, True)


def objects_in(value, path=()):
    """Every object in `value` with the way to it."""
    if isinstance(value, dict):
        yield path, value
    children = value.items() if isinstance(value, dict) else enumerate(value)
    for key, child in children:
        if isinstance(child, (dict, list)):
            yield from objects_in(child, path + (key,))


def changed(value, path, change):
    """A copy of `value` in which `change` was made to the object at `path`."""
    result = copy.deepcopy(value)
    place = result
    for key in path:
        place = place[key]
    change(place)
    return result


BAD_LOG = """[
  {"at": "2026-11-02", "type": "search", "note": "unknown field"},
  {"at": "2026-11-02", "type": "search", "count": 0},
  {"at": "2026-11-03", "type": "poke"}
]
"""
# A document with an activity after its as-of day, and all but one pillar measured.
PARTLY_MEASURED = """{
  "member": {"id": "amina", "name": "Amina Khalil", "team": "emea"}, "as_of": "2026-11-22",
  "not_measured": ["searches", "filtered_searches", "profile_views", "saved_leads",
                   "prospecting_days", "shares"],
  "activities": [{"at": "2026-11-23", "type": "search"}]
}
"""
GATES = ("--fail-under", "70", "--fail-under", "insights=15", "--require-complete")
WHAT_IF = ("--what-if", "search count=3", "--what-if", "comment at=2026-11-20")


def is_activity(path):
    """Whether there is an activity at `path`, whose fields are the log's."""
    return path[-1:] == ("activity",) or "activities" in path


class ReportSchemaTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.validator = validator("report")

    def hold_to_schema(self, report):
        errors = self.validator.iter_errors(report)
        self.assertEqual([f"{error.json_path}: {error.message}" for error in errors], [])

    def score(self, *args, stdin="", exit_codes=(0,)):
        result = run("score", *args, stdin=stdin)
        self.assertIn(result.returncode, exit_codes, result.stderr)
        return result.stdout

    def document(self, *args, **how):
        return json.loads(self.score("-f", "json", *args, **how))

    def lines(self, *args, **how):
        return [json.loads(line) for line in self.score("-f", "jsonl", *args, **how).splitlines()]

    def test_reports_of_the_personas_are_valid(self):
        for log in DATA:
            for gates in ((), GATES):
                with self.subTest(log.name, gates=gates):
                    codes = (0, 1, 2) if gates else (0,)
                    report = self.document(*gates, log, exit_codes=codes)
                    self.assertTrue(report["members"])
                    self.hold_to_schema(report)
                    lines = self.lines(*gates, log, exit_codes=codes)
                    self.assertEqual(len(lines), len(report["members"]))
                    for line in lines:
                        self.hold_to_schema(line)

    def test_reports_of_every_good_log_are_valid(self):
        logs = log_cases("accepted").values()
        with written([log for log in logs if not has_profile_line(log)]) as files:
            report = self.document(*files)
        self.assertTrue(report["diagnostics"])
        self.hold_to_schema(report)

    def test_reports_with_diagnostics_are_valid(self):
        report = self.document("--lenient", "-", stdin=BAD_LOG)
        self.assertEqual([d["severity"] for d in report["diagnostics"]],
                         ["warning", "skipped", "warning"])
        self.hold_to_schema(report)

    def test_reports_without_a_total_are_valid(self):
        report = self.document("-", stdin=PARTLY_MEASURED)
        self.assertIsNone(report["members"][0]["total"])
        self.hold_to_schema(report)

    def test_reports_without_a_day_are_valid(self):
        report = self.document("-", stdin="[]")
        self.assertIsNone(report["members"][0]["as_of"])
        self.hold_to_schema(report)

    def test_reports_of_what_if_are_valid(self):
        for log in DATA:
            with self.subTest(log.name):
                report = self.document(*WHAT_IF, log)
                for member in report["members"]:
                    self.assertEqual([a["type"] for a in member["what_if"]["activities"]], ["search", "comment"])
                self.hold_to_schema(report)
                for line in self.lines(*WHAT_IF, log):
                    self.hold_to_schema(line)
        self.hold_to_schema(self.document(*WHAT_IF, "-", stdin="[]"))
        self.hold_to_schema(self.document(*WHAT_IF, "-", stdin=PARTLY_MEASURED))

    def test_reports_by_a_custom_model_are_valid(self):
        with tempfile.TemporaryDirectory() as folder:
            model = pathlib.Path(folder) / "model.json"
            v1 = run("model", "v1").stdout
            model.write_text(v1.replace('"v1"', '"ours"', 1), encoding="utf-8")
            report = self.document("--model", model, "-", stdin="[]")
        self.assertIn("sha256", report["model"])
        self.hold_to_schema(report)

    def full_reports(self):
        """A document and a line that have everything that a report can have."""
        stdin = json.dumps(json.loads(PARTLY_MEASURED)) + "\n" + "\n".join(
            json.dumps(activity) for activity in json.loads(BAD_LOG)) + "\n"
        codes = (1, 2)
        args = ("--lenient", *GATES, *WHAT_IF, "-")
        document = self.document(*args, stdin=stdin, exit_codes=codes)
        line = self.lines(*args, stdin=stdin, exit_codes=codes)[-1]
        for member in (document["members"][-1], line):
            self.assertTrue(member["next_steps"] and member["gates"] and member["weakest"])
            self.assertTrue(member["what_if"]["activities"])
        self.assertTrue(document["diagnostics"])
        return document, line

    def mutants(self, change_key):
        """Each report with each of its keys changed once; an activity's fields are the log's."""
        for report in self.full_reports():
            self.hold_to_schema(report)
            for path, value in objects_in(report):
                for key in value:
                    if not is_activity(path) or key == "type":
                        yield (*path, key), changed(report, path, lambda o, k=key: change_key(o, k))

    def test_a_report_that_lacks_a_key_is_invalid(self):
        for path, mutant in self.mutants(lambda o, key: o.pop(key)):
            is_optional = path[-1] in ("linkedin", "range", "thin", "what_if")
            self.assertEqual(self.validator.is_valid(mutant), is_optional, f"without {path}")

    def test_a_report_with_a_key_of_another_name_is_invalid(self):
        for path, mutant in self.mutants(lambda o, key: o.update({key + "_": o.pop(key)})):
            self.assertFalse(self.validator.is_valid(mutant), f"with {path} renamed")

    def test_a_report_with_a_value_of_another_type_is_invalid(self):
        for path, mutant in self.mutants(lambda o, key: o.update({key: [[]]})):
            self.assertFalse(self.validator.is_valid(mutant), f"with a list of a list at {path}")

    def test_a_report_with_a_key_too_many_is_invalid(self):
        for report in self.full_reports():
            for path, _ in objects_in(report):
                if not is_activity(path):
                    mutant = changed(report, path, lambda o: o.update(extra=None))
                    self.assertFalse(self.validator.is_valid(mutant), f"with one more at {path}")

    def test_a_report_with_a_list_cut_is_invalid(self):
        for report in self.full_reports():
            member = report["members"][0] if "members" in report else report
            member["pillars"][0]["signals"].pop()
            self.assertFalse(self.validator.is_valid(report), "four signals")


# Two teams and a member without a total, who has two logs.
COHORT = "".join(json.dumps(document) + "\n" for document in (
    {"member": {"id": "a", "name": "Ann", "team": "x"}, "profile": {"connections": 90}, "activities": []},
    {"member": {"id": "b", "team": "y"}, "activities": [{"at": "2026-11-22", "type": "search"}]},
    {"member": {"id": "c"}, "activities": [], "not_measured": ["network", "new_connections", "acceptance",
                                                              "decision_makers", "coworkers"]},
    {"member": {"id": "c"}, "activities": []}))
TEAM_GATES = (*GATES, "--fail-under-mean", "60", "--fail-under-share", "80%=70")


class TeamSchemaTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.validator = validator("team")

    def reports(self, *args, stdin="", exit_codes=(0,)):
        """The document, and each line of members and of teams."""
        results = [run("team", *how, *args, stdin=stdin)
                   for how in (("-f", "json"), ("-f", "jsonl"), ("-f", "jsonl", "--by", "team"))]
        for result in results:
            self.assertIn(result.returncode, exit_codes, result.stderr)
        lines = [json.loads(line) for result in results[1:] for line in result.stdout.splitlines()]
        return [json.loads(results[0].stdout), *lines]

    def hold_to_schema(self, report):
        errors = self.validator.iter_errors(report)
        self.assertEqual([f"{error.json_path}: {error.message}" for error in errors], [])

    def test_team_reports_are_valid(self):
        for args, stdin in ((DATA, ""), (DATA[:1], ""), (("--by", "team", *TEAM_GATES, *DATA), ""),
                            (("--since", "2026-10-01", *DATA), ""), (("--since", "2026-10-01", "-"), COHORT),
                            ((*TEAM_GATES, "-"), COHORT)):
            for report in self.reports(*args, stdin=stdin, exit_codes=(0, 1, 2)):
                self.hold_to_schema(report)

    def test_team_reports_have_all_that_they_can_have(self):
        document = self.reports("--by", "team", *TEAM_GATES, "-", stdin=COHORT, exit_codes=(2,))[0]
        for key in ("teams", "next_steps", "leaderboard", "unscored", "gates", "diagnostics"):
            self.assertTrue(document[key], key)
        self.assertEqual([d["code"] for d in document["diagnostics"]], ["repeated_member", "no_total"])

    def test_a_team_report_that_lacks_a_key_or_has_another_is_invalid(self):
        for report in self.reports("--by", "team", *TEAM_GATES, "-", stdin=COHORT, exit_codes=(2,)):
            self.hold_to_schema(report)
            for path, value in objects_in(report):
                if path[-1:] == ("activity",):
                    continue
                for key in value:
                    if key != "from":
                        mutant = changed(report, path, lambda o, k=key: o.pop(k))
                        self.assertFalse(self.validator.is_valid(mutant), f"without {(*path, key)}")
                    mutant = changed(report, path, lambda o, k=key: o.update({k: [[]]}))
                    self.assertFalse(self.validator.is_valid(mutant), f"with a list of a list at {(*path, key)}")
                mutant = changed(report, path, lambda o: o.update(extra=None))
                self.assertFalse(self.validator.is_valid(mutant), f"with one more at {path}")


def mutants_of(report):
    """A report with each of its keys left out, and each with another value; one with a key too many."""
    for path, value in objects_in(report):
        for key in value:
            yield f"without {(*path, key)}", changed(report, path, lambda o, k=key: o.pop(k))
            yield f"with a list of a list at {(*path, key)}", changed(
                report, path, lambda o, k=key: o.update({k: [[]]}))
        yield f"with one more at {path}", changed(report, path, lambda o: o.update(extra=None))


class TrendSchemaTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.validator = validator("trend")

    def trend(self, *args, stdin=""):
        result = run("trend", "-f", "json", *args, stdin=stdin)
        self.assertEqual(result.returncode, 0, result.stderr)
        return json.loads(result.stdout)

    def hold_to_schema(self, report):
        errors = self.validator.iter_errors(report)
        self.assertEqual([f"{error.json_path}: {error.message}" for error in errors], [])

    def test_trends_are_valid(self):
        for log in DATA:
            for args in ((), ("--every", "month", "--since", "2026-01-01", "--target", "20")):
                with self.subTest(log.name, args=args):
                    self.hold_to_schema(self.trend(*args, log))
        self.hold_to_schema(self.trend("-", stdin=PARTLY_MEASURED))
        self.hold_to_schema(self.trend("--until", "2026-11-22", "-", stdin="[]"))

    def test_a_trend_that_lacks_a_key_or_has_another_is_invalid(self):
        log = json.loads(PARTLY_MEASURED) | {"not_measured": [], "profile": {"connections": 90}}
        log["activities"].append({"at": "2026-11-22", "type": "connection"})
        report = self.trend("--target", "4", "--every", "month", "-", stdin=json.dumps(log))
        self.assertTrue(report["diagnostics"])
        for key in ("points", "forecast", "falls_below"):
            self.assertTrue(report["members"][0][key], key)
        self.hold_to_schema(report)
        for what, mutant in mutants_of(report):
            self.assertFalse(self.validator.is_valid(mutant), what)
        report["members"][0]["points"].clear()
        self.assertFalse(self.validator.is_valid(report), "without points")


class DiffSchemaTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.validator = validator("diff")

    def diff(self, *args, exit_codes=(0, 1, 2), stdin=""):
        result = run("diff", "-f", "json", *args, stdin=stdin)
        self.assertIn(result.returncode, exit_codes, result.stderr)
        return json.loads(result.stdout)

    def hold_to_schema(self, report):
        errors = self.validator.iter_errors(report)
        self.assertEqual([f"{error.json_path}: {error.message}" for error in errors], [])

    def test_comparisons_are_valid(self):
        logs = [log for log in DATA if log.name != "team.jsonl"]
        for before, after in zip(logs, logs[1:]):
            with self.subTest(before.name, after=after.name):
                self.hold_to_schema(self.diff("--fail-on-drop", before, after))
                self.hold_to_schema(self.diff("--from", "2026-10-01", "--to", "2026-11-01", after))
        self.hold_to_schema(self.diff("--fail-on-drop", DATA[0], "-", stdin=PARTLY_MEASURED))
        self.hold_to_schema(self.diff("--to", "latest", "-", stdin="[]"))

    def test_a_comparison_that_lacks_a_key_or_has_another_is_invalid(self):
        with tempfile.TemporaryDirectory() as folder:
            model = pathlib.Path(folder) / "model.json"
            model.write_text(run("model").stdout.replace('"v1"', '"ours"', 1), encoding="utf-8")
            report = self.diff("--fail-on-drop=3", "--to-model", model, SOURCE / "data/newcomer.json",
                               "-", stdin=PARTLY_MEASURED)
        self.assertTrue(report["diagnostics"])
        for key in ("terms", "pillars", "gates"):
            self.assertTrue(report["members"][0][key], key)
        self.hold_to_schema(report)
        for what, mutant in mutants_of(report):
            if what != "without ('members', 0, 'after', 'model', 'sha256')":
                self.assertFalse(self.validator.is_valid(mutant), what)
        report["members"][0]["pillars"][0]["signals"].pop()
        self.assertFalse(self.validator.is_valid(report), "four signals")


class PlanSchemaTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.validator = validator("plan")

    def plan(self, *args, code=0):
        result = run("plan", "-f", "json", *args)
        self.assertEqual(result.returncode, code, result.stderr)
        return json.loads(result.stdout)

    def hold_to_schema(self, report):
        errors = self.validator.iter_errors(report)
        self.assertEqual([f"{error.json_path}: {error.message}" for error in errors], [])

    def test_plans_are_valid(self):
        for log in DATA:
            as_of = ("--as-of", "2026-11-22")
            with self.subTest(log.name):
                self.hold_to_schema(self.plan("--target", "1", *as_of, log))
                self.hold_to_schema(self.plan("--target-pillar", "brand=24", "--minutes-per-day", "99", *as_of, log))
        self.hold_to_schema(self.plan("--target", "99", "--days", "2", DATA[0], code=1))

    def test_a_plan_that_lacks_a_key_or_has_another_is_invalid(self):
        amina = [log for log in DATA if log.stem == "steady-weekly-poster"]
        report = self.plan("--target", "70", *amina)
        for key in ("items", "rates", "activities"):
            self.assertTrue(report["members"][0][key], key)
        self.hold_to_schema(report)
        report["members"][0]["activities"] = []
        for what, mutant in mutants_of(report):
            self.assertFalse(self.validator.is_valid(mutant), what)


class ExplainSchemaTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.validator = validator("explain")

    def explanation(self, *args, stdin=""):
        result = run("explain", "-f", "json", *args, stdin=stdin)
        self.assertEqual(result.returncode, 0, result.stderr)
        return json.loads(result.stdout)

    def hold_to_schema(self, report):
        errors = self.validator.iter_errors(report)
        self.assertEqual([f"{error.json_path}: {error.message}" for error in errors], [])

    def test_explanations_are_valid(self):
        self.hold_to_schema(self.explanation())
        pages = 0
        for topic in self.explanation()["signals"]:
            for page in {topic["pillar"], topic["id"]}:
                pages += 1
                self.hold_to_schema(self.explanation(page))
                self.hold_to_schema(self.explanation(page, DATA[0]))
                self.hold_to_schema(self.explanation(page, "-", stdin="[]"))
                self.hold_to_schema(self.explanation(page, "-", stdin=PARTLY_MEASURED))
        self.assertEqual(pages, 40)
        for log in DATA:
            if not log.stem.startswith("team"):
                self.hold_to_schema(self.explanation("--contributions", log))
        self.hold_to_schema(self.explanation("--contributions", "-", stdin=PARTLY_MEASURED))
        for page in ("comment", "profile_edit", "window", "bands", "model", "linkedin"):
            self.hold_to_schema(self.explanation(page))
            self.hold_to_schema(self.explanation(page, DATA[0]))

    def test_an_explanation_that_lacks_a_key_or_has_another_is_invalid(self):
        amina = [log for log in DATA if log.stem == "steady-weekly-poster"]
        for report in (self.explanation("searches", *amina), self.explanation("people", "-", stdin=PARTLY_MEASURED)):
            self.hold_to_schema(report)
            for path, value in objects_in(report):
                if path[-1:] == ("activity",):
                    continue
                for key in value:
                    mutant = changed(report, path, lambda o, k=key: o.pop(k))
                    self.assertFalse(self.validator.is_valid(mutant), f"without {(*path, key)}")
                    mutant = changed(report, path, lambda o, k=key: o.update({k: [[]]}))
                    self.assertFalse(self.validator.is_valid(mutant), f"with a list of a list at {(*path, key)}")
                mutant = changed(report, path, lambda o: o.update(extra=None))
                self.assertFalse(self.validator.is_valid(mutant), f"with one more at {path}")


class CalibrationSchemaTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.validator = validator("calibrate")

    def calibration(self, readings):
        log = json.loads(PARTLY_MEASURED)
        log["activities"] += [{"at": f"2026-11-{i + 1:02}", "type": "linkedin_ssi", "mood": 1, **reading}
                              for i, reading in enumerate(readings)]
        result = run("calibrate", "-f", "json", "-", stdin=json.dumps(log))
        self.assertEqual(result.returncode, 0, result.stderr)
        return json.loads(result.stdout)

    def hold_to_schema(self, report):
        errors = self.validator.iter_errors(report)
        self.assertEqual([f"{error.json_path}: {error.message}" for error in errors], [])

    def test_calibrations_are_valid(self):
        for readings in ([{"total": 5}], [{"industry_rank": 3}], [{"brand": 2, "people": 5.5}] * 5):
            with self.subTest(readings):
                self.hold_to_schema(self.calibration(readings))

    def test_a_calibration_that_lacks_a_key_or_has_another_is_invalid(self):
        report = self.calibration([{"total": 30, "insights": 4}] * 4)
        self.assertTrue(report["diagnostics"])
        self.hold_to_schema(report)
        for what, mutant in mutants_of(report):
            self.assertFalse(self.validator.is_valid(mutant), what)


class ModelSchemaTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.validator = validator("model")
        cls.v1 = json.loads(run("model", "v1").stdout)

    def accepts(self, model):
        with tempfile.TemporaryDirectory() as folder:
            file = pathlib.Path(folder) / "model.json"
            file.write_text(json.dumps(model), encoding="utf-8")
            result = run("score", "-q", "--model", file, "-", stdin="[]")
        self.assertIn(result.returncode, (0, 2), result.stderr)
        return result.returncode == 0

    def models(self, changes):
        for path, key, value in changes:
            def change(o, key=key, value=value):
                o[key] = value
            yield f"{(*path, key)}: {str(value)[:40]}", changed(self.v1, path, change)

    def models_without_a_key(self):
        for path in ((), ("signals", 19), ("bands", 0)):
            place = self.v1[path[0]][path[1]] if path else self.v1
            for key in set(place) - {"source", "effort", "ceilings"}:  # which may be left out
                yield f"without {(*path, key)}", changed(self.v1, path, lambda o, k=key: o.pop(k))

    def test_v1_is_valid(self):
        self.assertTrue(self.validator.is_valid(self.v1))
        self.assertTrue(self.accepts(self.v1))

    def test_both_accept_good_models(self):
        changes = [
            ((), "name", "x"),
            ((), "source", "x"),
            ((), "window_days", 45),
            ((), "window_days", 3650),
            ((), "window_days", 90.0),
            ((), "weak_below", 0),
            ((), "weak_below", 25),
            ((), "weak_below", 17.01),
            ((), "bands", [{"name": "all", "from": 0}]),
            (("signals", 0), "target", 0.0001),
            (("signals", 0), "target", 0.5),
            (("signals", 0), "curve", "sqrt"),
            ((), "ceilings", {}),
            (("ceilings",), "leads", {"day": 0, "week": 10000}),
        ]
        for what, model in self.models(changes):
            with self.subTest(what):
                self.assertTrue(self.validator.is_valid(model), "the schema's verdict")
                self.assertTrue(self.accepts(model), "the program's verdict")

    def test_both_reject_bad_models(self):
        changes = [
            ((), "name", ""),
            ((), "name", 1),
            ((), "source", ""),
            ((), "source", None),
            ((), "window_days", 0),
            ((), "window_days", 3651),
            ((), "window_days", 90.5),
            ((), "window_days", "90"),
            ((), "weak_below", -1),
            ((), "weak_below", 25.01),
            ((), "bands", []),
            ((), "bands", [{"name": "all"}]),
            ((), "bands", [{"name": "", "from": 0}]),
            ((), "bands", [{"name": "all", "from": 0, "to": 100}]),
            ((), "signals", self.v1["signals"][:19]),
            ((), "signals", self.v1["signals"] + self.v1["signals"][:1]),
            ((), "signals", {}),
            ((), "comment", "mine"),
            (("signals", 0), "id", "charm"),
            (("signals", 0), "points", 25.01),
            (("signals", 0), "points", -1),
            (("signals", 0), "points", None),
            (("signals", 0), "target", 0),
            (("signals", 0), "target", -1),
            (("signals", 0), "target", "7"),
            (("signals", 0), "curve", "cubic"),
            (("signals", 0), "weight", 2),
            ((), "effort", []),
            (("effort",), "lead", 0),
            (("effort",), "lead", 10001),
            (("effort",), "lead", 1.5),
            (("effort",), "leed", 1),
            ((), "ceilings", []),
            (("ceilings",), "leads", 15),
            (("ceilings",), "leads", {"day": 15}),
            (("ceilings",), "leads", {"day": 15, "week": 75, "month": 300}),
            (("ceilings",), "lead", {"day": 15, "week": 75}),
            (("ceilings", "leads"), "day", -1),
            (("ceilings", "leads"), "week", 10001),
            (("ceilings", "leads"), "week", 7.5),
        ]
        broken = [*self.models(changes), *self.models_without_a_key(),
                  ("a list", [self.v1]), ("a word", "v1"), ("nothing", None)]
        for what, model in broken:
            with self.subTest(what):
                self.assertFalse(self.validator.is_valid(model), "the schema's verdict")
                self.assertFalse(self.accepts(model), "the program's verdict")


if __name__ == "__main__":
    unittest.main()
