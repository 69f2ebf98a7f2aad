"""Scores members as `ssi score -f total --precision 2` does, in Python with its own json module.

usage: score.py FILE
FILE holds a document a line. Prints a line a member: the total, or - if a pillar has nothing measured.
"""

import gc
import json
import sys
from datetime import date, timedelta
from math import isqrt

LEADERS = frozenset(("vp", "cxo", "partner", "owner"))
CORE = frozenset(("photo", "location", "industry", "experience", "education", "about"))
EXTRAS = frozenset(("cover", "headline", "featured", "custom_url"))


def linear(value, target):
    return 500 * value // target if value < target else 500


def root(value, target):
    return isqrt(250_000 * value // target) if value < target else 500


def total(document):
    """The total in hundredths, or None."""
    profile = document.get("profile", {})
    activities = document["activities"]
    as_of = document.get("as_of") or max((a["at"] for a in activities), default="2000-01-01")[:10]
    first = (date.fromisoformat(as_of) - timedelta(days=89)).isoformat()
    last = as_of + "~"  # sorts after every time of that day

    stock = {"endorsement": profile.get("endorsements", 0), "recommendation": profile.get("recommendations", 0)}
    flow = {"profile_view": 0, "lead_saved": 0, "comment": 0, "reaction": 0}
    network = profile.get("connections", 0)
    leaders = profile.get("decision_makers", 0)
    coworkers = profile.get("coworkers", 0)
    searches = filtered = shares = articles = received = answered = made = sent = sent_accepted = 0
    prospecting_days, insight_days = set(), set()
    edits = {}  # by day and section: the entries told, -1 if none were, -2 if it was removed

    for a in activities:
        at = a["at"]
        if at > last:
            continue
        kind = a["type"]
        if kind == "connection":
            status = a.get("status", "accepted")
            if status == "accepted" or status == "removed":
                step = 1 if status == "accepted" else -1
                network += step
                if a.get("seniority") in LEADERS:
                    leaders += step
                if a.get("coworker"):
                    coworkers += step
            if at >= first and status != "removed":
                accepted = status == "accepted"
                made += accepted
                if a.get("direction", "sent") == "sent":
                    sent += 1
                    sent_accepted += accepted
        elif kind == "profile_edit":
            key = at[:10] + a["section"]
            told = -2 if a.get("action") == "remove" else a.get("entries", -1)
            if told >= edits.get(key, -2):
                edits[key] = told
        elif kind == "endorsement" or kind == "recommendation":
            stock[kind] += a.get("count", 1)
        elif at < first:
            continue
        elif kind in flow:
            flow[kind] += a.get("count", 1)
            (prospecting_days if kind == "profile_view" or kind == "lead_saved" else insight_days).add(at[:10])
        elif kind == "search":
            prospecting_days.add(at[:10])
            scope = a.get("scope", "people")
            if scope == "people":
                searches += a.get("count", 1)
            if a.get("filters") and (scope == "people" or scope == "companies"):
                filtered += a.get("count", 1)
        elif kind == "share":
            insight_days.add(at[:10])
            shares += 1
            articles += a.get("kind") == "article"
            received += a.get("reactions", 0) + 3 * (a.get("comments", 0) + a.get("reshares", 0))
        elif kind == "message" and a.get("replied"):
            answered += a.get("count", 1)

    sections = set(profile.get("sections", ()))
    skills = profile.get("skills", 0)
    for key, told in sorted(edits.items()):
        section = key[10:]
        (sections.discard if told == -2 else sections.add)(section)
        if section == "skills" and told != -1:
            skills = max(told, 0)

    pillars = (
        {"completeness": linear(len(sections & CORE) + (skills >= 5), 7),
         "showcase": linear(len(sections & EXTRAS), 4),
         "endorsements": root(stock["endorsement"] + 5 * stock["recommendation"], 50),
         "articles": root(articles, 3), "upkeep": root(len({key[:10] for key in edits if key >= first}), 6)},
        {"searches": root(searches, 90), "filtered_searches": root(filtered, 30),
         "profile_views": root(flow["profile_view"], 180), "saved_leads": root(flow["lead_saved"], 45),
         "prospecting_days": linear(len(prospecting_days), 45)},
        {"shares": root(shares, 36), "engagement_given": root(flow["reaction"] + 3 * flow["comment"], 180),
         "engagement_received": root(received, 360), "conversations": root(answered, 24),
         "insight_days": linear(len(insight_days), 45)},
        {"network": root(max(0, network), 500), "new_connections": root(made, 60),
         "acceptance": linear(2 * sent_accepted, sent + 5),
         "decision_makers": root(max(0, leaders), 50), "coworkers": root(max(0, coworkers), 30)},
    )
    unknown = document.get("not_measured", ())
    result = 0
    for pillar in pillars:
        points = [earned for name, earned in pillar.items() if name not in unknown]
        if not points:
            return None
        result += 5 * sum(points) // len(points)
    return result


gc.disable()  # a document has no cycles
with open(sys.argv[1], "rb", buffering=1 << 20) as file:
    for line in file:
        points = total(json.loads(line))
        print("-" if points is None else f"{points // 100}.{points % 100:02}")
