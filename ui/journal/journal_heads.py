"""The heads of the journal 日志核对码 in the window: the code of now, one from a paper compared, and what this PC knows otherwise."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QInputDialog,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.archive import seen_heads
from models.core.rights import ACCOUNTS
from models.heads import journal_heads
from models.office import head_checks, roles
from ui.jobs import messages
from ui.jobs.operations import attempt, attempt_write
from ui.jobs.session import Session
from ui.widgets import theme
from ui.widgets.buttons import act_button
from ui.widgets.spoken_names import called

ABOUT_HEADS = (
    "年报、发放花名册、备份单、交接册上印着当时的日志核对码。照纸上抄进来，就知道本库还有没有那一条："
    "一致，从第1条到那一条都没有变；不一致，日志被改写过，或者换成了旧的档案库。"
)
ASK_REASON = "{words}\n\n请查明原因并写在下面，会记入操作日志。现在不写，下次打开还会提醒。"
TELL_ADMIN = "{words}\n\n请告诉管理员，由管理员查明并写明原因；在那以前每次打开都会提醒。"


class JournalHeadsDialog(QDialog):
    """The present code above, a field for one from a paper below, and the verdict."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("核对操作日志")
        self.now = QLabel(f"现在的{journal_heads.head_now().words()}", wordWrap=True)
        self.now.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.typed = called(
            QLineEdit(placeholderText="纸上的核对码，如 123-4F2A-9C1B-07DE-33A0"), "纸上的核对码"
        )
        self.compare_button = act_button("核对", "mdi6.check-decagram-outline", self.compare, primary=True)
        self.verdict = QLabel(wordWrap=True)
        self._lay_out()
        self.typed.returnPressed.connect(self.compare)

    def compare(self) -> None:
        """Say whether the archive holds the entry of the code."""
        attempt(self, lambda: self._say(journal_heads.compare(self.typed.text())))

    def _say(self, verdict: journal_heads.HeadVerdict) -> None:
        self.verdict.setText(verdict.words)
        theme.look(self.verdict, "good" if verdict.holds else "problem")

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.addWidget(self.typed, 1)
        row.addWidget(self.compare_button)
        leave = QPushButton("关闭")
        leave.setAutoDefault(False)
        leave.clicked.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(theme.look(QLabel(ABOUT_HEADS, wordWrap=True), "quiet"))
        column.addWidget(self.now)
        column.addLayout(row)
        column.addWidget(self.verdict)
        column.addStretch()
        column.addWidget(leave, alignment=Qt.AlignmentFlag.AlignRight)
        self.setMinimumSize(560, 260)


def tell_head_doubt(session: Session, parent: QWidget) -> None:
    """After opening: say in what the archive is other than this PC knows it, and ask who may explain it for the reason."""
    doubt = seen_heads.head_doubt(session.archive)
    if doubt is None:
        return
    if not roles.may(session.user, ACCOUNTS):
        messages.tell(parent, TELL_ADMIN.format(words=doubt.words))
        return
    words = ASK_REASON.format(words=doubt.words)
    reason, said = QInputDialog.getText(
        parent, "档案库和上次见到的不一样", words, QLineEdit.EchoMode.Normal, doubt.reason
    )
    if said:
        attempt_write(
            parent, session, lambda: head_checks.explain(session.archive, doubt, reason, session.user)
        )
