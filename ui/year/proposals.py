"""Proposals 存在问题 and 下一步打算 as an officer takes them into a document or leaves them out: each sentence as it reads now."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from models.year.summary.proposals import ProposedSentence
from ui.widgets import theme, window_size
from ui.widgets.spoken_names import called
from ui.year.year_section import quiet

HOW_TO_TAKE = "打勾的写进文稿，去掉勾的不写。数字由档案库填写，以后随记录变化；没有了的事项自动不写。写进去以后还可以改。"
NOTHING_TO_TELL = "档案库里没有要写的存在问题，也没有登记今后的任务和到期事项。"
NO_LONGER = "（现在没有了，不会写出来）"


class ProposalsDialog(QDialog):
    """The sentences of both sections, those with a tick being taken."""

    def __init__(self, offered: Sequence[ProposedSentence], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("存在问题和下一步打算")
        self.list = called(QListWidget(), "提出的句子")
        self.list.setWordWrap(True)
        self.list.setSpacing(3)
        self.buttons = QDialogButtonBox()
        self.take_button = self.buttons.addButton("写进文稿", QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        theme.look(self.take_button, "primary")
        self.take_button.setEnabled(bool(offered))
        section = ""
        for each in offered:
            if each.section != section:
                section = each.section
                self._add_heading(section)
            self._add(each)
        self._lay_out(HOW_TO_TAKE if offered else NOTHING_TO_TELL)

    def chosen(self) -> tuple[list[ProposedSentence], list[ProposedSentence]]:
        """What is to be taken, and what is to be left out."""
        items = [self.list.item(row) for row in range(self.list.count())]
        told = [(each.data(Qt.ItemDataRole.UserRole), each.checkState()) for each in items]
        return (
            [each for each, state in told if each is not None and state == Qt.CheckState.Checked],
            [each for each, state in told if each is not None and state != Qt.CheckState.Checked],
        )

    def _add_heading(self, section: str) -> None:
        item = QListWidgetItem(section, self.list)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        face = item.font()
        face.setBold(True)
        item.setFont(face)

    def _add(self, proposal: ProposedSentence) -> None:
        item = QListWidgetItem(proposal.words or f"{_title(proposal)}{NO_LONGER}", self.list)
        item.setFlags(
            Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable
        )
        item.setCheckState(Qt.CheckState.Checked if proposal.taken else Qt.CheckState.Unchecked)
        item.setData(Qt.ItemDataRole.UserRole, proposal)

    def _lay_out(self, words: str) -> None:
        column = QVBoxLayout(self)
        column.addWidget(quiet(words))
        column.addWidget(self.list, 1)
        column.addWidget(self.buttons)
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        window_size.resize(self, 680, 480)


def _title(proposal: ProposedSentence) -> str:
    """What a paragraph is about, without its number: its first sentence."""
    return proposal.line.partition("）")[2].partition("。")[0]
