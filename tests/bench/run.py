"""Measures the program against yardsticks on this machine and prints ratios.

Each pair is run in turn, so that a machine that slows down slows both; the ratio is that of the
medians. Environment: SSI, the program; SSI_BENCH_DIR, where the other programs are and logs are kept.
"""

import datetime
import json
import os
import shutil
import statistics
import subprocess
import sys
import threading
import time

SSI = os.environ["SSI"]
FOLDER = os.environ["SSI_BENCH_DIR"]
HERE = os.path.dirname(os.path.abspath(__file__))
PEERS = os.path.join(HERE, "peers")
MEMBERS = 2550  # of 1,000 activities each: 200 MB of documents
ORDERS = ("oldest", "newest", "any")  # which of a member's activities comes first
MOST_MEMORY = 64  # MiB


def program(name):
    return os.path.join(FOLDER, name)


def make(shape, members, order=ORDERS[0]):
    """The path of a log of 1,000 activities a member, made when it is not there."""
    path = os.path.join(FOLDER, f"{shape}-{members}-{order}.jsonl")
    if not os.path.exists(path):
        with open(path + ".part", "wb") as out:
            subprocess.run([program("make_logs"), shape, order, str(members), "1000"], stdout=out, check=True)
        os.rename(path + ".part", path)
    return path


def make_export():
    """The folder of an export of 100,000 rows, made when it is not there."""
    path = os.path.join(FOLDER, "export")
    if not os.path.exists(path):
        shutil.rmtree(path + ".part", ignore_errors=True)
        subprocess.run([sys.executable, os.path.join(HERE, "make_export.py"), path + ".part"], check=True)
        os.rename(path + ".part", path)
    return path


def finish(process, may_fail=False):
    """The peak memory of a process in MiB, when it has ended well, or at all if it may fail."""
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0 and not may_fail:
        sys.exit(f"{process.args} failed with {process.returncode}")
    return usage.ru_maxrss / 1024


def run(command, may_fail=False):
    """Wall seconds of one whole process."""
    start = time.perf_counter()
    errors = subprocess.DEVNULL if may_fail else None
    finish(subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=errors), may_fail)
    return time.perf_counter() - start


def ratio(one, other, runs):
    """How long `one` takes in terms of `other`."""
    run(one), run(other)  # a warm-up
    pairs = [(run(one), run(other)) for _ in range(runs)]
    return statistics.median(a for a, _ in pairs) / statistics.median(b for _, b in pairs)


def report(title, number, wanted, ok, unit=""):
    print(f"{title:<75} {number:7.2f}{unit}  ({wanted}: {'ok' if ok else 'MISSED'})", flush=True)


def at_most(title, one, other, most, runs=11):
    found = ratio(one, other, runs)
    report(title, found, f"at most {most:.2f}", found <= most)


def against_parse(shape, most):
    """The worst of the three orders, against a DOM parse of the same file."""
    found = {}
    for order in ORDERS:
        path = make(shape, MEMBERS, order)
        found[order] = ratio([SSI, "score", "-j", "1", "-f", "jsonl", path], [program("dom_parse"), path], 11)
    worst = max(found.values())
    orders = ", ".join(f"{order} {number:.2f}" for order, number in found.items())
    report(f"{shape}, one thread, against a DOM parse ({orders})", worst, f"at most {most:.2f}", worst <= most)


def times_as_fast(title, one, other, least, runs=11):
    found = ratio(other, one, runs)
    report(title, found, f"at least {least:.2f}", found >= least)


def hostile_inputs(size):
    """Inputs whose time might grow faster than their size: what each holds, its text, and the command."""
    bad = json.dumps({"at": "2026-11-02", "type": "search", "count": 0})
    good = json.dumps({"at": "2026-11-02", "type": "search"})
    model = json.loads(subprocess.run([SSI, "model"], stdout=subprocess.PIPE, check=True).stdout)
    model.update({f"unknown{i}": i for i in range(size // 40)})
    yield "faults of a model", json.dumps(model), ["model"]
    activities = ", ".join([good] * size + [bad] * 20)
    yield "faults at the end of a document", f'{{"activities": [{activities}]}}', ["validate"]
    yield "a large number behind a long key", f'{{"{"k" * size}": [{"0, " * size}1e999]}}', ["validate"]
    lines = (f'{{"member": "{i}", "at": "2026-11-02", "type": "search"}}\n' for i in range(size))
    yield "members of one line each", "".join(lines), ["score", "-f", "total"]
    readings = (f'{{"at": "{datetime.date.min + datetime.timedelta(days)}", "type": "linkedin_ssi", "people": 5}}\n'
                f'{{"at": "{datetime.date.min + datetime.timedelta(days)}", "type": "search"}}\n' for days in range(size))
    yield "days with a reading", "".join(readings), ["calibrate"]
    yield "documents without an activity", '{"activities": []}\n' * size, ["score", "-f", "total"]


def growth(size, runs=5):
    """How much longer twice the size takes, for each kind of hostile input."""
    for (title, small, command), (_, large, _) in zip(hostile_inputs(size), hostile_inputs(2 * size)):
        seconds = []
        for name, content in (("small", small), ("large", large)):
            path = program("hostile-" + name)
            with open(path, "w", encoding="utf-8") as file:
                file.write(content)
            seconds.append(min(run([SSI, *command, path], may_fail=True) for _ in range(runs)))
        report(f"twice as much: {title}", seconds[1] / seconds[0], "at most 2.50", seconds[1] <= 2.5 * seconds[0])


def memory_of_line(size):
    """The peak memory for a document on one line with a fault at its end, against its size."""
    good = json.dumps({"at": "2026-11-02", "type": "search"})
    path = program("line")
    with open(path, "w", encoding="utf-8") as file:
        file.write('{"activities": [' + (good + ",") * (size // len(good)) + '{"at": "2026-02-30"}]}')
    with subprocess.Popen([SSI, "validate", path], stderr=subprocess.DEVNULL) as process:
        memory = finish(process, may_fail=True)
    return memory * (1 << 20) / os.path.getsize(path)


def memory_of(path, times):
    """The peak memory for a file, so many times over, through a pipe."""
    process = subprocess.Popen([SSI, "score", "-f", "jsonl", "-"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)

    def feed():
        with process.stdin as pipe:
            for _ in range(times):
                with open(path, "rb") as file:
                    while block := file.read(1 << 20):
                        pipe.write(block)

    feeder = threading.Thread(target=feed)
    feeder.start()
    memory = finish(process)
    feeder.join()
    return memory


def same_totals(path, peers):
    """Stops unless all programs agree on every member's total."""
    totals = [subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout
              for command in [[SSI, "score", "-f", "total", "--precision", "2", path], *peers]]
    if any(other != totals[0] for other in totals):
        sys.exit("the programs disagree on the totals")


def main():
    one = make("documents", 1)
    few = make("documents", 100)
    documents = make("documents", MEMBERS)
    lines = make("lines", MEMBERS)
    for path in (one, documents, lines):
        print(f"{os.path.basename(path)}: {os.path.getsize(path) / 1e6:.1f} MB")

    print("\ntime of ssi score in terms of the other")
    at_most("a log of 1,000 activities, against jq .", [SSI, "score", one], ["jq", ".", one], 1.0, 31)
    at_most("a trend of each day of a year, against one score of the log",
            [SSI, "trend", "--every", "day", one], [SSI, "score", one], 3.0, 31)
    against_parse("documents", 1.4)
    against_parse("lines", 1.9)
    # A number or a row a member is less to write than an object: neither may take longer.
    for name in ("total", "csv"):
        at_most(f"documents: -f {name}, against -f jsonl", [SSI, "score", "-j", "1", "-f", name, documents],
                [SSI, "score", "-j", "1", "-f", "jsonl", documents], 1.0)

    print("\ntime of ssi import in terms of the other")
    export = make_export()
    at_most("an export of 100,000 rows, against Python's csv module",
            [SSI, "import", "-q", export], [sys.executable, os.path.join(PEERS, "read_csv.py"), export], 1.0)

    print("\ntimes as fast as the other")
    if len(os.sched_getaffinity(0)) > 1:
        # Documents are read so fast that the start of the process would count, were there not five times as many.
        for title, paths in (("documents", [documents] * 5), ("activity lines", [lines])):
            command = [SSI, "score", "-q", "-f", "jsonl", "-o", os.devnull, *paths]
            times_as_fast(f"{title}: two threads, against one", [*command, "-j", "2"], [*command, "-j", "1"], 1.8)
    peers = {"Python": [sys.executable, os.path.join(PEERS, "score.py")],
             "Node": ["node", os.path.join(PEERS, "score.mjs")],
             "jq": ["jq", "-r", "-f", os.path.join(PEERS, "score.jq")]}
    same_totals(few, [[*command, few] for command in peers.values()])
    for name, least, runs in (("Python", 6, 5), ("Node", 6, 5), ("jq", 30, 3)):
        times_as_fast(f"documents: the totals, against the same in {name}",
                      [SSI, "score", "-f", "total", "--precision", "2", documents], [*peers[name], documents],
                      least, runs)

    print("\npeak memory")  # before growth, as what this process holds would count for those that it starts
    for times in (1, 10):
        memory = memory_of(documents, times)
        report(f"{times * os.path.getsize(documents) / 1e9:.1f} GB of documents", memory, f"at most {MOST_MEMORY}",
               memory <= MOST_MEMORY, " MiB")
    times = memory_of_line(200_000_000)
    report("200 MB on one line with a fault at the end, against its size", times, "at most 3.00", times <= 3)

    print("\ngrowth with the size of hostile input")
    growth(200_000)


main()
