"""Headings as people write them."""

from __future__ import annotations

import pytest

from models.headings import field_of, find_heading
from models.roster_kinds import kind_named, kind_signed
from models.words import bare
from tests.factories import HEADING


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("身份证号码", "person.number"), ("身份证件号码", "person.number"), ("公民身份号码", "person.number"),
        ("伤残身份证号*", "person.number"), ("参战身份证号", "person.number"), ("＊身份证号", "person.number"),
        ("银行帐号", "account.account"), ("银行账户*", "account.account"), ("卡号", "account.account"), ("开户账号", "account.account"),
        ("户口薄住址", "person.household_address"), ("户口簿住址", "person.household_address"),
        ("优抚证号", "identity.certificate"), ("残疾证号", "identity.certificate"), ("定期抚恤证编号*", "identity.certificate"),
        ("复员时间", "identity.left"), ("退役时间", "identity.left"),
        ("入伍（参加工作）时间", "identity.joined"), ("入伍\n时间", "identity.joined"), ("入伍(参加工作时间)*", "identity.joined"),
        ("联系方式（手机）", "person.phone"), ("手 机", "person.phone"), ("联系电话：", "person.phone"),
        ("年收入(元)", "person.income"), ("姓名（必填）", "person.name"), ("年龄（周岁）", "ignored"), ("序号", "ignored"),
        ("烈士（牺牲、病故军人）姓名", "identity.fallen_name"), ("烈士(牺牲,病故军人)姓名*", "identity.fallen_name"),
        ("微信号", ""), ("父亲身份证号", ""), ("配偶身份证号", ""), ("联系人姓名", ""),
    ],
)  # fmt: skip
def test_each_spelling_is_known(heading, field):
    assert field_of(heading) == field


def test_some_words_depend_on_the_kind():
    assert field_of("入伍时间", "三属") == "identity.fallen_joined"
    assert field_of("入伍时间", "伤残人员") == "identity.joined"
    assert field_of("身份类别", "烈士子女") == "identity.category"


def test_no_spelling_stands_twice():
    import csv

    import resources

    seen = {}
    with resources.path("headings.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            for spelling in row["spellings"].split("|"):
                key = (row["kind"], bare(spelling))
                assert seen.setdefault(key, row["field"]) == row["field"], spelling


def test_every_field_of_the_headings_is_a_field_of_a_record():
    import csv

    import resources
    from models.lines import MODELS

    with resources.path("headings.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            model, _, name = row["field"].partition(".")
            assert model in ("ignored", "row") or name in MODELS[model]._meta.fields, row["field"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("伤残人员", "伤残人员"), ("残疾军人名册", "伤残人员"), ("三属", "三属"), ("烈属", "三属"), ("在乡复员军人", "在乡复员军人"),
        ("带病回乡", "带病回乡退役军人"), ("参战", "参战退役人员"), ("2021参战退役军人花名册", "参战退役人员"), ("参试", "参试退役人员"),
        ("参核人员", "参试退役人员"), ("60岁士兵", "农村籍退役士兵"), ("60周岁以上农村籍退役士兵", "农村籍退役士兵"),
        ("老烈子女", "烈士子女"), ("部分烈士子女", "烈士子女"), ("三红", "在乡退伍红军老战士"),
        ("Sheet1", ""), ("两参人员", ""), ("参战参试", ""), ("2021年汇总", ""),
    ],
)  # fmt: skip
def test_a_sheets_name_tells_the_kind(name, kind):
    assert kind_named(name) == kind


def test_the_heading_is_found_below_titles_and_blank_rows():
    rows = [["城中区花名册"], [], ["填报单位：某街道", "", "2021年3月"], list(HEADING), [1, "张三"]]
    heading = find_heading(rows)
    assert heading is not None
    assert heading.row == 3
    assert heading.title == "城中区花名册 填报单位：某街道 2021年3月"
    assert kind_signed(heading) == "参战退役人员"


def test_a_heading_of_two_rows_is_one():
    rows = [
        ["序号", "姓名", "身份证号", "服义务兵", "", "优抚对象", "联系电话"],
        ["", "", "", "开始时间", "结束时间", "状态", ""],
        [1, "张三", "630103195006159971"],
    ]
    heading = find_heading(rows)
    assert heading is not None
    assert heading.row == 1
    assert [column.field for column in heading.columns] == [
        "ignored", "person.name", "person.number", "identity.service_from", "identity.service_to", "identity.state",
        "person.phone",
    ]  # fmt: skip


def test_a_sheet_without_names_has_no_heading():
    assert find_heading([["收入", "支出"], [1, 2], ["合计", 3]]) is None
