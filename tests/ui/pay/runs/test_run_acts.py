"""What can be done with a run."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtWidgets import QFileDialog, QInputDialog

from models.core.dates import PartDate
from models.core.jobs import finish
from models.pay.returns import returns
from models.pay.runs import steps
from models.pay.runs.runs import PayRun
from models.payments.payment import Payment
from tests.ui.pay.runs.conftest import OTHER, USER, returned, waited
from ui.pay.runs.returns import ReturnDialog
from ui.pay.runs.run_acts import STAND_IN


def test_in_a_practice_archive_the_whole_way_can_be_gone(
    page, draw, people, monkeypatch, boxes, qtbot, tmp_path
):
    draw("2019-09")
    page.refresh()
    page.acts.go_on(page.steps.next.state)
    assert boxes[-1].endswith("请先核对：\n1. 1人没有计算，这一批不发：丁")
    assert page.run().state == "编制"
    boxes.answer = "核对无误，复核"
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
    boxes.answer = "先不结清"
    page.acts.go_on(page.steps.next.state)
    left = "还有3人没有发到：未计算1人（丁）；发放失败，重发还没有付成2人（乙、丙）"
    assert boxes[-1].startswith(left)
    assert page.run().state == "回盘"
    boxes.answer = "结清"
    page.acts.go_on(page.steps.next.state)
    assert page.run().state == "结清"
    assert page.steps.words.text() == f"已经结清。{left}"


def test_what_can_be_done_depends_on_the_state(page, draw, people, boxes, monkeypatch):
    run = draw("2019-09")
    page.refresh()
    offered = lambda: {w for w, (button, _) in page.acts.buttons.items() if not button.isHidden()}  # noqa: E731
    assert offered() == {"重新编制", "删除批次", "缺的标准", "各项合计", "打开档案"}
    page.acts.tell_sums()
    assert "带病回乡退役军人生活补助　3人　1,800.00元" in boxes[-1]
    finish(steps.check_run(run, OTHER))
    page.refresh()
    assert offered() == {"退回编制", "缺的标准", "各项合计", "打开档案", "签字页"}
    monkeypatch.setattr(QInputDialog, "getText", lambda *a, **k: ("", True))
    page.acts.send_back()
    assert boxes[-1] == "请写明退回的原因"
    monkeypatch.setattr(QInputDialog, "getText", lambda *a, **k: ("账号有误", True))
    page.acts.send_back()
    assert "退回：账号有误" in page.sums.text()
    boxes.answer = "删除"
    page.acts.drop()
    assert page.run() is None


def test_whoever_was_paid_in_cash_is_noted(page, sent, boxes, qtbot):
    page.refresh()
    page.lines.words.setText("丙")
    page.lines.refresh()
    page.lines.table.selectAll()
    boxes.answer = "登记"
    page.acts.paid_by_hand()
    assert boxes[-1] == "登记丙，合计600.00元，已用现金或另行转账发放？"
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
    assert page.acts.buttons["重新编制"][0].isHidden()  # of the month there is a run already
