"""What shells complete and what man shows, in the shells and by groff themselves.

Environment: SSI, the program.
"""

import os
import re
import shutil
import subprocess
import tempfile
import unittest

SSI = os.environ["SSI"]


def ssi(*args):
    return subprocess.run([SSI, *args], check=True, capture_output=True, text=True, timeout=60).stdout


def names_in_help(title, text):
    """The names at the start of the lines of a part of the help."""
    part = text.split(f"\n{title}:\n")[1].split("\n\n")[0]
    return re.findall(r"^  (?:-\S, )?((?:--\S+, )?\S+)", part, re.MULTILINE)


def long_options(command):
    return ", ".join(names_in_help("Options", ssi("help", command))).split(", ")


class Completions(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.commands = names_in_help("Commands", ssi("help"))
        cls.folder = tempfile.TemporaryDirectory(prefix="ssi-completions-")
        cls.scripts = {}
        for shell in ("bash", "zsh", "fish"):
            cls.scripts[shell] = os.path.join(cls.folder.name, shell)
            with open(cls.scripts[shell], "w", encoding="utf-8") as script:
                script.write(ssi("completions", shell))

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def bash(self, *words):
        """What bash offers for the last of the words typed behind `ssi`."""
        script = ('source "$0"; COMP_WORDS=(ssi "$@"); COMP_CWORD=$#; _ssi; '
                  '((${#COMPREPLY[@]} == 0)) || printf "%s\\n" "${COMPREPLY[@]}"')
        done = subprocess.run(["bash", "-uc", script, self.scripts["bash"], *words], capture_output=True,
                              text=True, timeout=60)
        self.assertEqual((done.returncode, done.stderr), (0, ""), words)
        return done.stdout.split()

    def test_bash_completes_commands_options_and_values(self):
        self.assertGreater(len(self.commands), 10)
        self.assertEqual(self.bash(""), self.commands)
        for command in self.commands:
            for option in long_options(command):
                self.assertIn(option, self.bash(command, "-"), command)
        for words, offered in (
            (["sc"], ["score", "schema"]),
            (["--v"], ["--version"]),
            (["score", "--form"], ["--format"]),
            (["score", "a.json", "-f", "j"], ["json", "jsonl", "junit"]),
            (["explain", "-f", "ju"], []),
            (["score", "--color", "="], ["auto", "always", "never"]),
            (["score", "--color", "=", "n"], ["never"]),
            (["trend", "--every", "w"], ["week"]),
            (["trend", "--as-of", "t"], ["today"]),
            (["trend", "--until", "t"], ["today"]),
            (["team", "--sort", "p"], ["people"]),
            (["explain", "com"], ["completeness", "comment"]),
            (["add", "comm"], ["comment"]),
            (["add", "search", "--scope", "p"], ["people", "posts"]),
            (["add", "message", "--replied", ""], ["true", "false"]),
            (["schema", "tr"], ["trend"]),
            (["help", "sch"], ["schema"]),
            (["completions", ""], ["bash", "zsh", "fish"]),
            (["score", "-o", ""], []),  # and so bash completes files
            (["nonsense", ""], []),
        ):
            self.assertEqual(self.bash(*words), offered, words)

    def test_each_script_has_every_option(self):
        for shell, written in (("zsh", "'{0}["), ("fish", " -l {1} ")):
            with open(self.scripts[shell], encoding="utf-8") as file:
                script = file.read()
            for command in self.commands:
                for option in long_options(command):
                    texts = (written.format(option, option[2:]), f"{option}=[")
                    self.assertTrue(any(text in script for text in texts), (shell, command, option))

    @unittest.skipUnless(shutil.which("zsh"), "no zsh")
    def test_zsh_reads_its_script(self):
        subprocess.run(["zsh", "-n", self.scripts["zsh"]], check=True, timeout=60)

    @unittest.skipUnless(shutil.which("fish"), "no fish")
    def test_fish_completes(self):
        subprocess.run(["fish", "-n", self.scripts["fish"]], check=True, timeout=60)

        def offers(line):
            done = subprocess.run(["fish", "-c", f"source {self.scripts['fish']}; complete -C '{line}'"], check=True,
                                  capture_output=True, text=True, timeout=60)
            return [entry.split("\t")[0] for entry in done.stdout.splitlines()]

        self.assertEqual(offers("ssi sc"), ["schema", "score"])
        self.assertEqual(offers("ssi trend --every w"), ["week"])
        self.assertIn("today", offers("ssi trend --as-of "))
        self.assertIn("today", offers("ssi trend --until "))
        self.assertIn("comment", offers("ssi explain comm"))


class ManPage(unittest.TestCase):
    @unittest.skipUnless(shutil.which("groff"), "no groff")
    def test_groff_has_nothing_to_warn_of(self):
        page = ssi("help", "--man")
        done = subprocess.run(["groff", "-man", "-ww", "-Tutf8", "-P-c"], input=page, capture_output=True, text=True,
                              timeout=60, check=True)
        self.assertEqual(done.stderr, "")
        text = re.sub(".\b", "", done.stdout)  # bold is struck over
        for command in names_in_help("Commands", ssi("help")):
            self.assertIn(f"ssi {command}\n", text)
        self.assertIn("'search filters=1 count=10'", text)
        for option in long_options("score"):
            self.assertIn(option, text)


if __name__ == "__main__":
    unittest.main()
