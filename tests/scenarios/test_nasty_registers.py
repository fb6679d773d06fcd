"""Registers as careless people keep them: what is good goes in, what cannot be known is refused with a sentence, nothing is lost."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from openpyxl import Workbook

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.imports import imports
from models.ledger.honours import Honour
from models.ledger.publicity import Publicity
from models.ledger.rates import Rate
from models.payments.medical_case import MedicalCase
from models.payments.payment import Payment
from models.people import admission
from models.people.identity import Identity
from models.people.outsiders import Outsider
from models.people.person import Person
from models.undo.undo import undo
from models.visits.visit import Visit
from models.year import figures
from tests.factories import citizen_number, combatant, roster, workbook

PAID = ["序号", "发放日期", "项目", "姓名", "身份证号", "人员类别", "金额(元)", "备注"]
UNITS = ["序号", "走访日期", "节点", "部队名称", "慰问品", "数量", "折价(元)", "备注"]
VISITED = ["走访日期", "节点", "对象类别", "姓名", "身份证号", "慰问金(元)", "备注"]


def counts(plan):
    return {outcome: n for outcome in ("new", "changed", "same", "refused") if (n := plan.total(outcome))}


def refusals(plan):
    return [(remark.row, remark.column, remark.words) for sheet in plan.sheets for remark in sheet.refused]


def told(plan):
    return [remark.words for sheet in plan.sheets for remark in sheet.findings]


def paid(name="李四", number=None, amount=2000, day="2020-07-20", item="三等功慰问金", notes="", **more):
    return [1, day, item, name, number or citizen_number(), "现役军人家属", amount, notes, *more.values()]


@pytest.fixture
def given(take_in, tmp_path):
    """Take in sheets of a workbook: ``given({"立功奖励": rows})``."""
    number = iter(range(1000))

    def run(sheets, name="登记"):
        return take_in(workbook(tmp_path / f"{name}{next(number)}.xlsx", sheets))

    return run


def value(key, year=2020):
    return next(each.value for each in figures.all(year) if each.key == key)


@pytest.mark.parametrize(
    ("facts", "column", "words"),
    [
        ({"amount": -500}, "G", "负数"), ({"amount": "－500"}, "G", "负数"), ({"amount": "(500)"}, "G", "不是金额"),
        ({"amount": "两千"}, "G", "不是金额"), ({"amount": 0}, "G", "应大于0"), ({"amount": ""}, "G", "请填写金额"),
        ({"amount": 10**12}, "G", "不是金额"), ({"amount": 1e300}, "G", "不是金额"), ({"amount": 99_999_999}, "G", "大得不合情理"), ({"amount": "1.2.3"}, "G", "不是金额"),
        ({"amount": "12.345"}, "G", "不是金额"), ({"amount": "#N/A"}, "G", "不是金额"), ({"amount": "2000元/人"}, "G", "不是金额"),
        ({"number": "63010319500615997"}, "E", "17位"), ({"number": "63010319500615O971"}, "E", "“O”"),
        ({"number": 630103195006159971}, "E", "被表格软件改坏"), ({"number": "6.30103E+17"}, "E", "被表格软件改坏"),
        ({"number": "630103195006150000"}, "E", "被表格软件改坏"), ({"number": "无"}, "E", "没有身份证号"),
        ({"name": ""}, "D", "没有姓名"), ({"name": "123"}, "D", "不是姓名"),
        ({"day": "昨天"}, "B", "不是日期"), ({"day": "2020-13-01"}, "B", "不是日期"), ({"day": 1.5}, "B", "不是日期"),
        ({"day": date.today() + timedelta(days=2)}, "B", "还没有到"), ({"amount": "=G9"}, "G", "没有算好的结果"),
    ],
)  # fmt: skip
def test_a_row_that_cannot_be_is_refused_with_a_sentence_and_the_others_go_in(given, facts, column, words):
    plan = given({"立功奖励": [["2020年立功奖励发放表"], PAID, paid(**facts), paid("王五")]})
    assert counts(plan) == {"new": 1, "refused": 1}
    ((row, where, reason),) = refusals(plan)
    assert (row, where) == (3, column)
    assert words in reason
    assert value("subsidies.merit_yuan") == 2000
    assert [each.name for each in Outsider.select()] == ["王五"]


def test_totals_footers_blank_rows_and_repeated_headings_are_no_rows(given):
    rows = [
        ["2020年立功奖励发放表"], ["填报单位：某区", None, None, None, "单位：元"], PAID, [str(n) for n in range(1, 9)],
        paid(), [None] * 8, [2], ["本页小计", None, None, None, None, None, 2000], PAID, paid("王五"),
        [None, None, None, "合计", None, None, 4000], ["合计（大写）：肆仟元整"], ["总  计", None, None, None, None, None, "4,000.00"],
        ["单位负责人：张某", None, None, "财务：李某", None, "经办人：王某"], ["注：本表一式三份"], [None, "2020年8月1日"],
    ]  # fmt: skip
    plan = given({"立功奖励": rows})
    assert counts(plan) == {"new": 2}
    assert value("subsidies.merit_yuan") == 4000
    assert len(plan.sheets[0].roster.left_out) >= 6


def test_a_total_of_units_and_of_rates_is_no_unit_and_no_rate(given):
    unit = [1, "2020-01-17", "春节", "某部", "米", 3, 900, ""]
    rates = [["2020年五个100%指标"], ["指标", "已落实人数", "应落实人数"], ["落实率", 5, 5], ["合计", 5, 5]]
    signs = [
        ["日期", "宣传形式", "单位", "数量"],
        ["2020-03-06", "双拥宣传牌", "财务科", "2块"],
        ["合计", "", "", "2块"],
    ]
    plan = given(
        {"走访部队": [UNITS, unit, [None, None, None, "合计", None, 3, 900]], "指标": rates, "宣传": signs}
    )
    assert counts(plan) == {"new": 3}
    assert (value("visits.units"), value("visits.gifts_yuan"), value("publicity.signs")) == (1, 900, 2)
    assert Rate.select().count() == 1


def test_two_equal_rows_are_two_payments_and_stay_two(given, tmp_path):
    row = paid()
    sheet = {"立功奖励": [PAID, row, list(row)]}
    plan = given(sheet)
    assert counts(plan) == {"new": 2}
    assert any("完全相同" in words for words in told(plan))
    assert counts(given(sheet)) == {"same": 2}
    assert counts(given({"立功奖励": [PAID, row, list(row), list(row)]})) == {"same": 2, "new": 1}
    assert Payment.select().count() == 3
    assert Outsider.select().count() == 1


def test_the_same_file_twice_in_one_call_is_one(take_in, tmp_path):
    one = workbook(tmp_path / "一.xlsx", {"立功奖励": [PAID, paid(number="630103195006159971")]})
    two = workbook(
        tmp_path / "二.xlsx", {"Sheet1": [["立功奖励发放表"], PAID, paid(number="630103195006159971")]}
    )
    assert counts(take_in(one, two, one)) == {"new": 1, "same": 2}


def test_a_corrected_amount_changes_the_payment_that_only_it_can_be(given):
    number = citizen_number()
    given({"立功奖励": [PAID, paid(number=number), paid("王五")]})
    plan = given({"立功奖励": [PAID, paid(number=number, amount=2500)]})
    assert counts(plan) == {"changed": 1}
    assert told(plan) == ["金额(元)由“2000”改为“2500”"] or "2000" in told(plan)[0]
    assert value("subsidies.merit_yuan") == 4500
    undo(2, "王芳")
    assert value("subsidies.merit_yuan") == 4000


def test_a_corrected_day_is_not_certain_and_is_told(given):
    number = citizen_number()
    given({"立功奖励": [PAID, paid(number=number)]})
    plan = given({"立功奖励": [PAID, paid(number=number, day="2020-07-21")]})
    assert counts(plan) == {"new": 1}
    assert any("请核对是否重复" in words for words in told(plan))


def test_two_that_may_be_meant_are_not_guessed(given):
    number = citizen_number()
    given({"立功奖励": [PAID, paid(number=number), paid(number=number, amount=3000)]})
    plan = given({"立功奖励": [PAID, paid(number=number, amount=2500)]})
    assert counts(plan) == {"new": 1}
    assert any("不能断定" in words for words in told(plan))


def test_somebody_on_file_is_known_by_the_number_whatever_its_writing(given, person):
    someone = person(name="华旦·才让")
    body = someone.number
    written = [body, f"{body[:6]} {body[6:]}", body.lower(), f"'{body}"]
    rows = [paid("华旦•才让", number=each, amount=100 + n) for n, each in enumerate(written)]
    plan = given({"立功奖励": [PAID, *rows]})
    assert counts(plan) == {"new": 4}
    assert {p.person_id for p in Payment.select()} == {someone.id}
    assert Outsider.select().count() == 0


def test_another_name_under_a_number_on_file_is_refused_and_a_slip_is_told(given, person):
    someone = person(name="张建国")
    plan = given(
        {"立功奖励": [PAID, paid("李明", number=someone.number), paid("张建固", number=someone.number)]}
    )
    assert counts(plan) == {"new": 1, "refused": 1}
    assert "同一号码不能属于两人" in refusals(plan)[0][2]
    assert any("姓名写作“张建固”" in words for words in told(plan))


def test_two_names_under_one_number_without_a_file_are_refused(given):
    number = citizen_number()
    plan = given({"立功奖励": [PAID, paid("李明", number=number), paid("王强", number=number)]})
    assert counts(plan) == {"new": 1, "refused": 1}


def test_a_roster_of_the_same_call_goes_first_and_a_later_one_takes_over(take_in, tmp_path):
    number = citizen_number()
    register = workbook(
        tmp_path / "登记.xlsx",
        {"走访个人": [VISITED, ["2020-01-18", "春节", "复员干部", "张三", number, 600, ""]]},
    )
    take_in(register)
    assert Outsider.get().name == "张三"
    file = roster(tmp_path / "r.xlsx", combatant("张三", 身份证号=number))
    take_in(file)
    assert Outsider.select().count() == 0
    assert Visit.get().person.number == number
    assert counts(take_in(register, file)) == {"same": 2}
    undo(2, "王芳")
    assert Visit.get().outsider.number == number
    assert Person.select().count() == 0
    assert journal.chain_faults() == []


def test_a_unit_with_a_persons_number_is_refused(given):
    heading = [*UNITS[:-1], "身份证号"]
    row = [1, "2020-01-17", "春节", "某部", "米", 3, 900]
    plan = given(
        {
            "走访部队": [
                heading,
                [*row, citizen_number()],
                [*row, ""],
                [1, "2020-01-17", "春节", citizen_number(), "米", 3, 900, ""],
            ]
        }
    )
    assert counts(plan) == {"new": 1, "refused": 2}
    assert all("身份证号" in words for _, _, words in refusals(plan))


def test_people_and_units_in_one_sheet(given):
    heading = [
        "走访日期",
        "节点",
        "对象类别",
        "姓名或部队名称",
        "身份证号",
        "慰问金(元)",
        "慰问品",
        "折价(元)",
    ]
    rows = [
        ["2020-01-17", "春节", "驻区部队", "某部", "", "", "米", 900],
        ["2020-01-18", "春节", "复员干部", "张三", citizen_number(), 600, "", ""],
    ]
    assert counts(given({"走访慰问": [heading, *rows]})) == {"new": 2}
    assert (value("visits.units"), value("visits.gifts_yuan"), value("visits.persons_yuan")) == (1, 900, 600)


def test_two_tables_below_each_other(given):
    unit = [1, "2020-01-17", "春节", "某部", "米", 3, 900, ""]
    visit = ["2020-01-18", "春节", "复员干部", "张三", citizen_number(), 600, ""]
    rows = [
        ["2020年走访慰问登记表"],
        ["一、走访部队"],
        UNITS,
        unit,
        ["合计", "", "", "", "", 3, 900],
        ["二、走访个人"],
        VISITED,
        visit,
    ]
    plan = given({"Sheet1": rows})
    assert counts(plan) == {"new": 2}
    assert plan.sheets[0].roster.read_as == "走访部队登记、走访个人登记"


def test_a_heading_of_two_rows(given):
    upper = ["走访日期", "节点", "部队名称", "慰问品", "", "", "备注"]
    lower = ["", "", "", "名称", "数量", "折价(元)", ""]
    plan = given(
        {"走访部队": [["2020年走访部队"], upper, lower, ["2020-01-17", "春节", "某部", "米", 3, 900, ""]]}
    )
    assert counts(plan) == {"new": 1}
    kept = Visit.get()
    assert (kept.gifts, kept.gift_count, kept.gift_value) == ("米", 3, Decimal(900))


@pytest.mark.parametrize("title", ["单位：万元", ""])
def test_money_in_wan(given, title):
    heading = [*PAID[:6], "金额" if title else "金额（万元）", "备注"]
    plan = given(
        {
            "立功奖励": [
                ["2020年立功奖励"],
                [title or "填报单位"],
                heading,
                paid(amount=0.2),
                paid("王五", amount="0.25万元"),
                paid("赵六", amount="300元"),
            ]
        }
    )
    assert counts(plan) == {"new": 3}
    assert value("subsidies.merit_yuan") == 4800


def test_days_without_a_year_lie_in_the_year_of_the_title(given):
    rows = [paid(day="7月20日"), paid("王五", day="7.21"), paid("赵六", day="7月1日至3日")]
    given({"立功奖励": [["二〇一九年立功奖励发放表"], PAID, *rows]})
    assert sorted(str(p.paid_on) for p in Payment.select()) == ["2019-07-01", "2019-07-20", "2019-07-21"]
    plan = given({"立功奖励": [["立功奖励发放表"], PAID, paid(day="7月20日")]})
    assert counts(plan) == {"refused": 1}


def test_a_list_without_days_belongs_to_the_year_and_occasion_of_its_title(given):
    heading = ["序号", "姓名", "身份证号", "人员类别", "慰问金(元)", "领取人签字"]
    plan = given(
        {
            "Sheet1": [
                ["2021年春节走访慰问金发放花名册"],
                heading,
                [1, "张三", citizen_number(), "复员干部", 600, ""],
            ]
        }
    )
    assert counts(plan) == {"new": 1}
    kept = Visit.get()
    assert (str(kept.day), kept.occasion) == ("2021", "春节")
    assert value("visits.persons_yuan", 2021) == 600
    heading = ["序号", "姓名", "身份证号", "银行卡号", "金额", "备注"]
    plan = given(
        {
            "Sheet1": [
                ["2021年优抚对象体检费发放表"],
                heading,
                [1, "张三", citizen_number(), "6228480000000000018", 800, ""],
            ]
        }
    )
    assert value("medical.exam_yuan", 2021) == 800


def test_honours_and_rates_belong_to_the_year_that_somebody_says(given):
    honours = [["最美退役军人评选"], ["姓名", "推荐单位", "阶段"], ["张三", "某街道", "初选"]]
    plan = given({"Sheet1": honours})
    assert counts(plan) == {"refused": 1}
    assert "哪一年" in refusals(plan)[0][2]
    assert counts(given({"Sheet1": honours}, name="2021年评选")) == {"new": 1}
    plan = given(
        {
            "2019年活动": [["日期", "主题", "活动类型", "组织单位"], ["2019-07-10", "八一", "演出", "局"]],
            "评选": honours,
        }
    )
    assert counts(plan) == {"new": 2}
    assert [h.year for h in Honour.select()] == [2021, 2019]
    assert any("2019年" in words for words in told(plan))


def test_a_case_with_several_payments(given):
    heading = ["日期", "姓名", "身份证号", "类型", "事由", "总费用(元)", "报销/补助金额(元)", "资金来源"]
    number = citizen_number()
    rows = [["2020-04-02", "张三", number, "大病救助", "手术", 126100, 52920, "基本医保"], ["2020-06-09", "张三", number, "大病救助", "手术", None, 52920, "补助"],
            ["2020-06-10", "李四", citizen_number(), "大病救助", "透析", 8000, None, ""]]  # fmt: skip
    sheet = {"医疗救助": [heading, *rows]}
    assert counts(given(sheet)) == {"new": 3}
    assert sorted((case.cost, case.paid) for case in MedicalCase.select()) == [(8000, 0), (126100, 105840)]
    assert counts(given(sheet)) == {"same": 3}
    rows[1][5] = 7
    assert value("medical.serious_cost_yuan") == 134100
    assert value("medical.serious_paid_yuan") == 105840


def test_the_cost_may_stand_in_a_later_row(given):
    heading = ["日期", "姓名", "身份证号", "类型", "事由", "总费用(元)", "补助金额", "资金来源"]
    number = citizen_number()
    rows = [
        ["2020-04-02", "张三", number, "大病救助", "手术", "", 10, "甲"],
        ["2020-06-09", "张三", number, "大病救助", "手术", 900, 20, "乙"],
    ]
    given({"医疗救助": [heading, *rows]})
    assert [(case.cost, case.paid) for case in MedicalCase.select()] == [(900, 30)]


def test_unknown_columns_and_words_are_kept_and_told(given):
    plan = given(
        {
            "宣传": [
                ["2020年宣传"],
                ["日期", "宣传形式", "数量", "张贴人"],
                ["2020-03-06", "电子屏滚动字幕", 3, "甲"],
                ["2020-03-06", "彩虹门", 1, ""],
            ]
        }
    )
    assert counts(plan) == {"new": 2}
    assert [(p.form, p.notes) for p in Publicity.select()] == [
        ("LED屏", "宣传形式：电子屏滚动字幕；张贴人：甲"),
        ("彩虹门", ""),
    ]
    assert any("彩虹门" in words for words in told(plan))
    assert any("张贴人" in words for words in told(plan))


def test_a_sheet_that_lacks_what_it_needs_is_refused_whole(given):
    plan = given(
        {
            "走访个人": [
                ["走访日期", "节点", "对象类别", "姓名", "慰问金(元)"],
                ["2020-01-18", "春节", "复员干部", "张三", 600],
            ]
        }
    )
    assert refusals(plan) == [(1, None, "像是走访个人登记，但没有“身份证号”一栏，本表没有读入")]
    plan = given(
        {
            "立功奖励": [
                ["发放日期", "项目", "姓名", "身份证号", "人员类别"],
                ["2020-07-20", "三等功", "张三", citizen_number(), "军属"],
            ]
        }
    )
    assert "金额" in refusals(plan)[0][2]


def test_sections_tell_the_item_and_the_occasion(given):
    heading = ["发放日期", "姓名", "身份证号", "金额"]
    rows = [
        ["一、门诊医疗补助"],
        ["2020-05-18", "张三", citizen_number(), 500],
        ["二、健康体检费"],
        ["2020-09-01", "李四", citizen_number(), 700],
    ]
    assert counts(given({"Sheet1": [["2020年医疗补助发放表"], heading, *rows]})) == {"new": 2}
    assert (value("medical.outpatient_yuan"), value("medical.exam_yuan")) == (500, 700)


def test_an_import_of_registers_is_one_entry(given):
    plan = given(
        {"立功奖励": [PAID, paid()], "走访部队": [UNITS, [1, "2020-01-17", "春节", "某部", "米", 3, 900, ""]]}
    )
    assert journal.Entry.select().count() == 1
    assert plan.title().endswith("：新增2")
    undo(1, "王芳")
    assert Payment.select().count() == Visit.select().count() == Outsider.select().count() == 0


def test_what_a_row_says_more_is_added_and_an_empty_cell_takes_nothing_away(given):
    number = citizen_number()
    given({"立功奖励": [PAID, paid(number=number, notes="送喜报上门")]})
    assert counts(given({"立功奖励": [PAID, paid(number=number)]})) == {"same": 1}
    plan = given({"立功奖励": [[*PAID, "资金来源"], [*paid(number=number), "区财政"]]})
    assert counts(plan) == {"changed": 1}
    assert (Payment.get().notes, Payment.get().fund) == ("送喜报上门", "区财政")


def test_a_day_that_excel_counts_and_a_month_of_its_own(given):
    plan = given({"生活补助": [[*PAID, "所属月份"], [*paid(day=43876, item="定期抚恤补助"), "2020年1月"]]})
    assert counts(plan) == {"new": 1}
    assert (Payment.get().paid_on, Payment.get().month) == (PartDate(2020, 2, 15), PartDate(2020, 1))


def test_nothing_is_written_for_a_plan(archive, tmp_path):
    finish(imports.read_workbooks([workbook(tmp_path / "r.xlsx", {"立功奖励": [PAID, paid()]})]))
    assert Payment.select().count() == Outsider.select().count() == journal.Entry.select().count() == 0


def test_days_in_characters_and_the_states_of_other_systems(given):
    heading = [
        "户籍地",
        "姓名",
        "身份证号",
        "银行帐号",
        "优抚对象类别",
        "发放类别",
        "省标准",
        "发放月数",
        "发放金额",
        "发放资金总额",
        "发放日期",
        "备注",
    ]
    row = [
        "总寨镇",
        "张三",
        citizen_number(),
        "6228480000000000018",
        "残疾军人",
        "享受待遇",
        500,
        2,
        1000,
        1200,
        "二〇一九年十一月二十五日",
        "",
    ]
    plan = given({"伤残": [["2019年伤残抚恤金发放名册"], heading, row]})
    assert counts(plan) == {"new": 1}
    kept = Payment.get()
    assert (str(kept.paid_on), kept.amount, kept.programme) == ("2019-11-25", Decimal(1200), "定期抚恤补助")
    assert "发放类别：享受待遇" in kept.notes


def test_somebody_given_a_file_by_hand_takes_over_what_was_paid_before(given):
    number = citizen_number()
    given({"立功奖励": [PAID, paid(number=number)]})
    someone = Person(name="李四", number=number)
    with journal.entry("建档", "王芳"):
        admission.admit(someone, Identity(kind="参战退役人员", state="享受待遇"))
    assert Payment.get().person == someone
    assert Outsider.select().count() == 0


@pytest.mark.parametrize("total", ["合计", None])
def test_items_in_columns_of_their_own_are_payments_of_their_own(given, total):
    heading = [
        "序号",
        "发放日期",
        "姓名",
        "身份证号",
        "生活补助（元）",
        "物价补贴（元）",
        *([total] if total else []),
        "备注",
    ]
    rows = [[1, "2019-03-05", "张三", citizen_number(), 800, 60, *([860] if total else []), ""],
            [2, "2019-03-05", "李四", citizen_number(), 700, "", *([701] if total else []), ""],
            [3, "2019-03-05", "王五", citizen_number(), "", "-", *([0] if total else []), ""],
            ["合计", "", "", "", 1500, 60, *([1560] if total else []), ""]]  # fmt: skip
    sheet = {"生活补助和物价补贴": [["2019年生活补助和物价补贴发放表"], heading, *rows]}
    plan = given(sheet)
    assert counts(plan) == {"new": 3, "refused": 1}
    assert "金额" in refusals(plan)[0][2]
    assert value("subsidies.living_and_price_yuan", 2019) == 1560
    assert sorted((p.programme, p.amount) for p in Payment.select()) == [
        ("定期抚恤补助", 700),
        ("定期抚恤补助", 800),
        ("物价补贴", 60),
    ]
    assert any("与各项之和" in words for words in told(plan)) == bool(total)
    assert counts(given(sheet)) == {"same": 3, "refused": 1}


@pytest.mark.parametrize(
    "rows",
    [
        [["2020年八一慰问物资领用单"], ["物资", "数量", "单价"], ["大米", 3, 50]],
        [["2020年办公用品清单"], ["名称", "数量", "日期"], ["打印纸", 3, "2020-03-01"]],
        [["2020年经费预算表"], ["单位名称", "金额", "日期"], ["区人武部", 5000, "2020-03-01"]],
        [["2020年资金汇总"], ["项目", "人数", "金额(元)"], ["门诊补助", 297, 138000]],
    ],
)
def test_lists_of_other_things_are_no_registers(given, rows):
    plan = given({"Sheet1": rows})
    assert plan.total("new") == 0
    assert len(refusals(plan)) == 1


def test_headings_alone_tell_what_a_sheet_is(given):
    sheets = {
        "Sheet1": [["日期", "形式", "责任单位", "数量"], ["2020-03-06", "横幅", "区某局", 2]],
        "Sheet2": [["日期", "类型", "媒体", "标题"], ["2020-03-06", "活动简报", "", "一"]],
        "Sheet3": [["时间", "主题", "主办单位", "人数"], ["2020-03-06", "七一", "局", 5]],
        "Sheet4": [["日期", "事项", "姓名", "结果"], ["2020-03-06", "子女入学", "张三", "已办"]],
        "Sheet5": [["年度", "姓名", "推荐单位", "阶段"], [2020, "张三", "某街道", "初选"]],
        "Sheet6": [["年度", "指标", "已落实", "应落实"], [2020, "落实率", 5, 5]],
        "Sheet7": [["日期", "节日", "部队", "慰问品", "折价"], ["2020-01-17", "春节", "某部", "米", "¥900"]],
    }
    plan = given(sheets)
    assert refusals(plan) == []
    assert counts(plan) == {"new": 7}


def test_another_name_before_there_was_a_file_is_told(take_in, tmp_path):
    number = citizen_number()
    take_in(workbook(tmp_path / "登记.xlsx", {"立功奖励": [PAID, paid("李四", number=number)]}))
    plan = take_in(roster(tmp_path / "r.xlsx", combatant("张三", 身份证号=number)))
    assert [words for words in told(plan) if "建档前" in words] == [
        "建档前按同一号码登记的姓名是“李四”，其发放、走访记录将转入“张三”的档案，请核对"
    ]
    assert Payment.get().whom == "张三"


def test_merged_cells_an_empty_corner_and_years_of_two_digits(take_in, tmp_path):
    book = Workbook()
    page = book.active
    page.title = "Sheet1"
    rows = [["2019年走访慰问驻区部队登记表"], ["走访日期", "节点", "部队\n名称", "慰问\n品", "折价\n（元）"],
            ["19.1.17", "春节", "某部一", "米", 100], ["", "", "某部二", "米", 200], ["'19-7-28", "八一", "某部一", "米", 300]]  # fmt: skip
    for number, row in enumerate(rows):
        for index, cell in enumerate(row):
            page.cell(number + 4, index + 3, cell or None)
    page.merge_cells("C4:G4")
    page.merge_cells("C6:C7")
    page.merge_cells("D6:D7")
    page["I6"] = "看看"
    book.save(tmp_path / "r.xlsx")
    plan = take_in(tmp_path / "r.xlsx")
    assert counts(plan) == {"new": 3}
    assert (
        value("visits.unit_rounds", 2019),
        value("visits.units", 2019),
        value("visits.gifts_yuan", 2019),
    ) == (2, 2, 600)
    assert [v.notes for v in Visit.select()] == ["I列（无表头）：看看", "", ""]


def test_sex_and_age_say_nothing_that_the_number_does_not(given):
    heading = ["发放日期", "姓名", "性别", "年龄", "身份证号", "金额"]
    plan = given(
        {"体检": [["2020年体检费发放表"], heading, ["2020-09-01", "张三", "男", 70, citizen_number(), 500]]}
    )
    assert counts(plan) == {"new": 1}
    assert Payment.get().notes == ""


def test_the_officer_s_answer_goes_before_what_we_think(take_in, tmp_path):
    heading = ["日期", "姓名", "身份证号", "金额"]
    file = workbook(
        tmp_path / "2020年.xlsx", {"Sheet1": [heading, ["2020-01-18", "张三", citizen_number(), 600]]}
    )
    plan = take_in(file, kinds={"Sheet1": "走访个人登记"})
    assert counts(plan) == {"new": 1}
    assert (Visit.select().count(), Payment.select().count()) == (1, 0)
    plan = take_in(file, kinds={"Sheet1": "宣传登记"})
    assert refusals(plan)[0][2].startswith("像是宣传登记，但没有“数量”")


def test_a_case_of_no_kind_is_kept_and_told(given):
    heading = ["日期", "姓名", "身份证号", "事由", "总费用(元)", "补助金额"]
    plan = given(
        {
            "医疗救助": [
                ["2020年医疗救助"],
                heading,
                ["2020-04-02", "张三", citizen_number(), "手术", 900, 300],
            ]
        }
    )
    assert counts(plan) == {"new": 1}
    assert any("没有写明救助类型" in words for words in told(plan))


def test_what_no_column_says_the_sheet_s_name_or_the_title_says(given):
    sheets = {
        "横幅": [["2019年横幅悬挂统计表"], ["日期", "单位", "数量"], ["2019-03-06", "区某局", "2条"]],
        "活动简报": [["2019年"], ["日期", "报送单位", "标题"], ["2019-03-06", "区某局", "一"]],
        "网上祭英烈": [
            ["日期", "组织单位", "参加人数", "参与单位数", "参与服务站数"],
            ["2019-04-03", "局", 5, 6, 7],
        ],
        "军人子女入学": [
            ["2019年"],
            ["日期", "姓名", "学校", "结果"],
            ["2019-08-20", "张三", "某小学", "已入学"],
        ],
        "企业军转干部": [
            ["2019年八一走访慰问企业军转干部花名册"],
            ["姓名", "身份证号", "慰问金"],
            ["张三", citizen_number(), 1000],
        ],
        "门诊": [
            ["2019年60周岁农村籍退役士兵门诊补助发放表"],
            ["发放日期", "姓名", "身份证号", "金额"],
            ["2019-05-18", "李四", citizen_number(), 500],
        ],
        "初选": [["2019年最美退役军人初选名单"], ["姓名", "推荐单位"], ["王五", "某街道"]],
        "大病": [
            ["2019年大病救助登记表"],
            ["日期", "姓名", "身份证号", "病种", "总费用", "救助金额"],
            ["2019-04-02", "赵六", citizen_number(), "透析", 900, 300],
        ],
    }
    plan = given(sheets)
    assert refusals(plan) == []
    assert counts(plan) == {"new": 8}
    expected = {"publicity.banners": 2, "honours.memorial_briefs": 1, "honours.memorial_people": 5, "services.school_places": 1,
                "visits.cadres_yuan": 1000, "medical.outpatient_rural": 1, "honours.model_candidates": 1, "medical.serious_cost_yuan": 900}  # fmt: skip
    assert {key: value(key, 2019) for key in expected} == expected


def test_a_quarter_s_pay_list_of_another_office(given):
    rows = [
        ["2018年度城东区重点优抚对象抚恤补助资金发放花名册（第三季度）"],
        ["填表单位：城东区退役军人事务局", "", "", "", "填表日期：2018年9月30日", "", "", "单位：元"],
        [
            "序号",
            "乡镇（街道）",
            "姓 名",
            "性别",
            "身份证号码",
            "优抚类别",
            "月补助标准（元）",
            "发放月数",
            "发放金额（元）",
            "开户行",
            "银行卡号",
            "领款人签章",
            "备注",
        ],
        [
            1,
            "某街道",
            "张 三",
            "男",
            citizen_number(),
            "残疾军人",
            800,
            3,
            "2,400.00",
            "青海银行",
            "6228480000000000018",
            "",
            "",
        ],
        [
            2,
            "某街道",
            "李四",
            "男",
            citizen_number(),
            "参战退役人员",
            600,
            3,
            "1,800.00",
            "青海银行",
            "6228480000000000018",
            "",
            "",
        ],
        ["合计", "", "", "", "", "", "", "", "4,200.00", "", "", "", ""],
        ["单位负责人：", "", "", "审核人：", "", "", "", "制表人："],
    ]
    plan = given({"Sheet1": rows})
    assert counts(plan) == {"new": 2}
    assert value("subsidies.living_and_price_yuan", 2018) == 4200
    assert [(str(p.paid_on), p.whom, p.standard) for p in Payment.select()] == [
        ("2018-09-30", "张三", "800"),
        ("2018-09-30", "李四", "600"),
    ]


def test_one_unit_typed_in_two_ways_is_one_unit(given):
    rows = [
        [1, f"2020-0{n}-17", "春节", name, "米", 3, 900, ""]
        for n, name in enumerate(["某部(一分队)", "某部（一 分队）", " 某部（一分队）"], 1)
    ]
    given({"走访部队": [UNITS, *rows]})
    assert (value("visits.units"), value("visits.unit_rounds")) == (1, 1)


def test_a_unit_whose_name_begins_like_a_footer_is_no_footer(given):
    rows = [["2020年双拥宣传"], ["单位", "宣传形式", "数量", "日期"], ["财务科", "横幅", 2, "2020-03-06"], ["审核科", "横幅", 3, "2020-03-07"],
            ["主管：张某", "审核：李某", "", "2020年12月31日"], ["制表人：王某"]]  # fmt: skip
    rates = [
        ["2020年指标"],
        ["指标", "已落实人数", "应落实人数"],
        ["主管部门政策落实率", 3, 3],
        ["负责人：张某"],
    ]
    plan = given({"宣传": rows, "百分百指标": rates})
    assert counts(plan) == {"new": 3}
    assert value("publicity.banners") == 5


def test_a_second_table_keeps_the_year_of_the_sheet_s_title(given):
    rows = [["2019年走访慰问登记表"], ["一、走访部队"], ["节点", "部队名称", "慰问品", "折价"], ["春节", "某部", "米", 900],
            ["二、走访个人"], ["节点", "对象类别", "姓名", "身份证号", "慰问金"], ["春节", "复员干部", "张三", citizen_number(), 600]]  # fmt: skip
    assert counts(given({"Sheet1": rows})) == {"new": 2}
    assert (value("visits.gifts_yuan", 2019), value("visits.persons_yuan", 2019)) == (900, 600)


def test_two_sheets_that_say_one_payment_otherwise_do_not_take_turns(given):
    number = citizen_number()
    sheets = {
        "立功奖励": [PAID, paid(number=number, notes="甲")],
        "汇总": [PAID, paid(number=number, notes="乙")],
    }
    plan = given(sheets)
    assert counts(plan) == {"new": 1, "same": 1}
    assert any("以先读到的为准" in words for words in told(plan))
    assert counts(given(sheets)) == {"same": 2}
    assert Payment.get().notes == "甲"


def test_a_regular_payment_is_for_the_identity_that_its_words_mean(given, identity, person):
    someone = person(name="张三")
    fought, disabled = (
        identity(someone),
        identity(someone, kind="伤残人员", category="残疾军人", grade="七级", nature="因战"),
    )
    classes = ["残疾军人", "参战退役人员", "带病回乡退役军人", ""]
    rows = [
        ["2020-02-15", "定期抚恤补助", "张三", someone.number, each, 100 + n]
        for n, each in enumerate(classes)
    ]
    heading = ["发放日期", "项目", "姓名", "身份证号", "人员类别", "金额"]
    given({"生活补助": [heading, *rows]})
    assert [p.identity for p in Payment.select().order_by(Payment.id)] == [disabled, fought, None, None]
