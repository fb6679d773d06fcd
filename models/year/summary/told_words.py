"""Told words: what the rows of a figure say in words, as units, themes, cohorts, the laws made known, or a single case told as one."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from decimal import Decimal
from typing import Any

from peewee import ModelSelect

from models.ledger.activities import Activity, units_named
from models.payments.medical_case import MedicalCase
from models.payments.payment import Payment
from models.people.outsiders import recipient, with_recipients
from models.year.figures.definitions import Figure
from models.year.figures.display import DISPLAY_WAN, YUAN, Display
from models.year.figures.period import last_day_counted

BY_UNITS, BY_TITLES, OF_CONTENTS, BY_CHANNELS = "单位", "名目", "内容", "渠道"
PEOPLES_NAMES, OF_COHORTS, BY_INSURERS, OF_LAWS, AS_CASE = "姓名", "退役年度", "保险", "法规", "病例"
WORD_FORMS = {
    BY_UNITS: "由哪些单位做的，多的写成“…等几个单位”", BY_TITLES: "叫什么名称，如哪几场活动", OF_CONTENTS: "会上传达、学习的内容", BY_CHANNELS: "从哪些渠道",
    PEOPLES_NAMES: "其中的人的姓名；选了“写出个人姓名”才写，对外公开的一份不写", OF_COHORTS: "哪一年退役的，如2019年",
    BY_INSURERS: "经哪家保险公司", OF_LAWS: "提到的法律法规，如《兵役法》", AS_CASE: "只有一个病例时写出病情、费用、报销和个人负担",
}  # fmt: skip
NAMED_AT_MOST = 9  # more units, titles or people are 等
UNIT_FIELDS, CONTENT_FIELDS = ("organiser", "unit"), ("words",)
TEXT_FIELDS = ("theme", "name", "words", "matter", "result", "item", "notes")
COHORT_WORDS = re.compile(r"((?:19|20)\d\d)年(?:自主就业|度?退役|度?退伍|度?复员)")
LAW_NAME = re.compile(r"《[^《》]*(?:法|法典|条例|规定|办法)》")
INSURER_NAME = re.compile(r"[一-鿿]*保险(?:股份有限|集团|有限)*公司[一-鿿]{0,6}?(?=[，。；、]|$)")
IN_WAN_YUAN, NO_MONEY = Display(DISPLAY_WAN), Decimal(0)


def told_words(figure: Figure, form: str) -> str | None:
    """What the rows of a figure say, in one of ``WORD_FORMS``; None where they say nothing of it."""
    if not figure.value:
        return None
    if form == AS_CASE:
        return _case(figure) or None
    rows = [row for query in figure.all_rows() for row in _ordered(query, form)]
    return TELLERS[form](rows) or None


def _ordered(query: ModelSelect[Any], form: str) -> ModelSelect[Any]:
    """The rows in the order in which they were entered; for names together with whom they are about."""
    model: Any = query.model
    if form == PEOPLES_NAMES and "outsider" in model._meta.fields:
        query = with_recipients(model).where(model.id.in_(query.select(model.id)))
    return query.order_by(model.id)


def joined_words(words: Iterable[str], counted: str) -> str:
    """甲、乙和丙, each once; of many the first ones and, where they are ``counted``, how many they are: 甲、乙、丙等12个单位."""
    each = list(dict.fromkeys(filter(None, (word.strip() for word in words))))
    if len(each) > NAMED_AT_MOST:
        return f"{'、'.join(each[:NAMED_AT_MOST])}等{f'{len(each)}{counted}' if counted else ''}"
    return "和".join(filter(None, ("、".join(each[:-1]), each[-1]))) if each else ""


def _said(row: Any, names: Iterable[str]) -> Iterator[str]:
    fields = row._meta.fields
    yield from (value for name in names if name in fields and isinstance(value := getattr(row, name), str))


def _units(rows: list[Any]) -> str:
    return joined_words(
        (unit for row in rows for words in _said(row, UNIT_FIELDS) for unit in units_named(words)), "个单位"
    )


def _titles(rows: list[Any]) -> str:
    return joined_words(map(_title, rows), "")  # their number follows


def _title(row: Any) -> str:
    """“六一”军警民亲子活动; of other records what they are named by."""
    if not isinstance(row, Activity):
        named = row.NAMED_BY if isinstance(row.NAMED_BY, str) else row.NAMED_BY[0]
        return str(getattr(row, named) or "")
    theme = row.theme.strip("“”\"' ")
    kind = "" if row.kind in theme or row.kind == theme else row.kind
    kind = f"{kind}活动" if kind and not kind.endswith(("活动", "会", "日")) else kind
    return f"“{theme}”{kind}" if theme else kind


def _contents(rows: list[Any]) -> str:
    return joined_words((words.rstrip("。") for row in rows for words in _said(row, CONTENT_FIELDS)), "项")


def _channels(rows: list[Any]) -> str:
    return joined_words((row.channel for row in rows if "channel" in row._meta.fields), "个渠道")


def _names(rows: list[Any]) -> str:
    """People by their names: of those whom a row is about, or whom it names itself."""
    people = (recipient(row) if "person" in row._meta.fields else row for row in rows)
    return joined_words((getattr(each, "name", "") for each in people if each is not None), "人")


def _cohorts(rows: list[Any]) -> str:
    """2019年, where all who are counted left the forces in years that the rows say; nothing where one of them says none."""
    years = [_cohort(row) for row in rows]
    return joined_words(sorted(f"{year}年" for year in years if year), "年") if all(years) else ""


def _cohort(row: Any) -> int | None:
    if isinstance(year := row.__data__.get("year"), int):
        return year
    found = next(filter(None, map(COHORT_WORDS.search, _said(row, TEXT_FIELDS))), None)
    return int(found[1]) if found else None


def _insurers(rows: list[Any]) -> str:
    said = (words for row in rows for words in _said(row, ("fund", "notes")))
    return joined_words((found[0] for words in said for found in INSURER_NAME.finditer(words)), "家公司")


def _laws(rows: list[Any]) -> str:
    said = (words for row in rows for words in _said(row, TEXT_FIELDS))
    return "".join(dict.fromkeys(law for words in said for law in LAW_NAME.findall(words)))


def _case(figure: Figure) -> str:
    """A single case as one tells it: 因脑血管手术花费12.61万元，按政策前后报销10.584万元，个人负担2.026万元."""
    rows = [row for query in figure.all_rows() for row in query if isinstance(row, MedicalCase)]
    if len(rows) != 1 or rows[0].cost is None:
        return ""
    (case,) = rows
    last = last_day_counted(figure.year, figure.until)
    helped = [each.amount or NO_MONEY for each in case.payments if _day(each) <= last.isoformat()]
    cost, before, after = case.cost or NO_MONEY, case.insured or NO_MONEY, sum(helped, NO_MONEY)
    told = [f"{'因' if case.cause else ''}{case.cause}花费{_wan(cost)}"]
    if before:
        told.append(f"医保报销{_wan(before)}")
    if after:
        times = "前后" if len(helped) > 1 and not before else "又" if before else ""
        told.append(f"按政策{times}{'补助' if before else '报销'}{_wan(after)}")
    if before + after and (left := cost - before - after) > 0:
        told.append(f"个人负担{_wan(left)}")
    return "，".join(told) if before + after else ""


def _day(payment: Payment) -> str:
    return str(payment.paid_on or payment.month)


def _wan(amount: Decimal) -> str:
    return IN_WAN_YUAN.shown(amount, YUAN)


TELLERS: dict[str, Callable[[list[Any]], str]] = {
    BY_UNITS: _units, BY_TITLES: _titles, OF_CONTENTS: _contents, BY_CHANNELS: _channels, PEOPLES_NAMES: _names, OF_COHORTS: _cohorts,
    BY_INSURERS: _insurers, OF_LAWS: _laws,
}  # fmt: skip
