"""Filters in headings ask the database, whatever the column is of."""

from __future__ import annotations

from models.core.dates import PartDate
from models.filters.column_filters import ColumnFilter, column_values, narrowed
from models.people.identity import Identity
from models.people.person import Person


def names(query):
    return sorted(each.name for each in query)


def test_values_and_words_of_a_field(person):
    for name, street in (("甲", "总寨镇"), ("乙", "南滩街道"), ("丙", "总寨镇"), ("丁", "")):
        person(name=name, street=street)
    people = Person.select()
    assert column_values(people, Person.street) == [("总寨镇", 2), ("", 1), ("南滩街道", 1)]
    assert names(narrowed(people, Person.street, ColumnFilter(("南滩街道", "")))) == ["丁", "乙"]
    assert names(narrowed(people, Person.street, ColumnFilter(words="寨"))) == ["丙", "甲"]


def test_what_stands_in_the_records_of_people(identity):
    first = identity(kind="三属").person
    identity(first, kind="参战退役人员")
    identity(kind="参战退役人员")
    people = Person.select()
    assert column_values(people, Identity.kind) == [("参战退役人员", 2), ("三属", 1)]
    assert [each.id for each in narrowed(people, Identity.kind, ColumnFilter(("三属",)))] == [first.id]


def test_dates_are_values_too(person):
    person(name="甲", born=PartDate(1950, 7)), person(name="乙", born=PartDate(1950, 8))
    ((day, count), _) = column_values(Person.select(), Person.born)
    assert (str(day), count) == ("1950-07", 1)
    assert names(narrowed(Person.select(), Person.born, ColumnFilter((day,)))) == ["甲"]
    assert names(narrowed(Person.select(), Person.born, ColumnFilter(words="1950-08"))) == ["乙"]
