"""The architecture, held to by a machine: layers and public headers.

Environment: SSI_SOURCE_DIR, the project; CXX, the compiler (default: c++).
"""

import os
import re
import shlex
import subprocess
import unittest
from concurrent.futures import ThreadPoolExecutor

SOURCE = os.environ["SSI_SOURCE_DIR"]

# Each layer includes itself and those before it.
LAYERS = ["base", "timeline", "log", "linkedin", "members", "signals", "score", "report", "page", "render",
          "cli"]

# A score needs a timeline, wherever that was read from.
READING = ["log", "linkedin", "members"]
SCORING = ["signals", "score"]

# The first layer that may include each public header.
PUBLIC = {
    "day": "base", "points": "base", "names": "base", "diagnostic": "base", "result": "base", "reading": "base",
    "activity": "base", "signal": "base", "task": "base", "timeline": "timeline", "log": "log",
    "linkedin": "linkedin", "members": "members", "model": "signals", "score": "score", "report": "report",
    "team": "report", "team_change": "report", "trend": "report", "diff": "report", "calibrate": "report", "plan": "report", "explain": "report", "render": "render",
}


def read(path):
    with open(os.path.join(SOURCE, path), encoding="utf-8") as file:
        return file.read()


def sources(folder):
    """The C++ files under a folder, relative to the project."""
    found = []
    for path, _, files in os.walk(os.path.join(SOURCE, folder)):
        found += [os.path.relpath(os.path.join(path, name), SOURCE) for name in files
                  if name.endswith((".hpp", ".cpp"))]
    return sorted(found)


def includes(text):
    """What a C++ text includes, with its brackets or quotes."""
    return re.findall(r'^\s*#\s*include\s*([<"][^>"]+[>"])', text, re.MULTILINE)


def layer_of(path):
    """The layer of a file; of a public header, the first that may include it."""
    parts = path.split("/")
    if parts[0] == "src":
        return LAYERS.index(parts[1])
    return LAYERS.index(PUBLIC[parts[2].removesuffix(".hpp")])


def may_include(own, other):
    """Whether the layer of this index may include the other."""
    return other <= own and not (LAYERS[own] in SCORING and LAYERS[other] in READING)


def wrong_includes(path, text):
    """The includes of `text`, the file at `path`, that break the order of the layers."""
    wrong = []
    own = layer_of(path)
    for include in includes(text):
        name = include[1:-1]
        if include.startswith('"'):
            top = name.split("/")[0]
            if (path.startswith("include/") or not name.endswith(".hpp") or top not in LAYERS
                    or not may_include(own, LAYERS.index(top))):
                wrong.append(include)
        elif name.startswith("ssi/"):
            header = name.removeprefix("ssi/").removesuffix(".hpp")
            if header not in PUBLIC or not may_include(own, LAYERS.index(PUBLIC[header])):
                wrong.append(include)
    return wrong


# Tables by std::hash whose keys nobody else can choose: the program's own words, and keyed hashes.
HASH_TABLES = {"src/base/keyed_hash.hpp", "src/linkedin/titles.cpp", "src/linkedin/owner.hpp"}


class Layers(unittest.TestCase):
    def test_every_file_is_in_a_known_layer(self):
        folders = [entry.name for entry in os.scandir(os.path.join(SOURCE, "src")) if entry.is_dir()]
        self.assertEqual(sorted(folders), sorted(LAYERS))
        headers = [os.path.basename(path).removesuffix(".hpp") for path in sources("include")]
        self.assertEqual(sorted(headers), sorted(PUBLIC))

    def test_a_layer_includes_itself_and_earlier_ones_only(self):
        for path in sources("src") + sources("include"):
            with self.subTest(path=path):
                self.assertEqual(wrong_includes(path, read(path)), [])

    def test_a_wrong_include_would_be_found(self):
        for path, line, is_wrong in (
                ("src/log/x.cpp", '#include "base/text.hpp"', False),
                ("src/log/x.cpp", '#include "log/decode.hpp"', False),
                ("src/log/x.cpp", '#include "page/value.hpp"', True),
                ("src/log/x.cpp", '#include "decode.hpp"', True),
                ("src/log/x.cpp", '#include "log/decode.cpp"', True),
                ("src/log/x.cpp", '#include "../base/text.hpp"', True),
                ("src/cli/x.cpp", '#include "page/value.hpp"', False),
                ("src/log/x.cpp", "#include <ssi/log.hpp>", False),
                ("src/log/x.cpp", "#include <ssi/model.hpp>", True),
                ("src/timeline/x.cpp", "#  include <ssi/model.hpp>", True),
                ("src/signals/x.cpp", "#include <ssi/model.hpp>", False),
                ("src/score/x.cpp", '#include "signals/facts.hpp"', False),
                ("src/score/x.cpp", '#include "log/decode.hpp"', True),
                ("src/signals/x.cpp", "#include <ssi/members.hpp>", True),
                ("src/report/x.cpp", "#include <ssi/members.hpp>", False),
                ("src/base/x.cpp", "#include <ssi/nothing.hpp>", True),
                ("src/base/x.cpp", "#include <string>", False),
                ("include/ssi/score.hpp", "#include <ssi/timeline.hpp>", False),
                ("include/ssi/score.hpp", "#include <ssi/report.hpp>", True),
                ("include/ssi/score.hpp", '#include "base/text.hpp"', True)):
            with self.subTest(path=path, line=line):
                self.assertEqual(bool(wrong_includes(path, "#pragma once\n" + line + "\n")), is_wrong)

    def test_no_table_of_what_files_hold_hashes_without_a_key(self):
        tables = {path for path in sources("src") + sources("include") if re.search(r"std::(unordered_|hash<)", read(path))}
        self.assertEqual(tables, HASH_TABLES)

    def test_only_the_command_line_includes_its_library(self):
        for path in sources("src"):
            if not path.startswith("src/cli/"):
                self.assertNotIn("<CLI/", " ".join(includes(read(path))), path)


class PublicHeaders(unittest.TestCase):
    def test_they_include_the_standard_library_and_each_other_only(self):
        for path in sources("include"):
            for include in includes(read(path)):
                self.assertRegex(include, r"^<(ssi/\w+\.hpp|[a-z_0-9]+)>$", path)

    def test_each_compiles_alone(self):
        compiler = shlex.split(os.environ.get("CXX", "c++"))
        command = [*compiler, "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Wpedantic", "-Werror",
                   "-I", os.path.join(SOURCE, "include"), "-x", "c++", "-"]

        def compile_twice(path):
            line = f"#include <{path.removeprefix('include/')}>\n"
            return path, subprocess.run(command, input=line * 2, capture_output=True, text=True)

        with ThreadPoolExecutor(2) as pool:
            for path, done in pool.map(compile_twice, sources("include")):
                self.assertEqual(done.returncode, 0, f"{path}:\n{done.stderr}")


class Texts(unittest.TestCase):
    def test_no_tracked_file_names_a_path_of_somebody_s_machine(self):
        listed = subprocess.run(["git", "-C", SOURCE, "ls-files", "-z"], capture_output=True, check=False)
        if listed.returncode != 0:
            self.skipTest("not in a git checkout")
        machine_path = re.compile(rb"(?<![\w.~}/-])/(?:home|Users|root|work)/\w|\b[A-Z]:\\\\?Users\\")
        self.assertTrue(machine_path.search(b"see /ho" + b"me/me/x"))
        self.assertFalse(machine_path.search(b"~/work/x ${HOME}/work/x tests/work/x"))
        for name in listed.stdout.split(b"\0"):
            path = os.path.join(SOURCE.encode(), name)
            if not os.path.isfile(path) or os.path.islink(path):
                continue
            with open(path, "rb") as file:
                text = file.read()
            found = machine_path.search(text)
            self.assertIsNone(found, f"{name.decode()}: {found and found.group()}")


if __name__ == "__main__":
    unittest.main()
