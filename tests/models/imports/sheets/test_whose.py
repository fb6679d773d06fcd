"""Name, number and telephone of a helper, a payee, a guardian never become those of the person of the row."""

from __future__ import annotations

import pytest

from models.imports.registers.headings import find_register
from models.imports.rosters.reading import read_roster_sheet
from models.imports.workbooks.sheet import Sheet
from tests.factories import card_number, citizen_number


def sheet(*rows, name="参战"):
    width = max(map(len, rows))
    return Sheet(name, False, [[*row, *[""] * (width - len(row))] for row in rows], 1, 0, (), frozenset(), 0)


OWN = ["优抚对象", "基本情况", "本人信息", "人员信息", "退役军人", "对象情况"]
OTHERS = [
    "帮扶责任人", "包户干部", "网格员", "代发人", "收款人", "村干部", "监护人", "家庭成员", "紧急联系人", "包联领导",
    "结对志愿者", "经办人",
]  # fmt: skip


@pytest.mark.parametrize("own", OWN)
@pytest.mark.parametrize("other", OTHERS)
@pytest.mark.parametrize("first", [True, False])
def test_two_groups_of_columns_the_person_s_and_another_s(own, other, first):
    mine, theirs = citizen_number(), citizen_number()
    groups = [
        (own, ["姓名", "身份证号", "村(社区)"], ["赵一山", mine, "东村"]),
        (other, ["姓名", "身份证号", "联系电话"], ["李干部", theirs, "13911112222"]),
    ]
    groups = groups if first else groups[::-1]
    upper = [word for over, lower, _ in groups for word in (over, *[""] * (len(lower) - 1))]
    rows = [[each for group in groups for each in group[part]] for part in (1, 2)]
    (line,) = read_roster_sheet(sheet(upper, *rows)).lines
    assert (line.person["name"], line.person["number"]) == ("赵一山", mine)
    assert "phone" not in line.person
    assert "13911112222" in line.notes.values()


@pytest.mark.parametrize(
    "helper", ["包联干部", "帮扶责任人", "网格员", "村书记", "包户领导", "监护人", "代领人姓名", "联系人"]
)
def test_what_follows_a_helper_s_name_in_one_row_is_his(helper):
    heading = ["姓名", "身份证号", "村(社区)", helper, "单位", "职务", "联系电话", "开户银行", "银行账号"]
    row = [
        "赵一山",
        citizen_number(),
        "东村",
        "李干部",
        "区局",
        "科长",
        "13911112222",
        "农商行",
        "6228480001110001",
    ]
    (line,) = read_roster_sheet(sheet(heading, row)).lines
    assert (line.person["name"], line.person.get("phone")) == ("赵一山", None)
    assert line.account["account"] == "6228480001110001"
    assert line.notes[f"{helper}联系电话"] == "13911112222"


def test_a_telephone_before_the_helper_is_the_person_s():
    heading = ["姓名", "身份证号", "联系电话", "包联干部", "联系电话"]
    row = ["赵一山", citizen_number(), "13900000001", "李干部", "13911112222"]
    (line,) = read_roster_sheet(sheet(heading, row)).lines
    assert line.person["phone"] == "13900000001"


@pytest.mark.parametrize(("name", "number"), [("家属姓名", "家属身份证号"), ("领取人", "领取人身份证号")])
def test_name_and_number_are_those_of_one(name, number):
    heading = ["序号", "姓名", "入伍时间", name, number, "账号", "优待金(元)", "发放日期"]
    row = [1, "周小兵", "2019-09", "周四海", citizen_number(), "6228480001110001", 12000, "2020-07-20"]
    found = find_register(sheet(["2020年义务兵家庭优待金发放表"], heading, row).rows, "优待金")
    fields = {column.heading: column.field for column in found.columns}
    assert (fields[name], fields["姓名"], fields[number]) == ("name", "", "number")


def test_a_family_s_number_without_its_name_is_nobody_s():
    heading = ["序号", "姓名", "家属身份证号", "优待金(元)", "发放日期"]
    row = [1, "周小兵", citizen_number(), 12000, "2020-07-20"]
    assert find_register(sheet(["2020年优待金发放表"], heading, row).rows, "优待金") is None


def test_the_number_of_him_who_is_named_is_his_own_whatever_he_is_called():
    """The list of a province names the payee, 领取人, by whose number the money was paid."""
    heading = ["义务兵", "领取人", "联系方式", "领取人身份证", "发放金额(元)", "发放时间"]
    row = ["周小兵", "周四海", "13900000011", citizen_number(), 12000, "2020-07-20"]
    found = find_register(sheet(["义务兵优待金发放"], heading, row).rows, "发放")
    fields = {column.heading: column.field for column in found.columns}
    assert (fields["领取人"], fields["领取人身份证"], fields["义务兵"]) == ("name", "number", "")


@pytest.mark.parametrize("bank", ["代发机构", "代发银行", "代发网点"])
def test_a_bank_that_pays_out_is_nobody_beside_the_person(bank):
    rows = [[f"赵{name}", citizen_number(), card_number(n), "青海银行"] for n, name in enumerate("一二三四")]
    line, *_ = read_roster_sheet(sheet(["姓名", "身份证号", "银行账号", bank], *rows)).lines
    assert line.account["bank"] == "青海银行"


@pytest.mark.parametrize("own", [["何人", "身份证"], ["姓名", "证上的号"], ["何人", "证上的号"]])
def test_a_helper_s_name_is_nobody_else_s_where_nobody_foresaw_what_the_person_s_is_called(own):
    """His name and number were taken for the person's, and every row became a file of the helper."""
    upper = ["优抚对象", "", "", "网格员", "", ""]
    rows = [
        [f"赵{name}", citizen_number(), "汉族", "李干部", citizen_number(area="630104"), "13911112222"]
        for name in "一二三四"
    ]
    roster = read_roster_sheet(sheet(upper, [*own, "民族", "姓名", "身份证号", "联系电话"], *rows))
    assert [(line.person["name"], line.person["number"]) for line in roster.lines] == [
        tuple(row[:2]) for row in rows
    ]
    assert not any("phone" in line.person for line in roster.lines)


def test_a_guardian_s_telephone_and_account_on_a_register_are_not_the_payee_s():
    """The heading below groups that nobody foresaw was read alone, and both were taken for his."""
    upper = ["基本情况", "", "", "发放情况", "监护人", "", ""]
    heading = ["姓名", "身份证号", "村", "金额", "姓名", "电话", "银行账号"]
    row = ["赵一山", citizen_number(), "东村", 650, "李某", "13911112222", card_number(1)]
    found = find_register(sheet(["2020年8月发放表"], upper, heading, row).rows, "发放")
    assert [column.field for column in found.columns] == ["name", "number", "", "amount", "", "", ""]
