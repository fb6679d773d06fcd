from __future__ import annotations

from models.people import listing
from models.people.identity import Identity
from models.people.listing import ordered
from models.people.person import Person


def test_people_come_in_the_order_chosen_without_those_who_are_gone(person):
    a, b, c = person(name="甲"), person(name="乙"), person(name="丙")
    assert [each.name for each in listing.people_in_order([c.id, 999, a.id, b.id])] == ["丙", "甲", "乙"]


def test_identities_are_read_in_one_go(person, identity):
    zhang = person()
    first, second = identity(zhang, kind="三属"), identity(zhang)
    assert listing.identities_of([zhang.id])[zhang.id] == [first, second]
    assert listing.identities_of([]) == {}


def test_people_without_an_identity_are_ordered_too(person, identity):
    person(name="没有身份")
    identity(person(name="参战"), kind="参战退役人员")
    identity(person(name="三属"), kind="三属")
    ordered = Person.select().order_by(listing.first_of(Identity.kind))
    assert [each.name for each in ordered] == ["没有身份", "三属", "参战"]


def test_coded_words_and_streets_stand_as_their_tables_have_them(person, identity):
    for name, street in (("甲", "总寨镇"), ("乙", "人民街街道"), ("丙", "别处"), ("丁", "")):
        person(name=name, street=street)
    streets = [each.street for each in Person.select().order_by(ordered(Person.street).asc())]
    assert streets == ["", "人民街街道", "总寨镇", "别处"]
    for grade in ("十级", "二级", "一级", "九级", "三级"):
        identity(kind="伤残人员", grade=grade)
    grades = [each.grade for each in Identity.select().order_by(ordered(Identity.grade).desc())]
    assert grades == ["十级", "九级", "三级", "二级", "一级"]
