"""One thing, one word: what officers read keeps to docs/用语.md, in the window, on paper, in commands and in the manual."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

from tests.sources import HOUSE, place, source, sources

LIST = HOUSE / "docs" / "用语.md"
CHINESE = re.compile("[\u4e00-\u9fff]")
# Readers know how strangers write; what the law prints stays as the law has it; the names of levels are kept in archives.
AS_FOUND = (
    "models/imports/", "models/filters/pasted.py", "models/deaths/lists.py", "models/ledger/leading_groups.py",
    "models/practice/aid.py", "reports/approvals/forms.py", "reports/person/identity_forms.py",
)  # fmt: skip


class Term(NamedTuple):
    words: str
    english: str
    room: str
    instead_of: tuple[str, ...]


def terms() -> list[Term]:
    rows = [
        line.strip("| \n").split(" | ")
        for line in LIST.read_text("utf-8").splitlines()
        if line.startswith("| ")
    ][2:]
    return [Term(row[0], row[1], row[2].strip("`"), tuple(row[4].split("、"))) for row in rows]


@cache
def told(file: Path) -> list[tuple[int, str]]:
    """The Chinese strings of a source, without its docstrings."""
    return [(line, words) for line, words in source(file).strings if CHINESE.search(words)]


def all_texts() -> str:
    files = [*SOURCES, *(HOUSE / "resources").rglob("*.csv")]
    return "\n".join(file.read_text("utf-8") for file in files)


SOURCES = [file for file in sources("models", "reports", "ui") if not place(file).startswith(AS_FOUND)]


def test_one_thing_has_one_word_in_window_paper_and_commands():
    given_up = {each for term in terms() for each in term.instead_of}
    said = [
        (f"{place(file)}:{line}", words)
        for file in [*SOURCES, HOUSE / "main.py"]
        for line, words in told(file)
    ]
    assert [(where, each) for where, words in said for each in given_up if each in words] == []


def test_the_manual_keeps_to_the_words():
    manual = (HOUSE / "docs" / "使用手册.md").read_text("utf-8")
    manual = re.sub("“[^”]*”", "", manual)  # quoted: how others write
    assert [each for term in terms() for each in term.instead_of if each in manual] == []


def test_every_term_has_its_room_and_is_used():
    texts = all_texts()
    assert [term.room for term in terms() if not (HOUSE / term.room).is_dir()] == []
    assert [term.words for term in terms() if term.words not in texts] == []


def test_no_word_is_given_up_for_one_term_and_kept_for_another():
    given_up = {each for term in terms() for each in term.instead_of}
    assert given_up.isdisjoint(term.words for term in terms())
    assert len({term.words for term in terms()}) == len(terms())
