"""Figures of the office's own: a kind of record, conditions on it, and a count or a sum; no programming."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from decimal import Decimal, InvalidOperation
from functools import partial
from typing import Any, NamedTuple

from peewee import Expression, Field, ForeignKeyField, fn

from models.core.dates import PartDate
from models.core.record import KINDS_OF_RECORDS, Count, Day, Flag, Record, Sealed, Text, Yuan
from models.people.identity import Identity
from models.people.person import Person
from models.year.figures.definitions import Definition, people_measure, rows_measure, total_measure
from models.year.figures.display import DISPLAY_EXACT, DISPLAY_FLOOR, DISPLAY_WAN, YUAN, Display
from models.year.figures.period import of_year

OWN_SECTION = "自定义"
PREFIX = "own."
MEASURE_COUNT, MEASURE_PEOPLE, MEASURE_SUM = "条数", "人数", "合计"
MEASURES = (MEASURE_COUNT, MEASURE_PEOPLE, MEASURE_SUM)
IS, IS_NOT, HAS, HAS_NOT, AT_LEAST, AT_MOST = "是", "不是", "含", "不含", "不少于", "不多于"
RELATIONS = (IS, IS_NOT, HAS, HAS_NOT, AT_LEAST, AT_MOST)
OWN_DISPLAYS = {
    "照实": Display(DISPLAY_EXACT), "万元": Display(DISPLAY_WAN), "万余元": Display(DISPLAY_FLOOR, Decimal(1)),
    "千余元": Display(DISPLAY_FLOOR, Decimal("0.1")), "十余": Display(DISPLAY_FLOOR, Decimal(10)),
    "五十余": Display(DISPLAY_FLOOR, Decimal(50)), "百余": Display(DISPLAY_FLOOR, Decimal(100)),
}  # fmt: skip


def counted_kinds() -> dict[str, Any]:
    """The kinds of record that the office's own figures count, by what they call them."""
    return {kind.COUNTED: kind for kind in KINDS_OF_RECORDS.values() if kind.COUNTED}


class OwnCondition(NamedTuple):
    """One condition: the column by its name (``person.street`` for one of the person), a relation, and a value as typed."""

    column: str
    relation: str
    value: str


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
        elif self.measure == MEASURE_PEOPLE and not has_people(counted_kinds()[self.kind]):
            yield "measure", f"“{self.kind}”的记录不与人员相连，只能计条数或合计"
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
        fields = model._meta.fields
        measure: Callable[[Any], Any] = rows_measure
        if self.measure == MEASURE_SUM:
            measure = total_measure(fields[self.column])
        elif self.measure == MEASURE_PEOPLE:
            measure = _persons if model is Person else people_measure if "outsider" in fields else _owners
        return Definition(
            f"{PREFIX}{self.name}", "", OWN_SECTION, self.name, self.unit, model,
            partial(_where, model, self.chosen), measure, OWN_DISPLAYS[self.display],
        )  # fmt: skip


def definitions() -> list[Definition]:
    """The office's own figures, by name."""
    return [each.definition for each in OwnFigure.select().order_by(OwnFigure.name)]


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
        name: label
        for name, label in _labels(counted_kinds()[kind], "", "").items()
        if _is_number(fields[name])
    }


def unit_of(kind: str, measure: str, column: str) -> str:
    """The unit that a figure most likely has."""
    if measure == MEASURE_SUM and isinstance(counted_kinds()[kind]._meta.fields.get(column), Yuan):
        return YUAN
    return {MEASURE_PEOPLE: "名", MEASURE_COUNT: "条"}.get(measure, "个")


def has_people(model: Any) -> bool:
    return model is Person or "person" in model._meta.fields


def expression(model: Any, condition: OwnCondition) -> Expression:
    """A condition as the database asks it; ``ValueError`` in plain words for one that cannot be asked."""
    column, relation, value = condition
    before, _, name = column.rpartition(".")
    if before == "person":
        inner = Person.select(Person.id).where(expression(Person, OwnCondition(name, relation, value)))
        found: Expression = model.person.in_(inner)
        return found
    if before == "identity":
        own = Identity.select(Identity.person).where(
            expression(Identity, OwnCondition(name, relation, value))
        )
        return Person.id.in_(own)
    field = model._meta.fields.get(name)
    if field is None or relation not in RELATIONS:
        raise ValueError(f"没有“{column}”这一栏，或没有“{relation}”这种比较")
    return _compared(field, relation, value.strip())


def _compared(field: Field, relation: str, value: str) -> Expression:
    if relation in (HAS, HAS_NOT):
        holds: Expression = fn.INSTR(fn.COALESCE(field, "").coerce(False), value) > 0
        return holds if relation == HAS else ~holds
    wanted = _read(field, value)
    found: Expression
    if relation in (IS, IS_NOT):
        if wanted is None:
            found = field.is_null(relation == IS)
        elif relation == IS:
            found = field == wanted
        else:
            found = (field != wanted) | field.is_null(True)
        return found
    if wanted is None or isinstance(wanted, bool):
        raise ValueError(f"“{field.verbose_name}”要{relation}多少？请填写")
    found = field >= wanted if relation == AT_LEAST else field <= wanted
    return found


def _read(field: Field, value: str) -> Any:
    """A value as the column keeps it; nothing typed means not filled in."""
    label = field.verbose_name
    try:
        if isinstance(field, Flag):
            return {"是": True, "否": False, "": None}[value]
        if isinstance(field, Yuan):
            return Decimal(value.replace(",", "")) if value else None
        if isinstance(field, Count):
            return int(value) if value else None
        if isinstance(field, Day):
            return PartDate.parse(value) if value else None
    except (KeyError, ValueError, InvalidOperation) as error:
        kind = "是或否" if isinstance(field, Flag) else "日期" if isinstance(field, Day) else "数字"
        raise ValueError(f"“{label}”的条件“{value}”不是{kind}") from error
    return value


def _where(model: Any, conditions: list[OwnCondition], year: int) -> Iterator[Expression]:
    yield from of_year(model, year)
    yield from (expression(model, condition) for condition in conditions)


def _labels(model: Any, prefix: str, before: str) -> dict[str, str]:
    return {
        f"{prefix}{name}": f"{before}{label}"
        for name, label in model.labels().items()
        if not isinstance(model._meta.fields[name], ForeignKeyField)
    }


def _is_number(field: Field) -> bool:
    return isinstance(field, Yuan | Count) and field.name != "year"


def _persons(model: Any) -> Any:
    return fn.COUNT(model.id)


def _owners(model: Any) -> Any:
    return fn.COUNT(model.person.distinct())
