"""Figures of the office's own: a kind of record, conditions on it, and a count or a sum; no programming."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial
from typing import Any

from peewee import Expression, Field, ForeignKeyField

from models.core.fields import Quantity
from models.core.record import KINDS_OF_RECORDS, Count, Record, Sealed, Text, Yuan
from models.own_fields.own_fields import all_own_fields
from models.people.identity import Identity
from models.people.person import Person
from models.year.figures.definitions import Definition, Figure, rows_measure, total_measure
from models.year.figures.display import DISPLAY_EXACT, DISPLAY_FLOOR, DISPLAY_WAN, YUAN, Display, FigureValue
from models.year.figures.measures import (
    batches_measure,
    has_people,
    has_times,
    households_measure,
    owners_measure,
    times_measure,
)
from models.year.figures.own_conditions import OwnCondition, expression
from models.year.figures.period import of_year
from models.year.figures.spans import span_names, spanned, spans_of_year

OWN_SECTION = "自定义"
PREFIX = "own."
MEASURE_COUNT, MEASURE_PEOPLE, MEASURE_SUM = "条数", "人数", "合计"
MEASURE_TIMES, MEASURE_HOUSEHOLDS, MEASURE_BATCHES = "人次", "户数", "批次"
MEASURES = (
    MEASURE_COUNT, MEASURE_PEOPLE, MEASURE_TIMES, MEASURE_HOUSEHOLDS, MEASURE_BATCHES, MEASURE_SUM,
)  # fmt: skip
COUNTED_BY_MEASURE: dict[str, Callable[[Any], Any]] = {
    MEASURE_COUNT: rows_measure, MEASURE_PEOPLE: owners_measure, MEASURE_TIMES: times_measure,
    MEASURE_HOUSEHOLDS: households_measure, MEASURE_BATCHES: batches_measure,
}  # fmt: skip
OF_PEOPLE = (MEASURE_PEOPLE, MEASURE_HOUSEHOLDS)  # what only records of somebody can be counted by
OWN_DISPLAYS = {
    "照实": Display(DISPLAY_EXACT), "万元": Display(DISPLAY_WAN), "万余元": Display(DISPLAY_FLOOR, Decimal(1)),
    "千余元": Display(DISPLAY_FLOOR, Decimal("0.1")), "十余": Display(DISPLAY_FLOOR, Decimal(10)),
    "五十余": Display(DISPLAY_FLOOR, Decimal(50)), "百余": Display(DISPLAY_FLOOR, Decimal(100)),
}  # fmt: skip


def counted_kinds() -> dict[str, Any]:
    """The kinds of record that the office's own figures count, by what they call them."""
    return {kind.COUNTED: kind for kind in KINDS_OF_RECORDS.values() if kind.COUNTED}


class OwnFigure(Record):
    """A figure as the office defined it; its conditions all hold together."""

    NOUN = "自定义指标"
    NAMED_BY = "name"
    TIMELESS = "本单位的设置"

    name = Text("名称", unique=True)
    kind = Text("统计哪种记录")
    conditions = Sealed("筛选条件")  # JSON of a list of [column, relation, value]
    measure = Text("怎样计数")
    column = Text("合计哪一栏")
    unit = Text("单位")
    display = Text("显示方式")
    span = Text("只算哪个时段")
    planned = Quantity("每年计划数")

    def rules(self) -> Iterator[tuple[str, str]]:
        if not self.name.strip():
            yield "name", "请给这个指标起一个名称"
        elif set(self.name) & set("{}[]|"):
            yield "name", "名称里不能有括号“{}”“[]”和竖线“|”，它们在总结模板里另有用处"
        if self.kind not in counted_kinds():
            yield "kind", "请选择统计哪种记录"
            return
        if self.measure not in MEASURES:
            yield "measure", "请选择怎样计数"
        elif self.measure == MEASURE_SUM and self.column not in summable_fields(self.kind):
            yield "column", "请选择合计哪一栏"
        elif self.measure in OF_PEOPLE and not has_people(counted_kinds()[self.kind]):
            yield "measure", f"“{self.kind}”的记录不与人员相连，只能计条数、人次、批次或合计"
        elif self.measure == MEASURE_TIMES and not has_times(counted_kinds()[self.kind]):
            yield "measure", f"“{self.kind}”的记录没有人数，不能计人次"
        if self.display not in OWN_DISPLAYS:
            yield "display", "请选择显示方式"
        yield from self._condition_rules()

    def _condition_rules(self) -> Iterator[tuple[str, str]]:
        for condition in self.chosen:
            try:
                expression(counted_kinds()[self.kind], condition)
            except ValueError as error:
                yield "conditions", str(error)

    def conflicts(self) -> Iterator[tuple[str, str]]:
        from models.year import figures  # which imports this file

        if any(self.name.strip() == each.text for each in figures.DEFINITIONS.values()):
            yield "name", f"程序已有名为“{self.name}”的指标，请换一个名称"
        if OwnFigure.get_or_none(OwnFigure.name == self.name, OwnFigure.id != self.id):
            yield "name", f"已有名为“{self.name}”的指标，请换一个名称"
        if self.span and self.span not in span_names():
            yield "span", f"没有名为“{self.span}”的时段"

    @property
    def chosen(self) -> list[OwnCondition]:
        """The conditions."""
        return [OwnCondition(*map(str, each)) for each in json.loads(self.conditions or "[]")]

    def choose(self, conditions: list[OwnCondition]) -> None:
        """Take other conditions."""
        self.conditions = json.dumps([list(each) for each in conditions], ensure_ascii=False)

    @property
    def definition(self) -> Definition:
        """The figure as the report knows figures."""
        model = counted_kinds()[self.kind]
        whole = Definition(
            f"{PREFIX}{self.name}", "", OWN_SECTION, self.name, self.unit, model,
            partial(_where, model, self.chosen), self._measure(model), OWN_DISPLAYS[self.display],
        )  # fmt: skip
        return (
            replace(whole, where=partial(_where_in_span, whole, self.span), looks=True)
            if self.span
            else whole
        )

    def _measure(self, model: Any) -> Callable[[Any], Any]:
        summed = self.measure == MEASURE_SUM
        return total_measure(model._meta.fields[self.column]) if summed else COUNTED_BY_MEASURE[self.measure]

    def against_plan(self, value: FigureValue) -> str:
        """How far a value is of what was planned for the year; empty where nothing was."""
        if not self.planned:
            return ""
        share = int(Decimal(value) * 1000 / self.planned)
        return f"计划{self.planned:,f}，完成{share // 10}.{share % 10}%"


def definitions() -> list[Definition]:
    """The office's own figures, by name."""
    return [each.definition for each in OwnFigure.select().order_by(OwnFigure.name)]


def plans() -> Callable[[Figure], str]:
    """How far each figure is of what the office planned of it; empty for one of which it planned nothing."""
    own = {f"{PREFIX}{each.name}": each for each in OwnFigure.select()}
    return lambda figure: own[figure.key].against_plan(figure.value) if figure.key in own else ""


def columns(kind: str) -> dict[str, str]:
    """What conditions can be put on: the record's own columns, and those of its person or of somebody's identities."""
    model = counted_kinds()[kind]
    found = _labels(model, "", "")
    if "person" in model._meta.fields:
        found |= _labels(Person, "person.", "人员的")
    if model is Person:
        found |= _labels(Identity, "identity.", "身份的")
    return found


def summable_fields(kind: str) -> dict[str, str]:
    """What can be summed up: money and numbers."""
    fields = counted_kinds()[kind]._meta.fields
    return {
        name: label for name, label in _labels_of(counted_kinds()[kind]).items() if _is_number(fields[name])
    }


def unit_of(kind: str, measure: str, column: str) -> str:
    """The unit that a figure most likely has."""
    if measure == MEASURE_SUM and isinstance(counted_kinds()[kind]._meta.fields.get(column), Yuan):
        return YUAN
    units = {
        MEASURE_PEOPLE: "名",
        MEASURE_COUNT: "条",
        MEASURE_TIMES: "人次",
        MEASURE_HOUSEHOLDS: "户",
        MEASURE_BATCHES: "批次",
    }
    return units.get(measure, "个")


def _where(model: Any, conditions: list[OwnCondition], year: int) -> Iterator[Expression]:
    yield from of_year(model, year)
    yield from (expression(model, condition) for condition in conditions)


def _where_in_span(whole: Definition, name: str, year: int) -> Iterable[Expression]:
    span = spans_of_year(year).get(name)
    return (whole if span is None else spanned(whole, span)).where(year)


def _labels(model: Any, prefix: str, before: str) -> dict[str, str]:
    """The columns of a kind of record by their names; of people the office's own too."""
    own = {each.key: each.name for each in all_own_fields()} if model is Person else {}
    return {f"{prefix}{name}": f"{before}{label}" for name, label in (_labels_of(model) | own).items()}


def _labels_of(model: Any) -> dict[str, str]:
    fields = model._meta.fields
    return {
        name: label for name, label in model.labels().items() if not isinstance(fields[name], ForeignKeyField)
    }


def _is_number(field: Field) -> bool:
    return isinstance(field, Yuan | Count) and field.name != "year"
