"""Usual places of figures: by the words about a typed number one knows which figure it stands for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from models.year.summary.template import (
    OF_WHICH,
    Group,
    Node,
    Template,
    TemplateList,
    TemplatePlace,
    TemplateWords,
)

SURE_LIKENESS = 4  # so many characters about a number have to be those of the place
OF_ONE_SENTENCE = 2  # what it counts for that a figure of the place's sentence stands beside the number
SAID_OF_ALL = "全部"  # is said before a number, and belongs to it


class UsualPlace(NamedTuple):
    """A figure in the program's own text, and the words about it up to the next figures or the ends of its sentence."""

    before: str
    after: str
    key: str
    form: str
    keys: frozenset[str] = frozenset()  # of all figures of its sentence
    words: frozenset[str] = frozenset()  # of its sentence, between its figures

    def likeness(self, before: str, after: str) -> tuple[int, int]:
        """How many characters right before and right after are the same."""
        there, here = (
            words.removesuffix(SAID_OF_ALL).removesuffix(OF_WHICH) for words in (self.before, before)
        )
        return _alike(reversed(there), reversed(here)), _alike(self.after, after)

    def kinship(self, sentence: str, live: Collection[str]) -> int:
        """How much else of its sentence stands in a sentence with these figures."""
        return len(self.keys.intersection(live)) + sum(each in sentence for each in self.words)


def usual_places(templates: Iterable[Template]) -> tuple[UsualPlace, ...]:
    """The places of all figures in some texts."""
    sentences = (sentence for each in templates for sentence in each.sentences())
    return tuple(dict.fromkeys(place for sentence in sentences for place in _places(sentence)))


def likely_places(
    places: Iterable[UsualPlace],
    sentence: str,
    start: int,
    end: int,
    live: Collection[str],
    amid: bool = False,
) -> list[UsualPlace]:
    """Where a number with such words about it stands; several when they are alike, none when it is no usual place.

    ``live`` are the keys of the figures in its sentence; ``amid``: only where enough words before it are those of the place, or some before it and some behind it.
    """
    before, after = sentence[:start], sentence[end:]
    weighed = []
    for each in places:
        alike = each.likeness(before, after)
        weight = sum(alike) + (0 if each.keys.isdisjoint(live) else OF_ONE_SENTENCE)
        if any(alike) and weight >= SURE_LIKENESS and (all(alike) or alike[0] >= SURE_LIKENESS or not amid):
            weighed.append((weight, each))
    best = max((weight for weight, _ in weighed), default=0)
    found = [each for weight, each in weighed if weight == best]
    if len({each.key for each in found}) < 2:
        return found
    kin = [each.kinship(sentence, live) for each in found]
    return [each for each, near in zip(found, kin, strict=True) if near == max(kin)]


def _alike(one: Iterable[str], other: Iterable[str]) -> int:
    """With how many same characters both begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _places(sentence: Sequence[Node]) -> Iterator[UsualPlace]:
    """Its places, as the sentence stands where nothing falls away, and as it says in other words what does."""
    for otherwise in (False, True):
        nodes = list(_flat(sentence, otherwise))
        keys = frozenset(node.key for node in nodes if isinstance(node, TemplatePlace))
        words = frozenset(
            node.text for node in nodes if isinstance(node, TemplateWords) and len(node.text) > 1
        )
        for at, node in enumerate(nodes):
            if isinstance(node, TemplatePlace):
                before, after = _words(reversed(nodes[:at])), _words(nodes[at + 1 :])
                yield UsualPlace("".join(reversed(before)), "".join(after), node.key, node.form, keys, words)


def _words(nodes: Iterable[TemplateWords | TemplatePlace]) -> list[str]:
    """The words up to the next place."""
    found = takewhile(lambda node: isinstance(node, TemplateWords), nodes)
    return [node.text for node in found if isinstance(node, TemplateWords)]


def _flat(nodes: Sequence[Node], otherwise: bool) -> Iterator[TemplateWords | TemplatePlace]:
    """Words and places as they follow one another; a condition is not seen."""
    for node in nodes:
        if isinstance(node, Group):
            yield from _flat((otherwise and node.otherwise) or node.nodes, otherwise)
        elif isinstance(node, TemplateList):
            for item in node.items:
                yield from _flat(item, otherwise)
        elif isinstance(node, TemplateWords) or not node.is_condition:
            yield node
