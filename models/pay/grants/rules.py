"""Rules of law and of the office: from which month, until which, what beside what.

The tables are ``resources/standards/*.csv``, their clauses ``resources/law``; what no law says is a setting of the office (``Ways``).
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from functools import cache, lru_cache
from typing import NamedTuple

from models.core import journal
from models.core.record import Refusal
from models.law import clauses
from models.office.settings import Setting
from models.pay.standards import months, shipped
from models.pay.standards.months import BEFORE_ALL_MONTHS, NEVER, Month
from models.pay.standards.standards import LAYERS, NATIONAL, PROVINCIAL
from models.people.identity import DEMOBILISED, DISABLED, MARTYRS_CHILDREN, OLD_MEMBERS, RURAL_VETERANS

AT_SIXTY = (RURAL_VETERANS, MARTYRS_CHILDREN)
MONTH_AFTER, SAME_MONTH, JANUARY = SIXTY = ("满60周岁次月", "满60周岁当月", "满60周岁当年1月")
AGE_NEXT_MONTH, AGE_SAME_MONTH, AGE_JANUARY = AGE_STARTS = ("满岁次月", "满岁当月", "满岁当年1月")
LAST_SURE_DAY = 28  # that every month has
START_NEXT_MONTH, START_SAME_MONTH = STARTS_OF_PAY = ("次月", "当月")
NO_CLAUSE_THEN = "没有读到当时的规定"
LOCAL_KINDS = (OLD_MEMBERS,)  # which not every office pays: each says for itself
PAID_HERE, NOT_PAID_HERE = LOCAL_ANSWERS = ("由本单位发放", "不由本单位发放")
TAKEN_OVER_ASKED = "本档案库从哪个月起发放"
GOES_ON_ALIKE, NOT_ALIKE = ALIKE_ANSWERS = ("继续发放", "不发")


class Start(NamedTuple):
    """From which month an approval counts, by the law of its day."""

    kind: str  # empty: every kind that has no line of its own
    first: Month  # of the approvals that it is about
    last: Month
    rule: str
    confirmed: bool = True  # whether a text of law was read that says so


class StartOfPay(NamedTuple):
    """The first month that an approval gives: 当月 or 次月, by law or by the office's way."""

    month: Month
    rule: str
    by_law: bool


class Extra(NamedTuple):
    """For how many months what was paid goes on for the family of somebody who died."""

    kind: str
    category: str
    died_from: Month
    months: int
    cause: str  # the cause of death that it is about; empty: any
    asked: bool  # whether no text says that it holds for the category, and the office has to
    clause: str = ""  # as it stood on the day of the death, where that is known


class Exclusion(NamedTuple):
    """What is not paid beside what: the lower of both, or the first one."""

    code: str
    kind: str
    beside: tuple[str, ...]  # kinds, ways of old-age insurance, or * for any other regular subsidy
    higher_only: bool
    usual: bool  # whether it holds unless the office says otherwise
    words: str  # what there is to say of it where no clause is

    @property
    def clause(self) -> str:
        """What it rests on today."""
        return self.on_day(clauses.day_text(None))

    def cited(self, day: str) -> str:
        """The citation alone, on a day or in a month (ISO text); empty where none was read."""
        return clauses.cite(self.code, day)

    def on_day(self, day: str) -> str:
        """What it rests on, as it stood on a day or in a month (ISO text)."""
        return clauses.clause_told(self.code, day) or self.words or NO_CLAUSE_THEN


@dataclass(frozen=True, slots=True)
class Ways:
    """The office's ways in what no law says; the defaults are those of the texts in ``resources/standards``."""

    disabled_same_month_from: str = "2024-10"  # approvals of 残疾 from here on count from their own month
    others_start: str = START_SAME_MONTH  # kinds without a rule of law: 当月 or 次月 of approval
    sixty: str = MONTH_AFTER
    taken_over: str = ""  # the first month for which this archive pays; before it nothing is claimed
    exclusions: str = ""  # codes switched against the table: “+参战-参试 -农村籍-养老待遇”
    supplements: str = ""  # kinds that have a supplement here: “三属：省、地方；烈士子女：省”
    fund: str = "中央和省级财政"
    earliest_pay_day: str = "16"  # of the month before the run's first: no text says it, so the office may
    abroad_months: str = ""  # months abroad after which a grant is asked about; empty: nobody has said
    elder: str = AGE_NEXT_MONTH  # from which month 高龄增发 is paid: no text says it, so the office may
    local_kinds: str = (
        ""  # of kinds that not every office pays: “建国前老党员：由本单位发放”; unsaid: to be asked
    )
    # From which size on a step of a run asks: no text says it, so the office may.
    rise_asked: str = "30"  # per cent by which somebody's month is more or less than before
    times_asked: str = "5"  # times what is usual for somebody
    growth_asked: str = "30"  # per cent by which a run is more or less than the one before
    alike: str = ""  # whether 12 months go on for disabled people of whom no text says so; empty: to be asked

    @classmethod
    def kept(cls) -> Ways:
        """As the archive has them."""
        known = {s.name: s.value for s in Setting.select().where(Setting.name.startswith("pay."))}
        names = {field.name for field in fields(cls)}
        said = {name[4:]: value for name, value in known.items() if name[4:] in names and value}
        return replace(cls(), **said)

    def problems(self) -> dict[str, str]:
        """What of it cannot be, with one message per field."""
        found: dict[str, str] = {}
        for name in ("disabled_same_month_from", "taken_over"):
            try:
                if getattr(self, name):
                    months.read_month(getattr(self, name))
            except Refusal as refusal:
                found[name] = str(refusal)
        if not (self.earliest_pay_day.isdecimal() and 1 <= int(self.earliest_pay_day) <= LAST_SURE_DAY):
            found["earliest_pay_day"] = f"最早的发放日请填1至{LAST_SURE_DAY}之间的数，如16"
        for name in ("rise_asked", "times_asked", "growth_asked"):
            if not getattr(self, name).isdecimal() or int(getattr(self, name)) < 1:
                found[name] = "办理批次前要问的界限请填大于0的整数，如30"
        if self.abroad_months and not self.abroad_months.isdecimal():
            found["abroad_months"] = "请写整数个月，不设定的留空"
        if self.others_start not in STARTS_OF_PAY:
            found["others_start"] = "请选择当月或次月"
        if self.alike not in ("", *ALIKE_ANSWERS):
            found["alike"] = "请选择继续发放或不发，没有核定的留空"
        if any(word.partition("：")[2] not in LOCAL_ANSWERS for word in self.local_kinds.split("；") if word):
            found["local_kinds"] = "请选择是否由本单位发放，没有核定的留空"
        if self.sixty not in SIXTY:
            found["sixty"] = "请选择满60周岁从哪个月起发"
        if self.elder not in AGE_STARTS:
            found["elder"] = "请选择高龄增发从哪个月起发"
        known = {each.code for each in exclusions()}
        if strange := [
            word for word in self.exclusions.split() if word[:1] not in "+-" or word[1:] not in known
        ]:
            found["exclusions"] = f"没有“{strange[0]}”这条不重复享受规则"
        return found

    def excluded(self) -> list[Exclusion]:
        """The rules of what is not paid beside what, as they hold here."""
        said = {word[1:]: word[0] == "+" for word in self.exclusions.split()}
        return [each for each in exclusions() if said.get(each.code, each.usual)]

    def pays(self, kind: str) -> bool | None:
        """Whether the office pays a kind; None where it has not said so of one that not every office pays."""
        if kind not in LOCAL_KINDS:
            return True
        said = dict(part.split("：", 1) for part in self.local_kinds.split("；") if "：" in part)
        return {PAID_HERE: True, NOT_PAID_HERE: False}.get(said.get(kind, ""))

    def layers(self, kind: str) -> tuple[str, ...]:
        """The layers of which a kind must have a standard: the national one, and what the office says there is.

        The base of 在乡复员军人 is the province's, as no national text sets it.
        """
        base = PROVINCIAL if kind == DEMOBILISED else NATIONAL
        said = dict(part.split("：", 1) for part in self.supplements.split("；") if "：" in part)
        return tuple(layer for layer in LAYERS if layer == base or layer in said.get(kind, "").split("、"))


def keep_ways(ways: Ways, user: str) -> None:
    """Keep the office's ways, as one entry. Raises ``Refusal`` for what cannot be."""
    if found := ways.problems():
        raise Refusal("；".join(found.values()))
    with journal.entry("修改发放规则设置", user):
        for field in fields(Ways):
            value, name = getattr(ways, field.name), f"pay.{field.name}"
            setting = Setting.get_or_none(Setting.name == name) or Setting(name=name)
            if setting.value != value and (setting.id or value != field.default):
                setting.value = value
                setting.save()


def start_of(kind: str, approved: Month, ways: Ways) -> StartOfPay:
    """The first month that an approval gives, by the law of the month of approval or by the office's way."""
    return _start_of(kind, approved, ways.others_start, ways.disabled_same_month_from)


@lru_cache(maxsize=20_000)
def _start_of(kind: str, approved: Month, others_start: str, disabled_same_month_from: str) -> StartOfPay:
    """The same, remembered by the two ways of the office that count."""
    law = next((each for each in starts() if each.kind == kind and each.first <= approved <= each.last), None)
    if law is None:
        rule = others_start
    elif kind == DISABLED:
        same = approved >= months.read_month(disabled_same_month_from)
        rule = START_SAME_MONTH if same else START_NEXT_MONTH
    else:
        rule = law.rule
    return StartOfPay(approved + (rule == START_NEXT_MONTH), rule, law is not None and law.rule == rule)


def sixty_of(kind: str, approved: Month, born: str, ways: Ways) -> tuple[Month, str]:
    """The first month at sixty, and how that is said; where the law counts from its confirmation, sixty counts at once.

    烈士褒扬条例 2024, in force from 2025: 年满60周岁的烈士子女, in the month in which they are confirmed.
    """
    at_once = kind == MARTYRS_CHILDREN and start_of(kind, approved, ways).by_law
    own = replace(ways, sixty=SAME_MONTH) if at_once else ways
    return sixtieth(born, own), own.sixty


def sixtieth(born: str, ways: Ways) -> Month:
    """The first month at sixty, by the office's way; a birth date of a year alone counts from its December."""
    birthday = (months.last_in(born) or NEVER) + 60 * 12
    return {MONTH_AFTER: birthday + 1, SAME_MONTH: birthday, JANUARY: birthday // 12 * 12}[ways.sixty]


def birthday_pays(born: str, age: int, way: str) -> Month:
    """The first month of an addition for that age, by the office's way; a birth date of a year alone counts from its December."""
    birthday = (months.last_in(born) or NEVER) + age * 12
    return {AGE_NEXT_MONTH: birthday + 1, AGE_SAME_MONTH: birthday, AGE_JANUARY: birthday // 12 * 12}[way]


def extra_for(kind: str, category: str, died: Month) -> Extra | None:
    """What the family of somebody who died in that month is still paid; None when no rule was found."""
    fitting = [e for e in extras() if e.kind == kind and e.category in ("", category) and e.died_from <= died]
    return fitting[0] if fitting else None


@cache
def starts() -> tuple[Start, ...]:
    """From which month approvals count, by ``starts.csv``."""
    return tuple(
        Start(
            r["kind"],
            *_span(r["approved_from"], r["approved_to"]),
            r["rule"],
            r["confirmed"] == shipped.MARKED_YES,
        )
        for r in shipped.standard_rows("starts")
    )


@cache
def extras() -> tuple[Extra, ...]:
    """For how many months families are still paid, by ``extra_months.csv``."""
    return tuple(
        Extra(
            r["kind"],
            r["category"],
            _span(r["died_from"], "")[0],
            int(r["months"]),
            r["cause"],
            r["confirmed"] == shipped.MARKED_ASK,
        )
        for r in shipped.standard_rows("extra_months")
    )


@cache
def exclusions() -> tuple[Exclusion, ...]:
    """What is not paid beside what, by ``exclusions.csv``."""
    return tuple(
        Exclusion(
            r["code"],
            r["kind"],
            tuple(r["beside"].split("|")),
            r["rule"] == "就高",
            r["on"] == shipped.MARKED_YES,
            r["words"],
        )
        for r in shipped.standard_rows("exclusions")
    )


def _span(first: str, last: str) -> tuple[Month, Month]:
    return months.first_in(first) or BEFORE_ALL_MONTHS, months.last_in(last) or NEVER
