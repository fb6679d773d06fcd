"""The window 合并档案: which of two files is kept, what of their differences holds, and what goes along."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.merging import belongings
from models.merging.merging import BOTH_PAID, differences, merge, paid_twice, warnings
from models.people.person import Person
from models.people.two_people import keep_apart
from ui.forms.person_box import PersonBox
from ui.jobs import messages
from ui.jobs.operations import attempt_write
from ui.jobs.session import Session
from ui.merging.differing_fields import DifferingFields
from ui.widgets import theme, window_size
from ui.widgets.spoken_names import called

WHAT_HAPPENS = (
    "两份档案合成一份：身份、发放、走访、家庭成员、材料、账户和备注都转入保留的档案，另一份的身份证号和姓名会被记住，"
    "以后名单上再出现也找到这个人。合并以后可以在“操作日志”里撤销。"
)
CHOOSE = "请先选出另一份档案。"
BOTH_CONFIRMED = "已核对，这些月份确实都发过，保留为两笔（转入的一笔记上“待核实”）"
MONTHS_NAMED = 3


class MergeWindow(QDialog):
    """Two files side by side."""

    merged = Signal(int)  # the id of the person whose file was kept
    open_other = Signal(int)

    def __init__(
        self, session: Session, kept: Person, other: Person | None = None, parent: QWidget | None = None
    ) -> None:
        """Without ``other`` the officer is asked for it."""
        super().__init__(parent)
        self._session, self.kept, self.other = session, kept, other
        self.box = called(PersonBox(), "另一份档案")
        self.cards = (QLabel(wordWrap=True), QLabel(wordWrap=True))
        self.swap_button = QPushButton("左右对调")
        self.doubts = theme.look(QLabel(wordWrap=True), "problem")
        self.fields = called(DifferingFields(), "两份档案不同的栏")
        self.twice = theme.look(QLabel(wordWrap=True), "problem")
        self.confirmed = QCheckBox(BOTH_CONFIRMED)
        self.apart_button, self.cancel_button = QPushButton("确是两人"), QPushButton("取消")
        self.merge_button = theme.look(QPushButton("合并"), "primary")
        self._lay_out()
        self._join()
        self.show_files()
        window_size.resize(self, 860, 620)

    def show_files(self) -> None:
        """Show both files as the archive has them now."""
        both = self.other is not None and self.other.id != self.kept.id
        self.cards[0].setText(_described(self.kept, "保留这份"))
        self.cards[1].setText(
            _described(self.other, "并入的这份") if self.other is not None and both else CHOOSE
        )
        for button in (self.swap_button, self.apart_button, self.merge_button):
            button.setEnabled(both)
        found = (
            (differences(self.kept, self.other), warnings(self.kept, self.other))
            if self.other and both
            else ([], [])
        )
        self.fields.setVisible(both)
        self.fields.show_differences(found[0])
        self.doubts.setText("。\n".join([*found[1], ""]).strip())
        self.doubts.setVisible(bool(found[1]))
        self._show_twice()

    def swap(self) -> None:
        """Keep the other file instead."""
        if self.other is not None:
            self.kept, self.other = self.other, self.kept
            self.show_files()

    def merge(self) -> None:
        """Make the two one, after a last question where much speaks against it."""
        if self.other is None:
            return
        kept, other, user = self.kept, self.other, self._session.user
        if self.doubts.isVisibleTo(self) and not messages.ask(
            self, f"{self.doubts.text()}\n\n仍要把两份档案合并吗？", "仍要合并", "再看看"
        ):
            return
        taken, confirmed = self.fields.taken(), self.confirmed.isChecked()
        if attempt_write(self, self._session, lambda: merge(kept, other, user, taken, confirmed)):
            self.accept()
            self.merged.emit(kept.id)

    def keep_apart(self) -> None:
        """Remember that they are two people; nobody is asked again."""
        if self.other is None:
            return
        kept, other, user = self.kept, self.other, self._session.user
        if attempt_write(self, self._session, lambda: keep_apart(kept, other, user)):
            self.reject()

    def _show_twice(self) -> None:
        found = (
            paid_twice(self.kept, self.other)
            if self.other is not None and self.other.id != self.kept.id
            else []
        )
        words = [each.words() for each in found[:MONTHS_NAMED]]
        more = f"等，共{len(found)}个月" if len(found) > MONTHS_NAMED else ""
        self.twice.setText(BOTH_PAID.format("、".join(words) + more) if found else "")
        self.confirmed.setChecked(False)
        for widget in (self.twice, self.confirmed):
            widget.setVisible(bool(found))

    def _on_chosen(self) -> None:
        if (chosen := self.box.value()) is not None:
            self.other = chosen
            self.show_files()

    def _lay_out(self) -> None:
        self.setWindowTitle("合并档案")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 14)
        layout.setSpacing(10)
        layout.addWidget(theme.look(QLabel("合并两份档案"), "title"))
        layout.addWidget(theme.look(QLabel(WHAT_HAPPENS, wordWrap=True), "hint"))
        self.box.setVisible(self.other is None)
        layout.addWidget(self.box)
        files = QHBoxLayout()
        for card in self.cards:
            frame = theme.look(QFrame(), "card")
            inside = QVBoxLayout(frame)
            inside.addWidget(card)
            files.addWidget(frame, 1)
        files.insertWidget(1, self.swap_button)
        layout.addLayout(files)
        layout.addWidget(self.doubts)
        policy = self.fields.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # so that the rest stays above while nobody is chosen
        self.fields.setSizePolicy(policy)
        layout.addWidget(self.fields, 1)
        layout.addWidget(self.twice)
        layout.addWidget(self.confirmed)
        foot = QHBoxLayout()
        foot.addWidget(self.apart_button)
        foot.addStretch()
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.merge_button)
        layout.addLayout(foot)
        for button in (self.swap_button, self.apart_button, self.cancel_button, self.merge_button):
            button.setAutoDefault(False)

    def _join(self) -> None:
        self.box.changed.connect(self._on_chosen)
        self.swap_button.clicked.connect(self.swap)
        self.apart_button.clicked.connect(self.keep_apart)
        self.cancel_button.clicked.connect(self.reject)
        self.merge_button.clicked.connect(self.merge)


def _described(person: Person, role: str) -> str:
    """A file in a few lines: who, by what right, and what hangs on it."""
    kinds = (
        "、".join(f"{each.kind}（{each.state or '状态未登记'}）" for each in person.identities)
        or "还没有登记身份"
    )
    held = "　".join(f"{noun} {count}" for noun, count in belongings.counted(person))
    lines = (
        f"<b>{role}：{escape(person.name)}</b>", escape(person.number), escape(f"档案编号 {person.file_no}　{person.street}{person.community}"),
        escape(kinds), escape(held),
    )  # fmt: skip
    return "<br>".join(filter(None, lines))
