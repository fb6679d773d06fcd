"""Name, number and telephone of a helper, a payee, a guardian never become those of the person of the row."""

from __future__ import annotations

import pytest

from models.imports.registers.headings import find_register
from models.imports.rosters.reading import read_roster_sheet
from models.imports.sheets.columns import columns_of
from models.imports.sheets.dictionary import dictionary_of
from models.imports.sheets.whose import is_of_stranger, strangers_columns
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


ROSTER = dictionary_of("roster")


@pytest.mark.parametrize(
    ("overs", "lower", "strangers"),
    [
        ("|基本情况|基本情况|监护人|监护人", "序号|姓名|身份证号|姓名|电话", {3, 4}), ("|||监护人|监护人", "序号|姓名|身份证号|姓名|电话", {3, 4}),
        ("某组|某组|另组|另组", "姓名|身份证号|姓名|电话", {2, 3}), ("某组|某组|另组|另组", "姓名|电话|姓名|身份证号", {0, 1}),
        ("某组|某组|另组|另组", "姓名|电话|备注|身份证号", {0, 1}), ("某组|某组|另组|另组", "姓名|身份证号|备注|电话", set()),
        ("某组|某组|监护人|监护人", "姓名|身份证号|备注|电话", {2, 3}), ("监护人|监护人|本人信息|本人信息", "姓名|身份证号|名|证", {0, 1}),
        ("监护人|监护人|某组|某组", "姓名|身份证号|名|证", set()), ("甲组|甲组|本人|本人", "姓名|身份证号|姓名|身份证号", {0, 1}),
        ("甲组|甲组||", "姓名|身份证号|姓名|身份证号", {0, 1}), ("甲组|甲组|乙组|乙组", "电话|住址|备注|民族", set()),
        ("监护人|监护人|本人|本人", "姓名|电话|姓名|住址", {0, 1}), ("退役军人|退役军人|家属|家属", "姓名|身份证号|姓名|身份证号", {2, 3}),
        ("烈士|烈士|遗属|遗属", "姓名|身份证号|姓名|身份证号", {0, 1}), ("本人|本人|某组|某组|某组", "姓名|身份证号||姓名|", {2, 3, 4}),
        ("监护人|监护人|某组|某组||", "姓名|身份证号|甲|乙|丙|丁", set()),
    ],
)  # fmt: skip
def test_the_group_that_has_the_number_or_else_the_name_is_the_person_s(overs, lower, strangers):
    assert strangers_columns(overs.split("|"), lower.split("|"), ROSTER) == strangers


@pytest.mark.parametrize(
    ("heading", "told"),
    [
        ("姓名|身份证号|包户干部|单位|职务|联系电话|银行账号", "name number - - - - account"), ("姓名|身份证号|包户干部|银行账号|联系电话", "name number - account phone"),
        ("姓名|包户干部|身份证号|联系电话", "name - number phone"), ("姓名|身份证号|包户干部|身份证号|联系电话", "name number - - -"),
        ("姓名|身份证号|包户干部|手机|性别|年龄|民族", "name number - - - - ethnic"), ("姓名|身份证号|包户干部联系方式", "name number -"),
        ("户主|户主身份证号|电话", "- - phone"), ("姓名|户主|户主身份证号|电话", "name - - phone"), ("领取人|领取人身份证|电话", "- - phone"),
        ("姓名|家属姓名|家属身份证号", "name - -"), ("姓名|家属身份证号", "name -"), ("姓名|身份证号|家属身份证号", "name number -"),
        ("姓名|遗属姓名|遗属身份证号", "- name number"), ("姓名|遗属身份证号", "name number"), ("姓名|退役军人身份证号", "name number"),
        ("姓名|身份证号|遗属姓名|遗属身份证号", "name number - -"), ("序号|联系人|联系人电话|姓名|身份证号", "ignored - - name number"),
        ("身份证号|联系电话|包户干部", "number phone -"), ("包户干部||联系电话|姓名|身份证号", "- phone name number"), ("电话|包户干部姓名|手机", "phone - -"),
    ],
)  # fmt: skip
def test_whose_each_column_of_a_heading_in_one_row_is(heading, told):
    fields = [(column.field or "-").rpartition(".")[2] for column in columns_of(heading.split("|"), ROSTER)]
    assert " ".join(fields) == told


@pytest.mark.parametrize(
    ("heading", "as_told"),
    [
        ("姓名|身份证号|包户干部|单位|电话", "包户干部|包户干部单位|包户干部电话"), ("姓名|身份证号|包户干部姓名|电话|民族", "包户干部姓名|包户干部姓名电话|民族"),
        ("姓名|身份证号|包户干部|备注|电话", "包户干部|备注|电话"),
    ],
)  # fmt: skip
def test_what_is_a_helper_s_is_called_after_him(heading, as_told):
    assert [column.heading for column in columns_of(heading.split("|"), ROSTER)][2:] == as_told.split("|")


@pytest.mark.parametrize(
    "heading", ["护理费", "护理费（元）", "护理等级", "护理补贴", "照护费", "照料护理等级"]
)
def test_what_is_paid_for_care_is_not_the_carer_s(heading):
    assert not is_of_stranger(heading)


@pytest.mark.parametrize("heading", ["护理员", "护理人姓名", "护理人员电话", "照料人", "护理"])
def test_who_cares_is_somebody_else(heading):
    assert is_of_stranger(heading)
