"""The program as a real process: pipes, devices, terminals, limits, signals and environments.

Environment: SSI, the program; SSI_RELEASE, the program without sanitizers, which is used instead if there is one:
limits of memory hold only for that; SSI_SOURCE_DIR, the project.
"""

import errno
import fcntl
import json
import os
import pty
import random
import resource
import shutil
import signal
import struct
import subprocess
import tempfile
import termios
import threading
import time
import tty
import unittest

SSI = os.environ.get("SSI_RELEASE") or os.environ["SSI"]
DATA = os.path.join(os.environ["SSI_SOURCE_DIR"], "data")
FORMATS = ["text", "total", "json", "jsonl", "csv", "markdown", "html"]
AMINA = os.path.join(DATA, "steady-weekly-poster.json")  # 52.81 in all
LONG = 4000  # members whose report in JSON is longer than what is held back, and their log than what is read at once
# What every test starts from, whatever the developer's own shell sets.
ENVIRONMENT = {
    key: value
    for key, value in os.environ.items()
    if key not in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR_FORCE", "TERM", "TZ", "LANG")
    and not key.startswith("LC_")
}

with open(SSI, "rb") as program:
    SANITIZED = b"__asan_init" in program.read()


def ssi(*args, **options):
    """Runs the program to its end; both streams as bytes unless redirected."""
    options = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "env": ENVIRONMENT, **options}
    if "input" in options:
        del options["stdin"]
    return subprocess.run([SSI, *args], stderr=subprocess.PIPE, timeout=60, **options)


def shell(script, *args):
    """Runs `script`, in which "$@" is the program with `args`."""
    return subprocess.run(
        ["sh", "-c", script, "sh", SSI, *args], capture_output=True, timeout=60, env=ENVIRONMENT
    )


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


class ProcessTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="ssi-test-")
        self.addCleanup(shutil.rmtree, self.folder)

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, text):
        mode = "wb" if isinstance(text, bytes) else "w"
        with open(self.path(name), mode) as file:
            file.write(text)
        return self.path(name)

    def read(self, name):
        with open(self.path(name), encoding="utf-8") as file:
            return file.read()

    def many_members(self, count):
        """JSON Lines of documents: so many members without a point. LONG of them are read in parts."""
        return self.write("many.jsonl", ('{"activities": []}' + " " * 400 + "\n") * count)


class ClosedPipe(ProcessTest):
    def check(self, file, *args, code):
        """The reader leaves after one line, and the writer says nothing of it."""
        process = subprocess.Popen(
            [SSI, "score", *args, file], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT
        )
        self.assertTrue(process.stdout.readline())
        process.stdout.close()
        said = process.stderr.read().decode()
        process.stderr.close()
        self.assertEqual(process.wait(), code, said)
        if code == 0:
            self.assertEqual(said, "")
        for line in said.splitlines():
            self.assertRegex(line, "^ssi: FAIL: ")

    def test_is_silent_and_keeps_the_code_that_the_score_earned(self):
        # More than a pipe holds, and so much that writing starts while reading goes on.
        for count in (400, LONG):
            file = self.many_members(count)
            for form in FORMATS:
                with self.subTest(count=count, format=form):
                    self.check(file, "-f", form, code=0)
                    self.check(file, "-f", form, "--fail-under", "0.01", code=1)

    def test_may_be_closed_before_the_first_byte(self):
        for args in (["score", AMINA], ["--help"], ["score", "--help"], ["--version"], ["model"],
                     ["schema", "log"], ["validate", AMINA]):
            with self.subTest(args=args):
                reader, writer = os.pipe()
                os.close(reader)
                done = ssi(*args, stdout=writer)
                os.close(writer)
                self.assertEqual((done.returncode, done.stderr), (0, b""))

    def test_keeps_a_failure_a_failure(self):
        file = self.many_members(LONG)
        with open(file, "a", encoding="utf-8") as lines:
            lines.write("nonsense\n")
        process = subprocess.Popen([SSI, "score", "-f", "json", file], stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, env=ENVIRONMENT)
        process.stdout.readline()
        process.stdout.close()
        said = process.stderr.read().decode()
        process.stderr.close()
        self.assertEqual(process.wait(), 2)
        self.assertIn(f"many.jsonl:{LONG + 1}:", said)
        self.assertEqual(len(said.splitlines()), 1)


class BrokenStreams(ProcessTest):
    COMMANDS = [["score", "-f", form, AMINA] for form in FORMATS] + [
        ["score", AMINA, "--fail-under", "100"], ["--help"], ["score", "--help"], ["--version"],
        ["model"], ["schema", "log"], ["schema", "report"], ["validate", AMINA]]

    def test_a_full_device_is_told_and_fails(self):
        for args in self.COMMANDS:
            with self.subTest(args=args), open("/dev/full", "wb") as full:
                done = ssi(*args, stdout=full)
                self.assertEqual(done.returncode, 2)
                self.assertEqual(done.stderr, b"ssi: standard output: No space left on device\n")

    def test_a_full_device_is_told_once_by_a_long_report(self):
        file = self.many_members(LONG)
        for form in FORMATS:
            with self.subTest(format=form), open("/dev/full", "wb") as full:
                done = ssi("score", "-f", form, file, stdout=full)
                self.assertEqual(done.returncode, 2)
                self.assertEqual(done.stderr, b"ssi: standard output: No space left on device\n")

    def test_a_closed_standard_output_is_told_and_fails(self):
        for args in self.COMMANDS:
            with self.subTest(args=args):
                done = shell('"$@" >&-', *args)
                self.assertEqual(done.returncode, 2)
                self.assertEqual(done.stderr, b"ssi: standard output: Bad file descriptor\n")

    def test_a_closed_standard_output_is_no_matter_to_who_does_not_use_it(self):
        target = self.path("report")
        self.assertEqual(shell('"$@" >&-', "score", "-f", "total", "-o", target, AMINA).returncode, 0)
        self.assertEqual(self.read("report"), "52\n")
        self.assertEqual(shell('"$@" >&-', "score", "-q", AMINA).returncode, 0)

    def test_a_closed_standard_input_is_told_and_fails(self):
        for args in (["score"], ["score", "-"], ["validate"], ["score", AMINA, "-"]):
            with self.subTest(args=args):
                done = shell('"$@" <&-', *args)
                self.assertEqual(done.returncode, 2)
                self.assertEqual(done.stdout, b"")
                self.assertEqual(done.stderr, b"ssi: standard input: Bad file descriptor\n")
        self.assertEqual(shell('"$@" <&-', "score", AMINA).returncode, 0)

    def test_a_closed_standard_error_never_puts_messages_into_the_report(self):
        log = load(AMINA)
        log["as_of"] = "2026-10-01"  # draws a warning
        file = self.write("log.json", json.dumps(log))
        for form in FORMATS:
            with self.subTest(format=form):
                args = ["score", "-f", form, "--fail-under", "99", file]
                done = shell('"$@" 2>&-', *args, "-o", self.path("report"))
                self.assertEqual(done.returncode, 1)
                with open(self.path("report"), "rb") as report:
                    self.assertEqual(report.read(), ssi(*args).stdout)

    def test_an_error_while_a_long_report_flows_leaves_it_whole(self):
        file = self.many_members(LONG)
        with open(file, "a", encoding="utf-8") as lines:
            lines.write("nonsense\n")
        done = ssi("score", "-f", "json", file)
        self.assertEqual(done.returncode, 2)
        report = json.loads(done.stdout)
        self.assertEqual(len(report["diagnostics"]), 1)
        self.assertTrue(done.stdout.endswith(b"}\n"))


class Inputs(ProcessTest):
    def test_a_folder_a_missing_and_an_empty_file_are_told(self):
        empty = "there is no JSON in it; the smallest log is {\"activities\": []}"
        for file, reason in ((self.folder, "there is no log and no file of a LinkedIn export in it"), ("nowhere", "No such file or directory"),
                             ("/dev/null", empty), (self.write("empty", ""), empty)):
            for command in ("score", "validate"):
                with self.subTest(file=file, command=command):
                    done = ssi(command, file)
                    self.assertEqual((done.returncode, done.stdout), (2, b""))
                    self.assertEqual(done.stderr.decode(), f"ssi: {file}: {reason}\n")

    def test_a_folder_or_nothing_on_standard_input_is_told(self):
        folder = os.open(self.folder, os.O_RDONLY)
        self.addCleanup(os.close, folder)
        done = ssi("score", stdin=folder)
        self.assertEqual(done.returncode, 2)
        self.assertEqual(done.stderr, b"ssi: standard input: Is a directory\n")
        done = ssi("score")
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"ssi: standard input: there is no JSON in it", done.stderr)

    @unittest.skipIf(os.geteuid() == 0, "root reads everything")
    def test_a_file_without_leave_to_read_is_told(self):
        file = self.write("secret.json", '{"activities": []}')
        os.chmod(file, 0)
        done = ssi("score", file)
        self.assertEqual((done.returncode, done.stdout), (2, b""))
        self.assertEqual(done.stderr.decode(), f"ssi: {file}: Permission denied\n")

    @unittest.skipIf(os.geteuid() == 0, "root writes everything")
    def test_a_folder_without_leave_to_write_is_told(self):
        os.chmod(self.folder, 0o500)
        done = ssi("score", "-o", self.path("report"), AMINA)
        os.chmod(self.folder, 0o700)
        self.assertEqual((done.returncode, done.stdout), (2, b""))
        self.assertIn(b": Permission denied\n", done.stderr)

    def test_a_named_pipe_reads_like_a_file(self):
        fifo = self.path("fifo")
        os.mkfifo(fifo)
        with open(AMINA, "rb") as file:
            text = file.read()

        def feed():
            with open(fifo, "wb") as pipe:
                pipe.write(text)

        writer = threading.Thread(target=feed)
        writer.start()
        done = ssi("score", "-f", "total", fifo)
        writer.join()
        self.assertEqual((done.returncode, done.stdout, done.stderr), (0, b"52\n", b""))

    def test_a_pipe_of_the_shell_names_nobody(self):
        reader, writer = os.pipe()
        os.write(writer, b'{"at": "2026-11-22", "type": "search"}\n')
        os.close(writer)
        done = subprocess.run([SSI, "score", "-f", "json", f"/dev/fd/{reader}"], pass_fds=[reader],
                              capture_output=True, env=ENVIRONMENT, timeout=60)
        os.close(reader)
        member = json.loads(done.stdout)["members"][0]
        self.assertEqual((member["name"], member["source"]), (None, None))

    def test_input_that_comes_in_drops_reads_like_a_file(self):
        process = subprocess.Popen([SSI, "score", "-f", "total"], stdin=subprocess.PIPE,
                                   stdout=subprocess.PIPE, env=ENVIRONMENT)
        with open(AMINA, "rb") as file:
            text = file.read()
        for at in range(0, len(text), 700):
            process.stdin.write(text[at:at + 700])
            process.stdin.flush()
        out, _ = process.communicate(timeout=60)
        self.assertEqual((process.returncode, out), (0, b"52\n"))

    def test_line_ends_and_a_byte_order_mark_change_nothing(self):
        for name in ("steady-weekly-poster.json", "journal.jsonl", "team.jsonl"):
            with open(os.path.join(DATA, name), "rb") as file:
                text = file.read()
            expected = ssi("score", "-f", "json", input=text).stdout
            self.assertTrue(expected)
            crlf = text.replace(b"\n", b"\r\n")
            for variant in (b"\xef\xbb\xbf" + text, crlf, b"\xef\xbb\xbf" + crlf, text.rstrip(b"\n"),
                            text + b"\n\n", b"\r\n\n" + text):
                done = ssi("score", "-f", "json", input=variant)
                self.assertEqual((done.returncode, done.stdout, done.stderr), (0, expected, b""), name)

    def test_ten_thousand_files_make_ten_thousand_members(self):
        os.mkdir(self.path("logs"))
        files = []
        for i in range(10_000):
            text = '{"activities": [{"at": "2026-01-01", "type": "share", "reactions": %d}]}' % i
            files.append(self.write(f"logs/{i}", text))
        done = ssi("score", "-f", "csv", *files)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        rows = done.stdout.decode().splitlines()
        self.assertEqual(len(rows), 10_001)
        totals = [float(row.split(",")[7]) for row in rows[1:]]
        self.assertEqual(totals, sorted(totals))  # more reactions, more points: in the order given
        self.assertLess(totals[0], totals[-1])

    def test_memory_does_not_grow_with_the_input(self):
        """A hundred megabytes of documents within three hundred of memory."""
        document = load(AMINA)
        document["activities"] *= 14  # about 100 kB
        line = json.dumps(document) + "\n"
        count = 100_000_000 // len(line) + 1
        big = self.path("big.jsonl")
        with open(big, "w", encoding="utf-8") as file:
            for number in range(count):
                file.write(line.replace('"amina"', f'"amina-{number}"'))
        limit = 300 * 2**20

        def confine():
            if not SANITIZED:  # a sanitizer reserves terabytes of addresses
                resource.setrlimit(resource.RLIMIT_AS, (limit, limit))

        environment = {**ENVIRONMENT, "ASAN_OPTIONS": "quarantine_size_mb=16"}
        process = subprocess.Popen([SSI, "score", "-f", "total", big], stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, env=environment, preexec_fn=confine)
        out, err = process.stdout.read(), process.stderr.read()
        process.stdout.close()
        process.stderr.close()
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        os.remove(big)
        self.assertEqual((process.returncode, err), (0, b""))
        self.assertEqual(len(out.splitlines()), count)
        self.assertLess(usage.ru_maxrss * 1024, limit)


class SameBytes(ProcessTest):
    def test_in_every_time_zone_and_locale(self):
        files = [AMINA, os.path.join(DATA, "team.jsonl"), os.path.join(DATA, "journal.jsonl")]
        worlds = [{"TZ": "Pacific/Kiritimati"}, {"TZ": "America/Los_Angeles"}, {"LC_ALL": "C"},
                  {"LC_ALL": "tr_TR.UTF-8"}, {"LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8"}]
        for args in [["-f", form] for form in FORMATS] + [["--details", "--color=always"]]:
            args = ["score", *args, "--fail-under", "60", *files]
            for world in worlds:
                with self.subTest(args=args, world=world):
                    charset = {"LC_ALL": "C.UTF-8"} if "UTF-8" in world.get("LC_ALL", "") else {}
                    expected = ssi(*args, env={**ENVIRONMENT, **charset})
                    done = ssi(*args, env={**ENVIRONMENT, **world})
                    self.assertEqual(done.returncode, 1)
                    self.assertEqual(done.stdout, expected.stdout)
                    self.assertEqual(done.stderr, expected.stderr)

    def test_today_is_the_date_on_the_calendar_of_the_place(self):
        def today(zone):
            done = ssi("score", "-f", "jsonl", "--as-of", "today", input=b"[]",
                       env={**ENVIRONMENT, "TZ": zone})
            return json.loads(done.stdout)["as_of"]

        def date(zone):
            os.environ["TZ"] = zone
            time.tzset()
            return time.strftime("%Y-%m-%d")

        self.addCleanup(time.tzset)
        self.addCleanup(os.environ.pop, "TZ", None)
        for zone in ("XXX-14", "XXX+12", "UTC"):  # POSIX zones: no data base needed
            before, got, after = date(zone), today(zone), date(zone)
            self.assertIn(got, (before, after))
        self.assertNotEqual(today("XXX-14"), today("XXX+12"))

    def test_in_every_order_of_activities(self):
        for name in ("steady-weekly-poster.json", "partly-measured.json", "daily-social-seller.json"):
            log = load(os.path.join(DATA, name))
            expected = {form: ssi("score", "-f", form, input=json.dumps(log).encode()).stdout for form in FORMATS}
            for seed in range(5):
                random.Random(seed).shuffle(log["activities"])
                file = self.write("shuffled.json", json.dumps(log))
                for form in FORMATS:
                    with self.subTest(name=name, seed=seed, format=form):
                        with open(file, "rb") as shuffled:
                            self.assertEqual(ssi("score", "-f", form, stdin=shuffled).stdout, expected[form])

    def test_in_every_order_of_lines_over_every_order_of_files(self):
        log = load(AMINA)
        lines = [{"type": "profile", "member": "amina", "name": "Amina", "as_of": log["as_of"],
                  **log["profile"]}]
        lines += [{**activity, "member": "amina"} for activity in log["activities"]]
        lines = [json.dumps(line) + "\n" for line in lines]
        whole = self.write("whole.jsonl", "".join(lines))
        with open(whole, "rb") as text:
            lines_in = text.read()
        expected = {form: ssi("score", "-f", form, input=lines_in).stdout for form in FORMATS}
        self.assertEqual(expected["total"], b"52\n")
        for seed in range(5):
            rng = random.Random(seed)
            rng.shuffle(lines)
            files = []
            for part in range(7):
                files.append(self.write(f"part-{part}.jsonl", "".join(lines[part::7])))
            rng.shuffle(files)
            for form in FORMATS:
                with self.subTest(seed=seed, format=form):
                    done = ssi("score", "-f", form, *files)
                    self.assertEqual((done.stdout, done.stderr), (expected[form], b""))


class Terminal(ProcessTest):
    def run_on_terminal(self, *args, columns=0, **variables):
        """What the program writes to a terminal, and its exit code."""
        master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))
        tty.setraw(slave)  # no line end is changed on its way
        process = subprocess.Popen([SSI, *args], stdin=subprocess.DEVNULL, stdout=slave,
                                   stderr=subprocess.PIPE, env={**ENVIRONMENT, **variables})
        os.close(slave)
        shown = b""
        while True:
            try:
                part = os.read(master, 65536)
            except OSError as error:  # how Linux tells that the other side is gone
                self.assertEqual(error.errno, errno.EIO)
                break
            if not part:
                break
            shown += part
        os.close(master)
        process.stderr.close()
        return shown, process.wait()

    def test_shows_colour_and_bars(self):
        shown, code = self.run_on_terminal("score", AMINA, TERM="xterm-256color", LC_ALL="C.UTF-8")
        self.assertEqual(code, 0)
        self.assertIn(b"\x1b[", shown)
        self.assertIn("█████▏".encode(), shown)

    def test_is_ascii_where_the_locale_is(self):
        team = os.path.join(DATA, "team.jsonl")
        shown, _ = self.run_on_terminal("team", team, TERM="xterm", LC_ALL="C")
        self.assertIn(b"Ren\\u00e9e", shown)
        self.assertTrue(shown.isascii())
        self.assertTrue(ssi("team", team, env={**ENVIRONMENT, "LC_ALL": "C"}).stdout.isascii())
        self.assertIn("Renée".encode(), ssi("team", team, env={**ENVIRONMENT, "LC_ALL": "C.UTF-8"}).stdout)

    def test_judges_a_locale_that_is_not_installed_by_its_name(self):
        team = os.path.join(DATA, "team.jsonl")
        for locale, is_utf8 in (("xx_XX.UTF-8", True), ("xx_XX.utf8@y", True), ("xx_XX.ISO-8859-1", False), ("xx", False)):
            for variables in ({"LC_ALL": locale}, {"LC_ALL": "", "LC_CTYPE": locale, "LANG": "C"}, {"LANG": locale}):
                shown = ssi("team", team, env={**ENVIRONMENT, **variables}).stdout
                self.assertEqual(shown.isascii(), not is_utf8, variables)

    def test_is_followed_in_its_width(self):
        for columns, width in ((0, 80), (30, 60), (60, 60), (61, 61), (100, 100), (120, 120), (300, 120)):
            # Charts and text use what there is; numbers at the right stay in reach of their words.
            for args, least, most in ((["trend", "--every", "day"], width - 2, width),
                                      (["explain", "people"], width - 4, width),
                                      (["score", "--details"], min(width, 80), min(width, 80))):
                shown, _ = self.run_on_terminal(*args, AMINA, "--color=never", columns=columns, TERM="xterm",
                                                LC_ALL="C")
                longest = max(map(len, shown.decode().splitlines()))
                self.assertTrue(least <= longest <= most, (columns, args, longest))

    def test_has_room_for_long_names(self):
        with open(AMINA, encoding="utf-8") as file:
            log = json.load(file)
        log["member"] = {"id": "zed", "name": "Amina " * 20, "team": "Sales " * 20}
        path = self.write("long.json", json.dumps(log))
        for args in (["score", "--details"], ["team"], ["team", "--since", "2026-10-01"], ["team", "--by", "team"],
                     ["trend"], ["plan"], ["diff", "--from", "2026-10-01"], ["explain", "people"],
                     ["explain", "--contributions"]):
            shown, code = self.run_on_terminal(*args, path, "--color=never", columns=60, TERM="xterm", LC_ALL="C")
            self.assertEqual(code, 0, shown)
            self.assertLessEqual(max(map(len, shown.decode().splitlines())), 60, args)

    def test_that_is_dumb_shows_neither(self):
        for variables in ({"TERM": "dumb"}, {}, {"TERM": ""}):
            shown, code = self.run_on_terminal("score", AMINA, **variables)
            self.assertEqual(code, 0)
            self.assertEqual(shown, ssi("score", AMINA).stdout)

    def test_shows_no_colour_where_nobody_wants_it(self):
        for args, variables in (([], {"NO_COLOR": "1"}), (["--color=never"], {})):
            shown, _ = self.run_on_terminal("score", AMINA, *args, TERM="xterm", **variables)
            self.assertNotIn(b"\x1b", shown)
            self.assertIn(b"52.81 / 100", shown)

    def test_shows_machine_formats_plain(self):
        for form in FORMATS[1:]:
            shown, _ = self.run_on_terminal("score", "-f", form, AMINA, TERM="xterm", FORCE_COLOR="1")
            self.assertEqual(shown, ssi("score", "-f", form, AMINA).stdout)

    def test_as_input_without_a_file_gets_help_at_once(self):
        for command in ("score", "validate"):
            master, slave = pty.openpty()
            done = ssi(command, stdin=slave)
            os.close(slave)
            os.close(master)
            self.assertEqual((done.returncode, done.stdout), (2, b""))
            self.assertIn(b"usage: ssi", done.stderr)


class OutputFile(ProcessTest):
    def start_writing(self):
        """A process in the middle of a report to a file, with more input to come."""
        process = subprocess.Popen([SSI, "score", "-f", "json", "-o", self.path("report"), "-"],
                                   stdin=subprocess.PIPE, stderr=subprocess.PIPE, env=ENVIRONMENT)
        line = (json.dumps(load(AMINA)) + "\n").encode()
        process.stdin.write(line * 800)  # some of it in the file, some on its way there
        process.stdin.flush()
        return process

    def finish(self, process):
        process.stdin.close()
        process.stderr.close()
        return process.wait(timeout=60)

    def test_that_is_killed_half_way_is_as_it_was(self):
        for old in (None, "old"):
            for number in (signal.SIGKILL, signal.SIGTERM, signal.SIGINT):
                with self.subTest(old=old, signal=number):
                    if old is not None:
                        self.write("report", old)
                    process = self.start_writing()
                    process.send_signal(number)
                    self.assertEqual(self.finish(process), -number)
                    if old is None:
                        self.assertFalse(os.path.exists(self.path("report")))
                    else:
                        self.assertEqual(self.read("report"), old)

    def test_that_is_not_there_yet_appears_only_whole(self):
        process = self.start_writing()
        self.assertFalse(os.path.exists(self.path("report")))
        self.assertEqual(self.finish(process), 0)
        self.assertEqual(len(json.loads(self.read("report"))["members"]), 800)
        self.assertEqual(os.listdir(self.folder), ["report"])

    def test_that_grows_too_large_stays_as_it_was_and_leaves_nothing_behind(self):
        def confine():
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))

        many = self.many_members(50)
        os.mkdir(self.path("out"))
        for old in (None, "old"):
            for form in ("text", "json", "jsonl", "csv", "markdown"):
                with self.subTest(old=old, format=form):
                    if old is not None:
                        self.write("out/report", old)
                    done = ssi("score", "-f", form, "-o", self.path("out/report"), many, preexec_fn=confine)
                    self.assertEqual(done.returncode, 2)
                    self.assertTrue(done.stderr.endswith(b"/report: File too large\n"), done.stderr)
                    self.assertEqual(os.listdir(self.path("out")), [] if old is None else ["report"])
                    if old is not None:
                        self.assertEqual(self.read("out/report"), old)

    def test_leaves_no_other_file_after_success_or_error(self):
        os.mkdir(self.path("out"))
        target = self.path("out/report")
        for args, code, left in ((["nowhere"], 2, []), ([AMINA, "/dev/null"], 2, []),
                                 ([AMINA], 0, ["report"]), ([AMINA, "--fail-under", "99"], 1, ["report"]),
                                 ([AMINA, "nowhere"], 2, ["report"])):
            for form in FORMATS:
                with self.subTest(args=args, format=form):
                    done = ssi("score", "-f", form, "-o", target, *args)
                    self.assertEqual((done.returncode, done.stdout), (code, b""))
                    self.assertEqual(os.listdir(self.path("out")), left)

    def test_may_be_a_pipe(self):
        fifo = self.path("fifo")
        os.mkfifo(fifo)
        got = []

        def drain():
            with open(fifo, "rb") as pipe:
                got.append(pipe.read())

        reader = threading.Thread(target=drain)
        reader.start()
        done = ssi("score", "-f", "total", "-o", fifo, AMINA)
        reader.join()
        self.assertEqual((done.returncode, done.stderr, got), (0, b"", [b"52\n"]))


if __name__ == "__main__":
    unittest.main()
