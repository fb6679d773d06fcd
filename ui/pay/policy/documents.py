"""政策文件: the documents that standards, figures and holidays rest on, what of each is confirmed, and packs of all of them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLabel, QSplitter, QVBoxLayout, QWidget

from models.core.dates import this_day
from models.office import settings
from models.pay.policy import policy_documents, policy_packs
from models.pay.policy.policy_documents import PolicyDocument
from reports.tables.list_columns import ListColumn, Listing
from reports.tables.register import END
from ui.jobs import messages
from ui.jobs.operations import attempt
from ui.jobs.saved_files import tell_saved
from ui.jobs.saving import ask_place, note_saved
from ui.jobs.session import Session
from ui.lists.list_foot import with_foot
from ui.pages.page import Page
from ui.pay.policy.confirm_document import ConfirmDocumentDialog
from ui.pay.policy.policy_rows import policy_rows
from ui.pay.policy.receive_pack import ReceiveDialog
from ui.tables.fact_rows import FactRows
from ui.tables.list_columns import table_columns
from ui.tables.tables import RecordTable
from ui.widgets import theme
from ui.widgets.buttons import act_button
from ui.widgets.dialogs import run_dialog
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.spoken_names import called

PACK_FILES = "政策包 (*.zip)"
DOCUMENT_LIST = Listing(
    None,
    (
        ListColumn("name", 380, heading="文件"),
        ListColumn("count", 70, align=END, heading="条数", words=lambda document: len(document.rows)),
        ListColumn("confirmed", 80, align=END, heading="已确认"),
        ListColumn("unconfirmed", 80, align=END, heading="未确认"),
        ListColumn("derived", 90, align=END, heading="其中推算"),
        ListColumn("kinds", 170, heading="种类"),
    ),
    sorts=False,
)


def _ink(document: PolicyDocument) -> str:
    return "doubt" if document.unconfirmed else ""


class PolicyDocumentsPage(Page):
    """The section 政策文件."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        columns = table_columns(DOCUMENT_LIST, ink=_ink, inked=("unconfirmed", "derived"))
        self.rows = FactRows(columns, lambda document: hash(document.name), self)
        self.table = called(
            RecordTable(self.rows, "policy_documents", "没有还要确认的文件", self), "政策文件"
        )
        self.below = policy_rows(self)
        self.below_table = called(
            RecordTable(self.below, "policy_rows", "请在上面选一份文件", self), "所选文件的各条"
        )
        self.sentence = theme.look(QLabel(wordWrap=True), "quiet")
        self.waiting_only = QCheckBox("只看还有未确认的")
        self.confirm_button = act_button(
            "确认这份文件", "mdi6.check-decagram-outline", self.confirm, primary=True
        )
        self._lay_out()
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_rows())
        self.table.opened.connect(lambda _: self.confirm())
        self.waiting_only.toggled.connect(lambda _: self.refresh())
        self.refresh()

    # What can be done

    def read(self) -> None:
        found = policy_documents.policy_documents()
        listed = [each for each in found if each.unconfirmed or not self.waiting_only.isChecked()]
        self.rows.show_facts(listed)
        if not self.table.currentIndex().isValid() and listed:
            self.table.setCurrentIndex(self.rows.index(0, 0))
        unsure = sum(each.unconfirmed for each in found)
        self.sentence.setText(
            f"共{len(found):,}份文件，{unsure:,}条未确认，不用于计算"
            if unsure
            else f"共{len(found):,}份文件，都已确认"
        )
        self._show_rows()
        self.say_count()

    def how_much(self) -> str:
        return self.sentence.text()

    def focus(self) -> None:
        self.table.setFocus()

    def confirm(self) -> None:
        """Confirm all that waits in the current document, after a look at it."""
        document = self.table.record()
        if document is None:
            return
        if document.waiting:
            run_dialog(ConfirmDocumentDialog(self.session, document.name, document.waiting, self))
        elif document.unconfirmed:
            messages.tell(self, "这份文件里未确认的各条还不能确认：请先在“补助标准”里补上执行起始月份")
        else:
            messages.tell(self, "这份文件的各条都已确认")

    def export(self) -> None:
        """Write everything as one pack for other offices."""
        place = ask_place(self, f"政策包-{this_day().isoformat()}.zip", PACK_FILES, "导出政策包")
        if place is not None:
            attempt(
                self,
                lambda: policy_packs.write_policy_pack(place, settings.office().name, this_day()),
                lambda rows: self._exported(place, rows),
            )

    def _exported(self, place: Path, rows: int) -> None:
        note_saved(place)
        tell_saved(self, place, f"，共{rows:,}条，不含任何个人信息")

    def receive(self) -> None:
        """Open the pack of another office and show it beside the archive."""
        chosen, _ = QFileDialog.getOpenFileName(self, "选择政策包", "", PACK_FILES)
        if chosen:
            attempt(
                self,
                lambda: policy_packs.read_policy_pack(Path(chosen)),
                lambda pack: run_dialog(ReceiveDialog(self.session, pack, self)),
            )

    def _show_rows(self) -> None:
        document = self.table.record()
        self.below.show_facts(document.rows if document is not None else ())
        self.confirm_button.setEnabled(document is not None and bool(document.unconfirmed))

    # How it is made

    def _lay_out(self) -> None:
        top = FlowLayout()
        for widget in (
            self.confirm_button,
            act_button("接收政策包", "mdi6.tray-arrow-down", self.receive),
            act_button("导出政策包", "mdi6.tray-arrow-up", self.export),
            self.waiting_only,
        ):
            top.addWidget(widget)
        parts = QSplitter(Qt.Orientation.Vertical)
        parts.addWidget(with_foot(self.table))
        parts.addWidget(with_foot(self.below_table))
        parts.setSizes([240, 320])
        parts.setChildrenCollapsible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 10, 12, 8)
        column.addLayout(top)
        column.addWidget(self.sentence)
        column.addWidget(parts, 1)
