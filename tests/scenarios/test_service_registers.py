"""Registers of 服务保障 as offices keep them: each is known by its headings, taken in, and the same a second time."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models import records
from models.core import journal
from models.core.dates import PartDate
from models.payments.payment import Payment
from models.people.outsiders import Outsider
from models.veterans.hardship_aid import HardshipAid
from models.veterans.honour_plates import HonourPlate
from models.veterans.meetings import Meeting
from models.veterans.petitions import Petition
from models.veterans.placements import Placement
from models.veterans.preference_cards import PreferenceCard, PreferenceCardState
from models.veterans.service_stations import ServiceStation
from reports.ledger.registers import VETERANS, kinds_of
from tests.conftest import USER
from tests.factories import workbook

# what the sheet is called, its heading, two rows; {n} and {m} are two people
SHEETS = {
    "优待证": (
        "2022年优待证申领发放登记表",
        ["序号", "姓名", "身份证号", "证件类别", "申领时间", "制证时间", "领证时间", "备注"],
        [1, "{n}", "{n#}", "退役军人优待证", "2022-03-01", "2022-05-10", "2022-06-01", ""],
        [2, "{m}", "{m#}", "三属", "2022-03-02", "2022-05-10", "", "未领"],
    ),
    "光荣牌": (
        "2021年光荣牌悬挂登记表",
        ["序号", "户主姓名", "身份证号", "住址", "悬挂日期", "首次/更换", "上门人员"],
        [1, "{n}", "{n#}", "总寨镇1号", "2021-07-01", "首次悬挂", "王芳、赵建国"],
        [2, "李无号", "", "总寨镇2号", "2021-07-02", "更换", "王芳"],
    ),
    "服务站": (
        "退役军人服务站基本情况表",
        ["序号", "服务站名称", "级别", "负责人", "工作人员", "办公用房", "面积", "星级"],
        [1, "总寨镇退役军人服务站", "镇级", "李强", 3, 2, 60, "五星"],
        [2, "七一社区退役军人服务站", "社区", "王芳", 2, 1, 30, "示范型"],
    ),
    "服务站人员": (
        "服务站工作人员花名册",
        ["序号", "服务站", "姓名", "岗位", "是否退役军人", "联系电话", "到岗时间"],
        [1, "总寨镇退役军人服务站", "李强", "站长", "是", "13900000000", "2019-05"],
        [2, "总寨镇退役军人服务站", "赵敏", "专干", "否", "", "2020-01-06"],
    ),
    "信访": (
        "2020年来信来访登记表",
        ["序号", "日期", "信访人", "形式", "人数", "反映问题", "承办人", "办结日期", "处理结果"],
        [1, "2020-03-02", "张来访", "来访", 5, "安置待遇", "王芳", "2020-03-20", "已答复"],
        [2, "2020-04-02", "李来信", "来信", "", "医疗补助", "王芳", "", ""],
    ),
    "困难帮扶": (
        "2020年困难退役军人帮扶台账",
        ["序号", "姓名", "身份证号", "困难原因", "帮扶方式", "帮扶金额", "资金来源", "结对帮扶人", "帮扶日期"],
        [1, "{n}", "{n#}", "因病", "资金", 2000, "区级财政", "赵建国", "2020-05-06"],
        [2, "{m}", "{m#}", "住房", "结对", "", "", "区医保局", "2020-06-08"],
    ),
    "移交安置": (
        "2019年度退役士兵移交安置登记表",
        ["序号", "姓名", "身份证号", "安置方式", "报到时间", "安置单位", "安置时间"],
        [1, "{n}", "{n#}", "自主就业", "2019-12-01", "", ""],
        [2, "{m}", "{m#}", "由政府安排工作", "2019-12-02", "区市场监管局", "2020-03-01"],
    ),
    "招聘会": (
        "2020年退役军人专场招聘会统计表",
        ["序号", "举办时间", "招聘会名称", "地点", "参会企业", "提供岗位", "参加人数", "达成意向"],
        [1, "2020-07-28", "八一专场招聘会", "市民中心", 30, 420, 180, 65],
        [2, "2020-11-11", "冬季招聘会", "体育馆", 12, 150, 90, 20],
    ),
    "培训": (
        "2020年退役士兵技能培训情况表",
        ["序号", "开班时间", "结业时间", "培训专业", "培训机构", "课时", "参训人数", "取证人数"],
        [1, "2020-09-01", "2020-09-30", "电工", "职教中心", 120, 25, 24],
        [2, "2020-10-01", "2020-10-30", "烹饪", "职教中心", 100, 15, 15],
    ),
    "志愿服务": (
        "2020年退役军人志愿服务登记表",
        ["序号", "服务时间", "志愿服务队", "服务内容", "地点", "人数", "时长"],
        [1, "2020-02-10", "老兵志愿服务队", "社区防疫值守", "七一社区", 12, 8],
        [2, "2020-05-10", "红门志愿队", "法律咨询", "人民街", 6, 3],
    ),
    "会议": (
        "2020年会议登记表",
        ["序号", "会议时间", "会议名称", "会议类型", "主持人", "参会人数", "主要内容"],
        [1, "2020-03-10", "全区双拥工作会议（扩大）", "工作部署", "李强", 60, "部署全年任务"],
        [2, "2020-11-20", "省双拥表彰大会精神传达会", "传达学习", "李强", 40, "传达会议精神"],
    ),
    "党建": (
        "2020年党建活动登记表",
        ["序号", "活动时间", "党支部", "活动类型", "主题", "参加人数"],
        [1, "2020-07-01", "机关支部", "党课", "不忘初心", 20],
        [2, "2020-08-03", "机关支部", "主题党日", "看新变化", 18],
    ),
}  # fmt: skip


@pytest.fixture
def given(take_in, tmp_path, person):
    people = [person(), person()]

    def put(cell):
        for letter, someone in zip("nm", people, strict=True):
            cell = {f"{{{letter}}}": someone.name, f"{{{letter}#}}": someone.number}.get(cell, cell)
        return cell

    def run(*names, change=None):
        sheets = {}
        for name in names:
            title, *rows = SHEETS[name]
            sheets[name] = [[title], *([put(cell) for cell in row] for row in rows)]
            if change:
                change(sheets[name])
        return take_in(workbook(tmp_path / f"{'、'.join(names)[:20]}.xlsx", sheets))

    run.people = people
    return run


def test_there_is_a_sheet_for_every_register():
    assert set(SHEETS) == {kind.section for kind in kinds_of(VETERANS)}


@pytest.mark.parametrize("name", SHEETS)
def test_a_register_is_taken_in_and_is_the_same_a_second_time(given, name):
    model = next(kind.model for kind in kinds_of(VETERANS) if kind.section == name)
    plan = given(name)
    assert [(plan.total(how)) for how in ("new", "refused")] == [2, 0], plan.sheets[0].refused
    assert model.select().count() == 2
    assert [row.notes for row in model.select() if "：" in row.notes] == []  # every column was understood
    assert given(name).total("same") == 2
    assert model.select().count() == 2


def test_all_of_them_stand_in_one_workbook(given):
    assert given(*SHEETS).total("new") == 2 * len(SHEETS)
    assert len([model for model in records.RECORDS if model.__module__.startswith("models.veterans.")]) == 12


def test_what_the_words_say_is_kept_as_the_tables_have_it(given):
    given(*SHEETS)
    someone, other = given.people
    card, unclaimed = PreferenceCard.select().order_by(PreferenceCard.id)
    assert (card.person_id, card.state, unclaimed.state) == (
        someone.id,
        PreferenceCardState.HANDED,
        PreferenceCardState.MADE,
    )
    assert unclaimed.kind.endswith("遗属优待证")
    assert [each.reason for each in HonourPlate.select()] == ["首次悬挂", "更换"]
    assert {each.standing: each.staff for each in ServiceStation.select()} == {"五星级": 3, "示范型": 2}
    first, second = Petition.select().order_by(Petition.day)
    assert (first.whom, first.people, first.days, second.days) == ("张来访", 5, 18, None)
    assert {(each.year, each.kind) for each in Placement.select()} == {
        (2019, "自主就业"),
        (2019, "安排工作"),
    }
    assert Meeting.get(Meeting.kind == "工作部署").name == "全区双拥工作会议（扩大）"
    helped = HardshipAid.get(HardshipAid.person == other)
    assert (helped.payment, helped.day) == (None, None)  # nobody said when it was asked for


def test_somebody_without_a_number_is_kept_by_name_once(given):
    given("光荣牌")
    given("光荣牌")
    assert Outsider.select().where(Outsider.name == "李无号").count() == 1


def test_money_of_a_help_is_one_payment_however_often_it_is_told(given):
    given("困难帮扶")
    given("困难帮扶")
    (paid,) = Payment.select()
    help_given = HardshipAid.get(HardshipAid.payment == paid)
    assert (paid.programme, paid.amount, paid.fund) == ("困难帮扶", Decimal(2000), "区级财政")
    assert paid.paid_on == help_given.helped == PartDate(2020, 5, 6)
    assert (help_given.money, help_given.helper) == (Decimal(2000), "赵建国")


def test_money_that_was_paid_already_is_not_paid_again(given):
    someone = given.people[0]
    day = PartDate(2020, 5, 6)
    with journal.entry("发放", USER):
        Payment(person=someone, programme="临时救助", item="临时救助", amount=2000, paid_on=day).save()
    given("困难帮扶")
    assert Payment.select().count() == 1
    assert HardshipAid.get(HardshipAid.person == someone).money == 2000


def test_another_amount_changes_nothing_and_is_told(given):
    given("困难帮扶")

    def dearer(sheet):
        sheet[2][5] = 2500

    plan = given("困难帮扶", change=dearer)
    assert Payment.get().amount == 2000
    assert any("没有改动" in remark.words for sheet in plan.sheets for remark in sheet.findings)
