"""The head of a person's file."""

from __future__ import annotations

from models.core.dates import PartDate


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
