"""What is known is weighed: a worse list that arrives later changes nothing that it should not."""

from __future__ import annotations

import os
from datetime import datetime, timedelta
from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.imports import imports, list_days
from models.pay.runs.runs import PayLine, PayOutcome, PayRun
from models.payments.payment import Payment
from models.people.identity import BankAccount, Identity, IdentityState
from models.people.person import Person
from models.visits.visit import Visit
from tests.factories import HEADING, citizen_number, combatant, roster, workbook

USER = "王芳"


def told(plan):
    return [remark.words for sheet in plan.sheets for remark in sheet.findings]


def changed(row, **cells):
    return list((dict(zip(HEADING, row, strict=True)) | cells).values())


@pytest.mark.parametrize("state", ["去世", "停发", "迁移", "取消", "中止"])
def test_a_list_never_brings_anybody_back(take_in, tmp_path, state):
    row = combatant("张三", 优抚对象状态=state)
    take_in(roster(tmp_path / "a.xlsx", row))
    plan = take_in(roster(tmp_path / "b.xlsx", changed(row, 优抚对象状态="享受待遇")))
    assert Identity.get().state == state
    assert IdentityState.select().count() == 1
    assert (
        f"优抚对象状态档案为“{state}”，名单为“享受待遇”：已登记{state}，名单不能改回，已保留档案中的，请核对"
        in told(plan)
    )
    assert (plan.total("same"), plan.partly) == (1, True)


def test_a_stopped_person_who_died_is_told_by_a_list(take_in, tmp_path):
    row = combatant("张三", 优抚对象状态="停发")
    take_in(roster(tmp_path / "a.xlsx", row))
    take_in(roster(tmp_path / "b.xlsx", changed(row, 优抚对象状态="去世")))
    assert Identity.get().state == "去世"


def test_another_roster_of_a_dead_person_pays_nobody(take_in, tmp_path):
    row = combatant("张三", 优抚对象状态="去世")
    take_in(roster(tmp_path / "a.xlsx", row))
    heading = ["姓名", "身份证号", "伤残等级", "伤残性质", "优抚对象状态"]
    take_in(workbook(tmp_path / "b.xlsx", {"伤残": [heading, ["张三", row[5], "七级", "因战", "享受待遇"]]}))
    assert {each.state for each in Identity.select()} == {"去世"}


@pytest.mark.parametrize("nothing", ["0", "#N/A", "待核实", "无"])
def test_what_says_nothing_replaces_nothing(take_in, tmp_path, nothing):
    row = combatant("张三")
    take_in(roster(tmp_path / "a.xlsx", row))
    cells = dict.fromkeys(("联系方式(手机)", "银行账号", "所属街道(镇)", "村(社区)", "户口簿住址"), nothing)
    plan = take_in(roster(tmp_path / "b.xlsx", changed(row, **cells)))
    someone, account = Person.get(), BankAccount.get()
    assert (someone.phone, someone.street, someone.community) == ("13900001234", "总寨镇", "清河村")
    assert someone.household_address == "西宁市城中区总寨镇清河村1号"
    assert (account.account, account.until) == (row[20], None)
    assert plan.partly
    assert "金额(元)" not in {each.label for each in plan.proposals}  # as the bank paid it, it stays


def test_brothers_share_a_character_and_no_file(take_in, tmp_path):
    number = citizen_number()
    take_in(roster(tmp_path / "a.xlsx", combatant("韩国强", 身份证号=number)))
    plan = take_in(roster(tmp_path / "b.xlsx", combatant("韩国栋", 身份证号=number)))
    assert plan.total("refused") == 1
    assert Person.get().name == "韩国强"


def test_a_name_that_sounds_alike_is_a_proposal(take_in, tmp_path):
    row = combatant("张建国")
    take_in(roster(tmp_path / "a.xlsx", row))
    take_in(
        roster(
            tmp_path / "b.xlsx",
            changed(row, 姓名="张健国", 开户名称="张健国", 银行账号="", 生活补助证编号=""),
        )
    )
    assert Person.get().name == "张建国"


def typed(phone):
    someone = Person.get()
    with journal.entry("修改人员信息", USER):
        someone.phone = phone
        someone.save()


def older(file):
    os.utime(file, (1_577_000_000, 1_577_000_000))  # 2019-12-22
    return file


def test_a_list_older_than_what_an_officer_typed_proposes(take_in, tmp_path):
    row = combatant("张三")
    take_in(roster(tmp_path / "a.xlsx", row))
    typed("13811112222")
    take_in(older(roster(tmp_path / "b.xlsx", row)))
    assert Person.get().phone == "13811112222"


def test_a_list_made_after_it_changes_it(take_in, tmp_path, monkeypatch):
    row = combatant("张三")
    take_in(workbook(tmp_path / "a.xlsx", {"参战": [HEADING, row]}))
    typed("13811112222")
    later = datetime.now().astimezone() + timedelta(minutes=1)
    monkeypatch.setattr(list_days, "saved_at", lambda file: later)
    newer = changed(row, **{"联系方式(手机)": "13833334444"})
    take_in(workbook(tmp_path / "b.xlsx", {"参战": [HEADING, newer]}))
    assert Person.get().phone == "13833334444"


def test_the_year_in_a_title_says_when_a_list_was_made(archive, tmp_path):
    plan = finish(imports.read_workbooks([roster(tmp_path / "a.xlsx", combatant("张三"))]))
    assert str(plan.sheets[0].made.date()) == "2021-01-01"  # 城中区2020年花名册


def test_the_officer_decides_and_is_not_asked_again(take_in, tmp_path):
    row = combatant("张三", 优抚对象状态="停发")
    take_in(roster(tmp_path / "a.xlsx", row))
    back = roster(tmp_path / "b.xlsx", changed(row, 优抚对象状态="享受待遇"))
    plan = finish(imports.read_workbooks([back]))
    plan.proposals[0].kept = True
    finish(imports.apply(plan, USER))
    again = finish(imports.read_workbooks([back]))
    assert (again.proposals, again.partly, Identity.get().state) == ([], False, "停发")


def test_what_the_officer_takes_from_a_list_is_written(take_in, tmp_path):
    row = combatant("张三", 优抚对象状态="停发")
    take_in(roster(tmp_path / "a.xlsx", row))
    plan = finish(
        imports.read_workbooks([roster(tmp_path / "b.xlsx", changed(row, 优抚对象状态="享受待遇"))])
    )
    plan.proposals[0].taken = True
    finish(imports.apply(plan, USER))
    assert Identity.get().state == "享受待遇"
    assert [each.state for each in IdentityState.select()] == ["停发", "享受待遇"]
    assert (
        journal.Entry.select().order_by(journal.Entry.number.desc()).first().title
        == "导入b.xlsx：核对后采用名单1处"
    )


def test_a_payment_that_the_bank_answered_for_stays(take_in, tmp_path, person, identity):
    number = citizen_number()
    someone = person(name="张三", number=number)
    own = identity(someone)
    with journal.entry("发放", USER):
        month = PartDate(2021, 9)
        paid = Payment(
            person=someone, programme="定期抚恤补助", month=month, item="两参人员生活补助费", category="参战退役人员",
            amount=Decimal(755), paid_on=PartDate(2021, 9, 25),
        )  # fmt: skip
        paid.save()
        run = PayRun(number="202109-1", kind="定期", first=month, last=month, state="编制")
        run.save()
        line = PayLine.create(
            run=run,
            position=1,
            kind="应发",
            person=someone,
            identity=own,
            month=month,
            amount=Decimal(755),
            provincial=Decimal(0),
            local=Decimal(0),
        )
        PayOutcome(line=line, run=run, day=PartDate(2021, 9, 25), payment=paid, source="回盘.xlsx").save()
    heading = ["发放日期", "姓名", "身份证号", "人员类别", "发放项目", "发放月份", "金额(元)"]
    row = ["2021-09-25", "张三", number, "参战退役人员", "两参人员生活补助费", "2021-09", 5710]
    plan = take_in(workbook(tmp_path / "r.xlsx", {"生活补助": [heading, row]}))
    assert Payment.select().where(Payment.id == paid.id).get().amount == Decimal(755)
    assert any("银行回盘" in words for words in told(plan))
    assert plan.partly
    assert "金额(元)" not in {each.label for each in plan.proposals}  # as the bank paid it, it stays


REGISTER = ["走访日期", "姓名", "身份证号", "慰问金(元)", "走访人"]


@pytest.fixture
def visited(take_in, tmp_path, person):
    """A visit came in by a register; an officer then typed who visited; the same register, as it was, comes again."""
    number = citizen_number()
    person(name="张三", number=number)
    row = ["2021-09-25", "张三", number, 500, "李主任"]
    file = workbook(tmp_path / "走访.xlsx", {"走访慰问": [REGISTER, row]})
    take_in(file)
    with journal.entry("更正", USER):
        visit = Visit.get()
        visit.visitors = "赵书记"
        visit.save()
    os.utime(file, (0, 0))
    return file


def test_what_a_register_may_not_change_is_proposed_and_written_when_it_is_taken(visited):
    plan = finish(imports.read_workbooks([visited]))
    (proposal,) = plan.proposals
    assert (proposal.label, proposal.here, proposal.there) == ("走访人员", "赵书记", "李主任")
    assert plan.partly
    assert "金额(元)" not in {each.label for each in plan.proposals}  # as the bank paid it, it stays
    proposal.taken = True
    finish(imports.apply(plan, USER))
    assert Visit.get().visitors == "李主任"


def test_what_a_register_was_not_believed_once_is_not_asked_again(visited):
    plan = finish(imports.read_workbooks([visited]))
    plan.proposals[0].kept = True
    finish(imports.apply(plan, USER))
    again = finish(imports.read_workbooks([visited]))
    assert (again.proposals, again.partly, Visit.get().visitors) == ([], False, "赵书记")


@pytest.mark.parametrize("nothing", ["0", "#N/A", "待核实"])
@pytest.mark.parametrize("heading", ["优抚对象状态", "联系方式(手机)", "银行账号"])
def test_what_says_nothing_of_somebody_new_is_not_written_down_and_told(take_in, tmp_path, heading, nothing):
    plan = take_in(roster(tmp_path / "a.xlsx", combatant("张三", **{heading: nothing})))
    accounts = [account.account for account in BankAccount.select()]
    assert nothing not in (Identity.get().state, Person.get().phone, *accounts)
    assert any(f"“{nothing}”不是" in words or "没有登记优抚对象状态" in words for words in told(plan))


def test_what_says_nothing_of_somebody_new_is_told_and_left_out(take_in, tmp_path):
    plan = take_in(roster(tmp_path / "a.xlsx", combatant("张三", **{"联系方式(手机)": "待核实"})))
    assert Person.get().phone == ""
    assert "“待核实”不是联系电话，没有采用" in told(plan)


def test_a_name_in_a_spelling_that_says_no_more_changes_nothing(take_in, tmp_path):
    number = citizen_number()
    heading = ["姓名", "身份证号", "优抚对象状态"]
    take_in(workbook(tmp_path / "a.xlsx", {"参战": [heading, ["古丽·艾力", number, "享受待遇"]]}))
    plan = take_in(workbook(tmp_path / "b.xlsx", {"参战": [heading, ["古丽艾力", number, "享受待遇"]]}))
    assert Person.get().name == "古丽·艾力"
    assert (plan.total("same"), plan.proposals) == (1, [])
