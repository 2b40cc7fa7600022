#!/usr/bin/python3
"""Compares two sites page by page: compare_sites.py OKIENKO HUGO

What is compared is what a reader or a program gets. Texts: words, with no-break spaces as spaces,
because Okienko typesets and Hugo does not. Markup: tags, their attributes in any order, and JSON-LD
as what it means. What cannot be the same is made the same first: the fingerprints in the names of
our assets, Hugo's /strona/2/ for our /strona-2/ with the QR code of that address, and the name of
the program. Prints a Markdown table, and the first difference of each kind of page."""
import collections
import difflib
import fnmatch
import html.parser
import json
import pathlib
import re
import sys

# The first pattern that fits tells the kind. "*" is one part of a path.
KINDS = [
    ("service sheet", "uslugi/*/index.html"),
    ("leaflet, poster and announcement", "uslugi/*/ulotka/index.html"),
    ("termin.ics", "uslugi/*/termin.ics"),
    ("all services, with filters", "uslugi/index.html"),
    ("list of a choice", "wybor/*/*/index.html"),
    ("list of a choice", "wybor/*/*/*/index.html"),
    ("places", "wybor/miejsce/index.html"),
    ("services one after another", "wybor/index.html"),
    ("services one after another", "wybor/strona-*/index.html"),
    ("index of choices", "wybor/spis.json"),
    ("providers", "podmioty/strona-*/index.html"),
    ("provider", "podmioty/*/index.html"),
    ("domain", "obszary/*/index.html"),
    ("domain", "obszary/*/*/index.html"),
    ("audience", "dla-kogo/*/index.html"),
    ("audience", "dla-kogo/*/*/index.html"),
    ("situation", "sprawy/*/index.html"),
    ("situation", "sprawy/*/*/index.html"),
    ("A–Z", "a-z/index.html"),
    ("A–Z", "a-z/*/index.html"),
    ("A–Z", "a-z/*/*/index.html"),
    ("timetable", "harmonogram/index.html"),
    ("sheet for the wall", "harmonogram/*/index.html"),
    ("sheet for the wall", "harmonogram/*/*/index.html"),
    ("whole calendar", "harmonogram/kalendarz.ics"),
    ("news", "aktualnosci/wiadomosc-*/index.html"),
    ("lists of news", "aktualnosci/index.html"),
    ("lists of news", "aktualnosci/*/index.html"),
    ("feed", "aktualnosci/kanal.xml"),
    ("home", "index.html"),
    ("any other page", "*.html"),
    ("any other page", "*/index.html"),
    ("any other page", "*/*/index.html"),
    ("map for search engines", "sitemap.xml"),
    ("manifest", "manifest.webmanifest"),
    ("robots.txt", "robots.txt"),
]
# Hugo redirects the first page of every list from an address of its own.
ONLY_HUGO = re.compile(r"(.*/)?strona/1/index\.html")
ASSETS = "zasoby/"
# Hugo has no search: Okienko's index of it, and the page that asks it.
SEARCH = re.compile(r"search/.*|szukaj/index\.html")

VOID = {"meta", "link", "br", "img", "input", "hr", "path", "circle", "use", "rect"}
SPACES = re.compile(r"\s+")


def fits(path, pattern):
    parts, patterns = path.split("/"), pattern.split("/")
    return len(parts) == len(patterns) and all(map(fnmatch.fnmatchcase, parts, patterns))


def kind_of(path):
    return next((kind for kind, pattern in KINDS if fits(path, pattern)), None)


def address_alike(text):
    """Further pages as we call them, assets without fingerprints, %C5 and %c5 alike."""
    text = re.sub(r"/strona/(\d+)/", r"/strona-\1/", text)
    text = re.sub(r"(/zasoby/[\w-]+)\.[0-9a-f]{16}\.", r"\1.", text)
    return re.sub(r"%[0-9a-f]{2}", lambda code: code.group().upper(), text)


def alike(text):
    return SPACES.sub(" ", address_alike(text)).strip()


def meaning_of(text):
    """JSON, line by line."""
    meaning = json.dumps(json.loads(text), sort_keys=True, ensure_ascii=False, indent=0)
    return address_alike(meaning.replace("\u00a0", " ")).split("\n")


class Page(html.parser.HTMLParser):
    """The words of a page, and its markup with them."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.words, self.markup, self.data = [], [], False
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attributes):
        if ("name", "generator") in attributes:
            return
        shown = [f"{key}={alike(value or '')!r}" for key, value in sorted(attributes)]
        self.markup.append(f"<{tag} {' '.join(shown)}>")
        self.data = ("type", "application/ld+json") in attributes

    def handle_startendtag(self, tag, attributes):
        self.handle_starttag(tag, attributes)

    def handle_endtag(self, tag):
        self.data = False
        if tag not in VOID:
            self.markup.append(f"</{tag}>")

    def handle_data(self, text):
        if self.data:
            self.markup.extend(meaning_of(text))
            return
        text = alike(text)
        if text:
            self.words.extend(text.split(" "))
            self.markup.append(text)


def read_page(path, text):
    page = Page(text)
    if "/strona" in path:  # Another address has another code.
        page.markup = [each for each in page.markup if not each.startswith("<path d=")]
    return page.words, page.markup


def read_lines(text):
    return text.split(), text.split("\n")


def read_calendar(text):
    unfolded = re.sub(r"\n[ ]", "", text.replace("\r", "").replace("\u00a0", " "))
    return read_lines(re.sub(r"PRODID:.*\n", "", unfolded))


def read_json(text):
    return read_lines("\n".join(meaning_of(text)))


def read_addresses(text):
    return read_lines("\n".join(sorted(re.findall(r"<url>.*?</url>", address_alike(text)))))


def read(path, text):
    """Words and markup."""
    if path.endswith(".html") or path.endswith("kanal.xml"):
        return read_page(path, text)
    if path.endswith(".ics"):
        return read_calendar(text)
    if path.endswith("sitemap.xml"):
        return read_addresses(text)
    if path.endswith("robots.txt"):
        return read_lines(text)
    return read_json(text)


class Kind:
    def __init__(self):
        self.pages = self.same_text = self.same_markup = 0
        self.words, self.bytes = [0, 0], [0, 0]
        self.is_page, self.difference = True, None

    def add(self, path, ours, theirs):
        (our_words, our_markup), (their_words, their_markup) = (
            read(path, each.decode()) for each in (ours, theirs))
        self.is_page = path.endswith(".html")
        self.pages += 1
        self.same_text += our_words == their_words
        self.same_markup += our_markup == their_markup
        for i, (words, data) in enumerate(((our_words, ours), (their_words, theirs))):
            self.words[i] += len(words)
            self.bytes[i] += len(data)
        if our_markup != their_markup and not self.difference:
            lines = difflib.unified_diff(our_markup, their_markup, path, "Hugo", n=1, lineterm="")
            self.difference = [line[:200] for line, _ in zip(lines, range(12))]

    def row(self, kind):
        words, size = ([total / self.pages for total in each] for each in (self.words, self.bytes))
        return (f"| {kind} | {self.pages} | {self.same_text} | {self.same_markup} | {words[0]:.0f} "
                f"| {words[1]:.0f} | {size[0]:.0f} | {size[1]:.0f} | {size[1] / size[0]:.3f} |")

    def agrees(self):
        """Hugo folds no lines of calendars, and its assets have short names in the manifest."""
        far = abs(self.bytes[1] / self.bytes[0] - 1) > (0.03 if self.is_page else 0.12)
        return self.same_text == self.pages and not far


def files_of(site):
    """Paths below the site, as we call them, and the files."""
    files = {}
    for file in sorted(site.rglob("*")):
        path = file.relative_to(site).as_posix()
        if file.is_file() and not path.startswith(ASSETS) and not ONLY_HUGO.fullmatch(path):
            files[address_alike("/" + path)[1:]] = file
    return files


def main():
    ours, theirs = (files_of(pathlib.Path(site).resolve()) for site in sys.argv[1:3])
    kinds = collections.defaultdict(Kind)
    missing = [f"only Okienko has {path}" for path in ours if path not in theirs and not SEARCH.fullmatch(path)]
    missing += [f"only Hugo has {path}" for path in theirs if path not in ours]
    for path in ours.keys() & theirs.keys():
        kinds[kind_of(path)].add(path, ours[path].read_bytes(), theirs[path].read_bytes())
    print("| pages | number | same text | same markup | words, Okienko | words, Hugo "
          "| bytes, Okienko | bytes, Hugo | ratio |\n|---|---|---|---|---|---|---|---|---|")
    named = [kind for kind in dict.fromkeys(kind for kind, _ in KINDS) if kind in kinds]
    for kind in named:
        print(kinds[kind].row(kind))
    for text in missing:
        print(text)
    for kind in named:
        if kinds[kind].difference:
            print("", *kinds[kind].difference, sep="\n")
    return 0 if not missing and all(kind.agrees() for kind in kinds.values()) else 1


if __name__ == "__main__":
    sys.exit(main())
