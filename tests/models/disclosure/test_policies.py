"""What a copy says of whom follows from what it is for; an officer may choose otherwise for a column."""

from __future__ import annotations

import pytest

from models.disclosure.policies import CopyPurpose, NumberMask, Policy, Way, default_of, initials

NUMBER, OLD, PHONE, ACCOUNT = "630103195308010019", "630103530801001", "13812341234", "6228480860012340018"


@pytest.mark.parametrize(
    "heading",
    ["身份证号", "公民身份号码", "证件\n号码", "联系电话", "银行账号", "开户银行", "家庭住址", "出生日期", "残疾情况", "原部队番号", "备注", "一人一档编号"],
)  # fmt: skip
def test_a_public_list_leaves_out_what_nobody_need_know(heading):
    assert Way(CopyPurpose.PUBLIC).policy(heading) is Policy.NONE
    assert default_of(CopyPurpose.PUBLIC, heading).source


@pytest.mark.parametrize("heading", ["姓名", "性别", "街道", "补助标准(元)", "身份", "等级"])
def test_a_public_list_says_who_gets_what(heading):
    assert Way(CopyPurpose.PUBLIC).policy(heading) is Policy.WHOLE


def test_a_copy_for_outside_masks_each_secret_as_its_kind_is_masked():
    way = Way(CopyPurpose.OUTSIDE)
    assert way.write("身份证号", NUMBER) == "630103********0019"
    assert way.write("联系电话", f"{PHONE}、0971-8123456") == "138****1234、097****3456"
    assert way.write("银行账号", ACCOUNT) == "**** **** **** 0018"
    assert (
        way.write("备注", f"原号630103 1953 0801 0019，电话{PHONE}家")
        == "原号630103********0019，电话138****1234家"
    )


def test_what_an_office_asks_for_itself_leaves_the_house_only_when_it_is_chosen(define):
    define("兵种", "文字")
    define("帮扶暗号", "文字", secret=True)
    for purpose in (CopyPurpose.PUBLIC, CopyPurpose.OUTSIDE):
        assert Way(purpose).policy("兵种") is Policy.NONE
        assert Way(purpose, {"兵种": Policy.WHOLE}).write("兵种", "高炮") == "高炮"
    assert Way(CopyPurpose.OWN).write("帮扶暗号", "第三号方案") == "第三号方案"
    assert (
        Way(CopyPurpose.OUTSIDE).write("帮扶暗号", "第三号方案") == "**** **** **** 三号方案"
    )  # on a masked screen


def test_what_the_office_keeps_is_whole():
    assert Way(CopyPurpose.OWN).write("身份证号", NUMBER) == NUMBER
    assert Way(CopyPurpose.OWN).write("备注", NUMBER) == NUMBER


def test_an_officer_may_choose_a_number_to_be_whole_and_is_told_so():
    way = Way(CopyPurpose.OUTSIDE, {"身份证号": Policy.WHOLE})
    assert way.write("身份证号", NUMBER) == NUMBER
    assert way.says_whole(["姓名", "身份证号", "联系电话"]) == ["身份证号"]


@pytest.mark.parametrize(
    ("mask", "shown", "old"),
    [(NumberMask.MIDDLE_EIGHT, "630103********0019", "630103******001"), (NumberMask.BIRTH_SIX, "63010319******0019", "630103******001"),
     (NumberMask.MIDDLE_SIX, "630103******010019", "630103****01001"), (NumberMask.LAST_FOUR, "63010319530801****", "630103530801***"),
     (NumberMask.LAST_SIX, "630103195308******", "6301035308*****"), (NumberMask.LAST_EIGHT, "6301031953********", "63010353*******"),
     (NumberMask.BUT_LAST_FOUR, "**************0019", "***********1001")],
)  # fmt: skip
def test_a_number_is_masked_as_the_superior_wants_it(mask, shown, old):
    way = Way(CopyPurpose.OUTSIDE, numbers=mask)
    assert way.write("身份证号", NUMBER) == shown
    assert way.write("身份证号", OLD) == old


@pytest.mark.parametrize("mask", NumberMask)
def test_a_number_of_a_wrong_length_is_never_whole(mask):
    assert mask.hide("63010319530801001") != "63010319530801001"
    assert mask.hide("") == ""


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("王芳", "王某"),
        ("王小芳", "王某某"),
        ("欧阳锋", "欧阳某"),
        ("欧阳小锋", "欧阳某某"),
        ("阿卜杜·热西提", "阿某某"),
        ("王芳、李小四", "王某、李某某"),
        ("", ""),
    ],
)
def test_a_name_may_be_written_by_its_surname(name, shown):
    assert initials(name) == shown
