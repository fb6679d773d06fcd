"""Figures told in a summary's text: in several forms, beside last year's."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import partial
from typing import Any, TypeAlias

from peewee import SQL, ModelSelect

from models.ledger.rates import percentage
from models.pay.standards.months import month
from models.year import figures
from models.year.figures import Display, Figure
from models.year.figures.display import DISPLAY_EXACT, DISPLAY_FLOOR, DISPLAY_WAN, FigureValue, plain_number
from models.year.figures.period import LAST_MONTH, day_field_of, last_day_counted
from models.year.figures.spans import SpanOfDays, span_names, spanned, spans_of_year
from models.year.proposals.expected_need import ExpectedNeed
from models.year.summary.allotted import ALLOTTED_KEY, AllottedInFull, allotted_in_full
from models.year.summary.late_months import ON_TIME_KEY, MissingMonths, PaidOnTime, paid_on_time
from models.year.summary.template import ALL_OF_WHICH, IF_ANY, IF_NONE, OF_WHICH, PEOPLE_CONCERNED
from models.year.summary.told_rates import (
    COUNTED_APART,
    IN_CHINESE_WORDS,
    RatesTold,
    in_chinese,
    rates_told,
)
from models.year.summary.told_words import WORD_FORMS, told_words

LAST_YEARS, COMPARED_WITH_LAST = "上年", "比上年"
BARE_NUMBER, SHARE, OF_HOW_MANY = "数", "占比", "占总数"
TEXT_DISPLAYS = {
    "准确": Display(DISPLAY_EXACT), "万元": Display(DISPLAY_WAN), "万余": Display(DISPLAY_FLOOR, Decimal(1)), "千余": Display(DISPLAY_FLOOR, Decimal("0.1")),
    "十余": Display(DISPLAY_FLOOR, Decimal(10)), "五十余": Display(DISPLAY_FLOOR, Decimal(50)), "百余": Display(DISPLAY_FLOOR, Decimal(100)),
}  # fmt: skip
FORMS = {
    "准确": "照实，不取整", "万元": "以万元计，最多三位小数", "万余": "取整到万元，有零头加“余”",
    "千余": "取整到0.1万元，有零头加“余”", "十余": "取整到十，有零头加“余”", "五十余": "取整到五十，有零头加“余”",
    "百余": "取整到百，有零头加“余”", BARE_NUMBER: "只写数，不写单位", IN_CHINESE_WORDS: "写成汉字，如五个",
    COUNTED_APART: "几个100%，城市、农村分开数；有一项没有达到就不写", IF_ANY: "不写出来，只作条件：没有时，带着它的话不写", IF_NONE: "不写出来，只作条件：有的时候，带着它的话不写",
    SHARE: "占整体的百分比，如必备材料齐全的占建档的", OF_HOW_MANY: "几个中的几个，如61个中的58个；一个不少写成全部61个",
    OF_WHICH: "其中的几个，如其中2处；一个不少写成“均”", PEOPLE_CONCERNED: "涉及的人数，一人写成“一名”", LAST_YEARS: "上年的数", COMPARED_WITH_LAST: "比上年增加或减少多少",
    **WORD_FORMS,
}  # fmt: skip


def figure_forms() -> dict[str, str]:
    """Every form with what it means: the program's, and spans of days."""
    return FORMS | {name: f"只算{name}" for name in span_names() if name not in FORMS}


@dataclass(frozen=True, slots=True)
class Told:
    """A figure of this year with that of the year before."""

    figure: Figure
    ask_before: Callable[[], Figure] = field(compare=False)  # that of the year before
    whole: Figure | None = None  # of which it is a part
    spans: Mapping[str, SpanOfDays] = field(
        default_factory=dict, compare=False
    )  # by what the office calls them
    _kept: dict[str, str | None] = field(default_factory=dict, compare=False)  # what its rows said, by form
    _before: list[Figure] = field(default_factory=list, compare=False)

    @property
    def before(self) -> Figure:
        """That of the year before: asked once, and only where a text compares."""
        if not self._before:
            self._before.append(self.ask_before())
        return self._before[0]

    @property
    def is_nothing(self) -> bool:
        return not self.figure.value

    @property
    def goes_without_saying(self) -> bool:
        """Whether it is nothing, and may be."""
        return self.is_nothing and self.figure.definition.may_be_nothing

    @property
    def _has_before(self) -> bool:
        """Whether there is anything to compare with: people on file belong to no year."""
        model = self.figure.definition.model
        yearly = day_field_of(model) is not None or "year" in model._meta.fields
        return yearly and bool(self.before.value)

    def said(self, form: str) -> str | None:
        """The figure in a form; None for a form that does not exist, or a comparison with nothing."""
        figure = self.figure
        if not form:
            return figure.shown
        if form in TEXT_DISPLAYS:
            return TEXT_DISPLAYS[form].shown(figure.value, figure.unit)
        if form in WORD_FORMS:
            return self._words(form)
        special: dict[str, Callable[[], str | None]] = {
            LAST_YEARS: lambda: self.before.shown if self._has_before else None,
            COMPARED_WITH_LAST: self._compared,
            PEOPLE_CONCERNED: lambda: one(people_of_figure(figure)),
            IN_CHINESE_WORDS: lambda: in_chinese(figure.value, figure.unit),
            BARE_NUMBER: lambda: plain_number(figure.value),
            SHARE: self._share,
            OF_HOW_MANY: self._of_how_many,
            OF_WHICH: self._of_which,
        }
        return special[form]() if form in special else self._in_span(form)

    def _words(self, form: str) -> str | None:
        """What its rows say: asked once, for the text is written anew with every edit."""
        if form not in self._kept:
            self._kept[form] = told_words(self.figure, form)
        return self._kept[form]

    def _in_span(self, name: str) -> str | None:
        """What it comes to in a span of days by its name; None where there is no such span, or nothing in it."""
        if name not in self.spans:
            return None
        if name not in self._kept:
            within = self._spanned(name)
            self._kept[name] = within.shown if within.value else None
        return self._kept[name]

    def _spanned(self, name: str) -> Figure:
        whole = self.figure
        return figures.of(spanned(whole.definition, self.spans[name]), whole.year, until=whole.until)

    def figure_of(self, form: str) -> Figure:
        """The figure whose rows a number in that form counts: that of the span, of last year, or this one."""
        if form in self.spans and form not in FORMS:
            return self._spanned(form)
        return self.before if form == LAST_YEARS else self.figure

    def _compared(self) -> str | None:
        """比上年增加 or 减少, exactly as much as the rows say; nothing where last year has none."""
        if not self._has_before:
            return None
        more: FigureValue = self.figure.value - self.before.value
        since = "比上年同期" if self.figure.until != LAST_MONTH else "比上年"
        if not more:
            return f"与{since[1:]}持平"
        change = self.figure.display.shown(more if more > 0 else -more, self.figure.unit)
        return f"{since}{'增加' if more > 0 else '减少'}{change}"

    def _share(self) -> str | None:
        """Its part of the whole, cut off and never rounded up to 100%; nothing where there is no whole."""
        if self.whole is None or not self.whole.value:
            return None
        return percentage(self.figure.value, self.whole.value)

    def _of_how_many(self) -> str:
        """全部61个, 61个中的58个; the number alone where the whole is not known, or is less than its part."""
        whole = self.whole.value if self.whole is not None else 0
        if self.whole is None or whole < self.figure.value:
            return self.figure.shown
        return (
            f"全部{self.figure.shown}"
            if whole == self.figure.value
            else f"{self.whole.shown}中的{self.figure.shown}"
        )

    def _of_which(self) -> str:
        """其中2处; 均 of all of them, and nothing of the only one there is."""
        if self.whole is None or self.whole.value != self.figure.value:
            return f"{OF_WHICH}{self.figure.shown}"
        return "" if self.figure.value == 1 else ALL_OF_WHICH

    def wordings(self, form: str) -> Collection[str]:
        """Every way in which the figure may rightly be written where the text wants it in this form."""
        if form == PEOPLE_CONCERNED:
            count = people_of_figure(self.figure)
            return () if count is None else (f"{count}名", one(count) or "")
        if form == COMPARED_WITH_LAST:
            change: FigureValue = self.figure.value - self.before.value
            return self._ways(max(change, -change)) if self._has_before else ()
        if form == SHARE:
            return (self._share() or "",)
        if form in WORD_FORMS or (form not in FORMS and form):
            return (self.said(form) or "",)
        ways = self._ways(self.before.value if form == LAST_YEARS else self.figure.value)
        return ways | {self._of_how_many()} if form == OF_HOW_MANY else ways

    def _ways(self, value: FigureValue) -> set[str]:
        unit, displays = self.figure.unit, (self.figure.display, *TEXT_DISPLAYS.values())
        return {each.shown(value, unit) for each in displays} | {in_chinese(value, unit) or ""}


# what a text can quote
Quoted: TypeAlias = Told | RatesTold | PaidOnTime | MissingMonths | AllottedInFull | ExpectedNeed


def everything_told(year: int, until: int = LAST_MONTH) -> dict[str, Quoted]:
    """What a text can quote, by key: the figures, the office's own, the rates, and whether pay and budget came on time."""
    now = figures.all(year, until=until)
    by_key = {each.key: each for each in now}
    spans = spans_of_year(year)
    told: dict[str, Quoted] = {
        each.key: Told(each, partial(_of_year_before, each), by_key.get(each.definition.share_of), spans)
        for each in now
    }
    told |= rates_told(figures.rates_of(year))
    last = last_day_counted(year, until)
    told[ON_TIME_KEY] = paid_on_time(month(year, 1), month(year, last.month))
    told[ALLOTTED_KEY] = allotted_in_full(last)
    return told


def told_in_span(span: SpanOfDays) -> list[Told]:
    """The figures of the days of a span, beside those of the same days of the year before."""
    both = zip(figures.in_span(span), figures.in_span(span.year_before()), strict=True)
    return [Told(now, partial(replace, before)) for now, before in both]


def _of_year_before(figure: Figure) -> Figure:
    return figures.of(figure.definition, figure.year - 1, until=figure.until)


def people_of_figure(figure: Figure) -> int | None:
    """How many people the figure's rows are about; None where they are about none."""
    return len(whom(figure)) if any(map(_tells_whom, figure.all_rows())) else None


def whom(figure: Figure) -> set[tuple[int | None, int | None]]:
    """The people that the figure's rows are about: on file, or not."""
    found: set[tuple[int | None, int | None]] = set()
    for query in filter(_tells_whom, figure.all_rows()):
        model = query.model
        found |= set(query.select(model.person, getattr(model, "outsider", SQL("NULL"))).tuples())
    return found


def _tells_whom(query: ModelSelect[Any]) -> bool:
    return "person" in query.model._meta.fields


def one(count: int | None) -> str | None:
    """A number of people as one says it: 一名 of a single one."""
    return None if count is None else "一名" if count == 1 else f"{count}名"
