"""The journal as a list 操作日志: which part of it is printed or saved, by person, day, user and kind."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.archive.opened import opened_archive
from models.core.dates import this_day
from models.undo import entry_search
from models.undo.entry_search import EntriesAsked
from models.uses.uses import uses_asked
from reports.changes import journal_list, uses_list
from reports.tables.register import Register, write_paper
from ui.forms.combo_boxes import CodeBox
from ui.forms.editors import DateEdit, LineEdit
from ui.jobs import messages
from ui.jobs.operations import attempt
from ui.jobs.saving import PERSONAL, WORKBOOK, ask_place, save_aside
from ui.jobs.session import Session
from ui.printing.print_button import preview_paper
from ui.widgets import theme
from ui.widgets.buttons import act_button

ABOUT_LIST = (
    "每处改动一行：谁在什么时候做了什么，原来怎样、现在怎样。不填的不限。纸上有日志核对码，以后可以核对。"
)


class JournalListDialog(QDialog):
    """Asks which part, and prints or saves it."""

    def __init__(self, session: Session, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setWindowTitle("打印、导出操作日志")
        self.words, self.person = LineEdit(60, "按操作、日期查找"), LineEdit(40, "姓名或身份证号")
        self.words.set_value(words)
        self.user = CodeBox(names=entry_search.users_in_journal())
        self.kind = CodeBox(names=entry_search.kinds_in_journal())
        self.first, self.last = DateEdit(), DateEdit()
        self.masked = QCheckBox("遮住身份证号、电话和账号，给外单位看的时候用")
        self.print_button = act_button("预览打印", "mdi6.printer-outline", self.print, primary=True)
        self.save_button = act_button("存为Excel", "mdi6.file-excel-outline", self.save)
        self.uses_button = act_button("打印使用记录", "mdi6.eye-outline", self.print_uses)
        self.uses_button.setToolTip("谁看了、打印了、存了什么；按上面的人员、用户和日期")
        self._lay_out()

    def asked(self) -> EntriesAsked | None:
        """What was chosen; None where a day is wrong, which is told."""
        days: list[date | None] = []
        for editor, called in ((self.first, "自"), (self.last, "至")):
            if fault := editor.fault():
                messages.tell(self, f"“{called}”：{fault}")
                editor.setFocus()
                return None
            day = editor.value()
            days.append(None if day is None else day.latest() if editor is self.last else day.earliest())
        return EntriesAsked(
            self.words.value(),
            self.person.value(),
            self.user.value() or "",
            self.kind.value() or "",
            days[0],
            days[1],
        )

    def print(self) -> None:
        if (asked := self.asked()) is not None:
            masked, practice = self.masked.isChecked(), self.session.practice
            make = partial(journal_list.write_journal, asked, masked=masked, practice=practice)
            preview_paper(self, journal_list.JOURNAL_TITLE, make)

    def print_uses(self) -> None:
        """Preview who read, printed or saved what, of the same person, user and days."""
        if (asked := self.asked()) is not None:
            attempt(self, lambda: uses_of(asked), self._preview_uses)

    def _preview_uses(self, register: Register) -> None:
        preview_paper(self, register.title, lambda file: write_paper([register], file))

    def save(self) -> None:
        """Save it as a workbook where the officer says."""
        if (asked := self.asked()) is None:
            return
        place: Path | None = ask_place(self, f"操作日志{this_day():%Y%m%d}.xlsx", WORKBOOK)
        if place is not None:
            job = journal_list.write_journal(asked, place, self.masked.isChecked(), self.session.practice)
            save_aside(self, "正在写操作日志", job, place, PERSONAL)

    def _lay_out(self) -> None:
        rows = QFormLayout()
        for label, editor in (
            ("查找", self.words), ("人员", self.person), ("用户", self.user), ("改了什么", self.kind),
            ("自", self.first), ("至", self.last), ("", self.masked),
        ):  # fmt: skip
            rows.addRow(label, editor)
        leave = QPushButton("关闭")
        leave.setAutoDefault(False)
        leave.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.save_button)
        buttons.addWidget(self.uses_button)
        buttons.addStretch()
        buttons.addWidget(leave)
        column = QVBoxLayout(self)
        column.addWidget(theme.look(QLabel(ABOUT_LIST, wordWrap=True), "quiet"))
        column.addLayout(rows)
        column.addLayout(buttons)
        self.setMinimumWidth(520)


def uses_of(asked: EntriesAsked) -> Register:
    """The register of the uses that fit; ``Refusal`` for a person that there is not."""
    whose = entry_search.uids_of(asked.person) if asked.person else ()
    found = uses_asked(whose, asked.user, asked.first, asked.last)
    return uses_list.uses_register(found, asked.told(), opened_archive().practice)
