"""After two files became one, a list with the old number is a list of the kept file."""

from __future__ import annotations

from datetime import date

import pytest

from models.core.dates import PartDate
from models.imports.merged_numbers import OLD_NUMBER, follow_merged
from models.imports.rosters.lines import RosterLine
from models.merging.merging import merge
from models.people.person import Person
from tests.factories import citizen_number, combatant, roster

USER = "王芳"
OLD, KEPT = "630103195006150018", "630103195106150010"


def told(plan):
    return [remark.words for sheet in plan.sheets for remark in sheet.findings + sheet.refused]


def test_the_next_list_with_the_old_number_makes_no_second_file(take_in, tmp_path):
    wrong, right = "630103195006150018", citizen_number(date(1950, 6, 15))
    take_in(
        roster(
            tmp_path / "a.xlsx", combatant("刘建国", 身份证号=right), combatant("刘建囯明", 身份证号=wrong)
        )
    )
    kept, other = (Person.get(Person.number == number) for number in (right, wrong))
    merge(kept, other, USER)
    plan = take_in(roster(tmp_path / "b.xlsx", combatant("刘建囯明", 身份证号=wrong)))
    assert Person.select().count() == 1
    assert (Person.get().number, Person.get().name) == (right, "刘建国")
    assert any("已并入“刘建国”" in words for words in told(plan))


def test_a_name_that_a_system_could_not_write_changes_nothing(take_in, tmp_path):
    row = combatant("沈延𬱖")
    take_in(roster(tmp_path / "a.xlsx", row))
    for number, written in enumerate(("沈延?", "沈延？", "沈延□")):
        plan = take_in(roster(tmp_path / f"{number}.xlsx", combatant(written, 身份证号=row[5])))
        assert Person.get().name == "沈延𬱖"
        assert not plan.refused


def test_parts_of_a_character_are_asked_and_change_nothing(take_in, tmp_path):
    row = combatant("朱𬱖")
    take_in(roster(tmp_path / "a.xlsx", row))
    plan = take_in(roster(tmp_path / "b.xlsx", combatant("朱〔龙天〕", 身份证号=row[5])))
    assert Person.get().name == "朱𬱖"
    assert any("请核对是不是同一个字" in words for words in told(plan))


def test_traditional_characters_make_no_other_person(take_in, tmp_path):
    row = combatant("陈国强")
    take_in(roster(tmp_path / "a.xlsx", row))
    plan = take_in(roster(tmp_path / "b.xlsx", combatant("陳國強", 身份证号=row[5])))
    assert Person.get().name == "陈国强"
    assert not plan.refused


def test_the_right_character_takes_the_place_of_an_unknown_one(take_in, tmp_path):
    row = combatant("沈延?")
    take_in(roster(tmp_path / "a.xlsx", row))
    take_in(roster(tmp_path / "b.xlsx", combatant("沈延𬱖", 身份证号=row[5])))
    assert Person.get().name == "沈延𬱖"


def test_a_homonym_with_a_near_number_is_told(take_in, tmp_path, person):
    person(name="刘建国", number="63010319500615001X")
    plan = take_in(roster(tmp_path / "a.xlsx", combatant("刘建囯", 身份证号="630103195006150511")))
    assert any("可能是同一人" in words for words in told(plan))
    plan = take_in(roster(tmp_path / "b.xlsx", combatant("刘卫东", 身份证号="630103195006150538")))
    assert not any("可能是同一人" in words for words in told(plan))
    assert PartDate(1950, 6, 15) == Person.get(Person.name == "刘卫东").born


@pytest.fixture
def followed(person):
    """A line as it stands after its number was found to be that of a file which became part of another."""

    def follow(said, kept_name="刘建国", gone_name="刘建囯明"):
        line = RosterLine(4, "", {"person.number": "C"}, person={"number": OLD} | said)
        merge(person(name=kept_name, number=KEPT), person(name=gone_name, number=OLD), USER)
        follow_merged([line])
        return line

    return follow


@pytest.mark.parametrize(
    ("said", "becomes"),
    [("刘建囯明", "刘建国"), ("王五", "王五"), ("", "")],
)
def test_a_line_with_the_old_number_gets_the_new_name_only_where_it_had_the_old_one(followed, said, becomes):
    line = followed({"name": said})
    assert (line.person["number"], line.person["name"]) == (KEPT, becomes)
    assert [remark.words for remark in line.findings] == [OLD_NUMBER.format(OLD, "刘建国", KEPT)]
    assert (line.findings[0].column, line.findings[0].value) == ("C", OLD)


def test_a_name_that_only_is_spelt_otherwise_is_left_as_the_list_spells_it(followed):
    line = followed({"name": "古丽艾力"}, kept_name="古丽·艾力", gone_name="古丽艾力")
    assert line.person["name"] == "古丽艾力"


def test_what_only_repeats_the_old_number_is_not_said_of_the_kept_file(followed):
    assert followed({"born": PartDate(1950, 6, 15), "sex": "男"}).person == {"number": KEPT}


def test_what_the_list_says_beside_the_old_number_is_kept(followed):
    said = {"born": PartDate(1951, 6, 15), "sex": "女"}
    assert followed(said).person == {"number": KEPT} | said


def test_a_refused_line_is_left_as_it_was_read(followed):
    followed({})
    line = RosterLine(5, "", {}, person={"number": OLD})
    line.refuse("person.kind", None, "没有类别")
    other = RosterLine(6, "", {}, person={"number": "630103195201010013"})
    follow_merged([line, other])
    assert (line.person["number"], other.person["number"]) == (OLD, "630103195201010013")
