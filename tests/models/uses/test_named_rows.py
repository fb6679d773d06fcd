"""Whoever a row is, owns its record, or is told of in it, is named by it; a row about nobody names nobody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from models.pay.grants.grants import Grant
from models.people.identity import BankAccount, Identity
from models.uses.named_rows import people_named


class Told(NamedTuple):
    person: int | None
    name: str


@dataclass
class Held:
    told: Told
    lines: list[object]


def test_a_person_a_record_and_what_is_told_of_them_name_whom_they_are_about(person, identity):
    one, two, three = (person(name=name) for name in ("张三", "李四", "王五"))
    identity(two)
    held = Held(Told(three.id, "王五"), [one, Identity.get()])
    assert people_named([one]) == {one.id}
    assert people_named([BankAccount(person=two), Grant(person=one)]) == {one.id, two.id}
    assert people_named([held]) == {one.id, two.id, three.id}


def test_rows_about_nobody_name_nobody(archive):
    assert people_named([("马建国", 12), Told(None, "某部队"), Held(Told(None, ""), [])]) == frozenset()
