"""Figures told in a summary's text: in several forms, beside last year's, and the rates as a sentence."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from decimal import Decimal

from models.year import figures
from models.year.figures import Display, Figure, Standing
from models.year.figures.display import DISPLAY_EXACT, DISPLAY_FLOOR, DISPLAY_WAN, FigureValue, plain_number
from models.year.figures.period import LAST_MONTH, day_field_of
from models.year.summary.prose import chinese
from models.year.summary.template import IF_ANY

HALF_YEAR = 6  # the last month of a half-yearly report
LAST_YEARS, COMPARED_WITH_LAST, PEOPLE_CONCERNED = "上年", "比上年", "人数"
IN_CHINESE_WORDS, BARE_NUMBER, COUNTED_APART = "汉字", "数", "分列"
TEXT_DISPLAYS = {
    "准确": Display(DISPLAY_EXACT), "万元": Display(DISPLAY_WAN), "万余": Display(DISPLAY_FLOOR, Decimal(1)), "千余": Display(DISPLAY_FLOOR, Decimal("0.1")),
    "十余": Display(DISPLAY_FLOOR, Decimal(10)), "五十余": Display(DISPLAY_FLOOR, Decimal(50)), "百余": Display(DISPLAY_FLOOR, Decimal(100)),
}  # fmt: skip
FORMS = {
    "准确": "照实，不取整", "万元": "以万元计，最多三位小数", "万余": "取整到万元，有零头加“余”",
    "千余": "取整到0.1万元，有零头加“余”", "十余": "取整到十，有零头加“余”", "五十余": "取整到五十，有零头加“余”",
    "百余": "取整到百，有零头加“余”", BARE_NUMBER: "只写数，不写单位", IN_CHINESE_WORDS: "写成汉字，如五个",
    COUNTED_APART: "几个100%，城市、农村分开数；有一项没有达到就不写", IF_ANY: "不写出来，只作条件：没有时，带着它的话不写",
    PEOPLE_CONCERNED: "涉及的人数，一人写成“一名”", LAST_YEARS: "上年的数", COMPARED_WITH_LAST: "比上年增加或减少多少",
}  # fmt: skip
PART_OF_RATE = re.compile(r"(.+)[（(](城市|农村|城镇)[）)]")
FULL_RATES_KEY, RATES_KEY = "rates.full", "rates.told"


@dataclass(frozen=True, slots=True)
class Told:
    """A figure of this year with that of the year before."""

    figure: Figure
    before: Figure  # of the year before

    @property
    def is_nothing(self) -> bool:
        return not self.figure.value

    @property
    def _has_before(self) -> bool:
        """Whether there is anything to compare with: people on file belong to no year."""
        model = self.figure.definition.model
        return bool(self.before.value) and (day_field_of(model) is not None or "year" in model._meta.fields)

    def said(self, form: str) -> str | None:
        """The figure in a form; None for a form that does not exist, or a comparison with nothing."""
        figure = self.figure
        if not form:
            return figure.shown
        if form in TEXT_DISPLAYS:
            return TEXT_DISPLAYS[form].shown(figure.value, figure.unit)
        special: dict[str, Callable[[], str | None]] = {
            LAST_YEARS: lambda: self.before.shown if self._has_before else None,
            COMPARED_WITH_LAST: self._compared,
            PEOPLE_CONCERNED: lambda: one(people_of_figure(figure)),
            IN_CHINESE_WORDS: lambda: in_chinese(figure.value, figure.unit),
            BARE_NUMBER: lambda: plain_number(figure.value),
        }
        return special[form]() if form in special else None

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

    def wordings(self, form: str) -> Collection[str]:
        """Every way in which the figure may rightly be written where the text wants it in this form."""
        if form == PEOPLE_CONCERNED:
            count = people_of_figure(self.figure)
            return () if count is None else (f"{count}名", one(count) or "")
        if form == COMPARED_WITH_LAST:
            change: FigureValue = self.figure.value - self.before.value
            return self._ways(max(change, -change)) if self._has_before else ()
        return self._ways(self.before.value if form == LAST_YEARS else self.figure.value)

    def _ways(self, value: FigureValue) -> set[str]:
        unit, displays = self.figure.unit, (self.figure.display, *TEXT_DISPLAYS.values())
        return {each.shown(value, unit) for each in displays} | {in_chinese(value, unit) or ""}


@dataclass(frozen=True, slots=True)
class RatesTold:
    """The rates of a year as a sentence, and how many of them are full."""

    standings: tuple[Standing, ...]
    as_sentence: bool

    @property
    def full(self) -> list[Standing]:
        return [each for each in self.standings if each.due and each.done >= each.due]

    @property
    def _all_full(self) -> bool:
        return len(self.full) == sum(bool(each.due) for each in self.standings)

    def _claims(self, form: str) -> int:
        """How many rates are full: one that is kept apart for town and country is one, and full where both are.

        Counted apart (``分列``) they only are where nothing is doubtful.
        """
        if form == COUNTED_APART:
            return len(self.full) if self._all_full else 0
        short = {_whole(each.name) for each in self.standings if each.due and each.done < each.due}
        return len({_whole(each.name) for each in self.full} - short)

    @property
    def is_nothing(self) -> bool:
        return not (self.standings if self.as_sentence else self._claims(""))

    def said(self, form: str) -> str | None:
        if self.as_sentence:
            return None if form else self._sentence()
        if form not in ("", IN_CHINESE_WORDS, COUNTED_APART):
            return None
        count = self._claims(form)
        return f"{count}个" if not form else in_chinese(count, "个")

    def _sentence(self) -> str:
        """甲率、乙率均达到100%，丙率达到98.5%."""
        pieces = []
        if names := merged(each.name for each in self.full):
            pieces.append(f"{'、'.join(names)}{'均' if len(self.full) > 1 else ''}达到100%")
        pieces += [
            f"{each.name}达到{each.shown}" for each in self.standings if each.due and each.done < each.due
        ]
        return "，".join(pieces)

    def wordings(self, form: str) -> Collection[str]:
        if self.as_sentence:
            return {each.shown for each in self.standings}
        count = self._claims(form)
        return (f"{count}个", in_chinese(count, "个") or "")


def everything_told(year: int, until: int = LAST_MONTH) -> dict[str, Told | RatesTold]:
    """What a text can quote, by key: the figures, the office's own, and the rates."""
    now, before = figures.all(year, until=until), figures.all(year - 1, until=until)
    told: dict[str, Told | RatesTold] = {
        each.key: Told(each, last) for each, last in zip(now, before, strict=True)
    }
    standings = tuple(figures.rates_of(year))
    return told | {FULL_RATES_KEY: RatesTold(standings, False), RATES_KEY: RatesTold(standings, True)}


def _whole(name: str) -> str:
    """The name of a rate without the town or country for which it is kept apart."""
    found = PART_OF_RATE.fullmatch(name)
    return found[1] if found else name


def merged(names: Iterable[str]) -> list[str]:
    """Names of rates, one that is kept apart for town and country said once: 城市和农村义务兵家属优待金按标准发放率."""
    parts: dict[str, list[str]] = {}
    for name in names:
        found = PART_OF_RATE.fullmatch(name)
        parts.setdefault(found[1] if found else name, []).append(found[2] if found else "")
    return [f"{'和'.join(filter(None, where))}{name}" for name, where in parts.items()]


def people_of_figure(figure: Figure) -> int | None:
    """How many people the figure's rows are about; None where they are about none."""
    return len(whom(figure)) if _tells_whom(figure) else None


def whom(figure: Figure) -> set[tuple[int | None, int | None]]:
    """The people that the figure's rows are about: on file, or not."""
    if not _tells_whom(figure):
        return set()
    model = figure.definition.model
    return set(figure.rows().select(model.person, model.outsider).tuples())


def _tells_whom(figure: Figure) -> bool:
    return {"person", "outsider"} <= set(figure.definition.model._meta.fields)


def one(count: int | None) -> str | None:
    """A number of people as one says it: 一名 of a single one."""
    return None if count is None else "一名" if count == 1 else f"{count}名"


def in_chinese(value: object, unit: str) -> str | None:
    """A small number in Chinese before its measure word: 五个, 两次; None where figures are usual."""
    if not isinstance(value, int) or not 0 < value < 100:
        return None
    return f"{'两' if value == 2 else chinese(value)}{unit}"
