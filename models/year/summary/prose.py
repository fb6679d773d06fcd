"""The prose of a summary with its figures filled in: what falls away, what is said instead, headings counted anew."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple, Protocol

from models.year.summary.template import (
    FIRST_LEVEL,
    SECOND_LEVEL,
    Group,
    Node,
    Paragraph,
    Template,
    TemplatePlace,
    TemplateWords,
    places_in,
)

HEADING_NUMBERS = "一二三四五六七八九十"


class QuotedFigure(Protocol):
    """What a text needs of a figure."""

    def said(self, form: str) -> str | None:
        """The figure in a form, with its unit; None when there is no such form, or nothing to compare with."""

    @property
    def is_nothing(self) -> bool:
        """Whether there is nothing to tell of."""


class Span(NamedTuple):
    """A piece of the finished text: words, and the key of the figure that they come from (empty: typed)."""

    text: str
    key: str = ""


Spans = tuple[Span, ...]


class Prose(NamedTuple):
    """The finished text: the title, the paragraphs, and the keys and forms that nobody knows."""

    title: Spans
    paragraphs: tuple[Spans, ...]
    unknown: tuple[str, ...]


def text(spans: Spans) -> str:
    """The words of a paragraph."""
    return "".join(span.text for span in spans)


def fill_prose(
    template: Template, figures: Mapping[str, QuotedFigure], words: Mapping[str, str], tell_zero: bool = False
) -> Prose:
    """The text with figures and words filled in.

    ``tell_zero`` keeps the sentences whose figures are nothing, so that they say 0.
    """
    writer = _Writer(figures, words, tell_zero)
    title = writer.paragraph(template.title, keep=True) or ()
    written = [(each, writer.paragraph(each)) for each in template.paragraphs]
    kept = [spans for n, (_, spans) in enumerate(written) if spans is not None and not _is_empty(written, n)]
    return Prose(title, tuple(_counted(kept)), tuple(dict.fromkeys(writer.unknown)))


class _Writer:
    def __init__(
        self, figures: Mapping[str, QuotedFigure], words: Mapping[str, str], tell_zero: bool
    ) -> None:
        self.figures, self.known, self.tell_zero = figures, words, tell_zero
        self.unknown: list[str] = []

    def paragraph(self, paragraph: Paragraph, keep: bool = False) -> Spans | None:
        """A paragraph's spans; None when every sentence in it that has figures has fallen away."""
        told = fallen = False
        spans: list[Span] = []
        for sentence in paragraph.sentences:
            asked = [place for place in places_in(sentence) if place.key in self.figures]
            if asked and not keep and self._falls(sentence, asked):
                fallen = True
                continue
            told |= bool(asked)
            spans += self._nodes(sentence)
        if fallen and not told:
            return None
        return _tidy(spans)

    def _falls(self, sentence: Sequence[Node], asked: Sequence[TemplatePlace]) -> bool:
        """Whether a sentence says nothing: all its figures are nothing, and no group says so in other words."""
        says_so = any(isinstance(node, Group) and node.otherwise is not None for node in sentence)
        return not says_so and not self.tell_zero and all(map(self._is_nothing, asked))

    def _is_nothing(self, place: TemplatePlace) -> bool:
        figure = self.figures[place.key]
        return figure.is_nothing or figure.said(place.form) is None

    def _nodes(self, nodes: Sequence[Node]) -> Iterator[Span]:
        for node in nodes:
            if isinstance(node, TemplateWords):
                yield Span(node.text)
            elif isinstance(node, TemplatePlace):
                yield self._place(node)
            else:
                yield from self._group(node)

    def _group(self, group: Group) -> Iterator[Span]:
        asked = [place for place in places_in(group.nodes) if place.key in self.figures]
        nothing = bool(asked) and all(map(self._is_nothing, asked))
        if not nothing or (self.tell_zero and group.otherwise is None and not self._compares(asked)):
            yield from self._nodes(group.nodes)
        elif group.otherwise is not None:
            yield from self._nodes(group.otherwise)

    def _compares(self, asked: Sequence[TemplatePlace]) -> bool:
        return any(self.figures[place.key].said(place.form) is None for place in asked)

    def _place(self, place: TemplatePlace) -> Span:
        if place.key in self.known:
            return Span(self.known[place.key], place.key)
        figure = self.figures.get(place.key)
        said = figure.said(place.form) if figure is not None else None
        if said is None:
            written = f"{place.key}|{place.form}" if place.form else place.key
            self.unknown.append(written)
            return Span(f"{{{written}}}", place.key)
        return Span(said, place.key)


def _tidy(spans: Sequence[Span]) -> Spans:
    """No stop before a stop and none at the beginning, as falling away may leave them."""
    kept: list[Span] = []
    for span in spans:
        words, before = span.text, kept[-1].text if kept else ""
        if not span.key and (not before or before[-1] in "。；，、："):
            words = re.sub(r"^[，；、]+", "", words)
        if words[:1] == "。" and before[-1:] in ("，", "；", "、"):
            kept[-1] = kept[-1]._replace(text=before.rstrip("，；、"))
        if words:
            kept.append(span._replace(text=words))
    return tuple(kept)


def _is_empty(written: Sequence[tuple[Paragraph, Spans | None]], number: int) -> bool:
    """Whether a paragraph is a heading under which nothing stands any more.

    Where a heading 一、 has paragraphs （一）, only they count: the words that close the text belong to no heading.
    """
    level = written[number][0].level
    if not level:
        return False
    below = list(takewhile(lambda each: not 0 < each[0].level <= level, written[number + 1 :]))
    if numbered := [each for each in below if each[0].is_numbered]:
        below = numbered
    return all(spans is None for _, spans in below)


def _counted(paragraphs: Sequence[Spans]) -> Iterator[Spans]:
    """Headings with their numbers made to follow one another; （一） begins anew under each 一、."""
    first = second = 0
    for spans in paragraphs:
        opening = spans[0].text if spans else ""
        if found := FIRST_LEVEL.match(opening):
            first, second = first + 1, 0
            spans = (Span(f"{chinese(first)}、{opening[found.end() :]}"), *spans[1:])
        elif found := SECOND_LEVEL.match(opening):
            second += 1
            spans = (Span(f"（{chinese(second)}）{opening[found.end() :]}"), *spans[1:])
        yield spans


def chinese(number: int) -> str:
    """A number of a heading, 1 to 99."""
    tens, ones = divmod(number, 10)
    ten = "" if not tens else "十" if tens == 1 else f"{HEADING_NUMBERS[tens - 1]}十"
    return ten + (HEADING_NUMBERS[ones - 1] if ones else "")
