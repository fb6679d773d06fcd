"""A heading that nobody has foreseen: its column is understood by its values, or asked of, never silently lost or wrong."""

from __future__ import annotations

import random
from datetime import date

import pytest

from models.core.jobs import finish
from models.imports import imports
from models.payments.payment import Payment
from models.people.identity import BankAccount, Identity
from models.people.person import Person
from tests import factories

SURNAMES = "赵钱孙李周吴郑王冯陈"
GIVEN = "一山二水三木四海五岳六合七星八方九州十全"
UNFORESEEN = ["甲项", "这一栏", "填报内容", "目前咋样", "Q3", "栏目五", "系统导出7", "自填"]
STATES = ["享受待遇", "享受待遇", "享受待遇", "停发", "迁移"]
SOURCES = {
    "姓名": "name", "身份证号": "number", "联系方式(手机)": "phone", "优抚对象状态": "state", "银行账号": "account",
    "性别": "sex", "民族": "ethnic", "所属街道(镇)": "street", "村(社区)": "community", "开户银行": "bank",
}  # fmt: skip


def people(seed, count=12):
    chance = random.Random(seed)
    for n in range(count):
        yield factories.combatant(
            SURNAMES[n % 10] + GIVEN[2 * (n % 10) : 2 * (n % 10) + 2],
            优抚对象状态=chance.choice(STATES),
            民族=chance.choice(["汉族", "回族", "藏族", "土族"]),
            **{
                "联系方式(手机)": f"139{chance.randrange(10**8):08d}",
                "村(社区)": chance.choice(["清河村", "上庄村"]),
            },
        )


def facts():
    found = {}
    for person in Person.select():
        identity = Identity.get(Identity.person == person)
        account = BankAccount.get_or_none(BankAccount.person == person)
        found[person.number] = {
            "name": person.name, "number": person.number, "phone": person.phone, "state": identity.state,
            "account": account.account if account else "", "bank": account.bank if account else "", "sex": person.sex,
            "ethnic": person.ethnic, "street": person.street, "community": person.community,
        }  # fmt: skip
    return found


def expected(rows):
    places = {name: factories.HEADING.index(heading) for heading, name in SOURCES.items()}
    return {row[places["number"]]: {name: row[at] for name, at in places.items()} for row in rows}


@pytest.mark.parametrize("heading", SOURCES)
@pytest.mark.parametrize("seed", range(3))
def test_one_heading_that_nobody_foresaw_is_understood_by_its_values(
    archive, take_in, tmp_path, heading, seed
):
    rows = list(people(seed))
    unforeseen = random.Random(f"{heading}{seed}").choice(UNFORESEEN)
    headings = [unforeseen if each == heading else each for each in factories.HEADING]
    plan = take_in(factories.roster(tmp_path / "花名册.xlsx", *rows, heading=headings))
    told = [remark.words for sheet in plan.sheets for remark in sheet.findings if unforeseen in remark.words]
    assert told, "a column that no heading told is told of"
    assert facts() == expected(rows)
    assert not plan.partly


@pytest.mark.parametrize("heading", ["批准日期", "入伍(参加工作)时间", "退伍时间"])
def test_a_day_that_may_be_several_is_asked_with_three_samples_and_not_taken(
    archive, take_in, tmp_path, heading
):
    rows = list(people(1))
    headings = ["何时的事" if each == heading else each for each in factories.HEADING]
    plan = take_in(factories.roster(tmp_path / "花名册.xlsx", *rows, heading=headings))
    assert plan.partly
    (told,) = [r for sheet in plan.sheets for r in sheet.findings if "何时的事" in r.words]
    assert any(label in told.words for label in ("批准", "入伍", "退役"))
    assert "没有读入" in told.words
    assert Person.select().count() == 12


@pytest.mark.parametrize(
    ("heading", "other"), [("联系方式(手机)", "银行账号"), ("银行账号", "身份证号"), ("民族", "银行账号")]
)
def test_a_heading_that_its_values_contradict_is_a_question(archive, take_in, tmp_path, heading, other):
    rows = list(people(2))
    at, instead = factories.HEADING.index(heading), factories.HEADING.index(other)
    for row in rows:
        row[at] = (
            row[instead]
            if other == "身份证号"
            else factories.card_number(random.Random(row[1]).randrange(10**9))
        )
    plan = take_in(factories.roster(tmp_path / "花名册.xlsx", *rows))
    assert plan.questions == 1
    name = SOURCES[heading]
    assert {each[name] for each in facts().values()} == {""}
    assert plan.partly


def test_a_roster_without_a_heading_is_read_by_its_values(archive, take_in, tmp_path):
    rows = list(people(3))
    take_in(factories.workbook(tmp_path / "名单.xlsx", {"参战": [["城中区参战人员"], *rows]}))
    found = facts()
    assert found.keys() == expected(rows).keys()
    for number, wanted in expected(rows).items():
        assert {
            name: found[number][name] for name in ("name", "phone", "account", "sex", "state", "street")
        } == {name: wanted[name] for name in ("name", "phone", "account", "sex", "state", "street")}


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("当前状态", "state"),
        ("目前情况", "state"),
        ("人员去向", "state"),
        ("手机/座机", "phone"),
        ("卡号(农商行)", "account"),
    ],
)
def test_headings_of_real_lists(archive, take_in, tmp_path, heading, field):
    rows = list(people(4))
    place = {name: each for each, name in SOURCES.items()}[field]
    headings = [heading if each == place else each for each in factories.HEADING]
    take_in(factories.roster(tmp_path / "花名册.xlsx", *rows, heading=headings))
    assert facts() == expected(rows)


def test_a_cadres_telephone_beside_many_people_is_nobodys_own(archive, take_in, tmp_path):
    rows = [[f"{SURNAMES[n]}大山", factories.citizen_number(), "13911112222"] for n in range(8)]
    take_in(factories.workbook(tmp_path / "a.xlsx", {"参战": [["姓名", "身份证号", "有事找"], *rows]}))
    assert {person.phone for person in Person.select()} == {""}


def test_an_unforeseen_group_beside_the_person_gives_him_nothing(archive, take_in, tmp_path):
    upper = ["优抚对象", "", "帮教组", ""]
    rows = [
        [f"{SURNAMES[n]}大山", factories.citizen_number(), f"{SURNAMES[-n]}干事", f"1391111{n:04d}"]
        for n in range(8)
    ]
    lower = ["姓名", "身份证号", "姓名", "电话"]
    plan = finish(
        imports.read_workbooks([factories.workbook(tmp_path / "a.xlsx", {"参战": [upper, lower, *rows]})])
    )
    assert {person.phone for person in plan.people} == {""}
    assert {person.name for person in plan.people} == {row[0] for row in rows}


def test_values_also_tell_the_columns_of_a_register(archive, take_in, tmp_path):
    rows = [
        [f"{SURNAMES[n]}大山", factories.citizen_number(), "春节慰问", 500 + n, date(2020, 1, 20)]
        for n in range(6)
    ]
    heading = ["何人", "证件", "项目", "金额", "哪天发的"]
    plan = take_in(
        factories.workbook(tmp_path / "b.xlsx", {"补助发放": [["2020年补助发放表"], heading, *rows]})
    )
    (sheet,) = plan.sheets
    assert sheet.roster.read_as == "补助发放登记"
    assert sheet.counts["new"] == 6
    assert {str(line.facts["day"]) for line in sheet.roster.lines} == {"2020-01-20"}


def test_an_answer_of_yes_or_no_is_no_banks_word_of_result(archive, take_in, tmp_path):
    """A column 是否孤老 of yes and no made payments of those who said no failed ones."""
    rows = [[f"{SURNAMES[n]}大山", factories.citizen_number(), "春节慰问", 500, "否"] for n in range(6)]
    for asked in ("是否孤老", "孤老否"):
        heading = ["姓名", "身份证号", "项目", "金额", asked]
        file = factories.workbook(
            tmp_path / f"{asked}.xlsx", {"补助发放": [["2020年8月补助发放表"], heading, *rows]}
        )
        assert not take_in(file).refused


def test_the_first_person_below_words_that_say_nothing_is_not_taken_for_a_heading(archive, take_in, tmp_path):
    """The row of headings and the first person were tried as one heading, and the person was gone."""
    rows = [[f"{SURNAMES[n]}大山", factories.citizen_number(), "塔尔沟"] for n in range(4)]
    take_in(factories.workbook(tmp_path / "a.xlsx", {"参战": [["甲", "乙", "丙"], *rows]}))
    assert {person.name for person in Person.select()} == {row[0] for row in rows}


AMOUNTS = [100, 250, 180, 120]


def payments(file, total, *, other=0):
    """A register whose money stands under a heading that nobody foresaw; ``other``: a second one beside it."""
    rows = [
        [f"{SURNAMES[n]}某", factories.citizen_number(), "2020-08", "物价补贴", AMOUNTS[n], other + 7 * n]
        for n in range(4)
    ]
    heading = ["姓名", "身份证号", "发放月份", "发放项目", "甲项", "乙项"]
    last = ["合计", "", "", "", total, sum(row[5] for row in rows) + 1]
    cells = [each[: 6 if other else 5] for each in (heading, *rows, last)]
    return factories.workbook(file, {"补助发放": [["2020年补助发放表"], *cells]})


@pytest.mark.parametrize("other", [0, 500])
def test_money_that_comes_to_the_total_below_is_the_amount(take_in, tmp_path, other):
    take_in(payments(tmp_path / "登记.xlsx", sum(AMOUNTS), other=other))
    assert sorted(payment.amount for payment in Payment.select()) == sorted(AMOUNTS)


def test_money_that_does_not_come_to_the_total_below_is_asked_of(take_in, tmp_path):
    plan = take_in(payments(tmp_path / "登记.xlsx", 999))
    assert Payment.select().count() == 0
    assert any(column.asked for column in plan.sheets[0].roster.columns)
