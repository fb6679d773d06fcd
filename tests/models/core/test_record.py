"""What all records have in common: a name of their own, rules before they are kept, and a refusal that can be read."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.record import ROWS_OF_STATEMENT, Invalid, Refusal, among, insert_all, new_uid
from models.people.identity import Identity
from models.people.person import Person
from tests import factories
from tests.conftest import USER


def test_no_two_records_have_one_name_and_later_ones_sort_later():
    made = [new_uid() for _ in range(500)]
    assert len(set(made)) == 500
    times = [each[:12] for each in made]
    assert times == sorted(times)
    assert {(len(each), each[12]) for each in made} == {(32, "7")}
    assert {each[16] for each in made} <= set("89ab")


def test_a_record_against_its_rules_is_not_kept_and_says_each_reason(archive):
    with pytest.raises(Invalid) as refused, journal.entry("登记", USER):
        Identity(person=None, kind="没有这一类").save()
    assert str(refused.value) == "；".join(refused.value.problems.values())
    assert Identity.select().count() == 0


def test_what_the_archive_holds_is_asked_only_of_a_record_that_is_right_by_itself(person):
    class Asked(Person):
        def conflicts(self):
            raise AssertionError("asked")

        class Meta:
            table_name = "person"

    assert Asked(name="").problems().keys() >= {"name"}
    with pytest.raises(AssertionError, match="asked"):
        Asked(name="张三", sex="男", number=factories.citizen_number()).problems()


def test_what_others_stand_on_is_not_deleted(identity):
    made = identity()
    with pytest.raises(Refusal, match="别的记录以它为依据"), journal.entry("删除", USER):
        made.person.delete_instance()
    assert Person.select().count() == 1


def test_many_new_records_get_the_ids_that_they_have_in_the_file_and_point_to_each_other(person):
    first = person()
    people = [Person(name=name, number=factories.citizen_number()) for name in ("李四", "王五")]
    identities = [Identity(person=each, kind="三属", state="受理") for each in people]
    with journal.entry("导入", USER):
        insert_all(Person, people)
        insert_all(Identity, identities)
        insert_all(Person, [])
    assert [each.id for each in people] == [first.id + 1, first.id + 2]
    assert {each.person.name for each in Identity.select()} == {"李四", "王五"}
    kept = Person.get_by_id(people[0].id)
    assert (kept.uid, kept.street, kept.born) == (people[0].uid, "", None)


def test_more_rows_than_one_statement_takes_are_all_written_in_their_order_and_journalled(archive):
    some = range(2 * ROWS_OF_STATEMENT + 3)
    people = [Person(name=f"张{each}", number=factories.citizen_number()) for each in some]
    with journal.entry("导入", USER) as writing:
        insert_all(Person, people)
    kept = Person.select().order_by(Person.id)
    assert [each.name for each in kept] == [each.name for each in people]
    changes = journal.Change.select().where(
        journal.Change.entry == writing.number, journal.Change.table == "person"
    )
    assert [each.uid for each in changes.order_by(journal.Change.id)] == [each.uid for each in people]


def test_one_of_many_is_asked_for_with_one_parameter(person):
    some = [person(name=name) for name in "甲乙丙"]
    query = Person.select().where(among(Person.id, [some[0].id, some[2].id, 10**9]))
    assert sorted(each.name for each in query) == ["丙", "甲"]
    assert len(query.sql()[1]) == 1
    assert Person.select().where(among(Person.id, [])).count() == 0
