"""The columns of whom a record is about: somebody on file, or without one."""

from __future__ import annotations

from models.core.dates import PartDate
from models.people.outsiders import Outsider, with_recipients
from models.visits.visit import Visit
from reports.tables.list_columns import Listing
from reports.tables.recipient_columns import by_recipient, recipient_column
from tests.reports.papers import save


def visits(person):
    outsider = Outsider(name="丙某", phone="13800000000")
    save(outsider)
    whom = {"person": person(name="乙某", phone="13911112222")}, {"outsider": outsider}, {"unit": "甲部队"}
    made = [Visit(day=PartDate(2020, 7, 28), **each) for each in whom]
    save(*made)
    return made


def test_it_says_the_fact_of_one_on_file_and_of_one_without_and_nothing_of_a_unit(person):
    column = recipient_column("phone")
    assert [column.words(visit) for visit in visits(person)] == ["13911112222", "13800000000", ""]


def test_it_is_called_as_the_field_of_a_person_unless_it_says_otherwise():
    listing = Listing(Visit, (recipient_column("number"), recipient_column("name", heading="申请人")))
    assert [listing.heading(column) for column in listing.columns] == ["身份证号", "申请人"]


def test_what_is_shown_around_hides_the_number_as_the_person_s_own_is_hidden(person):
    listing = Listing(Visit, (recipient_column("number", paper=30, masked=True),), number=10)
    (row, *_) = listing.rows(visits(person))
    assert "*" * 8 in row[1]
    assert "19500615" not in row[1]


def test_a_list_is_sorted_by_whoever_it_is_about(person):
    visits(person)
    query = with_recipients(Visit).order_by(by_recipient("name", Visit.unit))
    assert [visit.whom for visit in query] == ["丙某", "甲部队", "乙某"]
