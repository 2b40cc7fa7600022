"""table.py QUERIES ANSWERS…: how often the wanted services came first, by kind of query.

QUERIES has a query, a tab, slugs with "|" between them (the best first), a tab, and a kind.
Each file of ANSWERS has, line by line for the same queries, milliseconds, a tab, and the slugs of
the first three answers with spaces between them. Prints a Markdown table.
"""
import sys
from pathlib import Path


def rows(path):
    return [line.split("\t") for line in Path(path).read_text(encoding="utf-8").splitlines()]


def main():
    queries = rows(sys.argv[1])
    engines = [(Path(path).stem, rows(path)) for path in sys.argv[2:]]
    kinds = sorted({kind for _, _, kind in queries}) + ["all"]
    print("| kind | queries | " + " | ".join(f"{name}: first, of 3, all of 3" for name, _ in engines) + " |")
    print("|---|---|" + "---|" * len(engines))
    for kind in kinds:
        asked = [i for i, query in enumerate(queries) if kind in (query[2], "all")]
        cells = []
        for _, answers in engines:
            first = three = every = 0
            for i in asked:
                wanted = queries[i][1].split("|")
                top = answers[i][1].split() if len(answers[i]) > 1 else []
                first += top[:1] == wanted[:1]
                three += wanted[0] in top
                every += all(slug in top for slug in wanted)
            cells.append(", ".join(f"{100 * n / len(asked):.0f} %" for n in (first, three, every)))
        print(f"| {kind} | {len(asked)} | " + " | ".join(cells) + " |")
    times = []
    for name, answers in engines:
        spent = sorted(float(answer[0]) for answer in answers)
        times.append(f"{name} {spent[len(spent) // 2]:.1f} and {spent[int(len(spent) * 0.99)]:.1f} ms")
    print("\nHalf of the answers, and 99 of 100, took at most: " + "; ".join(times) + ".")


main()
