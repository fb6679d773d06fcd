"""Hand payments 另行发放 of a run: the lines that are selected are entered as paid otherwise, or that is taken back."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from models.pay.returns import hand_payments, returns
from models.pay.runs.runs import LineKind, PayLine, PayRun
from models.payments.payment import REGULAR, Payment
from ui.forms.record_dialog import RecordDialog
from ui.jobs import messages
from ui.jobs.jobs import Progress, whole
from ui.jobs.operations import attempt_write
from ui.jobs.session import Session
from ui.pay.dues.payment_form import PaymentForm
from ui.widgets.dialogs import run_dialog

NONE_SELECTED = "请先在明细中选中已经用现金或另行转账发放的那几行"
NONE_BY_HAND = "请先在明细中选中登记为另行发放的那几行"
TAKE_BACK = "撤下{}的另行发放登记？\n那几笔发放记录一并撤下，这几行又等着回盘或登记。"
ALONG = "\n其中{}行没有选中，是同一个人要扣回多发的，扣回以后一并登记。"


def enter_hand_payments(session: Session, run: PayRun, chosen: Sequence[PayLine], parent: QWidget) -> None:
    """Ask whether these lines were paid otherwise; of lines that were not computed, how much each came to."""
    payees = hand_payments.hand_paid_payees(run, chosen)
    lines = [line for payee in payees for line in payee.lines]
    waiting = [line for line in chosen if line.kind == LineKind.NOT_RECKONED]
    if lines and messages.ask(parent, _question(lines, chosen), "登记", "取消"):
        job = whole(lambda: returns.pay_by_hand(run, payees, session.user))
        Progress(parent, "登记结果", job, cancellable=False).start()
    elif waiting and not lines:
        _pay_uncomputed(session, waiting, parent)
    elif not lines:
        messages.tell(parent, NONE_SELECTED)


def withdraw_hand_payments(session: Session, run: PayRun, chosen: Sequence[PayLine], parent: QWidget) -> None:
    """Take back, after a question, that these lines were paid otherwise."""
    outcomes = hand_payments.hand_paid(run, chosen)
    if not outcomes:
        messages.tell(parent, NONE_BY_HAND)
        return
    told = hand_payments.told_lines([each.line for each in outcomes])
    if messages.ask_losing(parent, TAKE_BACK.format(told), "撤下", "不撤下"):
        user = session.user
        attempt_write(parent, session, lambda: hand_payments.take_back_hand_payments(run, outcomes, user))


def _question(lines: Sequence[PayLine], chosen: Sequence[PayLine]) -> str:
    """The question with the lines that are meant, and those that go along because of what is deducted."""
    along = len({line.id for line in lines} - {line.id for line in chosen})
    words = f"登记{hand_payments.told_lines(lines)}，已用现金或另行转账发放？"
    return words + (ALONG.format(along) if along else "")


def _pay_uncomputed(session: Session, lines: Sequence[PayLine], parent: QWidget) -> None:
    """Ask of each line how much was paid and when, until the officer has had enough."""
    for number, line in enumerate(lines, start=1):
        payment = Payment(
            person=line.person, identity=line.identity, month=line.month, item=line.item, category=line.category,
            programme=REGULAR,
        )  # fmt: skip
        form = PaymentForm(line.person, asks=False)
        form.edit(payment)
        place = f"（第{number}人，共{len(lines)}人）" if len(lines) > 1 else ""
        title = f"登记已另行发放：{line.name}{place}"
        if not run_dialog(RecordDialog(session, form, title, None, parent, QSize(720, 520))):
            return
