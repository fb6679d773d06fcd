"""The manual's text 使用手册: its blocks in the order in which they are read, from the plain file that the program carries."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from models.core.states import State

DOCS = Path(__file__).parents[2] / "docs"
MANUAL, TERMS = DOCS / "使用手册.md", DOCS / "用语.md"
MANUAL_HEADING = re.compile(r"(#+) (.*)")
SHOT = re.compile(r"!\[(.*?)]\((.*?)\)$")
ITEM = re.compile(r"(\*|\d+\.) +(.*)")
CODE = " " * 4
RULER = re.compile(r"[|\s:-]+")
LINK = re.compile(r"\[([^]]*)]\([^)]*\)")
EMPHASIS = re.compile(r"(\*\*.+?\*\*|`[^`]+`)")
LATIN = re.compile(r"[!-~]")


class BlockSort(State):
    """What a block of the manual is."""

    HEADING = "标题"
    WORDS = "段落"
    ITEM = "条目"
    CODE = "命令"
    TABLE = "表格"
    SHOT = "图"


class Block(NamedTuple):
    """A piece of the manual: ``level`` of a heading (from 1), ``mark`` before an item, ``rows`` of a table; a picture's words name it.

    ``place`` is the picture's file beside the manual.
    """

    sort: str
    words: str = ""
    level: int = 0
    mark: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    place: str = ""


class Stressed(NamedTuple):
    """Words of a block, and how they are set: plain, ``strong``, or as ``typed`` on the keyboard."""

    text: str
    strong: bool = False
    typed: bool = False


def read_manual(words: str) -> list[Block]:
    """The blocks of the manual."""
    blocks: list[Block] = []
    after_gap = True
    for line in words.splitlines():
        if not line.strip():
            after_gap = True
            continue
        last = blocks[-1].sort if blocks else ""
        block = _begun(line, last != BlockSort.ITEM if after_gap else last == BlockSort.CODE)
        if block.sort == BlockSort.WORDS and not after_gap and blocks:
            blocks[-1] = blocks[-1]._replace(words=_joined(blocks[-1].words, line.strip()))
        elif block.sort == BlockSort.TABLE and not after_gap and blocks[-1].sort == BlockSort.TABLE:
            blocks[-1] = blocks[-1]._replace(rows=(*blocks[-1].rows, *block.rows))
        else:
            blocks.append(block)
        after_gap = False
    return blocks


def _begun(line: str, may_be_code: bool) -> Block:
    """The block that a line begins, if it begins one."""
    if found := MANUAL_HEADING.match(line):
        return Block(BlockSort.HEADING, found[2].strip(), len(found[1]))
    if found := SHOT.match(line.strip()):
        return Block(BlockSort.SHOT, found[1], place=found[2])
    if found := ITEM.match(line):
        return Block(BlockSort.ITEM, found[2], mark="•" if found[1] == "*" else found[1])
    if line.startswith("|"):
        cells = tuple(each.strip() for each in line.strip().strip("|").split("|"))
        return Block(BlockSort.TABLE, rows=() if RULER.fullmatch(line) else (cells,))
    if line.startswith(CODE) and may_be_code:
        return Block(BlockSort.CODE, line.strip())
    return Block(BlockSort.WORDS, line.strip())


def _joined(words: str, more: str) -> str:
    """A paragraph's next line behind the last; Latin words stay apart."""
    gap = " " if LATIN.match(words[-1:]) and LATIN.match(more) else ""
    return f"{words}{gap}{more}"


def stresses(words: str) -> list[Stressed]:
    """The words of a block without the marks of its file."""
    plain = LINK.sub(r"\1", words)
    return list(_stresses(plain))


def _stresses(words: str) -> Iterator[Stressed]:
    for piece in EMPHASIS.split(words):
        if piece.startswith("**"):
            yield from (each._replace(strong=True) for each in _stresses(piece[2:-2]))
        elif piece.startswith("`"):
            yield Stressed(piece[1:-1], typed=True)
        elif piece:
            yield Stressed(piece)


def plain_words(block: Block) -> str:
    """All that a block says, without marks."""
    cells = "\n".join("\n".join(row) for row in block.rows)
    return "".join(each.text for each in stresses(f"{block.words}{cells}"))
