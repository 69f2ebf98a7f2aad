"""The READMEs say what the program does: their commands are run, their shown output is compared.

- A fenced block of language `sh` is a script that must succeed. One that installs or builds (make,
  cmake, apt, git clone, ...) is not run: the targets and presets it names must exist.
- A block of language `console` holds `$ command` lines, each followed by exactly what it prints, on
  both streams.
- In a block of language `yaml`, what stands after `run:` is a script. It may end in a missed gate.

The blocks of a README run in their order, in one folder that holds a copy of data/, with the program
first on the PATH.

Environment: SSI, the program; SSI_SOURCE_DIR, the project.
"""

import json
import os
import re
import shutil
import subprocess
import tempfile
import textwrap
import unittest

SSI = os.environ["SSI"]
SOURCE = os.environ["SSI_SOURCE_DIR"]

BUILDERS = ("make", "cmake", "ctest", "ninja", "apt", "apt-get", "dnf", "pacman", "apk", "zypper", "brew",
            "git clone", "docker")


def blocks_of(text):
    """The fenced blocks of a Markdown text: (language, line, content), indented ones included."""
    blocks = []
    opening = re.compile(r"^(?P<indent>[ ]*)(?P<fence>`{3,}|~{3,})[ ]*(?P<language>[\w-]*)")
    lines = text.splitlines()
    at = 0
    while at < len(lines):
        start = opening.match(lines[at])
        at += 1
        if not start:
            continue
        content = []
        closing = re.compile(rf"^[ ]*{start['fence'][0]}{{{len(start['fence'])},}}[ ]*$")
        first = at
        while at < len(lines) and not closing.match(lines[at]):
            content.append(lines[at].removeprefix(start["indent"]))
            at += 1
        at += 1
        blocks.append((start["language"], first, "\n".join(content) + "\n"))
    return blocks


def sessions_of(console):
    """The commands of a console block, each with what it is said to print."""
    sessions = []
    goes_on = False
    for line in console.splitlines():
        if goes_on:
            sessions[-1][0] += "\n" + line.removeprefix("> ")
        elif line.startswith("$ "):
            sessions.append([line[2:], ""])
        else:
            sessions[-1][1] += line + "\n"
        is_command = goes_on or line.startswith("$ ")
        goes_on = is_command and line.endswith("\\")
    return [tuple(session) for session in sessions]


def runs_of(yaml):
    """The scripts after `run:`, on the same line or as a block below it."""
    scripts = []
    lines = yaml.splitlines()
    for at, line in enumerate(lines):
        start = re.match(r"^(\s*(?:- )?)run:\s*(.*)$", line)
        if not start:
            continue
        if not re.fullmatch(r"[|>][+-]?", start[2]):
            scripts.append(re.sub(r"""^(["'])(.*)\1$""", r"\2", start[2].strip()) + "\n")
            continue
        indent = len(start[1])
        below = []
        for following in lines[at + 1:]:
            if following.strip() and len(following) - len(following.lstrip()) <= indent:
                break
            below.append(following)
        script = textwrap.dedent("\n".join(below)).strip() + "\n"
        scripts.append(script.replace("\n", " ") if start[2].startswith(">") else script)
    return scripts


def builds(script):
    """Whether a script installs or builds, which is not for a test to do."""
    for command in re.split(r"\n|&&|\|\||;|\|", script):
        command = re.sub(r"^\s*(sudo\s+)?(\w+=\S*\s+)*", "", command)
        if any(command == word or command.startswith(word + " ") for word in BUILDERS):
            return True
    return False


def names_what_is_missing(script, targets, presets):
    """The Makefile targets and CMake presets that a script names, and that there are not."""
    missing = []
    for command in re.split(r"\n|&&|;", script):
        words = command.split("#")[0].split()
        if words[:1] == ["sudo"]:
            words = words[1:]
        if words[:1] == ["make"]:
            for word in words[1:]:
                if not word.startswith("-") and "=" not in word and word not in targets:
                    missing.append(f"make {word}")
        if words[:1] in (["cmake"], ["ctest"]):
            kind = "test" if words[0] == "ctest" else "build" if "--build" in words else "configure"
            for preset in re.findall(r"--preset[= ](\S+)", command):
                if preset not in presets[kind]:
                    missing.append(f"{kind} preset {preset}")
    return missing


class Extraction(unittest.TestCase):
    """The means of this test themselves."""

    def test_blocks_are_found_with_their_language_and_line(self):
        text = "x\n```sh\na\nb\n```\n- y\n\n  ```console\n  $ c\n  ```\n~~~\n```sh\n~~~\n````md\n```sh\n````\n"
        self.assertEqual(blocks_of(text), [("sh", 2, "a\nb\n"), ("console", 8, "$ c\n"),
                                           ("", 11, "```sh\n"), ("md", 14, "```sh\n")])

    def test_a_console_block_is_commands_and_their_output(self):
        self.assertEqual(sessions_of("$ a b\none\n\ntwo\n$ c \\\n>   d\n$ e\n3\n"),
                         [("a b", "one\n\ntwo\n"), ("c \\\n  d", ""), ("e", "3\n")])

    def test_scripts_are_found_in_yaml(self):
        yaml = "steps:\n  - run: a \"b\"\n  - run: 'c'\n  - name: x\n    run: |\n      c\n\n      d\n    if: y\n  - run: >\n      e\n      f\n"
        self.assertEqual(runs_of(yaml), ['a "b"\n', "c\n", "c\n\nd\n", "e f "])

    def test_what_builds_is_told_from_what_scores(self):
        for script in ("make\n", "a && sudo make install\n", "CXX=c++ cmake -S .\n", "sudo apt-get install x\n",
                       "git clone https://example.org/x\ncd x\n"):
            self.assertTrue(builds(script), script)
        for script in ("ssi score a.json\n", "echo make\n", "ssi score make.json\n", "git diff\n", "ssi score x | jq .\n"):
            self.assertFalse(builds(script), script)

    def test_a_target_or_preset_that_is_not_there_is_named(self):
        presets = {"configure": ["a"], "build": ["a"], "test": ["b"]}
        script = "make x PREFIX=/usr  # not z\nsudo make -s y\ncmake --preset a && cmake --build --preset b\nctest --preset b\n"
        self.assertEqual(names_what_is_missing(script, ["x"], presets), ["make y", "build preset b"])


class Readmes(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        files = subprocess.run(["git", "-C", SOURCE, "ls-files", "README.md", "*/README.md"], check=True,
                               stdout=subprocess.PIPE, text=True).stdout.split()
        cls.blocks = {}
        for file in files:
            with open(os.path.join(SOURCE, file), encoding="utf-8") as readme:
                cls.blocks[file] = blocks_of(readme.read())

    @staticmethod
    def run_block(script, folder):
        """Runs a script where a reader of the README is: beside data/. Streams come as one."""
        environment = {**os.environ, "PATH": os.path.join(folder, "bin") + os.pathsep + os.environ["PATH"],
                       "GITHUB_STEP_SUMMARY": os.path.join(folder, "summary")}
        return subprocess.run(["bash", "-euo", "pipefail", "-c", script], cwd=folder, env=environment,
                              timeout=60, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT)

    def check_script(self, script, folder, where):
        done = self.run_block(script, folder)
        self.assertEqual(done.returncode, 0, f"{where}:\n{done.stdout.decode()}")

    def check_console(self, console, folder, where):
        self.assertTrue(console.startswith("$ "), f"{where}: starts with no command")
        sessions = sessions_of(console)
        # A command may fail, and the next may ask for its code; a NUL ends what it prints.
        script = "set +e\n" + "".join(
            f"{command}\ncode=$?; printf '\\0'; (exit $code)\n" for command, _ in sessions)
        printed = self.run_block(script, folder).stdout.decode().split("\0")[:-1]
        self.assertEqual(len(printed), len(sessions), f"{where}: {printed}")
        for (command, expected), got in zip(sessions, printed):
            self.assertEqual(got, expected, f"{where}: {command}")

    def check_workflow(self, yaml, folder, where):
        for script in runs_of(yaml):
            done = self.run_block(script, folder)
            missed_gate = done.returncode == 1 and b"ssi: FAIL: " in done.stdout
            self.assertTrue(done.returncode == 0 or missed_gate,
                            f"{where}: exit code {done.returncode}\n{done.stdout.decode()}")

    def test_every_command_does_what_is_shown(self):
        checks = {"sh": self.check_script, "console": self.check_console, "yaml": self.check_workflow}
        self.assertTrue(any(block[0] == "console" for block in self.blocks["README.md"]))
        for file, blocks in self.blocks.items():
            with tempfile.TemporaryDirectory(prefix="ssi-readme-") as folder:
                shutil.copytree(os.path.join(SOURCE, "data"), os.path.join(folder, "data"))
                os.mkdir(os.path.join(folder, "bin"))
                os.symlink(SSI, os.path.join(folder, "bin", "ssi"))
                for language, line, content in blocks:
                    if language not in checks or builds(content.replace("\n$ ", "\n")):
                        continue
                    with self.subTest(file=file, line=line):
                        checks[language](content, folder, f"{file}:{line}")

    def test_its_limits_are_those_of_the_code(self):
        with open(os.path.join(SOURCE, "src/base/limits.hpp"), encoding="utf-8") as header:
            code = re.findall(r"limit = (?:std::size_t\{(\d+)\} << (\d+)U|(\d+));", header.read())
        with open(os.path.join(SOURCE, "SECURITY.md"), encoding="utf-8") as readme:
            section = readme.read().split("## Limits\n")[1].split("\n## ")[0]
        named = re.findall(r"^\| .+ \| (\d+)(?: ([KMG])iB)? \|$", section, re.MULTILINE)
        self.assertEqual([int(number or base) << int(shift or 0) for base, shift, number in code],
                         [int(number) << {"": 0, "K": 10, "M": 20, "G": 30}[unit] for number, unit in named])
        self.assertEqual(len(named), 10)

    def test_every_target_and_preset_it_names_is_there(self):
        with open(os.path.join(SOURCE, "Makefile"), encoding="utf-8") as makefile:
            targets = re.findall(r"^([a-z][\w-]*):", makefile.read(), re.MULTILINE)
        with open(os.path.join(SOURCE, "CMakePresets.json"), encoding="utf-8") as file:
            all_presets = json.load(file)
        presets = {kind: [preset["name"] for preset in all_presets.get(kind + "Presets", [])
                          if not preset.get("hidden")]
                   for kind in ("configure", "build", "test")}
        self.assertIn("test", targets)
        blocks = [(file, *block) for file in self.blocks for block in self.blocks[file]]
        for file, language, line, content in blocks:
            if language not in ("sh", "console", "yaml"):
                continue
            scripts = [content]
            if language == "console":
                scripts = [command for command, _ in sessions_of(content)]
            elif language == "yaml":
                scripts = runs_of(content)
            for script in scripts:
                with self.subTest(file=file, line=line):
                    self.assertEqual(names_what_is_missing(script, targets, presets), [])


if __name__ == "__main__":
    unittest.main()
