"""发放批次 in the window: drawn up, checked by another, handed to the bank, read back, paid again, settled."""

from __future__ import annotations

import csv
from decimal import Decimal

import pytest
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QFileDialog, QInputDialog

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.office import roles
from models.pay.runs import bank_files, drawing_up, following_runs, returns, run_lines, steps, wanting
from models.pay.runs.bank_files import BankTemplate
from models.pay.runs.runs import PayRun
from models.payments.payment import Payment
from models.people.identity import BankAccount
from tests import factories
from tests.models.pay.conftest import tell
from ui.pay.runs.bank_files import BankFileDialog
from ui.pay.runs.new_run import NewRunDialog
from ui.pay.runs.returns import FAILURES_ONLY, ReturnDialog
from ui.pay.runs.run_acts import STAND_IN
from ui.pay.runs.run_steps import StepsBar, next_step
from ui.pay.runs.runs import RunsPage
from ui.pay.runs.wanting import WantingDialog
from ui.pay.standards.standards import StandardsPage
from ui.pay.tab import PayingPage

USER, OTHER = "王芳", "李明"
SICK = {"kind": "带病回乡退役军人", "category": "", "grade": "", "nature": ""}


@pytest.fixture
def people(person, granted):
    """Three who are paid 600 yuan a month, two of them to an account; and one without a standard."""
    made = [granted(someone=person(name=name), **SICK) for name in ("甲", "乙", "丙")]
    with journal.entry("账户", USER):
        for number, identity in enumerate(made[:2], start=1):
            BankAccount(
                person=identity.person_id, account=factories.card_number(number), holder=identity.person.name
            ).save()
    made.append(granted(someone=person(name="丁"), grade="二级"))
    return made


@pytest.fixture
def draw(archive):
    return lambda first: finish(drawing_up.draw_up_run(PartDate.parse(first), PartDate.parse(first), USER))


@pytest.fixture
def sent(draw, people):
    """A run that is at the bank."""
    run = draw("2019-09")
    finish(steps.check_run(run, OTHER))
    steps.approve_run(run, OTHER)
    steps.pay_run(run, USER, PartDate(2019, 9, 20))
    return run


@pytest.fixture
def page(session, qtbot):
    made = RunsPage(session)
    qtbot.addWidget(made)
    made.show()
    return made


def returned(file, run, failed=()):
    with file.open("w", encoding="gb18030", newline="") as stream:
        lines = csv.writer(stream)
        lines.writerow(["账号", "姓名", "金额", "结果", "失败原因"])
        for payee in bank_files.payees(run):
            if payee.account:
                bad = payee.name in failed
                lines.writerow(
                    [
                        payee.account,
                        payee.name,
                        payee.amount,
                        "失败" if bad else "成功",
                        "已销户" if bad else "",
                    ]
                )
    return file


def waited(qtbot, dialog):
    qtbot.waitUntil(lambda: dialog.result() == dialog.DialogCode.Accepted)
    return True


def test_an_empty_page_says_how_to_begin(page):
    assert page.run() is None
    assert not page.steps.isVisible()
    assert "编制批次" in page.lines.table._empty


def test_a_month_is_drawn_up_with_what_cannot_be_reckoned(page, people, monkeypatch, qtbot):
    def run(dialog):
        dialog.first.set_value("2019-09")
        return 1

    monkeypatch.setattr(NewRunDialog, "exec", run)
    page.acts.draw_up()
    qtbot.waitUntil(lambda: page.run() is not None)
    assert page.title.text() == "2019年9月 定期抚恤补助（201909-1）　3人　1,800.00元"
    QAbstractItemModelTester(page.lines.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    shown = {words: button.text() for words, button in page.lines.groups.items() if not button.isHidden()}
    assert shown == {"全部": "全部 4", "未计算": "未计算 1", "没有账号": "没有账号 1"}
    page.lines.show_group("未计算")
    assert [page.lines.rows.text(0, n) for n in (0, 2)] == ["丁", "未算"]
    page.lines.table.setCurrentIndex(page.lines.rows.index(0, 0))
    assert "缺少2019年9月的国家标准" in page.lines.why.text()


def test_the_drawer_is_told_that_another_must_check(draw, people):
    run = draw("2019-09")
    told = next_step(run, USER)
    assert not told.allowed
    assert "您（王芳）是编制人" in told.words
    assert next_step(run, OTHER).allowed
    roles.give(OTHER, "录入", USER)
    assert "您的角色是录入" in next_step(run, OTHER).words
    assert next_step(run, USER, practice=True).allowed


def test_in_a_practice_archive_the_whole_way_can_be_gone(
    page, draw, people, monkeypatch, boxes, qtbot, tmp_path
):
    draw("2019-09")
    page.refresh()
    page.acts.go_on(page.steps.next.state)
    qtbot.waitUntil(lambda: page.steps.next.state == "审批")
    assert page.run().checked_by == STAND_IN
    boxes.answer = "审批"
    page.acts.go_on(page.steps.next.state)
    assert page.run().state == "审批"
    monkeypatch.setattr(QInputDialog, "getText", lambda *a, **k: ("2019-9-20", True))
    page.acts.go_on(page.steps.next.state)
    assert (page.run().state, page.run().paid_on) == ("发放", PartDate(2019, 9, 20))
    file = returned(tmp_path / "回盘.csv", page.run(), failed=("乙",))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *a, **k: (str(file), ""))
    monkeypatch.setattr(ReturnDialog, "exec", lambda dialog: dialog.enter() or waited(qtbot, dialog))
    page.acts.go_on(page.steps.next.state)
    qtbot.waitUntil(lambda: page.steps.button.text() != "读入回盘")
    assert page.run().state == "回盘"
    assert page.steps.button.text() == "编制重发批次"
    assert "2行发放失败" in page.steps.words.text()
    boxes.answer = "先更正账号"
    page.acts.go_on(page.steps.next.state)
    assert page.run().kind == "定期"
    assert "乙、丙2人的账号还没有更正" in boxes[-1]
    boxes.answer = "照原账号重发"
    page.acts.go_on(page.steps.next.state)
    assert page.run().kind == "重发"
    page.go_to(PayRun.get(PayRun.kind == "定期"))
    page.acts.go_on(page.steps.next.state)
    assert page.run().state == "结清"
    assert page.steps.words.text() == "已经结清，全部办完"


def test_what_can_be_done_depends_on_the_state(page, draw, people, boxes, monkeypatch):
    run = draw("2019-09")
    page.refresh()
    offered = lambda: {w for w, (button, _) in page.acts.buttons.items() if not button.isHidden()}  # noqa: E731
    assert offered() == {"重新编制", "删除批次", "缺的标准", "各项合计", "打开档案"}
    page.acts.tell_sums()
    assert "带病回乡退役军人生活补助　3人　1,800.00元" in boxes[-1]
    finish(steps.check_run(run, OTHER))
    page.refresh()
    assert offered() == {"退回编制", "缺的标准", "各项合计", "打开档案"}
    monkeypatch.setattr(QInputDialog, "getText", lambda *a, **k: ("", True))
    page.acts.send_back()
    assert boxes[-1] == "请写明退回的原因"
    monkeypatch.setattr(QInputDialog, "getText", lambda *a, **k: ("账号有误", True))
    page.acts.send_back()
    assert "退回：账号有误" in page.sums.text()
    boxes.answer = "删除"
    page.acts.drop()
    assert page.run() is None


def test_a_late_standard_is_paid_back_as_lines_of_its_own(page, draw, sent, standard, people):
    standard("80000", "2019-08", grade="二级", nature="因战", ends="2020-07")
    tell(people[0], "停发", since="2019-09-15")
    draw("2019-10")
    page.refresh()
    assert list(run_lines.group_counts(page.run()).values())[1:5] == [1, 1, 0, 1]
    page.lines.show_group("补发")
    assert page.lines.rows.text(0, 3) == "2019-09"
    page.lines.show_group("停发")
    page.lines.table.setCurrentIndex(page.lines.rows.index(0, 0))
    assert "停发" in page.lines.why.text()
    page.lines.words.setText("丁")
    page.lines.show_group("全部")
    assert {page.lines.rows.record(row).name for row in range(page.lines.rows.rowCount())} == {"丁"}


def test_a_return_is_shown_before_it_is_read_in(session, sent, qtbot, tmp_path):
    dialog = ReturnDialog(session, sent, returned(tmp_path / "回盘.csv", sent, failed=("乙",)))
    qtbot.addWidget(dialog)
    assert [dialog.rows.text(row, 0) for row in range(3)] == ["失败", "失败", "成功"]
    assert "成功1人，失败2人" in dialog.sentence.text()
    assert Payment.select().count() == 0
    dialog.enter()
    assert waited(qtbot, dialog)
    assert Payment.select().count() == 1
    again = ReturnDialog(session, sent, tmp_path / "回盘.csv")
    qtbot.addWidget(again)
    assert not again.yes.isEnabled()


def test_a_word_that_nobody_knows_is_shown_as_a_question_and_is_not_entered(session, sent, qtbot, tmp_path):
    file = returned(tmp_path / "回盘.csv", sent)
    file.write_text(file.read_text("gb18030").replace("成功", "转人工", 1), "gb18030")
    dialog = ReturnDialog(session, sent, file)
    qtbot.addWidget(dialog)
    results = [dialog.rows.text(row, 0) for row in range(dialog.rows.rowCount())]
    assert results.count("待核实") == 1
    row = results.index("待核实")
    assert "看不出是否发放成功" in dialog.rows.text(row, 4)
    assert "待核实1人" in dialog.sentence.text()
    dialog.enter()
    assert waited(qtbot, dialog)
    assert Payment.select().count() == results.count("成功")


def test_a_file_that_is_no_return_is_refused_in_words(session, sent, qtbot, tmp_path):
    file = tmp_path / "别的.csv"
    file.write_text("姓名,电话\n甲,1\n", "utf-8")
    dialog = ReturnDialog(session, sent, file)
    qtbot.addWidget(dialog)
    assert "找不到有“账号”和“金额”的表头" in dialog.problem.text()
    assert not dialog.yes.isEnabled()
    assert dialog.only_failures.text() == FAILURES_ONLY


def test_the_bank_file_says_who_is_not_in_it(session, sent, qtbot, tmp_path, monkeypatch, boxes):
    dialog = BankFileDialog(session, sent)
    qtbot.addWidget(dialog)
    assert dialog.sample.toPlainText().splitlines()[0].startswith("序号　姓名")
    out = tmp_path / "代发.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(out), ""))
    dialog.export()
    assert out.exists()
    assert "已导出2人，1,200.00元" in boxes[-1]
    assert "不在文件里的1人：丙" in boxes[-1]


def test_a_template_is_changed_and_shown_at_once(session, sent, qtbot, dialogs, boxes):
    dialog = BankFileDialog(session, sent)
    qtbot.addWidget(dialog)

    def fill(asked):
        asked.form.editors["columns"].set_value("账号=银行账号")
        asked.save()
        assert "模板里应有一栏“金额”" in asked.form.messages["columns"].text()
        asked.form.editors["columns"].set_value('卡号=银行账号\n钱=金额\n币种="人民币"')
        asked.save()

    dialogs.fill = fill
    dialog.change()
    assert dialog.sample.toPlainText().splitlines()[1].endswith("600.00　人民币")
    assert BankTemplate.select().count() == 1
    boxes.answer = "删除"
    dialog.drop()
    assert BankTemplate.select().count() == 0


def test_a_quarter_begins_with_its_first_month(qtbot, archive):
    dialog = NewRunDialog()
    qtbot.addWidget(dialog)
    dialog.first.set_value("2021-08")
    dialog.kinds.button(1).click()
    assert dialog.told.text().startswith("2021年7月至9月")
    dialog.kinds.button(2).click()
    dialog.last.set_value("2021-05")
    assert dialog.problem.text() == "截止月份早于起始月份"
    assert not dialog.yes.isEnabled()


def test_whoever_was_paid_in_cash_is_noted(page, sent, boxes, qtbot):
    page.refresh()
    page.lines.words.setText("丙")
    page.lines.refresh()
    page.lines.table.selectAll()
    boxes.answer = "登记"
    page.acts.paid_by_hand()
    assert "登记丙等1人已用现金或另行转账发放？" in boxes[-1]
    qtbot.waitUntil(lambda: "还有2行" in page.steps.words.text())
    assert Payment.get().amount == Decimal(600)
    assert "还有2行没有回盘结果" in page.steps.words.text()


def test_what_goes_on_after_a_death_is_a_run_of_its_own(
    page, person, granted, draw, people, monkeypatch, boxes
):
    draw("2019-09")
    monkeypatch.setattr(QInputDialog, "getText", lambda *a, **k: ("2019-09", True))
    page.acts.pay_once()
    assert "没有要一次性发给遗属的待遇" in boxes[-1]


def test_the_steps_name_who_took_them(qtbot, sent, session):
    bar = StepsBar()
    qtbot.addWidget(bar)
    bar.show_run(sent, USER)
    assert bar.labels["复核"].text() == "✓ 复核（李明）"
    assert bar.labels["发放"].text() == "✓ 发放（2019-09-20）"
    assert bar.labels["回盘"].text() == "回盘"


def test_a_failure_is_seen_and_paid_again_to_the_new_account(page, sent, tmp_path):
    returns.apply_return(
        returns.read_return(sent, returned(tmp_path / "回盘.csv", sent, failed=("乙",))), USER
    )
    page.refresh()
    page.lines.show_group("发放失败")
    assert {page.lines.rows.text(row, 7) for row in range(2)} == {
        "失败：已销户",
        "失败：没有银行账号，未送银行",
    }
    again = following_runs.pay_again(sent, USER)
    page.go_to(again)
    assert page.run().people == 2


def test_what_is_printed_of_a_run_is_made(page, sent, tmp_path, monkeypatch, boxes, qtbot):
    page.refresh()
    offered = [action.text() for action in page.acts.prints.choices.actions() if action.text()]
    assert offered[:2] == ["发放花名册（签字、手印）", "发放花名册，分街道(镇)"]
    out = tmp_path / "花名册.xlsx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *a, **k: (str(out), ""))
    page.acts.prints.save_roster()
    qtbot.waitUntil(lambda: bool(boxes))
    assert out.exists()
    page.lines.table.selectRow(0)
    finish(page.acts.prints._chosen_slips(tmp_path / "通知单.pdf"))
    assert (tmp_path / "通知单.pdf").read_bytes().startswith(b"%PDF")
    listed = page.acts.prints._listed()()
    assert listed.rows[0][1] == "甲"


def test_what_is_wanting_is_listed_by_how_many_wait_for_it(
    session, qtbot, draw, people, granted, person, monkeypatch
):
    granted(someone=person(name="戊"), grade="三级")
    granted(someone=person(name="己"), grade="三级")
    run = draw("2019-09")
    found = wanting.of_run(run)
    assert [(each.standard.grade, len(each.people)) for each in found] == [("三级", 2), ("二级", 1)]
    asked = []
    whole = PayingPage(session)
    qtbot.addWidget(whole)
    page = whole.show_section("发放批次")
    monkeypatch.setattr(WantingDialog, "exec", lambda dialog: dialog.open_chosen() or dialog.result())
    monkeypatch.setattr(StandardsPage, "propose", lambda page, wanted: asked.append(wanted))
    assert not page.acts.buttons["缺的标准"][0].isHidden()
    page.acts.tell_wanting()
    assert (asked[0].grade, asked[0].begins) == ("三级", PartDate(2019, 9))


def test_a_standard_to_be_confirmed_is_opened(session, qtbot, draw, granted, person):
    granted(someone=person(name="甲"), **SICK)
    dialog = WantingDialog(wanting.of_run(draw("2020-09")))
    qtbot.addWidget(dialog)
    assert [dialog.rows.text(0, n) for n in (0, 1, 4)] == ["确认", "带病回乡退役军人", "2020年9月"]
    dialog.open_chosen()
    assert dialog.chosen.id is not None


def test_the_drawer_cannot_press_the_button_of_another(page, draw, people):
    draw("2019-09")
    page.session.practice = False
    page.refresh()
    assert not page.steps.button.isEnabled()
    assert "须换审核、审批、管理员角色的另一个用户登录后办理" in page.steps.words.text()
    page.session.user = OTHER
    page.refresh()
    assert page.steps.button.isEnabled()


def test_what_is_written_while_nobody_looks_is_read_when_somebody_does(page, draw, people):
    page.hide()
    draw("2019-09")
    page.session.wrote()
    assert page.rows.rowCount() == 0
    page.show()
    assert page.rows.rowCount() == 1


def test_what_failed_is_paid_again_while_others_wait_for_the_bank(page, sent, tmp_path, boxes):
    file = returned(tmp_path / "回盘.csv", sent, failed=("乙",))
    text = file.read_text("gb18030").splitlines()
    file.write_text("\n".join(line for line in text if "甲" not in line), "gb18030")
    returns.apply_return(returns.read_return(sent, file), USER)
    page.refresh()
    assert page.steps.button.text() == "读入回盘"
    assert not page.acts.buttons["编制重发批次"][0].isHidden()
    page.lines.show_group("没有回盘")
    assert [page.lines.rows.record(row).name for row in range(page.lines.rows.rowCount())] == ["甲"]
    boxes.answer = "照原账号重发"
    page.acts.go_on("重发")
    assert page.run().kind == "重发"
    assert page.run().people == 2
