"""Registers as other offices of other years word them: what they mean is counted, and nothing is counted twice."""

from __future__ import annotations

import pytest

from models.payments.medical_case import MedicalCase
from models.payments.payment import Payment
from models.visits.visit import Visit
from models.year import figures
from tests.factories import citizen_number, workbook


@pytest.fixture
def given(take_in, tmp_path):
    """Take in sheets of a workbook: ``given({"立功奖励": rows})``."""
    number = iter(range(1000))

    def run(sheets):
        return take_in(workbook(tmp_path / f"登记{next(number)}.xlsx", sheets))

    return run


def value(key, year=2019):
    return next(each.value for each in figures.all(year) if each.key == key)


def told(plan):
    return [remark.words for sheet in plan.sheets for remark in sheet.findings]


def test_a_cost_said_again_on_each_payment_of_a_case_is_counted_once_and_told(given):
    heading = ["日期", "领取人", "身份证号", "类型", "事由", "总费用(元)", "报销金额", "资金来源"]
    one, other = citizen_number(), citizen_number(sex="女")
    rows = [
        ["2019-04-02", "张三", one, "大病救助", "手术", 9000, 100, "基本医保"],
        ["2019-06-09", "张三", one, "大病救助", "手术", 9000, 200, "补助"],
        ["2019-07-09", "张三", one, "大病救助", "透析", 9000, 300, "补助"],
        ["2019-06-10", "李四", other, "大病救助", "手术", 9000, 400, "补助"],
    ]
    sheets = {"医疗救助": [heading, *rows]}
    plan = given(sheets)
    assert sorted((case.cost, case.paid) for case in MedicalCase.select()) == [
        (9000, 300),
        (9000, 300),
        (9000, 400),
    ]
    assert [words for words in told(plan) if "只计一次" in words]
    assert value("medical.serious_cost_yuan") == 27000
    assert given(sheets).total("same") == 4


@pytest.mark.parametrize(
    "heading",
    [
        ["项目", "姓名", "身份证号", "备注", "银行账号", "补助金额", "打卡日期", "对象类别"],
        ["打卡日期", "姓名", "身份证号", "对象类别", "月份", "补助金额", "备注"],
    ],
)
def test_the_money_for_merit_is_no_visit(given, heading):
    row = {"项目": "三等功奖励金", "姓名": "张三", "身份证号": citizen_number(), "备注": "", "银行账号": "", "补助金额": 2000,
           "打卡日期": "7月20日", "对象类别": "军属", "月份": "7月"}  # fmt: skip
    given(
        {
            "三等功慰问金": [
                ["2019年荣立三等功现役军人家属慰问金发放表"],
                heading,
                [row[name] for name in heading],
            ]
        }
    )
    assert (Payment.select().count(), Visit.select().count()) == (1, 0)
    assert value("subsidies.merit_yuan") == 2000


@pytest.mark.parametrize(
    ("kind", "channel", "key"),
    [("信息", "市双拥办", "publicity.reports_to_city"), ("双拥动态", "市双拥办", "publicity.reports_to_city"),
     ("信息", "市双拥工作领导小组办公室", "publicity.reports_to_city"), ("信息", "西宁晚报", "publicity.newspapers"),
     ("宣传稿件", "今日头条", "publicity.toutiao")],
)  # fmt: skip
def test_a_report_of_a_general_kind_is_what_its_channel_makes_it(given, kind, channel, key):
    given({"信息": [["2019年信息报送登记表"], ["日期", "类型", "渠道", "标题"], ["2019-03-01", kind, channel, "情暖军属"]]})  # fmt: skip
    assert value(key) == 1


def test_a_class_of_publicity_and_cadres_in_other_words(given):
    given(
        {
            "宣传工作": [
                ["序号", "宣传类别", "日期", "制作单位", "数量", "备注"],
                [1, "宣传牌", "2019-03-01", "区妇联", 3, ""],
            ],
            "个人慰问": [
                ["慰问日期", "类别", "姓名", "身份证号", "慰问金"],
                ["2019-07-30", "企业军队转业干部", "张三", citizen_number(), 800],
            ],
        }
    )
    assert value("publicity.signs") == 3
    assert value("visits.cadres_yuan") == 800


def test_the_worth_of_gifts_is_no_name_of_gifts(given):
    given(
        {
            "驻军走访": [
                ["慰问日期", "慰问时机", "驻军单位", "慰问品明细", "慰问品数量", "慰问品折合金额(元)"],
                ["2019-07-30", "建军节", "某部一分队", "牛羊肉", 5, 3000],
                ["2019-07-31", "八一", "某部二分队", "牛羊肉", 5, 2000],
            ]
        }
    )
    assert value("visits.gifts_yuan") == 5000
    assert value("visits.unit_rounds") == 1
    assert {visit.gifts for visit in Visit.select()} == {"牛羊肉"}


def test_a_list_of_money_for_people_of_a_roster_is_no_roster(given):
    row = ["2019-02-25", "张三", "62284800001", citizen_number(), 380, "参保补助", "", "参战退役人员"]
    heading = ["补助发放日期", "姓 名", "银行账号", "身份证件号码", "发放额", "补贴项目", "备注", "人员类别"]
    given({"居民医保参保金": [heading, row]})
    assert value("medical.enrolment_yuan") == 380
    assert value("files.persons") == 0


def test_rates_chosen_people_and_cases_in_other_headings(given):
    given(
        {
            "五个百分之百": [["2019年"], ["已落实人数", "应完成数", "指标项"], [8, 9, "优抚政策落实率"]],
            "最美退役军人评选": [["2019年"], ["参评人", "单位", "状态"], ["张三", "区妇联", "初选"]],
            "医疗救助": [
                [
                    "报销日期",
                    "费用合计(元)",
                    "发放对象",
                    "实付金额(元)",
                    "救助种类",
                    "身份证号码",
                    "就医原因",
                ],
                ["2019-05-06", 900, "李四", 100, "大病救助", citizen_number(), "手术"],
            ],
        }
    )
    assert [(rate.done, rate.due) for rate in figures.rates_of(2019)] == [(8, 9)]
    assert value("honours.model_candidates") == 1
    assert value("medical.serious_cost_yuan") == 900
    assert value("medical.serious_paid_yuan") == 100


def test_a_column_of_types_is_of_the_money_or_of_the_people(given):
    heading = ["发放日期", "类型", "姓名", "身份证号", "人员类别", "金额"]
    one = ["2019-02-25", "物价补贴", "张三", citizen_number(), "参战退役人员", 380]
    given({"生活补助和物价补贴": [heading, one]})
    assert value("subsidies.living_and_price_yuan") == 380
    other = ["2019-05-25", "农村籍退役士兵", "李四", citizen_number(), 70]
    given({"门诊补助": [["发放日期", "类型", "姓名", "身份证号", "金额"], other]})
    assert (value("medical.outpatient_rural"), value("medical.outpatient_residents")) == (1, 0)


def test_the_family_of_a_veteran_in_need_is_no_soldiers_family(given):
    heading = ["慰问日期", "类别", "姓名", "身份证号", "慰问金"]
    given({"个人慰问": [heading, ["2019-07-30", "困难退役军人家庭", "张三", citizen_number(), 800]]})
    assert value("visits.persons_yuan") == 800


def test_money_whose_unit_stands_behind_a_stroke_makes_no_roster(given):
    heading = ["姓名", "金额/元", "身份证号", "人员类别", "银行账号", "备注", "项目", "日 期"]
    row = ["张三", 4000, citizen_number(), "自主就业退役士兵", "62284800001", "", "技能培训费", "2019-06-12"]
    given({"自主就业": [heading, row]})
    assert value("subsidies.training_yuan") == 4000


def test_few_known_headings_are_enough_for_publicity_and_services(given):
    given(
        {
            "双拥宣传": [["序号", "日期", "宣传品", "完成单位", "制作数量"], [1, "2019-03-01", "横幅", "区妇联", 3]],
            "优待办理": [["办理类型", "申请人", "办结情况", "受理日期"], ["子女入学", "张三", "已协调", "2019-08-20"]],
        }
    )  # fmt: skip
    assert value("publicity.banners") == 3
    assert value("services.school_places") == 1


def test_reports_without_a_kind_are_told_by_their_channel_before_the_title(given):
    rows = [
        ["2019-03-01", "市双拥办", "甲"],
        ["2019-03-02", "西宁晚报", "乙"],
        ["2019-03-03", "今日头条", "丙"],
    ]
    given({"信息": [["2019年双拥信息报送登记表"], ["日期", "报送渠道", "信息标题"], *rows]})
    keys = ("publicity.reports_to_city", "publicity.newspapers", "publicity.toutiao")
    assert [value(key) for key in keys] == [1, 1, 1]


def test_an_activity_s_name_tells_its_festival_where_no_column_does(given):
    heading = ["活动时间", "活动名称", "组织单位", "参加人数", "赠书(册)"]
    rows = [
        ["2019-01-20", "春节慰问活动", "区文化馆", 30, 50],
        ["2019-07-20", "“八一”军民联欢", "区文化馆", 30, ""],
    ]
    given({"双拥活动": [heading, *rows]})
    assert (value("activities.spring_events"), value("activities.spring_books")) == (1, 50)
    assert value("activities.august_events") == 1
