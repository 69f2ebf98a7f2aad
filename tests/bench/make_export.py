"""make_export.py FOLDER: writes an export of LinkedIn of 100,000 rows, the same on every machine."""

import csv
import os
import random
import sys
from datetime import datetime, timedelta

random.seed(4)
LAST = datetime(2026, 11, 22, 12)
OWN = "https://www.linkedin.com/in/dana-own"
WORDS = "lenses for quick fields, we sell them \"honestly\" and well; see you on Tuesday at ten".split()
TITLES = ["VP Sales", "Chief Executive Officer", "Head of Procurement", "Account Manager", "Senior Engineer",
          "Geschäftsführer", "Consultant", "Software Engineer at a company with a long name", "Owner | Founder", ""]
ALERTS = [f"{a} {b}" for a in ("sales", "account", "marketing") for b in ("manager", "director", "executive")]


def moments(count):
    """As many moments in the last five years, newest first."""
    return sorted((LAST - timedelta(seconds=random.randrange(5 * 365 * 86400)) for _ in range(count)), reverse=True)


def text(most):
    return " ".join(random.choice(WORDS) for _ in range(random.randrange(1, most)))


def profile(number):
    return f"https://www.linkedin.com/in/person-{number}"


def link(number):
    return f"https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A{7_000_000_000_000_000_000 + number}"


def american(moment):
    return f"{moment.month}/{moment.day}/{moment:%y}, {moment.hour % 12 or 12}:{moment:%M} {moment:%p}"


def invitation(moment):
    other = profile(random.randrange(40_000))
    sides = ("OUTGOING", OWN, other) if random.random() < .6 else ("INCOMING", other, OWN)
    return ["Dana Own", "Somebody Else", american(moment), text(20) if random.random() < .2 else "", *sides]


def message(moment):
    other = random.randrange(3000)
    own, them = ("Dana Own", OWN), (f"Person {other}", profile(other))
    (sender, sender_url), (to, to_url) = (own, them) if random.random() < .5 else (them, own)
    return [f"2-{other}==", "", sender, sender_url, to, to_url, f"{moment:%Y-%m-%d %H:%M:%S} UTC", "", text(60), "INBOX", "",
            "No"]


def search(moment):
    query = random.choice(ALERTS) if random.random() < .8 else text(4)
    return [f"{moment:%Y/%m/%d %H:%M:%S} UTC", query.replace('"', "").replace(",", "")]


def seconds(moment):
    return f"{moment:%Y-%m-%d %H:%M:%S}"


TABLES = {
    "Connections": (10_000, "First Name,Last Name,URL,Email Address,Company,Position,Connected On", lambda at: [
        "Person", str(at.microsecond), profile(random.randrange(20_000)), "", text(4), random.choice(TITLES), f"{at:%d %b %Y}"]),
    "Invitations": (10_000, "From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl", invitation),
    "messages": (25_000, "CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,"
                         "CONTENT,FOLDER,ATTACHMENTS,IS MESSAGE DRAFT", message),
    "SearchQueries": (15_000, "Time,Search Query", search),
    "Shares": (4_000, "Date,ShareLink,ShareCommentary,SharedUrl,MediaUrl,Visibility", lambda at: [
        seconds(at), link(random.randrange(10_000)), text(80), "", "", "MEMBER_NETWORK"]),
    "Comments": (8_000, "Date,Link,Message", lambda at: [seconds(at), link(random.randrange(10**6)), text(30)]),
    "Reactions": (25_000, "Date,Type,Link", lambda at: [seconds(at), "LIKE", link(random.randrange(10**6))]),
    "Endorsement_Received_Info": (2_991, "Endorsement Date,Skill Name,Endorsement Status", lambda at: [
        f"{at:%Y/%m/%d %H:%M:%S} UTC", text(3), "ACCEPTED"]),
}


def write(folder, name, header, rows):
    with open(os.path.join(folder, name + ".csv"), "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header.split(","))
        writer.writerows(rows)


def main():
    folder = sys.argv[1]
    os.makedirs(folder)
    for name, (count, header, row) in TABLES.items():
        write(folder, name, header, [row(moment) for moment in moments(count)])
    write(folder, "SavedJobAlerts", "QUERY_CONTEXT", [[f"{{keywords={alert}, facets={{}}}}"] for alert in ALERTS])


main()
