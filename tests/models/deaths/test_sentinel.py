"""The dead who are still paid: found in any list, stopped by nobody but the officer, and every month counted."""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest

from models.core import journal
from models.core.citizen_number import check_digit
from models.core.dates import PartDate
from models.core.jobs import finish
from models.core.record import Refusal
from models.deaths import lists
from models.deaths.lists import Dead
from models.deaths.matching import (
    ONE_PLACE_WRONG,
    PARTLY_HIDDEN,
    SAME_NAME_AND_BIRTH,
    SAME_NUMBER,
    OnFile,
    PeopleOnFile,
    is_near,
)
from models.deaths.overpaid import last_month, overpaid, still_paid
from models.deaths.sentinel import DeathMatch, dismiss, keep_known, keep_matches, look, stop_dead, unnoted
from models.office import roles
from models.payments.payment import Payment
from models.people.identity import Identity
from models.people.person import Person
from tests import factories

USER = "王芳"
DIED = PartDate(2020, 4, 20)


@pytest.fixture
def paid(identity, person):
    """Somebody who was paid from January to August 2020: ``paid(name="张三")``."""

    def make(amount="650.00", **facts):
        made = identity(person(**facts))
        with journal.entry("发放", USER):
            for month in range(1, 9):
                Payment(
                    person=made.person, identity=made, programme="定期抚恤补助", item="两参人员生活补助费",
                    month=PartDate(2020, month), amount=Decimal(amount),
                ).save()  # fmt: skip
        return made.person

    return make


def funeral_home(file, *rows, heading=("序号", "死者姓名", "死者身份证号", "死亡日期", "火化日期", "家属姓名", "家属身份证号", "联系电话")):  # fmt: skip
    return factories.workbook(
        file, {"火化登记": [["某殡仪馆2020年火化人员登记表"], heading, *rows, ["制表人：某某"]]}
    )


def noted(*files):
    found = finish(look(files))
    with journal.entry("身后止付核查", USER):
        return keep_matches(found.matches)


def stopped(match, died=DIED, user=USER):
    with journal.entry("停发", user):
        return stop_dead(match, died, user)


def test_a_list_of_the_funeral_home_is_read_and_the_family_s_number_is_not_the_dead_one_s(paid, tmp_path):
    someone, family = paid(name="张三"), factories.citizen_number()
    file = funeral_home(
        tmp_path / "火化.xlsx", [1, "张三", someone.number, date(2020, 4, 20), date(2020, 4, 22), "张小三", family, "13900001111"],
        [2, "外人", factories.citizen_number(), "2020.4.1", "", "", someone.number, ""],
    )  # fmt: skip
    listed = lists.read_death_list(file)
    assert [(row.name, row.row, str(row.day), row.day_of) for row in listed.rows] == [
        ("张三", 3, "2020-04-20", "死亡"), ("外人", 4, "2020-04-01", "死亡"),
    ]  # fmt: skip
    found = finish(look([file]))
    assert [(match.person.id, match.how, match.doubt) for match in found.matches] == [
        (someone.id, SAME_NUMBER, "")
    ]
    assert found.rows == 2


@pytest.mark.parametrize(
    "heading",
    [
        ("姓名", "公民身份号码", "户口注销日期"), ("逝者姓名*", "证件号码", "去世时间"),
        ("性别", "死亡人员姓名", "死亡人员身份证号码", "死亡登记日期"), ("1", "2", "3"),
    ],
)  # fmt: skip
def test_other_headings_and_none_at_all(paid, tmp_path, heading):
    someone = paid(name="张三")
    cells = {"姓名": "张三", "号": someone.number, "期": "2020年4月20日", "间": "20200420", "性别": "男"}
    row = [next((cells[k] for k in ("性别", "姓名", "号", "期", "间") if k in head), "") for head in heading]
    rows = [heading, row] if "姓名" in "".join(heading) else [["张三", someone.number, ""]]
    file = factories.workbook(tmp_path / "名单.xlsx", {"Sheet1": rows})
    assert [match.person.id for match in finish(look([file])).matches] == [someone.id]


def test_what_stands_below_the_family_is_the_family_s(paid, tmp_path):
    someone, family = paid(name="张三"), paid(name="张小三")
    rows = [["序号", "经办人信息", "", "死者信息", "", ""], ["", "姓名", "身份证号", "姓名", "身份证号", "死亡时间"],
            [1, "张小三", family.number, "张三", someone.number, "2020-04-20"]]  # fmt: skip
    file = factories.workbook(tmp_path / "名单.xlsx", {"表": rows})
    assert [match.person.id for match in finish(look([file])).matches] == [someone.id]


def test_a_workbook_that_lists_nobody_says_so(archive, tmp_path):
    file = factories.workbook(tmp_path / "通知.xlsx", {"表": [["关于开会的通知"], ["时间", "地点"]]})
    with pytest.raises(Refusal, match="没有找到死亡人员"):
        lists.read_death_list(file)


def test_a_number_that_a_spreadsheet_has_spoilt_is_told(archive, tmp_path):
    file = funeral_home(tmp_path / "火化.xlsx", [1, "张三", 630103195006150011, "2020-4-1", "", "", "", ""])
    (told,) = finish(look([file])).refused
    assert told[2] == 3
    assert "改坏" in told[3]


def test_a_name_that_nobody_can_be_found_by_is_told_and_a_foot_is_not(archive, tmp_path):
    file = funeral_home(
        tmp_path / "名单.xlsx", (1, "韩占强", "", "2020-05-12", "", "", "", ""), ("制表人", "李某", "", "", "", "", "", "")
    )  # fmt: skip
    (told,) = finish(look([file])).refused
    assert "只有姓名韩占强，没有身份证号和出生日期" in told[3]


def dead(name="", number="", born=None):
    return Dead("表.xlsx", "表", 2, name, number, born, DIED, "死亡", "")


@pytest.fixture(scope="module")
def town():
    """Ten thousand people, their numbers right."""
    chance = random.Random(2020)
    people, seen = [], set()
    while len(people) < 10_000:
        born = date.fromordinal(chance.randint(date(1925, 1, 1).toordinal(), date(1965, 12, 31).toordinal()))
        body = f"63010{chance.randint(2, 5)}{born:%Y%m%d}{chance.randint(0, 999):03d}"
        if body not in seen:
            seen.add(body)
            name = chance.choice("张王李马韩") + chance.choice("建国军英兰芳") + chance.choice("明华山海生")
            people.append(OnFile(len(people) + 1, body + check_digit(body), name, "", PartDate.of(born)))
    return people


def test_every_exact_number_is_found_among_ten_thousand(town):
    archive = PeopleOnFile(town)
    for each in town:
        (match,) = archive.matches(dead(each.name, each.number))
        assert (match.person.id, match.how) == (each.id, SAME_NUMBER)


def test_numbers_with_one_damaged_digit_are_found_among_ten_thousand(town):
    """At least 95 of 100 is asked for; with the name as a tie-breaker nothing but an unlucky neighbour is missed."""
    chance, archive, found, alone = random.Random(7), PeopleOnFile(town), 0, 0
    for each in town:
        place = chance.randrange(18)
        wrong = chance.choice([c for c in "0123456789" if c != each.number[place]])
        number = each.number[:place] + wrong + each.number[place + 1 :]
        matches = archive.matches(dead("", number))
        found += each.id in {match.person.id for match in matches}
        alone += [match.person.id for match in matches] == [each.id]
    assert found >= 9_990
    assert alone >= 9_500


def test_a_place_missing_swapped_unreadable_or_of_an_old_number_is_found_too(town):
    archive, each = PeopleOnFile(town), town[17]
    number = each.number
    swap = next(n for n, (a, b) in enumerate(pairwise(number)) if a != b and n != 8)
    forms = [
        number[:5] + number[6:], number[:3] + "7" + number[3:], number[:12] + "*" + number[13:],
        number[:swap] + number[swap + 1] + number[swap] + number[swap + 2 :],
        number[:6] + number[8:14] + str((int(number[14]) + 1) % 10) + number[15:17],  # 15 places, one of them wrong
    ]  # fmt: skip
    for form in forms:
        assert each.id in {match.person.id for match in archive.matches(dead("", form))}, form
        assert {match.how for match in archive.matches(dead("", form))} == {ONE_PLACE_WRONG}


def test_a_masked_number_needs_the_name(town):
    archive, each = PeopleOnFile(town), town[99]
    masked = f"{each.number[:6]}********{each.number[-4:]}"
    assert each.id in [match.person.id for match in archive.matches(dead(each.name, masked))]
    assert {match.how for match in archive.matches(dead(each.name, masked))} == {PARTLY_HIDDEN}
    assert archive.matches(dead("别人家", masked)) == []


def test_a_name_alone_is_nothing_a_name_and_a_birth_date_are_a_question():
    archive = PeopleOnFile([OnFile(1, "630103195006150011", "张三", "张老三", PartDate(1950, 6, 15))])
    assert archive.matches(dead("张三")) == []
    for name in ("张三", "张老三"):
        (match,) = archive.matches(dead(name, born=PartDate(1950, 6, 15)))
        assert match.how == SAME_NAME_AND_BIRTH
    assert archive.matches(dead("张三", born=PartDate(1950, 6))) == []
    assert archive.matches(dead("张三", born=PartDate(1950, 6, 16))) == []


def test_another_name_under_the_number_is_a_doubt_that_is_told():
    archive = PeopleOnFile([OnFile(1, "630103195006150011", "张三", "", None)])
    (match,) = archive.matches(dead("李四", "630103195006150011"))
    assert match.doubt == "名单上姓名是“李四”，档案中是“张三”"


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [("1234", "1235", True), ("1234", "1243", True), ("1234", "134", True), ("1234", "12344", True), ("1234", "1324", True),
     ("1234", "1234", False), ("1234", "4321", False), ("1234", "1122", False), ("12", "1234", False)],
)  # fmt: skip
def test_what_one_slip_of_the_pen_is(one, other, near):
    assert is_near(one, other) is near


def test_looking_and_noting_stop_nobody(paid, tmp_path):
    someone = paid(name="张三")
    file = funeral_home(tmp_path / "火化.xlsx", [1, "张三", someone.number, "2020-4-20", "", "", "", ""])
    (match,) = noted(file)
    assert (match.state, match.how) == ("待核实", SAME_NUMBER)
    assert Identity.get().state == "享受待遇"
    assert Person.get_by_id(someone.id).died is None
    assert noted(file) == []  # the same list once more notes nothing new


def test_a_yes_stops_every_identity_and_counts_the_months_after_the_death(paid, identity, tmp_path):
    someone = paid("1166.67", name="张三")
    identity(someone, kind="伤残人员", grade="六级", nature="因公")
    (match,) = noted(
        funeral_home(tmp_path / "火化.xlsx", [1, "张三", someone.number, "2020-4-20", "", "", "", ""])
    )
    assert len(stopped(match)) == 2
    assert {each.state for each in Identity.select()} == {"去世"}
    assert Person.get_by_id(someone.id).died == DIED
    kept = DeathMatch.get_by_id(match.id)
    assert (kept.state, kept.months, kept.amount) == ("已停发", 4, Decimal("4666.68"))
    assert overpaid(someone, DIED).span() == "2020年5月至2020年8月（4个月）"
    with pytest.raises(Refusal, match="已停发"):
        stopped(match)


def test_the_month_of_the_death_is_still_due_and_single_grants_are_not_overpaid(paid):
    someone = paid()
    with journal.entry("丧葬", USER):
        Payment(
            person=someone,
            programme="丧葬补助",
            item="丧葬补助",
            month=PartDate(2020, 6),
            amount=Decimal(3900),
        ).save()
    assert overpaid(someone, PartDate(2020, 8, 31)).payments == ()
    assert overpaid(someone, PartDate(2020, 7, 1)).amount == Decimal(650)
    assert overpaid(someone, PartDate(2019, 12, 31)).amount == Decimal(5200)
    assert last_month(PartDate(2020)) == "2020-12"  # only what is surely overpaid


def test_a_no_says_why_and_leaves_everything_as_it_was(paid, tmp_path):
    someone = paid(name="张三")
    (match,) = noted(
        funeral_home(tmp_path / "火化.xlsx", [1, "李四", someone.number, "2020-4-20", "", "", "", ""])
    )
    for reason, fits in (("", "为什么不是本人"), ("同号，家属到场，本人健在", "")):
        if fits:
            with pytest.raises(Refusal, match=fits), journal.entry("排除", USER):
                dismiss(DeathMatch.get_by_id(match.id), reason, USER)
        else:
            with journal.entry("排除", USER):
                dismiss(DeathMatch.get_by_id(match.id), reason, USER)
    assert DeathMatch.get_by_id(match.id).state == "已排除"
    assert Identity.get().state == "享受待遇"


def test_stopping_takes_the_right_and_a_day(paid, tmp_path):
    someone = paid(name="张三")
    (match,) = noted(funeral_home(tmp_path / "火化.xlsx", [1, "张三", someone.number, "", "", "", "", ""]))
    roles.give("小李", "录入", USER)
    with pytest.raises(Refusal, match="停发待遇"):
        stopped(match, user="小李")
    with pytest.raises(Refusal, match="核实死亡日期"):
        stopped(match, PartDate(2020))
    tomorrow = PartDate(date.today().year + 1, 1, 1)
    with pytest.raises(Refusal, match="晚于今天"):
        stopped(match, tomorrow)
    assert Identity.get().state == "享受待遇"


def test_what_comes_back_is_never_more_than_was_overpaid(paid, tmp_path):
    someone = paid(name="张三")
    (match,) = noted(
        funeral_home(tmp_path / "火化.xlsx", [1, "张三", someone.number, "2020-4-20", "", "", "", ""])
    )
    stopped(match)
    match.recovered = Decimal(2601)
    assert "追回金额多于多发的2600" in match.problems()["recovered"]
    match.recovered = Decimal(1000)
    assert match.left == Decimal(1600)


def test_who_is_dead_on_file_and_was_paid_all_the_same_needs_no_list(paid, tmp_path):
    someone, right = paid(name="张三"), paid(name="李四")
    for each, died in ((someone, PartDate(2020, 6, 30)), (right, PartDate(2020, 8, 1))):
        each.died = died
        with journal.entry("去世", USER):
            each.save()
    assert [each.name for each in still_paid()] == ["张三"]
    rows = [[1, each.name, each.number, "2020-6-30", "", "", "", ""] for each in (someone, right)]
    found = finish(look([funeral_home(tmp_path / "火化.xlsx", *rows)]))
    assert [match.person.name for match in found.matches] == ["张三"]
    assert [match.person.name for match in found.known] == ["李四"]


def test_who_was_stopped_after_a_list_is_not_noted_once_more_as_dead_on_file(paid, tmp_path):
    someone = paid(name="张三")
    row = [1, "张三", someone.number, "2020-6-30", "", "", "", ""]
    found = finish(look([funeral_home(tmp_path / "火化.xlsx", row)]))
    with journal.entry("列入", USER):
        (match,) = keep_matches(found.matches)
    with journal.entry("停发", USER):
        stop_dead(match, PartDate(2020, 6, 30), USER)
    assert [each.name for each in still_paid()] == ["张三"]
    assert unnoted() == []
    with journal.entry("再查", USER):
        assert keep_known(still_paid()) == []
