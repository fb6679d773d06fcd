"""The index of terms 术语索引: where in the manual each word of the office is explained, from the list of terms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from models.core.name_order import name_order
from reports.manual.manual_text import Block, BlockSort, plain_words, stresses

MOST_PLACES = 5  # of a term; more would lead nowhere
IN_HEADING, STRESSED, MENTIONED = range(3)  # how well a place explains a term
INDEX_TITLE = "术语索引"


class Term(NamedTuple):
    """A word of the office and what it means."""

    words: str
    meaning: str


class TermPlace(NamedTuple):
    """Where a term stands: the number of the block, and the heading above it."""

    block: int
    heading: str


class IndexEntry(NamedTuple):
    """A term with its best places, in the order of the manual; ``letter`` is what it sorts under."""

    term: Term
    places: tuple[TermPlace, ...]
    letter: str


def read_terms(words: str) -> list[Term]:
    """The terms of the list, a table whose first column is the word and whose fourth says what it means."""
    rows = [line.strip("| ").split(" | ") for line in words.splitlines() if line.startswith("| ")]
    return [Term(row[0], row[3]) for row in rows[2:]]


def term_index(blocks: Sequence[Block], terms: Sequence[Term]) -> list[IndexEntry]:
    """The terms that the manual speaks of, by their sound."""
    said = [plain_words(each) for each in blocks]
    found = ((term, _places(blocks, said, term.words)) for term in terms)
    entries = [
        IndexEntry(term, places, name_order(term.words)[:1].upper()) for term, places in found if places
    ]
    return sorted(entries, key=lambda entry: name_order(entry.term.words))


def by_letter(entries: Sequence[IndexEntry]) -> Iterator[tuple[str, list[IndexEntry]]]:
    """The entries under their letters."""
    for letter, group in groupby(entries, lambda entry: entry.letter):
        yield letter, list(group)


def _places(blocks: Sequence[Block], said: Sequence[str], word: str) -> tuple[TermPlace, ...]:
    """The sections that explain a word best, each where it first stands."""
    best: dict[str, tuple[int, int]] = {}  # heading → how well, which block
    heading = ""
    for number, block in enumerate(blocks):
        heading = block.words if block.sort == BlockSort.HEADING else heading
        if word in said[number]:
            rank = _rank(block, word)
            best[heading] = min(best.get(heading, (rank, number)), (rank, number))
    chosen = sorted(best.items(), key=lambda each: each[1])[:MOST_PLACES]
    least = min((rank for _, (rank, _) in chosen), default=MENTIONED)
    kept = [(number, where) for where, (rank, number) in chosen if rank <= max(least, STRESSED)]
    return tuple(TermPlace(number, where) for number, where in sorted(kept))


def _rank(block: Block, word: str) -> int:
    if block.sort == BlockSort.HEADING:
        return IN_HEADING
    return STRESSED if any(each.strong and word in each.text for each in stresses(block.words)) else MENTIONED


def index_in_markdown(entries: Sequence[IndexEntry]) -> str:
    """The index as a chapter of the manual's own file, each place a link to its section."""
    lines = [f"\n\n## {INDEX_TITLE}\n"]
    for letter, group in by_letter(entries):
        lines.append(f"\n**{letter}**\n")
        lines += [f"* **{entry.term.words}**：{entry.term.meaning}。{_links(entry)}" for entry in group]
    return "\n".join(lines)


def _links(entry: IndexEntry) -> str:
    return "、".join(f"[{place.heading}](#{place.heading.replace(' ', '-')})" for place in entry.places)
