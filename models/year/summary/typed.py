"""Typed numbers: what somebody wrote into a summary instead of asking the archive for it, found, compared, marked.

A number is compared with the figure in whose place it stands, known by the words about it; where they tell of none, with the
figures of its sentence. That some other figure happens to have its wording is no excuse.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import groupby
from typing import NamedTuple, Protocol

from models.year.summary.sentences import Span, Spans
from models.year.summary.told_figures import COMPARED_WITH_LAST, LAST_YEARS
from models.year.summary.told_rates import RATES_KEY, RatesTold
from models.year.summary.usual_places import UsualPlace, likely_places

# Arabic figures with what belongs to them: 7万余元, 15.5%, 1,280户, 26人次, 61个中的58个
UNIT_WORD = r"(?:人次|批次|[一-鿿])"
ARABIC_AMOUNT = rf"\d[\d,]*(?:\.\d+)?(?:[十百千万亿]+)?[余多]?(?:[%％‰]|[万亿]?元|{UNIT_WORD})?"
ARABIC = re.compile(rf"{ARABIC_AMOUNT}(?:中的{ARABIC_AMOUNT})?")
# Chinese figures count only before a measure word; 二次 is the second time: two are 两
CHINESE_COUNT = re.compile(
    r"(?:两|[三四五六七八九十百千]|[二三四五六七八九十百千]{2,})(?:余|多)?(?:万余?元|人次|批次|[人名户场次支份条块幅册篇期家个项元])"
)
ARTICLE = re.compile(r"一名")  # counts one in the place of a number alone
# years, days, numbers of things and of paragraphs are not figures of the year's work, but in the place of one
NO_FIGURE = re.compile(
    r"第\d+|\d+[年月日号届](?!月)|《[^》]*》|“[^”]*”|（[一二三四五六七八九十]+）|^[一二三四五六七八九十]+、|\d+周?岁"
)


SINCE_LAST_YEAR = re.compile(r"[比较](?:上年|去年)[^，。；]*(?:增加|增长|减少|下降|多|少)$")
OF_LAST_YEAR = re.compile(r"(?:上年|去年)[^，。；]*$")


class Worded(Protocol):
    """What is asked of a figure with which a typed number is compared."""

    def wordings(self, form: str) -> Collection[str]:
        """Every way in which it may rightly be written where the text wants it in this form."""


class Typed(NamedTuple):
    """A typed number that no figure of its sentence gives: the paragraph (0 the title), its place in the words, and itself."""

    paragraph: int
    start: int
    text: str


class _Number(NamedTuple):
    """A number of a sentence: where it begins and ends, the key of its figure (empty: typed), and whether it may be no figure at all."""

    start: int
    end: int
    key: str = ""
    in_doubt: bool = False


def typed(
    paragraphs: Iterable[Spans], told: Mapping[str, Worded], places: Collection[UsualPlace]
) -> Iterator[Typed]:
    """The typed numbers in a finished text that no figure of their sentence gives, such as ``11支``."""
    for paragraph, spans in enumerate(paragraphs):
        start = 0
        for _, group in groupby(spans, key=lambda span: span.sentence):
            sentence = tuple(group)
            words = "".join(span.text for span in sentence)
            for number in _wrong(words, _numbers(sentence), told, places):
                yield Typed(paragraph, start + number.start, words[number.start : number.end])
            start += len(words)


def _wrong(
    words: str, numbers: list[_Number], told: Mapping[str, Worded], places: Collection[UsualPlace]
) -> Iterator[_Number]:
    """The typed numbers of a sentence that are not what they should be."""
    live = {number.key for number in numbers if number.key}
    for number in numbers:
        if number.key:
            continue
        before = words[: number.start]
        if (right := _retold(told, before, words[number.start : number.end])) is not None:
            if not right:
                yield number
            continue
        found = likely_places(places, words, number.start, number.end, live, amid=number.in_doubt)
        if number.in_doubt and not (found and all(each.key in told for each in found)):
            continue
        if found:
            right = all(_gives(told, each.key, _form(before, each.form), words, number) for each in found)
        else:
            right = any(_gives(told, key, _form(before, ""), words, number) for key in live)
        if not right:
            yield number


def _retold(told: Mapping[str, Worded], before: str, number: str) -> bool | None:
    """Whether a number behind the names of rates is theirs; None where there are none of these."""
    rates = told.get(RATES_KEY)
    clause = re.split("[，；。]", before)[-1]
    return rates.retold(clause, number) if isinstance(rates, RatesTold) else None


def _gives(told: Mapping[str, Worded], key: str, form: str, words: str, number: _Number) -> bool:
    return key in told and any(_is_said(each, words, number) for each in told[key].wordings(form))


def _is_said(wording: str, words: str, number: _Number) -> bool:
    """Whether the number begins a wording, whose unit may be longer, or stands in one, as in that of a case, behind the same words."""
    length = number.end - number.start
    if len(wording) >= length and words.startswith(wording, number.start):
        return True
    return number.start > 1 and words[number.start - 2 : number.end] in wording


def _form(before: str, form: str) -> str:
    """In which form a figure is meant: what is said of last year is last year's."""
    if SINCE_LAST_YEAR.search(before):
        return COMPARED_WITH_LAST
    return LAST_YEARS if OF_LAST_YEAR.search(before) else form


def _numbers(sentence: Iterable[Span]) -> list[_Number]:
    """The numbers of a sentence in their order: of figures, and those typed that tell how many or how much."""
    live, words = [], ""
    for span in sentence:
        if span.key:
            live.append(_Number(len(words), len(words) + len(span.text), span.key))
        words += span.text
    doubtful = [match.span() for match in NO_FIGURE.finditer(words)]
    by_hand = [
        _Number(*match.span(), in_doubt=pattern is ARTICLE or _lies_in(match.start(), doubtful))
        for pattern in (ARABIC, CHINESE_COUNT, ARTICLE)
        for match in pattern.finditer(words)
        if not _lies_in(match.start(), [each[:2] for each in live])
    ]
    return sorted((*live, *by_hand))


def _lies_in(place: int, pieces: Iterable[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in pieces)
