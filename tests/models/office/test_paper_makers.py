"""Who made a paper, by the name that he had at its date."""

from __future__ import annotations

import pytest

from models.core.dates import PartDate
from models.office.paper_makers import FileOwner, known_makers, maker_of, office_on
from models.office.settings import Office
from models.people.materials import default_catalogue

OFFICE = Office(name="某市某区退役军人事务局")
WHOSE = FileOwner("马建国", "总寨镇", "某村")


def made(author, *day):
    return maker_of(author, PartDate(*day) if day else None, WHOSE, OFFICE)


def test_a_route_is_no_maker():
    assert made("村→镇(街)→区→市→省", 2020, 3, 1) == "某市某区退役军人事务局"
    assert made("申请人→村→区", 1986) == "某市某区民政局"


def test_an_office_is_not_named_before_it_was_there():
    assert made("区局", 2017, 12, 31) == "某市某区民政局"
    assert made("某区退役军人事务局", 2011) == "某区民政局"
    assert made("总寨镇退役军人服务站", 2011) == "总寨镇人民政府"
    assert made("省级退役军人事务部门", 2010, 5) == "省级民政部门"
    assert "退役军人事务" in made("区局", 2019, 4, 1)


def test_in_the_year_of_the_reform_only_the_office_knows_and_until_it_says_the_maker_is_left_for_the_pen():
    assert [made("区局", *day) for day in ((2018,), (2018, 12, 1), (2019, 2))] == ["", "", ""]
    told = Office(name="甲退役军人事务局", founded="2019-02-15", predecessor="甲民政和社会保障局")
    assert office_on("2019-02-14", told) == "甲民政和社会保障局"
    assert office_on("2019-02-15", told) == "甲退役军人事务局"
    assert office_on("2019", told) == ""  # of that year, before or after


def test_town_village_and_person_are_named_and_not_their_sort():
    assert made("街道/镇退役军人服务站", 2020) == "总寨镇退役军人服务站"
    assert made("街道/镇退役军人服务站", 2015) == "总寨镇人民政府"
    assert made("村(居)委会", 2015) == "某村村民委员会"
    assert made("本人", 2015) == "马建国"
    street = FileOwner("马建国", "南滩街道", "红光社区")
    assert maker_of("镇(街)", None, street, OFFICE) == "南滩街道办事处"
    assert maker_of("村居", None, street, OFFICE) == "红光社区居民委员会"


def test_what_is_known_of_nobody_stands_as_it_was_written():
    assert made("公安机关", 1999) == "公安机关"
    assert made("某部队", 1981, 1, 10) == "某部队"


def test_no_line_of_the_usual_catalogue_names_a_route():
    assert not [line.title for line in default_catalogue() if "→" in line.author]


@pytest.mark.parametrize("line", known_makers(), ids=lambda line: f"{line.words}-{line.begins}")
def test_the_days_of_each_line_are_in_order(line):
    assert not (line.begins and line.ends) or line.begins <= line.ends
