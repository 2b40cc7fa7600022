"""fts5.py SITE QUERIES: answers with SQLite's FTS5, tokenizer unicode61, ranked by bm25().

The words of each page's <main> are the text, its title a column of ten times the weight; a query is
its words with OR between them. Prints milliseconds, a tab and the slugs of the first three pages.
"""
import re
import sqlite3
import sys
import time
from html.parser import HTMLParser
from pathlib import Path


class Main(HTMLParser):
    def __init__(self):
        super().__init__()
        self.inside, self.title, self.texts = 0, "", []
        self.in_title = False

    def handle_starttag(self, tag, attrs):
        if tag == "main":
            self.inside = 1
        self.in_title = tag == "title" or (self.in_title and tag != "meta")

    def handle_endtag(self, tag):
        if tag == "main":
            self.inside = 0
        if tag == "title":
            self.in_title = False

    def handle_data(self, data):
        if self.in_title:
            self.title += data
        if self.inside:
            self.texts.append(data)


def main():
    site = Path(sys.argv[1])
    database = sqlite3.connect(":memory:")
    database.execute("CREATE VIRTUAL TABLE page USING fts5(slug UNINDEXED, title, text, tokenize='unicode61 remove_diacritics 2')")
    for file in sorted(site.rglob("index.html")):
        parser = Main()
        parser.feed(file.read_text(encoding="utf-8"))
        database.execute("INSERT INTO page VALUES (?, ?, ?)", (file.parent.name, parser.title, " ".join(parser.texts)))
    for line in Path(sys.argv[2]).read_text(encoding="utf-8").splitlines():
        words = re.findall(r"\w+", line.split("\t")[0])
        query = " OR ".join(f'"{word}"' for word in words)
        begin = time.perf_counter()
        found = database.execute(
            "SELECT slug FROM page WHERE page MATCH ? ORDER BY bm25(page, 0, 10, 1) LIMIT 3", (query,)).fetchall()
        print(f"{(time.perf_counter() - begin) * 1000:.3f}\t" + " ".join(slug for slug, in found))


main()
