"""Usual places of figures: by the words about a typed number one knows which figure it stands for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from models.year.summary.template import Group, Node, Template, TemplateList, TemplatePlace, TemplateWords

SURE_LIKENESS = 4  # so many characters about a number have to be those of the place


class UsualPlace(NamedTuple):
    """A figure in the program's own text, and the words about it up to the next figures or the ends of its sentence."""

    before: str
    after: str
    key: str
    form: str

    def likeness(self, before: str, after: str) -> int:
        """How many characters right before and right after are the same."""
        return _alike(reversed(self.before), reversed(before)) + _alike(self.after, after)


def usual_places(templates: Iterable[Template]) -> tuple[UsualPlace, ...]:
    """The places of all figures in some texts."""
    sentences = (sentence for each in templates for sentence in each.sentences())
    return tuple(dict.fromkeys(place for sentence in sentences for place in _places(sentence)))


def likely_places(places: Iterable[UsualPlace], before: str, after: str) -> list[UsualPlace]:
    """Where a number with such words about it stands; several when they are alike, none when it is no usual place."""
    weighed = [(each.likeness(before, after), each) for each in places]
    best = max((weight for weight, _ in weighed), default=0)
    return [each for weight, each in weighed if weight == best] if best >= SURE_LIKENESS else []


def _alike(one: Iterable[str], other: Iterable[str]) -> int:
    """With how many same characters both begin."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _places(sentence: Sequence[Node]) -> Iterator[UsualPlace]:
    nodes = list(_flat(sentence))
    for at, node in enumerate(nodes):
        if isinstance(node, TemplatePlace):
            before, after = _words(reversed(nodes[:at])), _words(nodes[at + 1 :])
            yield UsualPlace("".join(reversed(before)), "".join(after), node.key, node.form)


def _words(nodes: Iterable[TemplateWords | TemplatePlace]) -> list[str]:
    """The words up to the next place."""
    found = []
    for node in nodes:
        if isinstance(node, TemplatePlace):
            break
        found.append(node.text)
    return found


def _flat(nodes: Sequence[Node]) -> Iterator[TemplateWords | TemplatePlace]:
    """Words and places as they follow one another when nothing falls away; a condition is not seen."""
    for node in nodes:
        if isinstance(node, Group):
            yield from _flat(node.nodes)
        elif isinstance(node, TemplateList):
            for item in node.items:
                yield from _flat(item)
        elif isinstance(node, TemplateWords) or not node.is_condition:
            yield node
