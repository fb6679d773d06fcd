"""The head of a person's file."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.ledger.box_places import BoxPlace
from models.ledger.loans import Loan
from tests.conftest import USER
from ui.person.header import BIG_NAME, LOW, PersonHeader


def test_the_header_says_who_it_is(file, identity, person):
    someone = identity(
        person(name="王大山", ethnic="藏族", file_no="6301030600001", volume=7), state="停发"
    ).person
    identity(someone, kind="伤残人员", category="残疾军人", grade="五级", nature="因战", state="享受待遇")
    header = file(someone).header
    assert header.name.text() == "王大山"
    assert "藏族" in header.facts.text()
    assert "周岁" in header.facts.text()
    assert "6301030600001（案卷号 7）" in header.numbers.text()
    chips = [header.badges.layout().itemAt(n).widget().text() for n in range(2)]
    assert chips == ["参战退役人员 · 停发", "残疾军人 五级 · 享受待遇"]


def test_somebody_dead_has_no_age_but_the_day_of_death(file, person):
    header = file(person(died=PartDate(2020, 9, 3))).header
    assert "已去世（2020-09-03）" in header.facts.text()
    assert "周岁" not in header.facts.text()


@pytest.mark.parametrize(("length", "look"), [(BIG_NAME, "title"), (BIG_NAME + 1, "heading")])
def test_a_very_long_name_is_written_smaller(shown, session, person, length, look):
    header = shown(PersonHeader(session))
    header.show_person(person(name="王" * length))
    assert header.name.property("look") == look


@pytest.mark.parametrize(("height", "roomy"), [(LOW, True), (LOW - 1, False)])
def test_on_a_low_screen_photo_and_numbers_give_way(shown, session, person, height, roomy):
    header = shown(PersonHeader(session))
    header.resize(900, height)
    header.show_person(person(phone="13900001234"))
    assert (header.photo.isVisible(), header.numbers.isVisible()) == (roomy, roomy)


def test_who_has_no_identity_is_said_to_have_none(shown, session, person):
    header = shown(PersonHeader(session))
    header.show_person(person())
    assert header.badges.layout().itemAt(0).widget().text() == "还没有登记优抚身份"
    assert not header.doubts.isVisible()


def test_a_file_that_is_lent_and_the_box_in_which_it_lies_are_told(file, person):
    someone = person(file_no="63", volume=7)
    with journal.entry("登记", USER):
        BoxPlace(cabinet="2", shelf="3", box="1", first=1, last=25).save()
        Loan(person=someone, day=PartDate(2020, 5, 6), borrower="赵建国").save()
    header = file(someone).header
    assert "63（案卷号 7，2号柜3层1盒）" in header.numbers.text()
    chip = header.badges.layout().itemAt(0).widget().text()
    assert chip == "档案已借出：2020年5月6日由赵建国借走，没有写应还日期"


def test_no_green_chip_stands_beside_a_day_of_death(file, identity, person):
    someone = identity(person(died=PartDate(2020, 9, 3)), state="享受待遇").person
    chip = file(someone).header.badges.layout().itemAt(0).widget()
    assert chip.text().endswith("· 已去世，未停发")
    assert chip.property("look") == "doubtchip"
