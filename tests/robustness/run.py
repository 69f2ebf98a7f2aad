"""How much the choices in v1 matter: scores the same members by other choices and prints tables.

The members are generated, the same on each run, with the logs of data/ among them. The program
measures them; from their values this scores every variant. Environment: SSI, the program;
SSI_SOURCE_DIR, the project.
"""

import glob
import json
import os
import random
import statistics
import subprocess
import tempfile
from datetime import date, timedelta

SSI = os.environ["SSI"]
DATA = os.path.join(os.environ["SSI_SOURCE_DIR"], "data")

GENERATED = 500
DRAWS = 200  # of random weights
AS_OF = date(2026, 11, 22)
PILLARS = ("brand", "people", "insights", "relationships")
STOCKS = ("completeness", "showcase", "endorsements", "network", "decision_makers", "coworkers")
NOT_IN_EXPORTS = ("showcase", "upkeep", "filtered_searches", "profile_views", "saved_leads", "engagement_received")
SECTIONS = ("photo", "headline", "location", "industry", "experience", "education", "about", "cover", "featured",
            "custom_url")


def run(*args, text=None):
    done = subprocess.run([SSI, *args], input=text, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert done.returncode in (0, 1), args  # 1: a plan that is out of reach
    return done.stdout


V1 = json.loads(run("model", "v1"))
RULES = {rule["id"]: rule for rule in V1["signals"]}


def members(alike):
    """One log a line. How diligent a member is runs through all of it, or is by chance for each part."""
    chance = random.Random(14)
    for _ in range(GENERATED):
        general = chance.random()
        particular = {}

        def diligence(part):
            return general if alike else particular.setdefault(part, chance.random())

        def some(part, most, least=0):
            return least + int((most - least) * diligence(part) * chance.random() * 1.5)

        activities = []
        for back in range(180):
            at = str(AS_OF - timedelta(days=back))

            def add(what, odds, **fields):
                if chance.random() < odds * diligence(what):
                    activities.append({"at": at, "type": what, **fields})

            add("search", 0.4, filters=chance.randrange(3), count=some("search", 4, 1))
            add("profile_view", 0.5, count=some("profile_view", 8, 1))
            add("lead_saved", 0.2, count=some("lead_saved", 4, 1))
            add("share", 0.3, reactions=some("received", 30), comments=some("received", 6))
            add("share", 0.02, kind="article", reactions=some("received", 40), comments=some("received", 8))
            add("comment", 0.4, count=some("comment", 3, 1))
            add("reaction", 0.5, count=some("reaction", 5, 1))
            add("message", 0.4, replied=chance.random() < 0.4)
            add("profile_edit", 0.06, section="about")
            add("connection", 0.6, status=chance.choice(("accepted", "pending", "declined")))
        yield json.dumps({
            "as_of": str(AS_OF),
            "profile": {
                "sections": [section for section in SECTIONS if chance.random() < 0.4 + 0.6 * diligence("profile")],
                "skills": some("profile", 12),
                "endorsements": some("vouching", 60), "recommendations": some("vouching", 4),
                "connections": some("network", 700, 50),
                "decision_makers": some("network", 60), "coworkers": some("network", 40)},
            "activities": activities,
        })


def measure(model, folder, alike):
    """Of each member the program's total, and the value of each signal."""
    path = os.path.join(folder, "model.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(model, file)
    personas = sorted(glob.glob(os.path.join(DATA, "*.json*")))
    lines = run("score", "--model", path, "-f", "jsonl", "-", *personas, text="\n".join(members(alike)))
    reports = [json.loads(line) for line in lines.splitlines()]
    values = [{s["id"]: s["value"] for p in report["pillars"] for s in p["signals"]} for report in reports]
    whole = [i for i, of_member in enumerate(values) if None not in of_member.values()]
    return [reports[i]["total"] for i in whole], [values[i] for i in whole]


def share(signal, value, root=0.5, factor=1):
    """The share of a signal's points that a value earns."""
    rule = RULES[signal]
    reached = min(1, value / (rule["target"] * factor))
    return reached ** root if rule["curve"] == "sqrt" else reached


def weighted(values, weights, **choices):
    """The total of a member, where the signals have these weights."""
    return 100 * sum(w * share(s, values[s], **choices) for s, w in weights.items()) / sum(weights.values())


def without(values, signals):
    """The total of a member where signals are not measured: the others of their pillars stand for them."""
    ids = list(RULES)
    pillars = ([s for s in ids[at:at + 5] if s not in signals] for at in range(0, len(ids), 5))
    return sum(weighted(values, dict.fromkeys(pillar, 1)) for pillar in pillars) / 4


def ranks(numbers):
    """The rank of each, the mean of their ranks for equal ones."""
    first = {}
    for rank, number in enumerate(sorted(numbers)):
        first.setdefault(number, [rank, rank])[1] = rank
    return [sum(first[number]) / 2 for number in numbers]


def band(total):
    return max(b["from"] for b in V1["bands"] if b["from"] <= total)


def compare(totals, variants):
    """How the ranks agree (Spearman; the mean and the least), how far totals move, whose band changes."""
    before = ranks(totals)
    agreement = [statistics.correlation(before, ranks(v)) for v in variants]
    moves = [statistics.mean(abs(a - b) for a, b in zip(totals, v)) for v in variants]
    changes = [100 * statistics.mean(band(a) != band(b) for a, b in zip(totals, v)) for v in variants]
    return (f"{statistics.mean(agreement):.2f} ({min(agreement):.2f}) | {statistics.mean(moves):.1f} | "
            f"{statistics.mean(changes):.0f}%")


def with_window(days):
    """v1 with another window; what is counted in it keeps its pace."""
    signals = [rule if rule["id"] in STOCKS or rule["id"] == "acceptance" else
               {**rule, "target": round(rule["target"] * days / V1["window_days"], 4)} for rule in V1["signals"]]
    return {**V1, "name": "window", "window_days": days, "signals": signals}


def choices():
    """Each by its name: functions that give the total of a member by it."""
    chance = random.Random(41)
    equal = dict.fromkeys(RULES, 1)

    def by(weights, **others):
        return lambda values: weighted(values, weights, **others)

    return {
        "weights at random, each from half to one and a half":
            [by({s: chance.uniform(0.5, 1.5) for s in RULES}) for _ in range(DRAWS)],
        "weights at random, each from nothing to double":
            [by({s: chance.uniform(0, 2) for s in RULES}) for _ in range(DRAWS)],
        "one signal dropped, each in turn": [by({s: 1 for s in RULES if s != gone}) for gone in RULES],
        "counts by the cube root": [by(equal, root=1 / 3)],
        "counts by the power 2/3": [by(equal, root=2 / 3)],
        "counts linear": [by(equal, root=1)],
        "all targets halved": [by(equal, factor=1 / 2)],
        "all targets doubled": [by(equal, factor=2)],
        "the six signals that exports lack not measured": [lambda values: without(values, NOT_IN_EXPORTS)],
    }


def compare_choices(folder):
    samples = {alike: measure(V1, folder, alike) for alike in (True, False)}
    for totals, values in samples.values():
        again = [weighted(v, dict.fromkeys(RULES, 1)) for v in values]
        # Each signal is rounded down to hundredths there, and not here.
        assert all(abs(a - b) < 0.2 for a, b in zip(totals, again)), "this is not v1"
        print(f"{len(totals)} members, {statistics.mean(totals):.1f} points on average")
    print("\n| choice | even: ranks | points | bands | mixed: ranks | points | bands |")
    print("| :-- | --: | --: | --: | --: | --: | --: |")
    for name, scorers in choices().items():
        cells = [compare(totals, [[scorer(v) for v in values] for scorer in scorers])
                 for totals, values in samples.values()]
        print(f"| {name} | {' | '.join(cells)} |")
    for days in (60, 120, 180):
        cells = [compare(totals, [measure(with_window(days), folder, alike)[0]])
                 for alike, (totals, _) in samples.items()]
        print(f"| a window of {days} days | {' | '.join(cells)} |")


def minutes_for(folder, model, *target):
    """The least minutes that the planner finds from nothing, in 90 days; None where it finds no way."""
    path = os.path.join(folder, "model.json")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(model, file)
    plan = json.loads(run("plan", "--model", path, "--days", "89", "--minutes-per-day", "240", "-f", "jsonl", *target,
                          text=json.dumps({"as_of": str(AS_OF), "activities": []})))
    return plan["minutes"] if plan["reached"] else None


def price_of_gaming(folder):
    """What it takes to fill one signal, or to reach a total, by the cheapest actions alone."""
    print("\n| from nothing to | minutes |\n| :-- | --: |")
    for total in (40, 70):
        print(f"| a total of {total} | {minutes_for(folder, V1, '--target', str(total))} |")
    ids = list(RULES)
    for at, signal in enumerate(ids):
        pillar = ids[at // 5 * 5:at // 5 * 5 + 5]
        # All the points of the pillar on this signal: then the plan is for it alone.
        alone = {**V1, "name": "alone", "signals": [
            {**rule, "points": 25 if rule["id"] == signal else 0} if rule["id"] in pillar else rule
            for rule in V1["signals"]]}
        minutes = minutes_for(folder, alone, "--target-pillar", f"{PILLARS[at // 5]}=25")
        print(f"| all of `{signal}` | {'out of reach' if minutes is None else minutes} |")


with tempfile.TemporaryDirectory(prefix="ssi-robustness-") as scratch:
    compare_choices(scratch)
    price_of_gaming(scratch)
