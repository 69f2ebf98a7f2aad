"""read_csv.py FOLDER: reads every CSV file in a folder with Python's csv module, and counts the rows."""

import csv
import os
import sys

rows = 0
for name in os.listdir(sys.argv[1]):
    with open(os.path.join(sys.argv[1], name), encoding="utf-8", newline="") as file:
        rows += sum(1 for _ in csv.reader(file)) - 1
print(rows)
