"""Returns 读入回盘: what the bank's file says of a run, shown before anything is entered."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.core.record import Refusal
from models.imports.words.return_words import BankAnswer
from models.pay.returns import own_return_words, returns
from models.pay.returns.returns import Reading
from models.pay.runs.bank_files import Payee
from models.pay.runs.pay_notices import new_notices
from models.pay.runs.runs import PayRun
from reports.tables.list_columns import ListColumn, Listing
from reports.tables.register import END
from ui.jobs.jobs import Progress, whole
from ui.jobs.operations import attempt_write
from ui.jobs.session import Session
from ui.lists.list_foot import with_foot
from ui.pay.runs.word_question import WordQuestion
from ui.tables.fact_rows import FactRows
from ui.tables.list_columns import table_columns
from ui.tables.tables import RecordTable
from ui.widgets import theme, window_size
from ui.widgets.spoken_names import called

FAILURES_ONLY = "这份文件只列出没有成功的，其余都已发放成功"
FAILED, BOUNCED, TO_ASK, SILENT, PAID = "失败", "退汇待确认", "待核实", "没有结果", "成功"
BOUNCED_TOLD = "以前读入的是成功，现在说“{}”；读入后请在批次里确认是否退汇"
SHOWN = 5  # rows of nobody in the run that are quoted


class PayeeTold(NamedTuple):
    """What the file says of one payee."""

    place: int
    result: str
    payee: Payee
    reason: str


RETURNED_LIST = Listing(
    None,
    (
        ListColumn("result", 80, heading="结果"),
        ListColumn("name", 90, heading="姓名", field="payee.name"),
        ListColumn("amount", 100, align=END, heading="金额(元)", field="payee.amount", summed=True),
        ListColumn("account", 180, heading="银行账号", words=lambda told: told.payee.account or "没有账号"),
        ListColumn("reason", 420, heading="原因"),
    ),
)


def _ink(told: PayeeTold) -> str:
    return {FAILED: "problem", BOUNCED: "problem", TO_ASK: "doubt", SILENT: "doubt"}.get(told.result, "")


class ReturnDialog(QDialog):
    """Compares a file with the run, and enters what it says when the officer agrees."""

    def __init__(self, session: Session, run: PayRun, file: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._run, self._file = session, run, file
        self.reading: Reading | None = None
        self.setWindowTitle(f"读入回盘　{file.name}")
        self.sentence, self.problem = (
            theme.look(QLabel(wordWrap=True), "heading"),
            theme.look(QLabel(wordWrap=True), "problem"),
        )
        self.asked = WordQuestion()
        self.only_failures = QCheckBox(FAILURES_ONLY)
        self.rows = FactRows(
            table_columns(RETURNED_LIST, ink=_ink, inked=("result",)), lambda told: told.place, self
        )
        self.table = called(RecordTable(self.rows, "returned", "文件里没有新的结果", self), "回盘")
        self.buttons = QDialogButtonBox()
        self.yes = self.buttons.addButton("读入", QDialogButtonBox.ButtonRole.AcceptRole)
        self._lay_out()
        self.asked.answered.connect(self.teach)
        self.only_failures.toggled.connect(lambda _: self.read())
        self.read()

    def read(self) -> None:
        """Compare the file with the run; nothing is written."""
        try:
            self.reading = returns.read_return(self._run, self._file, self.only_failures.isChecked())
        except Refusal as refusal:
            self.reading = None
            self.problem.setText(str(refusal))
        self.problem.setVisible(self.reading is None)
        words = [self.reading.words(), *self.reading.doubtful[:SHOWN]] if self.reading else []
        self.sentence.setText("\n".join(words) or "这份文件不能读入")
        self.rows.show_facts(_told(self.reading) if self.reading is not None else [])
        self.asked.ask(self.reading.unknown if self.reading is not None else {})
        self.yes.setEnabled(self.reading is not None and _says_something_new(self.reading))

    def teach(self, word: str, answer: str) -> None:
        """Remember what a word means, and read the file again by it."""
        user, meaning = self._session.user, BankAnswer(answer)
        attempt_write(
            self,
            self._session,
            lambda: own_return_words.teach_return_word(word, meaning, user),
            lambda _: self.read(),
        )

    def enter(self) -> None:
        """Enter what the file says, in the background: a payment for each line takes its time."""
        reading = self.reading
        assert reading is not None
        job = whole(lambda: returns.apply_return(reading, self._session.user))
        Progress(self, "读入回盘", job, cancellable=False).then(lambda _: self.accept()).start()

    def _lay_out(self) -> None:
        theme.look(self.yes, "primary").setAutoDefault(False)
        cancel: QPushButton = self.buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        cancel.setAutoDefault(False)
        self.buttons.accepted.connect(self.enter)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 14, 16, 12)
        column.setSpacing(10)
        for widget in (self.sentence, self.problem, self.asked, self.only_failures):
            column.addWidget(widget)
        column.addWidget(with_foot(self.table), 1)
        column.addWidget(self.buttons)
        window_size.resize(self, 980, 560)


def _says_something_new(reading: Reading) -> bool:
    return bool(reading.paid or reading.failed or new_notices(reading.notices))


def _told(reading: Reading) -> list[PayeeTold]:
    """Failures first, then those of whom it is a question, or nothing is said, then the paid."""
    found = [(FAILED, payee, reason) for payee, reason in reading.failed]
    found += [(BOUNCED, payee, BOUNCED_TOLD.format(reason)) for payee, reason in reading.bounced]
    found += [(TO_ASK, payee, question) for payee, question in reading.asked]
    found += [(SILENT, payee, "") for payee in reading.silent]
    found += [(PAID, payee, "") for payee in reading.paid]
    return [PayeeTold(place, *each) for place, each in enumerate(found)]
