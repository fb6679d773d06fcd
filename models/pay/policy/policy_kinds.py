"""Policy kinds: which records make up what the office must do by the papers of others, and travel in a policy pack.

A kind is its record, the fields that tell one row from another, and the fields of its substance: a row whose substance
another office has otherwise is another rule, and waits to be confirmed anew. A further kind is a line of ``POLICY_KINDS``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any

from models.core.dates import PartDate
from models.core.record import Record
from models.law import office_law
from models.law.office_law import OfficeClause, OfficeText
from models.law.texts import law_rows, law_texts
from models.office.workdays import CalendarDay, shipped_workdays
from models.pay.standards.policy_figures import PolicyFigure
from models.pay.standards.rise_rates import RISE_KEY, RiseRate, carried_rates
from models.pay.standards.standards import CRITERIA, Standard

BOOK = re.compile(r"《[^》]+》(?:（[^）]*）)?")
NUMBER_UNKNOWN = "文号未查到"


@dataclass(frozen=True)
class PolicyKind:
    """One kind of record that says what is to be done by a document, and how a row of it tells of itself."""

    record: type[Record]
    key: tuple[str, ...]
    substance: tuple[str, ...]
    whom: Callable[[Any], str]
    said: Callable[[Any], str]
    when: Callable[[Any], str]
    paper: Callable[[Any], str]  # the document that a row belongs to
    cited: Callable[[Any], str]  # number and source in words
    rows: Callable[[], Iterable[Record]]  # what a pack takes along
    sure: Callable[[Any], bool]

    @property
    def name(self) -> str:
        """What its file in a pack is called: its table."""
        return str(self.record._meta.table_name)

    @property
    def noun(self) -> str:
        return self.record.NOUN

    @property
    def fields(self) -> list[str]:
        """The fields that travel: all but what an archive alone knows of a row."""
        return [name for name in self.record._meta.fields if name not in ("id", "uid", "confirmed")]


def kind_of(record: Record) -> PolicyKind:
    """The kind of a record."""
    return next(kind for kind in policy_kinds() if isinstance(record, kind.record))


def policy_kinds() -> tuple[PolicyKind, ...]:
    """All kinds, in the order in which they are listed."""
    return POLICY_KINDS


def is_derived(record: Record) -> bool:
    """Whether no paper prints the row: it was derived from an older one."""
    return bool(getattr(record, "derived_by", ""))


def _cited(record: Any) -> str:
    number = getattr(record, "document", "") or getattr(record, "article", "")
    return "；".join(filter(None, (number, record.source)))


def _paper_of_standard(standard: Standard) -> str:
    begins = standard.begins.chinese() if standard.begins else "起始月份不明"
    return standard.document or f"{begins}起的{standard.layer}标准（{NUMBER_UNKNOWN}）"


def _paper_of_rate(rate: RiseRate) -> str:
    return rate.document or f"{rate.when()}的{RiseRate.NOUN}（{NUMBER_UNKNOWN}）"


def _paper_of_figure(figure: PolicyFigure) -> str:
    """The law that an article stands in; the matter itself where no article is named."""
    found = BOOK.search(figure.article)
    return found[0] if found else f"{figure.matter}（{NUMBER_UNKNOWN}）"


def _days() -> list[Record]:
    """The holidays as the archive knows them, those that the program ships included."""
    own = {day.day.earliest(): day for day in CalendarDay.select() if day.day is not None}
    shipped = {
        day: CalendarDay(
            day=PartDate.of(day), works=how.works, name=how.name, source=how.source, confirmed=how.confirmed
        )
        for day, how in shipped_workdays().items()
    }
    return [day for _, day in sorted((shipped | own).items())]


def _carried(
    model: type[Record], carried: Callable[[], Iterable[Record]], key: str
) -> Callable[[], Iterable[Record]]:
    """The rows as the archive knows them, those that the program carries included."""

    def rows() -> Iterable[Record]:
        own = list(model.select().order_by(model.id))
        there = {_key_of(row, key) for row in own}
        return [*(row for row in carried() if _key_of(row, key) not in there), *own]

    return rows


def _law(model: type[Record], name: str, key: str) -> Callable[[], Iterable[Record]]:
    return _carried(model, lambda: office_law.as_records(model, law_rows(name)), key)


def _key_of(row: Any, key: str) -> tuple[str, ...]:
    return tuple(str(getattr(row, name)) for name in key.split())


def _text_of(clause: OfficeClause) -> str:
    """The title of the text that a clause stands in, of one that nobody has confirmed yet too."""
    own: OfficeText | None = OfficeText.get_or_none(OfficeText.code == clause.text)
    known = law_texts().get(clause.text)
    return own.title() if own is not None else known.title() if known is not None else clause.text


def _span_of_law(row: Any) -> str:
    begins = f"{row.begins.chinese()}起" if row.begins else ""
    return begins + (f"至{row.ends.chinese()}" if row.ends else "")


def _of_table(record: type[Record]) -> Callable[[], Iterable[Record]]:
    return lambda: record.select().order_by(record.id)


POLICY_KINDS = (
    PolicyKind(
        Standard, ("layer", "kind", *CRITERIA, "begins"), ("unit", "amount", "ends", "derived_by"),
        lambda row: row.whom(), lambda row: row.rate(), lambda row: row.when(), _paper_of_standard, _cited,
        _of_table(Standard), lambda row: bool(row.confirmed),
    ),
    PolicyKind(
        PolicyFigure, ("matter", "what", "unit", "begins"), ("value", "ruling", "ends", "article"),
        lambda row: row.whom(), lambda row: row.said(), lambda row: row.when(), _paper_of_figure, _cited,
        _of_table(PolicyFigure), lambda row: bool(row.confirmed),
    ),
    PolicyKind(
        RiseRate, RISE_KEY, ("percent", "step", "more"),
        lambda row: row.whom(), lambda row: row.words(), lambda row: row.when(), _paper_of_rate, _cited,
        _carried(RiseRate, carried_rates, " ".join(RISE_KEY)), lambda row: bool(row.confirmed),
    ),
    PolicyKind(
        CalendarDay, ("day",), ("works",),
        lambda row: row.name or row.day.chinese(), lambda row: "上班" if row.works else "放假",
        lambda row: row.day.chinese(), lambda row: row.source or CalendarDay.NOUN, lambda row: row.source,
        _days, lambda row: row.confirmed is not False,
    ),
    PolicyKind(
        OfficeText, ("code",), ("name", "edition", "begins", "ends", "numbered", "replaces"),
        lambda row: row.title(), lambda row: row.number, _span_of_law, lambda row: row.title(), lambda row: row.source,
        _law(OfficeText, "texts", "code"), lambda row: bool(row.confirmed),
    ),
    PolicyKind(
        OfficeClause, ("matter", "whom", "text", "article"), ("begins", "ends", "what", "read"),
        lambda row: " ".join(filter(None, (row.matter, row.whom.replace("|", "、")))),
        lambda row: " ".join(filter(None, (row.article, row.what))), _span_of_law, _text_of, lambda row: row.source,
        _law(OfficeClause, "clauses", "matter whom text article"), lambda row: bool(row.confirmed),
    ),
)  # fmt: skip
