"""Numbers that somebody typed into a summary instead of asking the archive for them: found, compared, marked."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from models.year.summary.prose import Spans

# Arabic figures with what belongs to them: 7万余元, 15.5%, 1,280户
ARABIC = re.compile(r"\d[\d,]*(?:\.\d+)?(?:[十百千万亿]+)?[余多]?(?:[%％‰]|[万亿]?元|[一-鿿])?")
# Chinese figures count only before a measure word; 一名 is the article, and 二次 the second time: two are 两
CHINESE_COUNT = re.compile(
    r"(?:两|[三四五六七八九十百千]|[二三四五六七八九十百千]{2,})(?:余|多)?(?:万余?元|[名人户场次支份条块幅册篇期家个项元])"
)
# years, days, numbers of things and of paragraphs are not figures of the year's work
NO_FIGURE = re.compile(
    r"第\d+|\d+[年月日号届](?!月)|《[^》]*》|“[^”]*”|（[一二三四五六七八九十]+）|^[一二三四五六七八九十]+、|\d+周?岁"
)


class Typed(NamedTuple):
    """A typed number that no figure gives: the paragraph (0 the title), its place in the words, and itself."""

    paragraph: int
    start: int
    text: str


def typed(paragraphs: Iterable[Spans], given: Collection[str]) -> Iterator[Typed]:
    """The typed numbers in a finished text that are not among what the figures give, such as ``11支``."""
    for number, spans in enumerate(paragraphs):
        start = 0
        for text, key in spans:
            if not key:
                yield from (
                    Typed(number, start + at, words) for at, words in _numbers(text) if words not in given
                )
            start += len(text)


def _numbers(text: str) -> Iterator[tuple[int, str]]:
    """Each number that tells how many or how much, and where it stands."""
    quiet = [match.span() for match in NO_FIGURE.finditer(text)]
    for pattern in (ARABIC, CHINESE_COUNT):
        for match in pattern.finditer(text):
            if not any(start <= match.start() < end for start, end in quiet):
                yield match.start(), match.group()
