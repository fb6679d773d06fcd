"""Removals of volumes 案卷移出、销毁: the register of what left for good; one volume or those of all chosen at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from peewee import ModelSelect
from PySide6.QtCore import QSize
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QPushButton, QVBoxLayout, QWidget

from models.core.dates import PartDate, this_day
from models.people import listing
from models.transfers.volume_removal import DESTROYED, REMOVAL_WAYS, VolumeRemoval, removals, remove_volumes
from reports.volumes.removed_volumes import REMOVAL_LIST, removals_register
from ui.forms.combo_boxes import CodeBox
from ui.forms.file_forms import FileForm
from ui.forms.person_box import PersonBox
from ui.forms.record_dialog import RecordDialog
from ui.jobs.session import Session
from ui.lists.record_list import RecordList
from ui.printing.print_button import PrintButton
from ui.tables.search_box import go_to_search
from ui.widgets import window_size
from ui.widgets.dialogs import run_dialog
from ui.widgets.icons import icon

FORM_SIZE = QSize(620, 480)


class RemovalForm(FileForm[VolumeRemoval]):
    """One removal; ``asks`` whose volume it is."""

    def __init__(self, asks: bool) -> None:
        super().__init__()
        if asks:
            self.bind("person", "谁的案卷", PersonBox(), required=True)
        self.bind("way", "去向", CodeBox(names=REMOVAL_WAYS), required=True)
        self.for_fields(VolumeRemoval, ["day", "approved_by"], required=["day", "approved_by"])
        self.for_fields(VolumeRemoval, ["document", "receiver", "handled_by", "reason"], wide=["reason"])


class RemovalsList(RecordList):
    """All that was moved out or destroyed."""

    NOUN = "案卷移出销毁"
    LISTING = REMOVAL_LIST
    OF_PEOPLE = False
    EMPTY = "还没有案卷移出或销毁的记录。\n\n办完移出或销毁手续以后在这里登记，记录永久保留。"

    def __init__(self, session: Session, chosen: Sequence[int], parent: QWidget | None = None) -> None:
        """``chosen`` are the people whose volumes may be entered at once."""
        self.chosen = chosen
        super().__init__(session, None, parent)

    def query(self) -> ModelSelect[Any]:
        return removals(self.line.words(), self.line.chosen("去向"))

    def fill_line(self) -> None:
        self.line.add_choice("去向", REMOVAL_WAYS)

    def told(self, query: ModelSelect[Any]) -> str:
        destroyed = query.where(VolumeRemoval.way == DESTROYED).count()
        return f"共{query.count():,}卷，其中销毁{destroyed:,}卷。销毁的案卷不再列入移交。"

    def form(self, record: VolumeRemoval) -> RemovalForm:
        return RemovalForm(asks=True)

    def new(self) -> VolumeRemoval:
        return VolumeRemoval(day=PartDate.of(this_day()))

    def named(self, record: VolumeRemoval) -> str:
        return f"{record.person.name}的案卷{record.way}记录"

    def more_widgets(self) -> list[QPushButton]:
        self.together = QPushButton(icon("mdi6.playlist-plus"), f"登记选中的{len(self.chosen):,}人…")
        self.together.clicked.connect(self.add_chosen)
        self.together.setVisible(bool(self.chosen))
        prints = PrintButton()
        prints.offer_register("案卷移出销毁登记簿", self._register)
        return [self.together, prints]

    def add_chosen(self) -> None:
        """Ask once for the removal of the volumes of all chosen; one entry holds them."""
        people = list(listing.people_in_order(self.chosen))
        form, record = RemovalForm(asks=False), self.new()
        record.person = people[0]
        form.edit(record)
        title = (
            f"登记案卷移出销毁：{people[0].name}等{len(people)}人"
            if len(people) > 1
            else f"登记案卷移出销毁：{people[0].name}"
        )
        run_dialog(
            RecordDialog(
                self.session, form, title, lambda made: remove_volumes(made, people), self, FORM_SIZE
            )
        )

    def _register(self) -> Callable[[], Any]:
        return partial(removals_register, self.query(), self.session.practice)


class RemovalsWindow(QDialog):
    """The register in a window of its own."""

    def __init__(self, session: Session, chosen: Sequence[int], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("案卷移出、销毁登记")
        self.list = RemovalsList(session, chosen)
        session.changed.connect(self.list.refresh)
        QShortcut(QKeySequence.StandardKey.Find, self, lambda: go_to_search(self))
        buttons = QDialogButtonBox()
        buttons.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.list, 1)
        column.addWidget(buttons)
        window_size.resize(self, 1280, 620)
