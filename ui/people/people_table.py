"""The columns of the list of people, and the rows: each person with the identities that the row tells of."""

from __future__ import annotations

from datetime import date
from typing import Any, NamedTuple

from peewee import ModelSelect
from PySide6.QtCore import QObject, Qt

from models.filters.filters import Filter
from models.people import listing, search
from models.people.identity import Identity
from models.people.person import Person
from ui.tables.tables import Column, QueryModel

CENTRE = Qt.AlignmentFlag.AlignHCenter


class Row(NamedTuple):
    """A person as a row of the list shows him or her."""

    person: Person
    identities: list[Identity]

    def said(self, field: str) -> str:
        """What the identities say, each thing once."""
        return "、".join(dict.fromkeys(filter(None, (getattr(each, field) for each in self.identities))))

    def kinds(self) -> str:
        return "、".join(dict.fromkeys(each.category or each.kind for each in self.identities))

    def grades(self) -> str:
        return "、".join(
            f"{each.grade}{each.nature}" for each in self.identities if each.grade or each.nature
        )

    def age(self) -> int | str:
        years = self.person.age_on(date.today()) if self.person.died is None else None
        return "" if years is None else years


def _of_person(name: str, title: str, width: int, hidden: bool = False) -> Column:
    field = getattr(Person, name)
    return Column(name, title, lambda row: getattr(row.person, name) or "", field, width, hidden=hidden)


def _of_identity(name: str, title: str, width: int, hidden: bool = False) -> Column:
    order = listing.first_of(getattr(Identity, name))
    return Column(name, title, lambda row: row.said(name), order, width, hidden=hidden)


COLUMNS = [
    _of_person("name", "姓名", 80),
    _of_person("sex", "性别", 44),
    Column("age", "年龄", Row.age, Person.born, 44, CENTRE),
    _of_person("number", "身份证号", 150),
    Column("kind", "身份", Row.kinds, listing.first_of(Identity.kind), 150),
    Column("grade", "等级", Row.grades, listing.first_of(Identity.grade), 80),
    _of_identity("state", "状态", 76),
    _of_person("street", "街道(镇)", 100),
    _of_person("community", "村(社区)", 100),
    _of_person("phone", "联系电话", 100),
    _of_identity("certificate", "证书编号", 110),
    _of_person("insurance", "医保", 150),
    _of_person("file_no", "一人一档编号", 120),
    _of_person("born", "出生日期", 90, hidden=True),
    _of_person("ethnic", "民族", 60, hidden=True),
    _of_person("residence", "实际居住地址", 220, hidden=True),
    _of_person("household_address", "户口簿住址", 220, hidden=True),
    _of_person("pension", "养老保障", 130, hidden=True),
    _of_person("veteran_card", "优待证号", 120, hidden=True),
    _of_identity("approved", "批准日期", 90, hidden=True),
    _of_identity("paid_to", "抚恤金已发至", 100, hidden=True),
    _of_person("died", "去世日期", 90, hidden=True),
    _of_person("notes", "备注", 160, hidden=True),
]


class PeopleRows(QueryModel):
    """People as a filter finds them."""

    PAGE = 50  # rows; a person is so much to read that 200 would be felt
    HELD = 100

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(COLUMNS, parent)
        self.filter = Filter()

    def expect(self, total: int) -> None:
        """Among many people every search is made in the background, however few it may find."""
        self.MANY = QueryModel.MANY if total <= QueryModel.MANY else -1

    def show_filter(self, wanted: Filter) -> None:
        self.filter = wanted
        self.show(wanted.query())

    def show(self, query: ModelSelect[Any]) -> None:
        words = self.filter.words
        if words and self.filter == Filter(words=words) and self._sorted[0] < 0 and not self.searching():
            self._query = query
            self._take(query, search.keys(words))  # from memory: as one types, the file would be too slow
        else:
            super().show(query)

    def _fetch(self, number: int) -> list[Any]:
        keys = self._keys[number * self.PAGE : (number + 1) * self.PAGE]
        people = {
            person.id: person for person in listing.in_order(keys)
        }  # without asking the filter once more
        held = listing.identities_of(keys)
        return [Row(people[key], held[key]) if key in people else None for key in keys]
