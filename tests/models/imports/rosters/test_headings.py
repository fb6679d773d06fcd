"""Headings as people write them."""

from __future__ import annotations

import pytest

from models.core.record import Sealed
from models.core.words import bare_heading
from models.imports.rosters.headings import NAMED_RECORDS, field_of, find_roster, kind_signed
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
        ("老烈子女身份证号*", "person.number"), ("60周岁以上农村籍退役士兵身份证号", "person.number"), ("退役军人姓名", "person.name"),
        ("身份证号（监护人）", ""), ("担保人身份证号", ""), ("姓名（配偶）", ""), ("出生日期（农历）", ""),
        ("1.姓名", "person.name"), ("出生日期\n格式：1950-01-01", "person.born"), ("伤残性质及等级", "identity.grade"),
        ("参战战役名称", "identity.battle"), ("镇/街道", "person.street"),
    ],
)  # fmt: skip
def test_each_spelling_is_known(heading, field):
    assert field_of(heading) == field


def test_some_words_depend_on_the_kind():
    assert field_of("入伍时间", "三属") == "identity.fallen_joined"
    assert field_of("入伍时间", "伤残人员") == "identity.joined"
    assert field_of("身份类别", "烈士子女") == "identity.category"


def test_what_the_archive_calls_a_field_is_its_heading():
    """So our own workbook is read again whatever a field is called, and a new field has a heading at once."""
    assert field_of("家庭中18岁(含)以下人数") == "identity.under18"
    for owner, model in NAMED_RECORDS.items():
        for name, label in model.labels().items():
            field = model._meta.fields[name]
            if not (field.ours or isinstance(field, Sealed)) and label not in ("备注", "身份"):
                assert field_of(label) == f"{owner}.{name}"
    assert (field_of("备注"), field_of("身份")) == ("identity.notes", "row.kind")
    assert field_of("照片") == field_of("一人一档编号") == ""


def test_no_spelling_stands_twice():
    import csv

    import resources

    seen = {}
    with resources.path("headings.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            for spelling in row["spellings"].split("|"):
                key = (row["kind"], bare_heading(spelling))
                assert seen.setdefault(key, row["field"]) == row["field"], spelling


def test_every_field_of_the_headings_is_a_field_of_a_record():
    import csv

    import resources
    from models.imports.rosters.lines import ROSTER_MODELS

    with resources.path("headings.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            model, _, name = row["field"].partition(".")
            assert model in ("ignored", "row") or name in ROSTER_MODELS[model]._meta.fields, row["field"]


def test_the_heading_is_found_below_titles_and_blank_rows():
    rows = [["城中区花名册"], [], ["填报单位：某街道", "", "2021年3月"], list(HEADING), [1, "张三"]]
    heading = find_roster(rows)
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
    heading = find_roster(rows)
    assert heading is not None
    assert heading.row == 1
    assert [column.field for column in heading.columns] == [
        "ignored", "person.name", "person.number", "identity.service_from", "identity.service_to", "identity.state",
        "person.phone",
    ]  # fmt: skip


def test_a_heading_of_three_rows_is_one():
    rows = [
        ["附件1"],
        ["序号", "个人基本信息", "", "", "", "", "伤残信息", "", "", "发放信息", ""],
        ["", "姓名", "身份证号", "户籍", "", "联系电话", "等级", "性质", "证件", "开户行", "账号"],
        ["", "", "", "镇(街道)", "村(社区)", "", "", "", "编号", "", ""],
        [
            "1",
            "张三",
            "630103195006151032",
            "总寨镇",
            "清河村",
            "13900001234",
            "5",
            "因公",
            "军1",
            "青海银行",
            "62",
        ],
    ]
    found = find_roster(rows, "伤残人员")
    assert found.row == 3
    assert [column.field for column in found.columns] == [
        "ignored", "person.name", "person.number", "person.street", "person.community", "person.phone",
        "identity.grade", "identity.nature", "identity.certificate", "account.bank", "account.account",
    ]  # fmt: skip


def test_a_line_of_words_below_the_heading_is_no_part_of_it():
    rows = [["姓名", "身份证号", "住址"], ["张三", "", ""], ["李四", "", "总寨镇"]]
    assert find_roster(rows).row == 0


def test_a_sheet_without_names_has_no_heading():
    assert find_roster([["收入", "支出"], [1, 2], ["合计", 3]]) is None


def test_the_better_name_of_a_field_has_it():
    """福田's list has 优抚对象 before 姓名; both are known as a name where they stand alone."""
    columns = find_roster([["优抚对象", "姓名", "身份证号", "住址", "实际居住地址"]]).columns
    assert [(column.field, column.again) for column in columns] == [
        ("", False), ("person.name", False), ("person.number", False), ("person.residence", True), ("person.residence", False),
    ]  # fmt: skip
    assert find_roster([["优抚对象", "身份证号", "民族"]]).columns[0].field == "person.name"


def test_what_stands_below_somebody_elses_group_is_not_the_persons():
    rows = [
        ["序号", "姓名", "身份证号", "监护人", "", "", "银行信息", ""],
        ["序号", "姓名", "身份证号", "姓名", "身份证号", "联系电话", "开户行", "账号"],
    ]
    columns = find_roster(rows).columns
    assert [column.field for column in columns] == [
        "ignored", "person.name", "person.number", "", "", "", "account.bank", "account.account",
    ]  # fmt: skip
    assert [column.heading for column in columns[3:6]] == ["监护人姓名", "监护人身份证号", "监护人联系电话"]


@pytest.mark.parametrize("group", ["开户信息", "开户情况", "银行开户"])
def test_an_account_stands_below_its_own_group(group):
    rows = [["姓名", "身份证号", group, "", ""], ["", "", "开户行", "户名", "账号"]]
    columns = find_roster(rows).columns
    assert [column.field for column in columns[2:]] == ["account.bank", "account.holder", "account.account"]


def test_what_stands_below_the_fallen_is_of_the_fallen():
    rows = [
        ["遗属情况", "", "", "烈士（牺牲、病故军人）情况", "", "", ""],
        ["姓名", "性别", "身份证号", "姓名", "性别", "出生日期", "牺牲时间"],
    ]
    assert [column.field for column in find_roster(rows, "三属").columns] == [
        "person.name", "person.sex", "person.number",
        "identity.fallen_name", "identity.fallen_sex", "identity.fallen_born", "identity.fallen_on",
    ]  # fmt: skip


def test_the_eight_templates_have_no_unknown_column():
    """The import templates of a provincial system, column for column; 健康状况 and 家庭人口 stand in some twice."""
    common = (
        "序号|{}身份证号*|姓名*|出生日期*|民族*|性别*|与户主关系*|户籍类别*|户口薄行政区划代码*|户口簿住址|实际居住地行政区划代码*|"
        "实际居住地址|医疗保障方式*|医疗保险号|养老保障方式|联系方式(手机)|其他联系方式|邮政编码|婚姻状况|文化程度|健康状况|政治面貌|"
        "就业状况|年收入|工作单位名称|工作单位性质|工作单位电话|工作单位地址|是否有房|住房性质|住房状况|房屋类型|房屋结构|房屋间数|"
        "住房建筑时间|家庭人口数*|总建筑面积|人均建筑面积"
    )
    for name, kind, own in TEMPLATES:
        heading = find_roster([f"{common.format(name)}|{own}".split("|")])
        assert kind_signed(heading) == kind
        columns = find_roster([f"{common.format(name)}|{own}".split("|")], kind).columns
        assert [column.heading for column in columns if not column.field] == []
        twice = [column.heading for column in columns if column.again]
        assert twice in ([], ["健康状况*"], ["家庭人口"])


TEMPLATES = [
    ("伤残", "伤残人员", "伤残类别*|伤残等级*|伤残性质*|优抚对象状态*|证书编号*|批准日期*|入伍(参加工作时间)*|伤残时期*|抗美援朝|伤残属别*|致残时间*|退伍时间|离退休时间|致残时所在单位|致残地点*|致残情况*|致残原因*|是否孤老*|是否精神病*|劳动能力*|生活能力*|供养方式*|开户银行*|开户名称*|银行账户*|备注"),
    ("三属", "三属", "优抚对象类别*|与牺牲病故军人关系*|优抚对象状态*|定期抚恤证编号*|批准时间*|是否正在上学*|是否残疾*|是否孤老*|是否孤儿*|劳动能力*|生活能力*|供养方式*|是否持证人*|烈士(牺牲,病故军人)证书字号|烈士(牺牲,病故军人)姓名*|烈士(牺牲,病故军人)性别*|烈士(牺牲,病故军人)出生日期|入伍(工作)时间|生前所在单位|生前职务|牺牲病故时间|牺牲病故地点|烈士(牺牲,病故军人)批准时间|牺牲病故原因|开户银行*|开户名称*|银行账号*|备注"),
    ("在乡复员", "在乡复员军人", "入伍时间*|复员时间*|原部队代号|职务|属于时期*|是否抗美援朝*|优抚对象状态*|定期定量补助证编号*|批准日期*|复员证号|是否孤老*|是否精神病*|劳动能力*|生活能力*|供养方式*|开户银行*|开户名称*|银行账号*|备注"),
    ("带病回乡", "带病回乡退役军人", "优抚对象状态*|生活补助证编号*|批准日期*|入伍时间*|退伍时间*|原部队代号|退伍证号|职务|是否参战*|是否参试*|是否孤老*|是否精神病*|劳动能力*|生活能力*|供养方式*|身体状况*|家庭经济状况|在部队期间患病信息*|开户银行*|开户名称*|银行账号*|备注"),
    ("参战", "参战退役人员", "优抚对象状态*|生活补助证编号*|批准日期*|入伍(参加工作)时间*|退伍时间*|离退休时间|退伍证号|原部队代号|职务|参战类别*|是否孤老*|是否精神病*|劳动能力*|生活能力*|供养方式*|健康状况*|生活状况*|开户银行*|开户名称*|银行账号*|备注"),
    ("参试", "参试退役人员", "优抚对象状态*|生活补助证编号|批准日期*|入伍(参加工作)时间*|退伍时间*|离退休时间|退伍证号|原部队代号|职务*|参试类别*|职业健康检查*|健康状况*|本次查体时间|上次查体时间|是否孤老*|是否精神病*|劳动能力*|生活状况*|生活能力*|供养方式*|残疾等级|先天性残疾子女数|身份认证依据|开户银行*|开户名称*|银行账号*|备注"),
    ("60岁士兵", "农村籍退役士兵", "优抚对象状态*|证书编号*|批准日期*|入伍(参加工作时间)*|退役时间*|退役证件号|服役部队名称(番号)*|服役部队代号*|服义务兵(开始时间)*|服义务兵(结束时间)*|所服义务兵折算年限|家庭人口|18岁(含)以下|60岁(含)以上|是否孤老*|劳动能力*|生活能力*|是否享受低保待遇|是否享受五保待遇|身份认证依据|开户银行*|开户名称*|银行账户*|备注"),
    ("老烈子女", "烈士子女", "优抚对象状态*|证书编号*|批准日期*|身份类别*|牺牲者姓名|牺牲时间*|批准烈士(平反)时间*|与牺牲者关系|是否持证人|是否孤老*|是否孤儿*|生活状况*|劳动能力*|生活能力*|供养方式*|享受低保待遇|享受五保待遇|享受过抚恤金|开户银行*|开户名称*|银行账户*|备注"),
]  # fmt: skip
