"""The numbers of a person's file, given once and never again."""

from __future__ import annotations

import pytest

from models.core import journal
from models.people.file_numbers import assign_file_numbers
from models.people.identity import Identity
from models.people.person import Person
from tests import factories
from tests.conftest import USER


@pytest.fixture
def number(archive):
    """Number and keep new people, each with identities of these kinds: ``number(["三属"], [])``."""

    def make(*kinds_of_each):
        people = [Person(name="张三", number=factories.citizen_number()) for _ in kinds_of_each]
        identities = [
            Identity(person=someone, kind=kind)
            for someone, kinds in zip(people, kinds_of_each, strict=True)
            for kind in kinds
        ]
        assign_file_numbers(people, identities)
        with journal.entry("登记", USER):
            for someone in people:
                someone.save()
        return [(someone.file_no, someone.volume) for someone in people]

    return make


def test_a_number_is_the_area_the_kind_and_how_many_there_are_of_it(number):
    (disabled, _), (veteran, _), (second, _) = number(["伤残人员"], ["参战退役人员"], ["伤残人员"])
    assert veteran == "6301030600001"
    assert (disabled[:6], len(disabled), int(second) - int(disabled)) == ("630103", 13, 1)
    assert disabled[6:8] != "06"


def test_the_first_identity_decides_and_who_has_none_is_of_no_kind(number):
    assert number(["参战退役人员", "伤残人员"], []) == [("6301030600001", 1), ("6301030000001", 2)]


def test_numbers_run_on_from_what_is_in_the_archive_and_volumes_over_all_kinds(number):
    number(["参战退役人员"], ["参战退役人员"])
    assert number(["参战退役人员"], []) == [("6301030600003", 3), ("6301030000001", 4)]


def test_a_number_in_the_middle_is_not_given_again(number):
    number(["参战退役人员"], ["参战退役人员"], ["参战退役人员"])
    with journal.entry("删除", USER):
        Person.get(Person.volume == 2).delete_instance()
    assert number(["参战退役人员"]) == [("6301030600004", 4)]
