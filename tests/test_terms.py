"""One thing, one word: what officers read keeps to docs/用语.md, in the window, on paper, in commands and in the manual."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

ROOT = Path(__file__).parent.parent
LIST = ROOT / "docs" / "用语.md"
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
    tree = ast.parse(file.read_text("utf-8"))
    docs = {
        id(node.body[0].value)
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef)
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    strings = (
        node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    return [
        (node.lineno, node.value) for node in strings if id(node) not in docs and CHINESE.search(node.value)
    ]


@cache
def all_texts() -> str:
    files = [*SOURCES, *(ROOT / "resources").rglob("*.csv")]
    return "\n".join(file.read_text("utf-8") for file in files)


SOURCES = [
    file
    for layer in ("models", "reports", "ui")
    for file in sorted((ROOT / layer).rglob("*.py"))
    if not str(file.relative_to(ROOT)).replace("\\", "/").startswith(AS_FOUND)
]


@pytest.mark.parametrize("term", terms(), ids=lambda term: term.words)
def test_one_thing_has_one_word_in_window_paper_and_commands(term):
    found = [
        f"{file.relative_to(ROOT)}:{line} {each}"
        for file in [*SOURCES, ROOT / "main.py"]
        for line, words in told(file)
        for each in term.instead_of
        if each in words
    ]
    assert found == []


@pytest.mark.parametrize("term", terms(), ids=lambda term: term.words)
def test_the_manual_keeps_to_the_words(term):
    manual = re.sub(
        "“[^”]*”", "", (ROOT / "docs" / "使用手册.md").read_text("utf-8")
    )  # quoted: how others write
    assert [each for each in term.instead_of if each in manual] == []


@pytest.mark.parametrize("term", terms(), ids=lambda term: term.words)
def test_every_term_has_its_room_and_is_used(term):
    assert (ROOT / term.room).is_dir()
    assert term.words in all_texts()


def test_no_word_is_given_up_for_one_term_and_kept_for_another():
    given_up = {each for term in terms() for each in term.instead_of}
    assert given_up.isdisjoint(term.words for term in terms())
    assert len({term.words for term in terms()}) == len(terms())
