"""The architecture, held to by a machine: layers, public headers, length of functions.

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
LAYERS = ["base", "timeline", "log", "linkedin", "members", "signals", "score", "report", "render", "cli"]

# A score needs a timeline, wherever that was read from.
READING = ["log", "linkedin", "members"]
SCORING = ["signals", "score"]

# The first layer that may include each public header.
PUBLIC = {
    "day": "base", "points": "base", "names": "base", "diagnostic": "base", "result": "base",
    "activity": "base", "signal": "base", "task": "base", "timeline": "timeline", "log": "log",
    "linkedin": "linkedin", "members": "members", "model": "signals", "score": "score", "report": "report",
    "team": "report", "trend": "report", "diff": "report", "plan": "report", "explain": "report", "render": "render",
}

LONGEST_FUNCTION = 60  # lines, from the first of its signature to its closing brace


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
            if path.startswith("include/") or top not in LAYERS or not may_include(own, LAYERS.index(top)):
                wrong.append(include)
        elif name.startswith("ssi/"):
            header = name.removeprefix("ssi/").removesuffix(".hpp")
            if header not in PUBLIC or not may_include(own, LAYERS.index(PUBLIC[header])):
                wrong.append(include)
    return wrong


def without_text(code):
    """C++ without comments and what stands in quotes; lines stay where they are."""
    pattern = re.compile(
        r'R"(?P<mark>[^(\s]*)\(.*?\)(?P=mark)"|//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|' + r"'(?:\\.|[^'\\\n])+'",
        re.DOTALL)

    def blank(match):
        text = match.group()
        if text.startswith("'") and re.match(r"\w", code[match.start() - 1]):
            return text  # a digit separator
        return ("" if text.startswith("/") else "Q") + "\n" * text.count("\n")

    code = pattern.sub(blank, code)
    return re.sub(r"^[ \t]*#(?:\\\n|[^\n])*", lambda m: "\n" * m.group().count("\n"), code, flags=re.MULTILINE)


# What stands before a brace that opens no function.
NO_FUNCTION = re.compile(r"^(?:template\s*<.*>\s*)?(?:inline\s+)?"
                         r"(?:namespace|class|struct|enum|union|extern|if|else|for|while|do|switch|case|return)\b")


# Blank lines and labels of access before a member function.
LABELS = re.compile(r"(?:\s|(?:public|protected|private):)*")


def functions(code):
    """The functions of clang-formatted C++: (first line, number of lines) of each outermost one."""
    code = without_text(code)
    found = []
    stack = []  # of what each open brace is: "function", "block" or "value"
    start = 0  # of what stands before the next brace
    for match in re.finditer(r"[{};]", code):
        at = match.start()
        before = code[start:at]
        if match.group() == ";":
            if "value" not in stack and before.count("(") <= before.count(")"):
                start = at + 1
        elif match.group() == "{":
            head = before.strip()
            is_value = "value" in stack or not re.search(r"\s$", before) or re.search(r"[=,({]$", head)
            if is_value and head:
                stack.append("value")
                continue
            is_function = ("(" in head and not NO_FUNCTION.match(head) and "function" not in stack)
            if is_function and head.startswith("catch"):
                stack.append("function")  # goes on with a function try block
            elif is_function:
                first = start + LABELS.match(before).end()
                found.append([code.count("\n", 0, first) + 1, 0])
                stack.append("function")
            else:
                stack.append("block")
            start = at + 1
        else:
            kind = stack.pop()
            if kind == "value":
                continue
            if kind == "function":
                found[-1][1] = code.count("\n", 0, at) + 2 - found[-1][0]
            start = at + 1
    assert not stack, "braces do not match"
    return [tuple(function) for function in found]


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
                ("src/log/x.cpp", '#include "render/value.hpp"', True),
                ("src/log/x.cpp", '#include "decode.hpp"', True),
                ("src/log/x.cpp", '#include "../base/text.hpp"', True),
                ("src/cli/x.cpp", '#include "render/value.hpp"', False),
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


class Functions(unittest.TestCase):
    def test_none_is_longer_than_a_screen(self):
        count = 0
        for path in sources("src") + sources("include"):
            for line, length in functions(read(path)):
                count += 1
                self.assertLessEqual(length, LONGEST_FUNCTION, f"{path}:{line}")
        self.assertGreater(count, 200)  # the scan finds functions at all

    def test_the_scan_finds_61_lines_and_accepts_60(self):
        shapes = {
            "function": ("void f() {\n", "}\n"),
            "wrapped signature": ("std::string f(int a,\n              int b) {\n", "}\n"),
            "member": ("class C {\n public:\n  int f() const {\n", "  }\n};\n"),
            "constructor": ("C::C(int a)\n    : a_{a}, b_{{1, 2}},\n      c_(3) {\n", "}\n"),
            "template": ("template <class T>\nT f(T a) {\n", "}\n"),
            "try block": ("void f() try {\n", "} catch (const E& e) {\n  g();\n}\n"),
            "lambda": ("constexpr auto f = [](int a) {\n", "};\n"),
            "in namespaces": ("namespace a {\nnamespace {\n\nint f() {\n", "}\n\n}  // namespace\n}\n"),
        }
        outside = {"member": 3, "in namespaces": 6}  # lines around the function
        for name, (head, tail) in shapes.items():
            for length in (LONGEST_FUNCTION, LONGEST_FUNCTION + 1):
                around = head.count("\n") + tail.count("\n") - outside.get(name, 0)
                fill = length - around
                body = ["  if (x) {", "    y({1, 2});", '    s = "}" + std::string{"{"};  // }', "  }"]
                lines = [body[i % 4] if i < fill // 4 * 4 else "  y();" for i in range(fill)]
                code = "int before = 0;\n\n" + head + "\n".join(lines) + "\n" + tail + "int after() { return 1; }\n"
                with self.subTest(shape=name, length=length):
                    self.assertEqual([found for _, found in functions(code)], [length, 1])

    def test_the_scan_takes_no_table_or_type_for_a_function(self):
        for code in ("constexpr std::array a = {\n    F{1, g(2)},\n    F{3, g(4)},\n};\n",
                     "struct A {\n  int a = 0;\n  B b{f(1)};\n};\n",
                     "template <class E>\ninline constexpr int names_of = 0;\n",
                     "template <>\ninline constexpr std::array<S, 2> names_of<A> = {\"a\",\n  \"b\"};\n",
                     "enum class A { x, y };\n", "auto s = R\"(void f() {)\";\n", "#define F(x) {\n"):
            self.assertEqual(functions(code), [], code)


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
