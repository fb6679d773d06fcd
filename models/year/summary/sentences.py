"""Sentences of a summary written out: figures filled in, what falls away, what stays because it was written by hand."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple, Protocol

from models.year.summary.template import (
    ALL_OF_WHICH,
    IF_ANY,
    LIST_JOINT,
    OF_WHICH,
    PEOPLE_CONCERNED,
    Group,
    Node,
    Paragraph,
    Sentence,
    TemplateList,
    TemplatePlace,
    TemplateWords,
    places_in,
    template_words,
)
from models.year.summary.told_words import WORD_FORMS


class QuotedFigure(Protocol):
    """What a text needs of a figure."""

    def said(self, form: str) -> str | None:
        """The figure in a form, with its unit; None when there is no such form, or nothing to compare with."""

    @property
    def is_nothing(self) -> bool:
        """Whether there is nothing to tell of."""


class Span(NamedTuple):
    """A piece of the finished text: words, the key of the figure that they come from (empty: typed), and whose sentence they are."""

    text: str
    key: str = ""
    sentence: int = 0  # its number in the template
    form: str = ""  # in which the figure is written


Spans = tuple[Span, ...]


def text(spans: Spans) -> str:
    """The words of a paragraph."""
    return "".join(span.text for span in spans)


class SentenceWriter:
    """Writes the paragraphs of one text, and remembers what is to be told of it."""

    def __init__(
        self,
        figures: Mapping[str, QuotedFigure],
        words: Mapping[str, str],
        tell_zero: bool,
        frame: Collection[str],
        unsaid: Collection[str] = (),
    ) -> None:
        self.figures, self.known, self.tell_zero, self.frame = figures, words, tell_zero, frame
        self.unsaid = unsaid  # forms that this document does without
        self.unknown: list[str] = []
        self.kept: list[str] = []
        self.dropped: list[str] = []
        self.told = False  # whether any figure has been told
        self.number = 0  # of the next sentence

    def is_frame(self, paragraph: Paragraph) -> bool:
        """Whether nothing of a paragraph was written by hand."""
        return all(template_words(each) in self.frame for each in paragraph.sentences)

    def paragraph(self, paragraph: Paragraph, keep: bool = False) -> Spans | None:
        """A paragraph's spans; None when every sentence in it that has figures has fallen away, and none was written by hand."""
        told = fallen = False
        sentences: list[
            tuple[bool, list[Span]]
        ] = []  # whether it stays when all others fall away, and its spans
        for place, sentence in enumerate(paragraph.sentences):
            asked, number = self._asked(sentence), self.number
            self.number += 1
            if asked and not keep and self._falls(sentence, asked):
                fallen = True
                self._drop(sentence)
                continue
            told |= bool(asked)
            opening = place == 0 and paragraph.is_numbered
            by_hand = not asked and not opening and template_words(sentence) not in self.frame
            sentences.append((by_hand, [each._replace(sentence=number) for each in self._nodes(sentence)]))
        self.told |= told and not keep
        if fallen and not told:
            return self._by_hand(sentences, paragraph.is_numbered)
        return _tidy([span for _, spans in sentences for span in spans])

    def _by_hand(self, sentences: Sequence[tuple[bool, list[Span]]], numbered: bool) -> Spans | None:
        """What was written by hand in a paragraph that has nothing else left, under its heading; None where nothing was."""
        kept = [spans for by_hand, spans in sentences if by_hand]
        if not kept:
            return None
        self.kept += [text(tuple(spans)) for spans in kept]
        return _tidy([span for spans in (*(sentences[0][1:] if numbered else ()), *kept) for span in spans])

    def _drop(self, sentence: Sentence) -> None:
        if template_words(sentence) not in self.frame:
            self.dropped.append(text(tuple(self._nodes(sentence, whole=True))))

    def _asked(self, nodes: Sequence[Node]) -> list[TemplatePlace]:
        return [place for place in places_in(nodes) if place.key in self.figures]

    def _falls(self, sentence: Sentence, asked: Sequence[TemplatePlace]) -> bool:
        """Whether a sentence says nothing: all its figures are nothing, and no group says so in other words; or it may not be said."""
        if self._forbidden([each for each in sentence if not self._is_unsaid(each)]):
            return True
        says_so = any(isinstance(node, Group) and node.otherwise is not None for node in sentence)
        return not says_so and not self.tell_zero and self._nothing(asked)

    def _forbidden(self, nodes: Sequence[Node]) -> bool:
        """Whether a condition that stands in these words is not fulfilled, or what rows should say in them is not said."""
        places = (node for node in nodes if isinstance(node, TemplatePlace) and node.key in self.figures)
        return any(self._is_nothing(each) for each in places if each.is_condition or each.form in WORD_FORMS)

    def _is_unsaid(self, node: Node) -> bool:
        return isinstance(node, TemplatePlace) and node.form in self.unsaid

    def _nothing(self, asked: Sequence[TemplatePlace]) -> bool:
        """Whether nothing of what some words ask for is there; a condition alone is no news."""
        news = [each for each in asked if not each.is_condition] or asked
        return bool(news) and all(map(self._is_nothing, news))

    def _is_nothing(self, place: TemplatePlace) -> bool:
        figure = self.figures[place.key]
        if place.is_condition:
            return figure.is_nothing == (place.form == IF_ANY)
        if place.form in self.unsaid:
            return True
        return figure.is_nothing or figure.said(place.form) is None

    def _nodes(self, nodes: Sequence[Node], whole: bool = False) -> Iterator[Span]:
        """The spans of some nodes; ``whole``: with all that falls away."""
        for node in nodes:
            if isinstance(node, TemplateWords):
                yield Span(node.text)
            elif isinstance(node, TemplatePlace):
                yield from self._place(node)
            elif isinstance(node, Group):
                yield from self._nodes(node.nodes) if whole else self._group(node)
            else:
                yield from self._listed(node, whole)

    def _group(self, group: Group) -> Iterator[Span]:
        asked = self._asked(group.nodes)
        nothing = self._forbidden(group.nodes) or self._nothing(asked) or self._says_the_whole(group, asked)
        says_zero = self.tell_zero and group.otherwise is None and not self._compares(asked)
        if not nothing or (says_zero and not self._forbidden(group.nodes)):
            yield from self._nodes(group.nodes)
        elif group.otherwise is not None:
            yield from self._nodes(group.otherwise)

    def _says_the_whole(self, group: Group, asked: Sequence[TemplatePlace]) -> bool:
        """Whether words 其中 are left with one part that is all of its whole, which is no news."""
        first = group.nodes[0] if group.nodes else None
        if not isinstance(first, TemplateWords) or not first.text.lstrip("，；（").startswith(OF_WHICH):
            return False
        parts = {each.key for each in asked if not each.is_condition and not self._is_nothing(each)}
        return len(parts) == 1 and self.figures[parts.pop()].said(OF_WHICH) in ("", ALL_OF_WHICH)

    def _listed(self, listed: TemplateList, whole: bool) -> Iterator[Span]:
        """The items that are left, as one says them: 甲、乙和丙."""
        items = [item for item in listed.items if whole or not self._item_falls(item)]
        for place, item in enumerate(items):
            if place:
                yield Span("和" if place == len(items) - 1 else LIST_JOINT)
            yield from self._nodes(item)

    def _item_falls(self, item: Sequence[Node]) -> bool:
        nothing = self._nothing(self._asked(item)) and not self.tell_zero
        return nothing or self._forbidden(item)

    def _compares(self, asked: Sequence[TemplatePlace]) -> bool:
        return any(not each.is_condition and self.figures[each.key].said(each.form) is None for each in asked)

    def _place(self, place: TemplatePlace) -> Iterator[Span]:
        figure = self.figures.get(place.key)
        if place.key in self.known:
            yield Span(self.known[place.key], place.key)
        elif figure is not None and place.is_condition:
            return
        elif figure is not None and self._is_unsaid(place):
            yield Span(figure.said(PEOPLE_CONCERNED) or "", place.key)
        elif figure is not None and (said := figure.said(place.form)) is not None:
            yield Span(said, place.key, form=place.form)
        else:
            written = f"{place.key}|{place.form}" if place.form else place.key
            self.unknown.append(written)
            yield Span(f"{{{written}}}", place.key)


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
