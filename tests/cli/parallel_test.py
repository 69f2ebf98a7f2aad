"""A cohort that GNU parallel scores block by block, here or over ssh, comes out in the same bytes.

Environment: SSI, the program; SSI_RELEASE, the program without sanitizers, which is used instead if there is one;
SSI_SOURCE_DIR, the project.
"""

import json
import os
import random
import re
import shlex
import shutil
import signal
import socket
import subprocess
import tempfile
import time
import unittest

SSI = os.environ.get("SSI_RELEASE") or os.environ["SSI"]
MEMBERS = 4000
NAMES = ["Zoë", "Łukasz", "Иван", "王小明", "فاطمة", "😀", 'O\'Brien "Bob"', "a\u2028b", "$(id) `id` \\ %s {}", "a\tb"]
SSHD = shutil.which("sshd", path=os.environ["PATH"] + ":/usr/sbin:/usr/local/sbin")
HOSTS = {"one": "127.0.0.1", "two": "127.0.0.2"}
FILE = "parallel --pipepart -a cohort.jsonl --block 100k -k ssi score -f jsonl -"
PIPE = "cat cohort.jsonl | parallel --pipe --block 100k -k ssi score -f jsonl -"


def has_gnu_parallel():
    """Whether there is one, and not its namesake of moreutils."""
    return bool(shutil.which("parallel")) and b"GNU parallel" in subprocess.run(
        ["parallel", "--version"], stdin=subprocess.DEVNULL, capture_output=True, timeout=60).stdout


def cohort():
    """Documents of members who all differ, one a line."""
    rng = random.Random(1)
    lines = []
    for i in range(MEMBERS):
        activities = [{"at": f"2026-{rng.randint(9, 11):02}-{rng.randint(1, 30):02}",
                       "type": rng.choice(["search", "profile_view", "share", "comment", "connection"])}
                      for _ in range(rng.randint(0, 8))]
        member = {"id": f"{NAMES[i % 10]}-{i}", "name": rng.choice(NAMES), "team": rng.choice(["emea", "日本"])}
        log = {"member": member, "as_of": "2026-11-30", "profile": {"connections": i}, "activities": activities}
        lines.append(json.dumps(log, ensure_ascii=i % 3 == 0) + "\n")
    return lines


@unittest.skipUnless(has_gnu_parallel(), "GNU parallel is not installed")
class ParallelTest(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.mkdtemp(prefix="ssi-test-")
        self.addCleanup(shutil.rmtree, self.folder)
        os.mkdir(self.path("bin"))
        os.symlink(SSI, self.path("bin/ssi"))
        self.write("cohort.jsonl", cohort())
        # A home of its own, and nothing of the developer's own settings.
        self.environment = {key: value for key, value in os.environ.items()
                            if not key.startswith(("PARALLEL", "LC_", "LANG"))}
        self.environment.update({
            "HOME": self.folder, "PARALLEL_HOME": self.path("settings"), "PARALLEL_SHELL": "/bin/sh",
            "PARALLEL": "--will-cite --joblog " + shlex.quote(self.path("jobs")),
            "PATH": self.path("bin") + ":" + os.environ["PATH"]})

    def path(self, name):
        return os.path.join(self.folder, name)

    def write(self, name, lines):
        with open(self.path(name), "w", encoding="utf-8") as file:
            file.writelines(lines)

    def read(self, name):
        with open(self.path(name), encoding="utf-8") as file:
            return file.read()

    def sh(self, script):
        return subprocess.run(["sh", "-c", script], cwd=self.folder, env=self.environment,
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=120)

    def check(self, recipe):
        """It prints what one run of the program prints. Returns the host of each of its jobs."""
        expected = self.sh("ssi score -f jsonl - < cohort.jsonl")
        self.assertEqual((expected.returncode, expected.stderr), (0, b""))
        self.assertEqual(len(set(expected.stdout.split(b"\n"))), MEMBERS + 1)
        done = self.sh(recipe)
        self.assertEqual((done.returncode, done.stderr), (0, b""))
        self.assertTrue(done.stdout == expected.stdout, f"other bytes: {recipe}")
        hosts = [line.split("\t")[1] for line in self.read("jobs").splitlines()[1:]]
        self.assertGreater(len(hosts), 8)
        return hosts


class Here(ParallelTest):
    def test_parts_of_a_file_give_the_same_bytes(self):
        self.check(FILE)

    def test_blocks_of_a_pipe_give_the_same_bytes(self):
        self.check(PIPE)

    def test_a_bad_line_in_one_block_and_a_missed_gate_fail_it_all(self):
        self.assertEqual(self.sh(FILE.replace("-k", "-k --halt now,fail=1") + " --fail-under 99").returncode, 1)
        lines = cohort()
        self.write("cohort.jsonl", lines[:2000] + ["nonsense\n"] + lines[2000:])
        done = self.sh(FILE)
        self.assertEqual(done.returncode, 1)  # so many blocks failed
        self.assertIn(b"not valid JSON", done.stderr)
        done = self.sh(FILE.replace("-k", "-k --halt now,fail=1"))
        self.assertEqual(done.returncode, 2)  # as the program did


@unittest.skipUnless(SSHD and shutil.which("ssh") and shutil.which("ssh-keygen"),
                     "ssh, ssh-keygen or sshd is not installed")
class OverSsh(ParallelTest):
    def start_sshd(self):
        """A server of the test's own, on the addresses of all hosts."""
        with socket.socket() as first, socket.socket() as second:
            try:
                first.bind((HOSTS["one"], 0))
                port = first.getsockname()[1]
                second.bind((HOSTS["two"], port))
            except OSError as error:
                self.skipTest(f"no two loopback addresses: {error}")
        self.sh("for key in host_key key; do ssh-keygen -q -t ed25519 -N '' -f $key; done")
        if os.geteuid() == 0:
            os.makedirs("/run/sshd", 0o755, exist_ok=True)  # where it confines itself
        self.write("sshd.log", "")
        self.write("sshd_config", [f"ListenAddress {address}:{port}\n" for address in HOSTS.values()] + [
            f'HostKey "{self.path("host_key")}"\nAuthorizedKeysFile "{self.path("key.pub")}"\n'
            f'PidFile "{self.path("sshd.pid")}"\nSetEnv "HOME={self.folder}" "PATH={self.environment["PATH"]}"\n'
            "LogLevel VERBOSE\nStrictModes no\nUsePAM no\nPermitRootLogin yes\nPasswordAuthentication no\n"
            "PermitUserRC no\nMaxStartups 100\n"])
        self.write("ssh_config", [f"Host {host}\nHostName {address}\n" for host, address in HOSTS.items()] + [
            f'Host *\nPort {port}\nIdentityFile "{self.path("key")}"\nIdentitiesOnly yes\nIdentityAgent none\n'
            f'UserKnownHostsFile "{self.path("known_hosts")}"\nGlobalKnownHostsFile /dev/null\n'
            "StrictHostKeyChecking no\nBatchMode yes\nLogLevel ERROR\n"])
        server = subprocess.Popen([SSHD, "-D", "-f", self.path("sshd_config"), "-E", self.path("sshd.log")],
                                  stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True)
        self.addCleanup(self.stop, server)
        deadline = time.monotonic() + 20
        for host in HOSTS:
            while (done := self.sh(f"ssh -F ssh_config {host} true")).returncode != 0:
                if server.poll() is not None or b"refused" not in done.stderr or time.monotonic() > deadline:
                    self.skipTest(f"sshd lets nobody in here: {done.stderr.decode()}{self.read('sshd.log')}")
                time.sleep(0.05)

    def stop(self, server):
        if server.poll() is None:
            os.killpg(server.pid, signal.SIGTERM)  # its sessions, too
            server.wait()

    def test_hosts_share_the_work_and_give_the_same_bytes(self):
        self.start_sshd()
        self.environment["PARALLEL_SSH"] = "ssh -F " + shlex.quote(self.path("ssh_config"))
        for recipe in (FILE, PIPE):
            known = len(self.read("sshd.log"))
            hosts = self.check(recipe.replace("-k", "-k -S 2/one,2/two"))
            self.assertEqual(set(hosts), set(HOSTS))
            for host, address in HOSTS.items():
                served = re.findall(rf"Connection from .* on {re.escape(address)} port", self.read("sshd.log")[known:])
                self.assertGreaterEqual(len(served), hosts.count(host))


if __name__ == "__main__":
    unittest.main()
