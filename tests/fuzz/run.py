"""Runs every fuzz target for some seconds, from seeds made of the fixtures.

usage: run.py FOLDER SECONDS

FOLDER holds the programs. What they find worth keeping stays in FOLDER/corpus for the next run.
"""

import concurrent.futures
import os
import pathlib
import re
import subprocess
import sys
import zipfile

SOURCE = pathlib.Path(__file__).resolve().parents[2]
FIXTURES = SOURCE / "tests/fixtures"
EXPORTS = sorted(path for path in (FIXTURES / "export").iterdir() if path.is_dir())
PERSONAS = sorted(path for path in (SOURCE / "data").iterdir() if path.suffix in (".json", ".jsonl"))
API = sorted((FIXTURES / "export").glob("api-*.json"))
COMMAND_LINES = [
    ["score"], ["score", "-f", "csv"], ["score", "-f", "html"], ["score", "--details", "-f", "markdown"],
    ["score", "--lenient", "-f", "json"], ["score", "-f", "junit", "--fail-under", "70"],
    ["score", "-f", "github", "--fail-under", "people=70"], ["score", "--what-if", "share kind=post", "-f", "jsonl"],
    ["explain"], ["explain", "people"], ["explain", "network", "-f", "json"], ["plan", "--target", "70"],
    ["trend"], ["trend", "-f", "csv"], ["diff", "--from", "2026-10-01"], ["team"], ["team", "--by", "team", "-f", "html"],
    ["calibrate"], ["calibrate", "-o", "-"], ["report"], ["merge"], ["validate"], ["model", "-"], ["schema", "log"], ["add", "search", "--filters", "3", "log"],
]


def log_cases():
    for table in sorted((FIXTURES / "log").glob("*.txt")):
        for case in re.split(rb"^== .*\n", table.read_bytes(), flags=re.MULTILINE)[1:]:
            yield re.split(rb"^--$", case, maxsplit=1, flags=re.MULTILINE)[0]


def files_of(folder):
    return sorted(path for path in folder.rglob("*") if path.is_file())


def tables(folder):
    """The files of an export as tables_fuzz.cpp reads them."""
    return b"\n".join(b"== " + path.name.encode() + b"\n" + path.read_bytes() for path in files_of(folder))


def zipped(folder, work):
    path = work / "export.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in files_of(folder):
            archive.write(file, file.relative_to(folder))
    return path.read_bytes()


def seeds_of(target, ssi, work):
    logs = [*log_cases(), *(path.read_bytes() for path in PERSONAS if path.stat().st_size < 100_000)]
    model = subprocess.run([ssi, "model", "v1"], capture_output=True, check=True).stdout
    return {
        "log_fuzz": lambda: logs,
        "zip_fuzz": lambda: [zipped(folder, work) for folder in EXPORTS],
        "tables_fuzz": lambda: [tables(folder) for folder in EXPORTS],
        "api_fuzz": lambda: [path.read_bytes() for path in API],
        "model_fuzz": lambda: [model],
        "commands_fuzz": lambda: ["\n".join(line).encode() + b"\n\n" + logs[i * 7 % len(logs)]
                                  for i, line in enumerate(COMMAND_LINES)] +
                                 [b"model\n-\n\n" + model, b"score\n-\n\n" + logs[-1]],
    }[target]()


def words(ssi):
    """What the formats and the command line spell, as a dictionary of libFuzzer's."""
    schemas = [subprocess.run([ssi, "schema", name], capture_output=True, text=True, check=True).stdout
               for name in ("log", "model")]
    help_text = subprocess.run([ssi, "--help"], capture_output=True, text=True, check=True).stdout
    headers = {line.lstrip("\ufeff") for folder in EXPORTS for path in folder.rglob("*.csv")
               for line in path.read_text("utf-8", "replace").splitlines()[:1]}
    found = set(re.findall(r'"([\w-]+)"', "".join(schemas))) | set(re.findall(r"--?[\w-]+|^  (\w+)", help_text, re.M))
    found |= {name for header in headers for name in header.split(",") if name.isprintable()}
    escaped = (re.sub(r'[\\"]', r"\\\g<0>", word) for word in sorted(found) if word and word.isascii())
    return "".join(f'"{word}"\n' for word in escaped)


def run(program, ssi, dictionary, seconds):
    """Whether the target kept its promises, and what to print of it."""
    work = program.parent / "corpus" / program.name
    seeds = work.with_suffix(".seeds")
    for folder in (work, seeds):
        folder.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds_of(program.name, ssi, seeds.parent)):
        (seeds / str(number)).write_bytes(seed)
    done = subprocess.run(
        [program, work, seeds, f"-max_total_time={seconds}", f"-dict={dictionary}", "-timeout=20", "-rss_limit_mb=2500",
         "-max_len=200000", "-print_final_stats=1", f"-artifact_prefix={work}-"],
        capture_output=True, text=True, errors="replace", check=False)
    counted = re.search(r"number_of_executed_units: (\d+)", done.stderr)
    if done.returncode == 0:
        return True, f"{program.name}: {counted[1]} executions"
    return False, f"{program.name}: FAILED\n" + "\n".join(done.stderr.splitlines()[-60:])


def main():
    folder, seconds = pathlib.Path(sys.argv[1]).resolve(), int(sys.argv[2])
    ssi = folder.parents[1] / "ssi"
    programs = sorted(path for path in folder.glob("*_fuzz") if path.is_file())
    if not programs:
        sys.exit(f"no fuzz target in {folder}")
    dictionary = folder / "words.dict"
    dictionary.write_text(words(ssi))
    with concurrent.futures.ThreadPoolExecutor(len(os.sched_getaffinity(0))) as pool:
        results = list(pool.map(lambda program: run(program, ssi, dictionary, seconds), programs))
    for _, text in results:
        print(text)
    sys.exit(0 if all(ok for ok, _ in results) else 1)


main()
