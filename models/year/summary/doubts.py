"""Doubts that an officer should look at before a summary goes out: shown, never repaired."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from models.year.figures import Figure, Standing
from models.year.summary.allotted import ALLOTTED_KEY, AllottedInFull
from models.year.summary.late_months import ON_TIME_KEY, PaidOnTime
from models.year.summary.prose import Prose
from models.year.summary.sentences import text
from models.year.summary.told_figures import Quoted, Told, whom
from models.year.summary.told_rates import FULL_RATES_KEY, RatesTold, in_chinese, merged
from models.year.summary.typed import Typed

NAMES_IN_SENTENCE = 6  # names in one sentence
REASONS_IN_SENTENCE = 3
FIVE = 5  # the “五个100%” of the reports
SAME_EVENTS = (
    ("activities.spring_events", "activities.community_events"),
    ("activities.spring_books", "activities.community_books"),
)
SAME_PEOPLE = (
    ("subsidies.merit_families", "honours.merit_reports"),
    ("medical.outpatient_residents", "medical.enrolment_persons"),
    ("subsidies.merit_families", "visits.merit_families"),
)
CLAIM = re.compile(r"([两二三四五六七八九十]|\d{1,2})个100[%％]")


class SummaryDoubt(NamedTuple):
    """What is doubtful, and the keys of the figures that it is about."""

    message: str
    keys: tuple[str, ...] = ()


def doubts_of(told: Mapping[str, Quoted], prose: Prose, numbers: Iterable[Typed]) -> list[SummaryDoubt]:
    """Everything doubtful in a summary: of its text first, ``numbers`` among it, then of its figures."""
    figures = {key: each for key, each in told.items() if isinstance(each, Told)}
    found = [*_of_text(prose, numbers), *_of_figures(figures)]
    rates = told.get(FULL_RATES_KEY)
    claimed = _claimed(prose)
    if isinstance(pay := told.get(ON_TIME_KEY), PaidOnTime):
        found += _of_pay(pay)
    if isinstance(money := told.get(ALLOTTED_KEY), AllottedInFull):
        found += _why_not("足额拨付", money.short)
    return [*found, *(of_rates(rates.standings, claimed) if isinstance(rates, RatesTold) else ())]


def _claimed(prose: Prose) -> int | None:
    """How many rates of 100% the text claims; None when it claims no number."""
    found = CLAIM.search("".join(map(text, prose.paragraphs)))
    if found is None:
        return None
    return (
        int(found[1]) if found[1].isdigit() else "一二三四五六七八九十".find(found[1].replace("两", "二")) + 1
    )


def _of_text(prose: Prose, numbers: Iterable[Typed]) -> Iterator[SummaryDoubt]:
    for key in prose.unknown:
        yield SummaryDoubt(f"模板里的“{{{key}}}”不是任何指标，或没有这种写法", (key.partition("|")[0],))
    paragraphs = (prose.title, *prose.paragraphs)
    for number in numbers:
        words = text(paragraphs[number.paragraph])
        around = words[max(0, number.start - 8) : number.start + len(number.text) + 6]
        yield SummaryDoubt(f"手写的数字“{number.text}”没有指标可以对上：…{around}…")
    for sentence in prose.kept:
        yield SummaryDoubt(f"这一段的指标都没有记录，手写的这句话保留了，请核对还要不要写：{sentence}")
    for sentence in prose.dropped:
        yield SummaryDoubt(f"手写的这句话没有写进总结，因为其中的指标没有记录：{sentence}")


def _of_pay(pay: PaidOnTime) -> Iterator[SummaryDoubt]:
    """Why the text does not say that the pay came on time and in full; where there are no runs, nobody knows."""
    if pay.runs:
        yield from _why_not("按时足额", pay.late)


def _why_not(words: str, reasons: Sequence[str]) -> Iterator[SummaryDoubt]:
    if reasons:
        more = f"等{len(reasons)}处" if len(reasons) > REASONS_IN_SENTENCE else ""
        yield SummaryDoubt(f"不能写“{words}”：{'；'.join(reasons[:REASONS_IN_SENTENCE])}{more}")


def _of_figures(told: Mapping[str, Told]) -> Iterator[SummaryDoubt]:
    if all(told[a].figure.shown == told[b].figure.shown and told[a].figure.value for a, b in SAME_EVENTS):
        said = "、".join(told[a].figure.shown for a, _ in SAME_EVENTS)
        keys = tuple(key for pair in SAME_EVENTS for key in pair)
        yield SummaryDoubt(
            f"春节慰问活动与社区文化慰问活动的数字完全相同（{said}），请核对是否重复登记", keys
        )
    for first, second in SAME_PEOPLE:
        yield from _same_people(told[first].figure, told[second].figure)
    filed, listed = told["files.persons"].figure, told["medical.exam_persons"].figure
    if filed.value and listed.value and filed.value != listed.value:
        words = "是两个口径，请核对后再写"
        yield SummaryDoubt(f"建档{filed.shown}，在册体检{listed.shown}：{words}", (filed.key, listed.key))
    yield from _of_nothing(told)


def _same_people(one: Figure, other: Figure) -> Iterator[SummaryDoubt]:
    """Figures of the same people, who may be counted once: the articles' own reports say them twice."""
    both = whom(one) & whom(other)
    if not both or one.value < len(both):
        return
    all_of_them = len(both) == one.value == other.value
    words = "是同一批人" if all_of_them else f"有{len(both)}名是同一人"
    numbers = f"都是{one.shown}" if one.shown == other.shown else f"分别是{one.shown}、{other.shown}"
    yield SummaryDoubt(
        f"“{one.text}”与“{other.text}”{numbers}，{words}，报告中两处出现，不能相加", (one.key, other.key)
    )


def _of_nothing(told: Mapping[str, Told]) -> Iterator[SummaryDoubt]:
    """Figures without any record: perhaps nothing happened, perhaps nobody wrote it down."""
    empty = [each.figure for each in told.values() if each.is_nothing and not each.goes_without_saying]
    if empty:
        names = "、".join(figure.text for figure in empty[:NAMES_IN_SENTENCE]) + (
            "等" if len(empty) > NAMES_IN_SENTENCE else ""
        )
        yield SummaryDoubt(f"有{len(empty)}项指标没有记录：{names}", tuple(figure.key for figure in empty))


def of_rates(standings: Sequence[Standing], claimed: int | None = FIVE) -> Iterator[SummaryDoubt]:
    """What is doubtful in the rates of a year, of which a report claims so many."""
    if not standings:
        yield SummaryDoubt("没有登记“五个100%”的指标，请在“五个100%”中登记", (FULL_RATES_KEY,))
        return
    names = merged(each.name for each in standings)
    if claimed is not None and claimed not in (len(names), RatesTold(tuple(standings), False).claims()):
        apart = len(names) < len(standings)
        together = f"（城市、农村分列的合并后，共登记{len(standings)}行）" if apart else ""
        said = f"报告说“{in_chinese(claimed, '个')}100%”，登记的指标是{len(names)}个{together}：{'、'.join(names)}"
        yield SummaryDoubt(said, (FULL_RATES_KEY,))
    for each in standings:
        if each.due and each.done < each.due:
            words = f"“{each.name}”是{each.shown}（应{each.due}，已{each.done}），不是100%"
            yield SummaryDoubt(words, (FULL_RATES_KEY,))
