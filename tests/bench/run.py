"""Measures the program against yardsticks on this machine and prints ratios.

Each pair is run in turn, so that a machine that slows down slows both; the ratio is that of the
medians. Environment: SSI, the program; SSI_BENCH_DIR, where the other programs are and logs are kept.
"""

import os
import statistics
import subprocess
import sys
import time

SSI = os.environ["SSI"]
FOLDER = os.environ["SSI_BENCH_DIR"]
RUNS = 7


def program(name):
    return os.path.join(FOLDER, name)


def make(name, shape, members, activities):
    """The path of a log, made when it is not there."""
    path = os.path.join(FOLDER, name)
    if not os.path.exists(path):
        with open(path + ".part", "wb") as out:
            subprocess.run([program("make_logs"), shape, str(members), str(activities)], stdout=out, check=True)
        os.rename(path + ".part", path)
    return path


def run(command):
    """Wall seconds and peak memory in MiB of one whole process."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command} failed with {process.returncode}")
    return seconds, usage.ru_maxrss / 1024


def compare(title, ours, theirs, most, runs=RUNS):
    """Prints how long `ours` takes in terms of `theirs`, and whether that is `most` at the most."""
    run(ours), run(theirs)  # a warm-up
    pairs = [(run(ours), run(theirs)) for _ in range(runs)]
    ratio = statistics.median(a[0] for a, _ in pairs) / statistics.median(b[0] for _, b in pairs)
    memory = max(a[1] for a, _ in pairs)
    verdict = "ok" if ratio <= most else "MISSED"
    print(f"{title:<58} {ratio:5.2f}  (at most {most:.2f}: {verdict})  {memory:6.1f} MiB")


def main():
    one = make("one.json", "documents", 1, 1000)
    documents = make("documents.jsonl", "documents", 2000, 1000)
    lines = make("lines.jsonl", "lines", 2000, 1000)
    for path in (one, documents, lines):
        print(f"{os.path.basename(path)}: {os.path.getsize(path) / 1e6:.1f} MB")
    print(f"\n{'time of ssi score / time of the other':<58} ratio                     peak memory of ssi")
    compare("a log of 1,000 activities, against jq .", [SSI, "score", one], ["jq", ".", one], 1.0, 31)
    for name, path, most in (("documents", documents, 2.0), ("activity lines", lines, 2.0)):
        compare(f"2,000 members as {name}, against a DOM parse",
                [SSI, "score", "-f", "jsonl", path], [program("dom_parse"), path], most)


main()
