"""Acts on a run: the next step, and what else its state allows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QInputDialog, QPushButton, QWidget

from models.core.amounts import yuan
from models.core.dates import PartDate, this_day
from models.core.record import Refusal
from models.office.officers import same_officer
from models.pay.runs import (
    drawing_up,
    following_runs,
    pay_notices,
    run_doubts,
    runs,
    steps,
    wanting,
)
from models.pay.runs.pay_notices import NoticeEnd
from models.pay.runs.run_lines import GROUP_BOUNCED, GROUP_FAILED, GROUP_HELD, GROUP_UNKNOWN
from models.pay.runs.runs import PayLine, PayRun, RunKind, RunState
from models.pay.standards import months
from ui.jobs import messages
from ui.jobs.jobs import Progress
from ui.jobs.operations import attempt_write
from ui.jobs.session import Session
from ui.materials import attachments as attachments_of
from ui.pay.eligibility.deciding import DECIDE
from ui.pay.runs.bank_files import BankFileDialog
from ui.pay.runs.hand_payments import enter_hand_payments, withdraw_hand_payments
from ui.pay.runs.held_lines import decide_held
from ui.pay.runs.new_run import NewRunDialog, proposed
from ui.pay.runs.returns import ReturnDialog
from ui.pay.runs.run_lines import RunLines
from ui.pay.runs.run_prints import RunPrints
from ui.pay.runs.run_steps import AGAIN
from ui.pay.runs.wanting import WantingDialog
from ui.widgets.buttons import act_button
from ui.widgets.dialogs import run_dialog
from ui.widgets.flow_layout import FlowLayout

STAND_IN = "演练复核员"  # who does in a practice archive what another account must do
AFTER_DECIDING = "核定已经登记。现在重新编制这个批次，把核定继续享受的人编进去吗？"
RETURNS = "回盘文件 (*.xlsx *.xls *.et *.csv *.txt *.htm *.html);;所有文件 (*)"


class RunActs(QObject):
    """Buttons that fit the state of the run that is shown; says what its page must do then."""

    run_wanted = Signal(object)  # a PayRun that was made or changed is to be shown
    person_wanted = Signal(int)
    standard_wanted = Signal(object)

    def __init__(
        self, session: Session, run: Callable[[], PayRun | None], lines: RunLines, parent: QWidget
    ) -> None:
        """``run`` tells the run that is looked at, ``lines`` which of its lines are selected; questions are asked over ``parent``."""
        super().__init__(parent)
        self._session, self._run, self._lines, self._parent = session, run, lines, parent
        self.strip = FlowLayout(spacing=6)
        self.buttons: dict[str, tuple[QPushButton, tuple[str, ...]]] = {}
        for words, picture, states, act in self._acts():
            button = act_button(words, picture, act)
            self.buttons[words] = button, states
            self.strip.addWidget(button)
        self.prints = RunPrints(session.practice, run, lines)
        self.strip.addWidget(self.prints)

    def show_run(self, run: PayRun | None, awaited: str = "") -> None:
        """Offer only what the run's state allows, and not twice the step that is awaited."""
        for button, states in self.buttons.values():
            button.setVisible(run is not None and run.state in states)
        unknown = self._lines.count(GROUP_UNKNOWN) if run is not None else 0
        self.buttons["缺的标准"][0].setVisible(unknown > 0)
        bounced = self._lines.count(GROUP_BOUNCED) if run is not None else 0
        self.buttons["确认退汇"][0].setVisible(bounced > 0)
        if not self._lines.count(GROUP_HELD):
            self.buttons[DECIDE][0].hide()
        if run is not None and run.kind != RunKind.REGULAR:
            self.buttons["重新编制"][0].hide()  # it would draw up the month, not what the run is for
        if run is not None:
            again = bool(self._lines.count(GROUP_FAILED)) and awaited != AGAIN
            self.buttons["编制重发批次"][0].setVisible(again and run.state == RunState.RETURNED)
        self.prints.setVisible(run is not None)

    def mark_line(self, line: PayLine | None) -> None:
        """Offer what is for one line only when there is one."""
        self.buttons["打开档案"][0].setEnabled(line is not None)

    # --- the steps

    def draw_up(self) -> None:
        """Ask for the months and draw up a run of them."""
        asked = NewRunDialog(self._parent)
        if run_dialog(asked):
            first, last = asked.span()
            self._draw(months.part(first), months.part(last), asked.item())

    def draw_again(self) -> None:
        """Draw the shown run up anew, from the archive as it is now."""
        run = self._run()
        if run is not None and run.first is not None and run.last is not None:
            self._draw(run.first, run.last, run.item)

    def pay_once(self) -> None:
        """Draw up what goes on for the families of people who died."""
        words, yes = QInputDialog.getText(
            self._parent,
            "去世后续发",
            "给去世人员遗属一次性发放法定的几个月（如残疾军人因病死亡12个月）。\n截止到哪个月去世的？",
            text=months.iso(proposed() - 1),
        )
        if yes:
            user = self._session.user
            self._try(
                lambda: following_runs.pay_once(months.read_month(words.strip()), user), self.run_wanted.emit
            )

    def go_on(self, state: str) -> None:
        """Take the next step of the run that is shown."""
        acts: dict[str, Callable[[PayRun], object]] = {
            RunState.CHECKED: self._check, RunState.APPROVED: self._approve, RunState.PAID: self._pay, RunState.RETURNED: self._read_return,
            RunState.SETTLED: self._settle, AGAIN: self._pay_again,
        }  # fmt: skip
        if (run := self._run()) is not None:
            acts[state](run)

    def _draw(self, first: PartDate, last: PartDate, item: str) -> None:
        job = drawing_up.draw_up_run(first, last, self._session.user, item)
        Progress(self._parent, "编制批次", job).then(self.run_wanted.emit).start()

    def _check(self, run: PayRun) -> None:
        user = self._other(run)
        if not self._looked_at(run, "复核"):
            return
        Progress(self._parent, "复核批次", steps.check_run(run, user)).then(self.run_wanted.emit).start()

    def _approve(self, run: PayRun) -> None:
        words = f"审批{run.title()}？\n审批以后内容不能再改，以后的更正放在以后的批次里。"
        if messages.ask(
            self._parent, messages.with_doubts(words, run_doubts.run_doubts(run)), "审批", "再看看"
        ):
            self._try(lambda: steps.approve_run(run, self._other(run)))

    def _looked_at(self, run: PayRun, deed: str) -> bool:
        """Whether the officer has looked at what is unusual about a run, if anything is, and goes on."""
        doubts = run_doubts.run_doubts(run)
        question = messages.with_doubts(f"{run.title()}：", doubts)
        return not doubts or messages.ask(self._parent, question, f"核对无误，{deed}", "再看看")

    def _pay(self, run: PayRun) -> None:
        words, yes = QInputDialog.getText(
            self._parent, "登记发放", "哪一天报送银行发放的？", text=str(PartDate.of(this_day()))
        )
        if yes:
            self._try(lambda: steps.pay_run(run, self._session.user, _day(words)))

    def _read_return(self, run: PayRun) -> None:
        chosen, _ = QFileDialog.getOpenFileName(self._parent, "选择银行的回盘文件", "", RETURNS)
        if chosen:
            run_dialog(ReturnDialog(self._session, run, Path(chosen), self._parent))

    def _settle(self, run: PayRun) -> None:
        told = run_doubts.told_unpaid(run_doubts.unpaid(run))
        words = f"{told}。\n结清以后，这一批的回盘结果不能再改。仍然结清吗？"
        if told and not messages.ask(self._parent, words, "结清", "先不结清"):
            return
        self._try(lambda: steps.settle_run(run, self._session.user))

    def _pay_again(self, run: PayRun) -> None:
        names = following_runs.unmended(run)
        told = f"{'、'.join(names[:5])}{'等' if len(names) > 5 else ''}{len(names)}人的账号还没有更正。"
        question = f"{told}\n最好先到档案里更正账号。仍照原账号重发吗？"
        if names and not messages.ask(self._parent, question, "照原账号重发", "先更正账号"):
            return
        self._try(lambda: following_runs.pay_again(run, self._session.user), self.run_wanted.emit)

    # --- what else

    def send_back(self) -> None:
        run = self._run()
        reason, yes = QInputDialog.getText(self._parent, "退回编制", "退回的原因（会记在批次备注里）：")
        if yes and run is not None:
            self._try(lambda: steps.send_back(run, self._session.user, reason))

    def drop(self) -> None:
        run = self._run()
        if run is not None and messages.ask_losing(
            self._parent, f"要删除{run.title()}吗？以后可以再编制。", "删除", "不删除"
        ):
            self._try(lambda: steps.drop_run(run, self._session.user))

    def export(self) -> None:
        if (run := self._run()) is not None:
            run_dialog(BankFileDialog(self._session, run, self._parent))

    def paid_by_hand(self) -> None:
        """Note that the selected lines were paid without the bank's file."""
        if (run := self._run()) is not None:
            enter_hand_payments(self._session, run, self._lines.selected(), self._parent)

    def take_back_by_hand(self) -> None:
        """Take back of the selected lines that they were paid by hand."""
        if (run := self._run()) is not None:
            withdraw_hand_payments(self._session, run, self._lines.selected(), self._parent)

    def decide_bounced(self) -> None:
        """Ask of the selected lines that came back, or of all, whether their money really did."""
        run, chosen = self._run(), {line.id for line in self._lines.selected()}
        if run is None:
            return
        waiting = [notice.line for notice in pay_notices.bounced_lines(run)]
        lines = [line for line in waiting if line.id in chosen] or waiting
        names = "、".join(dict.fromkeys(line.name for line in lines[:5]))
        words = f"银行先说成功、后来说退回：{names}等{len(lines)}笔。\n钱真的退回来了吗？确认退汇的改为失败，可以编制重发批次。"
        end = messages.choose(
            self._parent, words, {"确认退汇": NoticeEnd.RETURNED, "仍按成功": NoticeEnd.STANDS}
        )
        if end is not None:
            user = self._session.user
            self._try(lambda: pay_notices.decide_bounced(run, lines, end, user))

    def tell_wanting(self) -> None:
        """List the standards that are wanting, and go to the one chosen."""
        run = self._run()
        if run is None:
            return
        asked = WantingDialog(wanting.of_run(run), self._parent)
        if run_dialog(asked) and asked.chosen is not None:
            self.standard_wanted.emit(asked.chosen)

    def decide(self) -> None:
        """Ask about the lines that wait for an officer's answer, then offer to draw the run up again."""
        run = self._run()
        if run is None or not decide_held(self._session, run, self._lines.selected(), self._parent):
            return
        if messages.ask(self._parent, AFTER_DECIDING, "重新编制", "以后再说"):
            self.draw_again()

    def tell_sums(self) -> None:
        if (run := self._run()) is not None:
            messages.tell(self._parent, _item_sums(run))

    def open_person(self) -> None:
        if (line := self._lines.current()) is not None:
            self.person_wanted.emit(line.person_id)

    # --- how it is made

    def _acts(self) -> list[tuple[str, str, tuple[str, ...], Callable[[], object]]]:
        every = tuple(RunState)
        return [
            (
                "导出银行文件",
                "mdi6.bank-transfer-out",
                (RunState.APPROVED, RunState.PAID, RunState.RETURNED),
                self.export,
            ),
            ("登记已另行发放", "mdi6.cash-check", (RunState.PAID, RunState.RETURNED), self.paid_by_hand),
            ("撤下另行发放", "mdi6.cash-remove", (RunState.RETURNED,), self.take_back_by_hand),
            ("编制重发批次", "mdi6.repeat", (RunState.RETURNED,), lambda: self.go_on(AGAIN)),
            ("确认退汇", "mdi6.bank-transfer-in", (RunState.RETURNED,), self.decide_bounced),
            (DECIDE, "mdi6.gavel", (RunState.DRAWN,), self.decide),
            ("重新编制", "mdi6.refresh", (RunState.DRAWN,), self.draw_again),
            ("退回编制", "mdi6.undo-variant", (RunState.CHECKED, RunState.APPROVED), self.send_back),
            ("删除批次", "mdi6.trash-can-outline", (RunState.DRAWN,), self.drop),
            ("缺的标准", "mdi6.help-circle-outline", every, self.tell_wanting),
            ("各项合计", "mdi6.sigma", every, self.tell_sums),
            ("签字页", "mdi6.paperclip", every[1:], self.attach),
            ("打开档案", "mdi6.account-details-outline", every, self.open_person),
        ]

    def attach(self) -> None:
        """Show the signed and stamped rosters of the run, and take in those that came back."""
        if (run := self._run()) is not None:
            attachments_of.show(self._session, run, f"{run.title()}签字盖章的花名册", self._parent)

    def _other(self, run: PayRun) -> str:
        """Who does what another account than the drawer's must do."""
        own = same_officer(run.drawn_by, self._session.user)
        return STAND_IN if self._session.practice and own else self._session.user

    def _try(self, act: Callable[[], Any], then: Callable[[Any], object] = lambda _: None) -> None:
        attempt_write(self._parent, self._session, act, then)


def _day(words: str) -> PartDate:
    try:
        return PartDate.parse(words)
    except ValueError as error:
        raise Refusal(f"看不懂日期“{words}”，请写成 2021-9-10") from error


def _item_sums(run: PayRun) -> str:
    """What a run comes to, an item to a line."""
    found = runs.sums_by(run, PayLine.item, *runs.TO_BANK)
    lines = [f"{each.words}　{each.people:,}人　{yuan(each.amount)}元" for each in found]
    return "\n".join([run.title(), "", *lines, "", f"合计　{run.people or 0:,}人　{yuan(run.total)}元"])
