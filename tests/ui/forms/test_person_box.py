"""Choosing a person and an identity inside a form: never somebody whom the officer did not mean."""

from __future__ import annotations

from ui.forms.person_box import IdentityBox, PersonBox, described_person


def test_words_that_can_mean_only_one_are_that_one(shown, person):
    someone = person(name="单雄信")
    person(name="李四")
    box = shown(PersonBox())
    heard = []
    box.changed.connect(lambda: heard.append(box.value()))
    box.setText("sxx")
    assert box.fault() == "请从列出的人中选一位"
    box.settle()
    assert box.value() == someone
    assert heard[-1] == someone
    assert box.fault() == ""


def test_of_two_namesakes_none_is_guessed(shown, person):
    for street in ("总寨镇", "南滩街道"):
        person(name="张三", street=street)
    box = shown(PersonBox())
    box.setText("张三")
    box.settle()
    assert box.value() is None
    assert box.fault() == "请从列出的人中选一位"
    listed = box.completer().model().stringList()
    assert len(listed) == 2
    box.choose(1)
    assert box.text() == listed[1] == described_person(box.value())


def test_who_types_on_after_choosing_has_chosen_nobody(qtbot, shown, person):
    box = shown(PersonBox())
    box.set_value(person(name="张三"))
    qtbot.keyClicks(box, "1")
    assert box.value() is None
    assert box.fault() != ""


def test_an_empty_box_is_nobody_and_no_fault(shown, person):
    person()
    box = shown(PersonBox())
    box.setText("  ")
    box.settle()
    assert box.value() is None
    assert box.fault() == ""
    box.offer()
    assert box.completer().model().stringList() == []


def test_namesakes_are_told_apart_by_number_and_street(person):
    someone = person(name="张三", street="总寨镇")
    assert described_person(someone) == f"张三　{someone.number}　总寨镇"


def test_the_identities_of_one_person_are_offered_and_anothers_are_not(shown, identity, person):
    first = identity(kind="伤残人员", grade="五级", nature="因战", state="享受待遇")
    second = identity(first.person, kind="参战退役人员", state="停发")
    box = shown(IdentityBox())
    box.offer(first.person)
    assert [box.itemText(row) for row in range(box.count())] == [
        "", "伤残人员　五级因战　享受待遇", "参战退役人员　停发",
    ]  # fmt: skip
    assert box.value() is None
    box.set_value(second)
    box.offer(first.person)
    assert box.value() == second
    box.offer(identity(kind="三属").person)
    assert box.value() is None
    box.offer(None)
    assert (box.count(), box.offered()) == (1, [])
