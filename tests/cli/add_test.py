"""`ssi add` as a process: many at once, killed at any moment, on a full disk.

Environment: SSI, the program; SSI_RELEASE, the program without sanitizers, which is used instead if there is one:
hundreds of processes are started here, and tests in process look for what sanitizers find.
"""

import fcntl
import json
import os
import pathlib
import random
import resource
import shutil
import signal
import stat
import subprocess
import tempfile
import threading
import time
import unittest

SSI = os.environ.get("SSI_RELEASE") or os.environ["SSI"]
FIRST = '{"at": "2026-11-01", "type": "search", "count": 7}\n'

with open(SSI, "rb") as program:
    SANITIZED = b"__asan_init" in program.read()


def add(*args, **options):
    return subprocess.run([SSI, "add", *args], capture_output=True, timeout=60, **options)


class AddTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="ssi-test-")
        self.addCleanup(shutil.rmtree, self.folder)
        self.log = os.path.join(self.folder, "log.jsonl")

    def write(self, text):
        with open(self.log, "w", encoding="utf-8") as file:
            file.write(text)

    def read(self):
        with open(self.log, encoding="utf-8") as file:
            return file.read()

    def counts(self):
        """The counts in the log, each line of which must be whole."""
        text = self.read()
        self.assertTrue(text.endswith("\n"), text[-200:])
        return [json.loads(line)["count"] for line in text.splitlines()]


class ManyAtOnce(AddTest):
    def check(self, processes, times):
        """Each process adds lines of its own, one after the other; none gets lost."""
        failed = []

        def work(worker):
            for i in range(times):
                done = add("search", "--count", str(2 + worker * times + i), self.log)
                if done.returncode != 0 or done.stderr:
                    failed.append(done)

        before = self.counts() if os.path.exists(self.log) else []
        threads = [threading.Thread(target=work, args=(worker,)) for worker in range(processes)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        self.assertEqual(failed, [])
        counts = self.counts()
        self.assertEqual(counts[:len(before)], before)
        self.assertEqual(sorted(counts[len(before):]), list(range(2, 2 + processes * times)))
        self.assertEqual(os.listdir(self.folder), ["log.jsonl"])

    def test_lose_nothing_in_a_log_that_is_there(self):
        self.write(FIRST)
        self.check(processes=8, times=25)

    def test_lose_nothing_in_a_log_that_is_not_there_yet(self):
        for _ in range(10):
            self.check(processes=8, times=1)
            os.remove(self.log)


class Killed(AddTest):
    def test_at_any_moment_leaves_whole_lines(self):
        lines = FIRST * 20_000  # 1 MB: it takes a while to write
        rng = random.Random(1)
        start = time.monotonic()
        self.write(lines)
        self.assertEqual(add("search", "--count", "8", self.log).returncode, 0)
        takes = time.monotonic() - start
        ends = {"old": 0, "new": 0}
        for _ in range(60):
            self.write(lines)
            process = subprocess.Popen([SSI, "add", "search", "--count", "9", "-q", self.log])
            time.sleep(rng.uniform(0, 1.5 * takes))
            process.send_signal(signal.SIGKILL)
            process.wait()
            text = self.read()
            self.assertTrue(text == lines or self.is_new(text, lines), text[-200:])
            ends["old" if text == lines else "new"] += 1
        self.assertGreater(ends["old"], 0)
        self.assertGreater(ends["new"], 0)

    def is_new(self, text, old):
        return text.startswith(old) and text.count("\n") == old.count("\n") + 1 and text.endswith('"count": 9}\n')

    def test_before_there_is_a_log_leaves_none_or_one_line(self):
        rng = random.Random(2)
        for _ in range(60):
            process = subprocess.Popen([SSI, "add", "search", "--count", "9", "-q", self.log])
            time.sleep(rng.uniform(0, 0.2 if SANITIZED else 0.02))
            process.send_signal(signal.SIGKILL)
            process.wait()
            if os.path.exists(self.log):
                self.assertEqual(self.counts(), [9])
                os.remove(self.log)

    def test_leaves_no_lock_behind(self):
        self.write(FIRST * 20_000)
        for _ in range(10):
            process = subprocess.Popen([SSI, "add", "search", "--count", "9", "-q", self.log])
            time.sleep(0.005)
            process.send_signal(signal.SIGKILL)
            process.wait()
        self.assertEqual(add("search", "--count", "8", self.log).returncode, 0)
        self.assertEqual(self.counts()[-1], 8)


class FullDisk(AddTest):
    def confined(self, size, *args):
        """Adds while no file may grow beyond `size` bytes."""
        return add(*args, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)))

    def test_leaves_the_log_as_it_was(self):
        old = FIRST * 2000
        for size in (0, 1, 4096, len(old), len(old) + 30):
            with self.subTest(size=size):
                self.write(old)
                done = self.confined(size, "search", self.log)
                self.assertEqual(done.returncode, 2)
                self.assertEqual(done.stderr.decode(), f"ssi: {self.log}: File too large\n")
                self.assertEqual(self.read(), old)
                self.assertEqual(os.listdir(self.folder), ["log.jsonl"])

    def test_leaves_no_log_where_there_was_none(self):
        for size in (0, 1, 20):
            with self.subTest(size=size):
                done = self.confined(size, "search", self.log)
                self.assertEqual((done.returncode, done.stderr.decode()), (2, f"ssi: {self.log}: File too large\n"))
                self.assertEqual(os.listdir(self.folder), [])

    def test_that_has_room_for_the_line_takes_it(self):
        self.write(FIRST)
        self.assertEqual(self.confined(4096, "search", self.log).returncode, 0)
        self.assertEqual(self.read().count("\n"), 2)


class Files(AddTest):
    def test_keep_their_rights(self):
        for mode in (0o600, 0o640, 0o664):
            self.write(FIRST)
            os.chmod(self.log, mode)
            self.assertEqual(add("search", self.log).returncode, 0)
            self.assertEqual(stat.S_IMODE(os.stat(self.log).st_mode), mode)

    def test_are_created_with_the_rights_of_any_new_file(self):
        self.assertEqual(add("search", self.log, preexec_fn=lambda: os.umask(0o027)).returncode, 0)
        self.assertEqual(stat.S_IMODE(os.stat(self.log).st_mode), 0o640)

    def test_behind_a_link_are_written_and_the_link_stays(self):
        link = os.path.join(self.folder, "link")
        os.symlink("log.jsonl", link)
        for wanted in (1, 2):
            self.assertEqual(add("search", "--count", "7", link).returncode, 0)
            self.assertTrue(os.path.islink(link))
            self.assertEqual(self.counts(), [7] * wanted)

    @unittest.skipIf(os.geteuid() == 0, "root may write anything")
    def test_that_may_not_be_written_are_not_replaced(self):
        self.write(FIRST)
        os.chmod(self.log, 0o444)
        done = add("search", self.log)
        self.assertEqual((done.returncode, done.stderr.decode()), (2, f"ssi: {self.log}: Permission denied\n"))
        self.assertEqual(self.read(), FIRST)

    def test_that_are_none_are_refused(self):
        fifo = os.path.join(self.folder, "fifo")
        os.mkfifo(fifo)
        for path, why in ((fifo, "no regular file"), ("/dev/null", "no regular file"),
                          (self.folder, "Is a directory"),
                          (os.path.join(self.folder, "no", "log"), "No such file or directory")):
            with self.subTest(path=path):
                done = add("search", path)
                self.assertEqual((done.returncode, done.stderr.decode()), (2, f"ssi: {path}: {why}\n"))

    def test_score_with_what_was_added_today(self):
        for word in ("search", "comment"):
            self.assertEqual(add(word, self.log).returncode, 0)
        done = subprocess.run([SSI, "score", "--as-of", "today", "-f", "total", "--precision", "2", self.log],
                              capture_output=True, timeout=60)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertGreater(float(done.stdout), 0)


class Interruption(unittest.TestCase):
    """What stays on the disk of a run that is stopped while it writes its result."""

    def stop_by(self, stop, folder):
        """Stops a run once its result begins to flow; returns what is then in the folder."""
        run = subprocess.Popen([SSI, "score", "-f", "jsonl", "-o", "out.jsonl", "-"], cwd=folder,
                               stdin=subprocess.PIPE, stderr=subprocess.PIPE)
        documents = b'{"activities": []}\n' * 1000
        deadline = time.monotonic() + 60
        while not os.listdir(folder) and time.monotonic() < deadline:
            run.stdin.write(documents)
            run.stdin.flush()
        self.assertEqual(len(os.listdir(folder)), 1, "no temporary file")
        run.send_signal(stop)
        run.communicate()
        self.assertEqual(run.returncode, -stop)
        return os.listdir(folder)

    def test_a_signal_leaves_nothing(self):
        for stop in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            with self.subTest(stop), tempfile.TemporaryDirectory() as folder:
                self.assertEqual(self.stop_by(stop, folder), [])

    def test_what_a_kill_leaves_goes_with_the_next_run_on_the_file(self):
        with tempfile.TemporaryDirectory() as folder:
            left = self.stop_by(signal.SIGKILL, folder)
            self.assertEqual(len(left), 1)
            others = ["out.jsonl.backup", "out.jsonl.ssi-", "other.jsonl.ssi-abcdef", "out.jsonl.ssi-locked"]
            for name in others:
                pathlib.Path(folder, name).touch()
            with open(pathlib.Path(folder, others[-1]), encoding="utf-8") as held:
                fcntl.flock(held, fcntl.LOCK_EX)
                subprocess.run([SSI, "score", "-o", "out.jsonl", "-"], cwd=folder, input=b"[]", check=True)
            self.assertEqual(sorted(os.listdir(folder)), sorted(["out.jsonl", *others]))

    def test_add_waits_for_the_lock_but_not_forever(self):
        with tempfile.TemporaryDirectory() as folder:
            log = pathlib.Path(folder, "log.jsonl")
            log.touch()
            with open(log, encoding="utf-8") as held:
                fcntl.flock(held, fcntl.LOCK_EX)
                add = [SSI, "add", "search", "--at", "2026-11-22", log]
                waiting = subprocess.Popen(add, stderr=subprocess.PIPE)
                late = subprocess.run(add, capture_output=True, text=True, timeout=60)
                self.assertEqual(late.returncode, 2)
                self.assertIn("log.jsonl: nothing was added: another program has held the lock", late.stderr)
                waiting.communicate()
                self.assertEqual(log.read_text(encoding="utf-8"), "")
            self.assertEqual(subprocess.run(add, capture_output=True).returncode, 0)


if __name__ == "__main__":
    unittest.main()
