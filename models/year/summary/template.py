"""The template of a summary as an officer edits it, read into sentences, figures and what falls away.

One line is one paragraph; the first is the title. ``{键}`` stands for a figure and ``{键|方式}`` for the figure in another
form (``万余``, ``上年``, ``比上年`` …); ``{年度}`` and the like for a word. ``[…]`` falls away when all figures in it are
nothing; ``[…|…]`` then says what follows the bar. A sentence whose figures are all nothing falls away by itself.
News has ``■`` and ``●`` in place of 一、 and （一）.
``{键|若有}`` and ``{键|若无}`` say nothing themselves: they are the condition under which the words about them are said. ``[、甲|乙|丙]`` is a list:
each of its items may fall away, those that stay are joined by 、 and before the last one by 和.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

TOKEN = re.compile(r"\{([^{}|]*)(?:\|([^{}]*))?\}|([\[\]|])|([^{}\[\]|]+|[{}])")
SMALL_HEADING, BULLET = "■", "●"  # of news, in place of 一、 and （一）
FIRST_LEVEL = re.compile(rf"[一二三四五六七八九十]{{1,3}}、|{SMALL_HEADING}")
SECOND_LEVEL = re.compile(rf"（[一二三四五六七八九十]{{1,3}}）|{BULLET}")
END = "。"
LIST_JOINT = "、"  # opens a list
CONDITION_FORMS = IF_ANY, IF_NONE = "若有", "若无"  # the forms that say nothing themselves

OF_WHICH, ALL_OF_WHICH = (
    "其中",
    "均",
)  # the form that says how many of a whole, and what it says of all of them
PEOPLE_CONCERNED = "人数"  # the form that says how many people a figure is about


class TemplateWords(NamedTuple):
    """Words as they stand."""

    text: str


class TemplatePlace(NamedTuple):
    """The place of a figure or of a word that is filled in: its key, and the form wanted (empty: its own)."""

    key: str
    form: str = ""

    @property
    def is_condition(self) -> bool:
        """Whether it only says under which condition the words about it are said."""
        return self.form in CONDITION_FORMS


class Group(NamedTuple):
    """What falls away when its figures are nothing, and what is said instead (None: nothing)."""

    nodes: tuple[Node, ...]
    otherwise: tuple[Node, ...] | None = None


class TemplateList(NamedTuple):
    """A list, of which each item may fall away: 甲、乙和丙."""

    items: tuple[tuple[Node, ...], ...]


Node: TypeAlias = TemplateWords | TemplatePlace | Group | TemplateList
Sentence: TypeAlias = tuple[Node, ...]


class Paragraph(NamedTuple):
    """A paragraph in its sentences, each ending with its full stop."""

    sentences: tuple[Sentence, ...]

    @property
    def opening(self) -> str:
        """The words that it begins with, up to the first figure."""
        first = self.sentences[0][0] if self.sentences and self.sentences[0] else None
        return first.text if isinstance(first, TemplateWords) else ""

    @property
    def is_numbered(self) -> bool:
        """Whether it begins with （一） or ●, alone or with its text behind it."""
        return bool(SECOND_LEVEL.match(self.opening))

    @property
    def level(self) -> int:
        """1 for a heading 一、 or ■, 2 for a heading （一） that stands alone, else 0."""
        if FIRST_LEVEL.match(self.opening):
            return 1
        alone = len(self.sentences) == 1 and not self.opening.endswith(END)
        return 2 if self.is_numbered and alone else 0


class Template(NamedTuple):
    """The whole text: its title and its paragraphs."""

    title: Paragraph
    paragraphs: tuple[Paragraph, ...]

    def sentences(self) -> Iterator[Sentence]:
        """Every sentence, those of the title first; a sentence is known by its number here, from 0 on."""
        for paragraph in (self.title, *self.paragraphs):
            yield from paragraph.sentences

    def places(self) -> Iterator[TemplatePlace]:
        """Every place in it, in the order of the text."""
        for sentence in self.sentences():
            yield from places_in(sentence)


def read_template(text: str) -> Template:
    """Read a text; one that is empty has an empty title."""
    title, *rest = [line.strip() for line in text.splitlines() if line.strip()] or [""]
    return Template(_paragraph(title), tuple(map(_paragraph, rest)))


def places_in(nodes: Sequence[Node]) -> Iterator[TemplatePlace]:
    """The places in a piece of text, those of what is said otherwise last."""
    for node in nodes:
        if isinstance(node, TemplatePlace):
            yield node
        elif isinstance(node, Group):
            yield from places_in(node.nodes)
            yield from places_in(node.otherwise or ())
        elif isinstance(node, TemplateList):
            for item in node.items:
                yield from places_in(item)


def template_words(nodes: Sequence[Node]) -> str:
    """The words of a piece of text with its places by their keys, by which a sentence is known again."""
    told = []
    for node in nodes:
        if isinstance(node, TemplateWords):
            told.append(node.text)
        elif isinstance(node, TemplatePlace):
            told.append(f"{{{node.key}}}")
        elif isinstance(node, Group):
            told.append(template_words(node.nodes) + template_words(node.otherwise or ()))
        else:
            told += map(template_words, node.items)
    return "".join(told)


def bracket_faults(text: str) -> list[str]:
    """What is wrong with the brackets of a text, line by line, in plain words."""
    found = []
    for number, line in enumerate(text.splitlines(), start=1):
        depth = 0
        for character in line:
            depth += (character == "[") - (character == "]")
            if depth < 0:
                break
        if depth:
            found.append(f"第{number}行的方括号“[”“]”没有成对")
        if re.sub(r"\{[^{}]+\}", "", line).count("{") + re.sub(r"\{[^{}]+\}", "", line).count("}"):
            found.append(f"第{number}行的花括号“{{”“}}”没有成对")
    return found


def _paragraph(line: str) -> Paragraph:
    nodes, _ = _nodes(list(TOKEN.finditer(line)), 0, inside=False)
    return Paragraph(tuple(_sentences(nodes)))


def _nodes(tokens: Sequence[re.Match[str]], at: int, inside: bool) -> tuple[list[Node], int]:
    """The nodes from a token on, and where they end; inside brackets, at the closing one or at a bar."""
    found: list[Node] = []
    while at < len(tokens):
        key, form, sign, words = tokens[at].groups()
        if key is not None:
            found.append(TemplatePlace(key.strip(), (form or "").strip()))
        elif sign == "[":
            group, at = _group(tokens, at + 1)
            found.append(group)
        elif sign and inside:
            return found, at
        else:
            found.append(TemplateWords(words or sign))
        at += 1
    return found, at


def _group(tokens: Sequence[re.Match[str]], at: int) -> tuple[Group | TemplateList, int]:
    """What stands in brackets, from behind the opening one, and the place of the closing one; one never closed ends with the line."""
    nodes, at = _nodes(tokens, at, inside=True)
    parts = [nodes]
    while at < len(tokens) and tokens[at].group(3) == "|":
        nodes, at = _nodes(tokens, at + 1, inside=True)
        parts.append(nodes)
    first, *others = parts
    if others and first and isinstance(first[0], TemplateWords) and first[0].text.startswith(LIST_JOINT):
        first[0] = TemplateWords(first[0].text.removeprefix(LIST_JOINT))
        return TemplateList(tuple(map(tuple, parts))), at
    otherwise = tuple(node for part in others for node in part) if others else None
    return Group(tuple(first), otherwise), at


def _sentences(nodes: Sequence[Node]) -> Iterator[Sentence]:
    """The nodes cut after each full stop; a group that ends with one ends its sentence too."""
    sentence: list[Node] = []
    for node in nodes:
        if not isinstance(node, TemplateWords):
            sentence.append(node)
            if isinstance(node, Group) and _ends(node.nodes):
                yield tuple(sentence)
                sentence = []
            continue
        for piece in re.findall(f"[^{END}]*{END}[”」』）]?|[^{END}]+", node.text):
            sentence.append(TemplateWords(piece))
            if END in piece[-2:]:
                yield tuple(sentence)
                sentence = []
    if sentence:
        yield tuple(sentence)


def _ends(nodes: Sequence[Node]) -> bool:
    return bool(nodes) and isinstance(nodes[-1], TemplateWords) and END in nodes[-1].text[-2:]
