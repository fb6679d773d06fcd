"""The prose of a summary with its figures filled in: what falls away, what is said instead, headings counted anew."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from models.year.summary.sentences import QuotedFigure, SentenceWriter, Spans
from models.year.summary.template import BULLET, FIRST_LEVEL, SECOND_LEVEL, SMALL_HEADING, Paragraph, Template

HEADING_NUMBERS = "一二三四五六七八九十"


class Prose(NamedTuple):
    """The finished text, and what is to be told of it."""

    title: Spans
    paragraphs: tuple[Spans, ...]
    unknown: tuple[str, ...]  # keys and forms that nobody knows
    kept: tuple[str, ...] = ()  # sentences written by hand whose paragraph has nothing else left to tell
    dropped: tuple[str, ...] = ()  # sentences written by hand whose own figures are nothing


def fill_prose(
    template: Template,
    figures: Mapping[str, QuotedFigure],
    words: Mapping[str, str],
    tell_zero: bool = False,
    frame: Collection[str] = (),
    unsaid: Collection[str] = (),
) -> Prose:
    """The text with figures and words filled in.

    ``tell_zero`` keeps the sentences whose figures are nothing, so that they say 0. ``frame`` are the sentences of the
    program's own text (``template_words``): they open and close what is told, and where nothing is told they say nothing. Any
    other sentence was written by hand, and one without figures stays whatever falls away about it. ``unsaid`` are the forms that
    this document does without, as the names of people.
    """
    writer = SentenceWriter(figures, words, tell_zero, frame, unsaid)
    title = writer.paragraph(template.title, keep=True) or ()
    written = [(each, writer.paragraph(each)) for each in template.paragraphs]
    if not writer.told:
        written = [(each, None if writer.is_frame(each) and not each.level else it) for each, it in written]
    kept = [
        spans
        for n, (_, spans) in enumerate(written)
        if spans is not None and not _is_empty(written, n, writer)
    ]
    unknown = tuple(dict.fromkeys(writer.unknown))
    return Prose(title, tuple(_counted(kept)), unknown, tuple(writer.kept), tuple(writer.dropped))


def _is_empty(written: Sequence[tuple[Paragraph, Spans | None]], number: int, writer: SentenceWriter) -> bool:
    """Whether a paragraph is a heading under which nothing stands any more.

    Where a heading 一、 has paragraphs （一）, only they count, and what was written by hand: the program's own words that
    close the text belong to no heading.
    """
    level = written[number][0].level
    if not level:
        return False
    below = list(takewhile(lambda each: not 0 < each[0].level <= level, written[number + 1 :]))
    if any(each.is_numbered for each, _ in below):
        below = [each for each in below if each[0].is_numbered or not writer.is_frame(each[0])]
    return all(spans is None for _, spans in below)


def _counted(paragraphs: Sequence[Spans]) -> Iterator[Spans]:
    """Headings with their numbers made to follow one another; （一） begins anew under each 一、. News has none."""
    first = second = 0
    for spans in paragraphs:
        opening = spans[0].text if spans else ""
        if opening.startswith((SMALL_HEADING, BULLET)):
            pass
        elif found := FIRST_LEVEL.match(opening):
            first, second = first + 1, 0
            spans = (spans[0]._replace(text=f"{chinese(first)}、{opening[found.end() :]}"), *spans[1:])
        elif found := SECOND_LEVEL.match(opening):
            second += 1
            spans = (spans[0]._replace(text=f"（{chinese(second)}）{opening[found.end() :]}"), *spans[1:])
        yield spans


def chinese(number: int) -> str:
    """A number of a heading, 1 to 99."""
    tens, ones = divmod(number, 10)
    ten = "" if not tens else "十" if tens == 1 else f"{HEADING_NUMBERS[tens - 1]}十"
    return ten + (HEADING_NUMBERS[ones - 1] if ones else "")
