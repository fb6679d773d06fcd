"""Proposals for the sections 存在问题 and 下一步打算: sentences that an officer takes into a text or leaves out of it.

What was taken stands in the text like all else, with live figures: it can be edited, is kept with its year, and falls away when
there is nothing to tell. A proposal is known in a text by the figures that its paragraph quotes, whatever its words are by now.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from models.year.summary import texts
from models.year.summary.document_kinds import DOCUMENT_KINDS, DocumentKind
from models.year.summary.report import Asked, write_summary
from models.year.summary.template import FIRST_LEVEL, SECOND_LEVEL, read_template


class ProposedSentence(NamedTuple):
    """A paragraph that a section may have."""

    section: str
    line: str  # as the text has it, with keys
    words: str  # as it reads now; empty: there is nothing to tell
    taken: bool  # whether the text has it


def proposed_sentences(asked: Asked, text: str) -> list[ProposedSentence]:
    """What is to be told now, and what was taken before, in the order of the sections."""
    lines = text.splitlines()
    found = []
    for section in texts.PROPOSALS:
        there = {_figures_of(lines[at]) for at in _below(section, lines)}
        for line in texts.proposed_lines(section):
            found.append(ProposedSentence(section, line, _words(asked, line), _figures_of(line) in there))
    return [each for each in found if each.words or each.taken]


def with_proposals(
    kind: str, text: str, chosen: Sequence[ProposedSentence], left: Sequence[ProposedSentence]
) -> str:
    """A text with the chosen paragraphs below the headings of their sections, which it is given where it has none, without those left."""
    lines = text.splitlines()
    for section in texts.PROPOSALS:
        unwanted = {_figures_of(each.line) for each in left if each.section == section}
        for at in reversed(_below(section, lines)):
            if _figures_of(lines[at]) in unwanted:
                del lines[at]
        there = {_figures_of(lines[at]) for at in _below(section, lines)}
        new = [
            each.line for each in chosen if each.section == section and _figures_of(each.line) not in there
        ]
        _add(DOCUMENT_KINDS[kind], section, new, lines)
    return "\n".join(lines) + "\n" * text.endswith("\n")


def _add(kind: DocumentKind, section: str, new: Sequence[str], lines: list[str]) -> None:
    if new and _heading(section, lines) is None:
        lines.append(kind.styled(f"一、{section}"))
    at = _below(section, lines).stop
    lines[at:at] = map(kind.styled, new)


def _heading(section: str, lines: Sequence[str]) -> int | None:
    return next((at for at, line in enumerate(lines) if FIRST_LEVEL.match(line) and section in line), None)


def _below(section: str, lines: Sequence[str]) -> range:
    """The places of the paragraphs （一） right below the heading of a section; none where the text has no such heading."""
    heading = _heading(section, lines)
    if heading is None:
        return range(0)
    numbered = takewhile(SECOND_LEVEL.match, lines[heading + 1 :])
    return range(heading + 1, heading + 1 + sum(1 for _ in numbered))


def _figures_of(line: str) -> frozenset[str]:
    """The keys of the figures in a paragraph; those of its words have no point."""
    return frozenset(place.key for place in read_template(line).places() if "." in place.key)


def _words(asked: Asked, line: str) -> str:
    """How a paragraph reads now, without its number."""
    paragraphs = write_summary(asked, f"{asked.kind}\n{line}").paragraphs
    return SECOND_LEVEL.sub("", "".join(paragraphs), count=1)
