"""Earlier handovers 以前的交接: each as it was then, printed again, with the signed pages that came back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from models.core.jobs import Job
from models.handover.handover import Handover, handovers, lines_of_handover
from models.people import attachments
from reports.handover import handover_book
from reports.paper.fonts import Missing
from reports.tables.list_columns import ListColumn, Listing
from ui.jobs.session import Session
from ui.lists.list_foot import with_foot
from ui.materials import attachments as attachments_of
from ui.printing.print_button import preview_paper
from ui.tables.list_columns import table_columns
from ui.tables.tables import QueryModel, RecordTable
from ui.widgets.buttons import act_button
from ui.widgets.spoken_names import called

HANDOVER_LIST = Listing(
    Handover,
    (
        ListColumn("day", 110),
        ListColumn("kind", 90),
        ListColumn("giver", 110),
        ListColumn("taker", 110),
        ListColumn("until", 110),
        ListColumn("signed", 80, heading="签字页"),
        ListColumn("words", 300),
    ),
)
NO_HANDOVER = "还没有交接过。"


class EarlierHandovers(QWidget):
    """What was kept; nothing of it can be changed."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.pages: dict[str, int] = {}
        columns = table_columns(HANDOVER_LIST, {"signed": lambda row: self.pages.get(row.uid, "还没有")})
        self.rows = QueryModel(columns, self)
        self.table = called(RecordTable(self.rows, "handovers", NO_HANDOVER, self), "交接册")
        self.print_button = act_button("预览打印", "mdi6.printer-outline", self.print_again)
        self.sign_button = act_button("签字页…", "mdi6.paperclip", self.attach, primary=True)
        self._lay_out()
        self.table.opened.connect(lambda _: self.print_again())
        session.changed.connect(self.reload)
        self.reload()

    def reload(self) -> None:
        """Read anew what was kept."""
        self.pages = attachments.counts_of(Handover)
        self.rows.show(handovers())
        for button in (self.print_button, self.sign_button):
            button.setEnabled(self.rows.rowCount() > 0)

    def print_again(self) -> None:
        """Preview the book of the chosen handover as it was then."""
        chosen: Any = self.table.record()
        if chosen is None:
            return
        handover, practice = Handover.get_by_id(chosen.id), self.session.practice
        lines = lines_of_handover(handover)

        def write(file: Path) -> Job[tuple[Missing, ...]]:
            return handover_book.write_handover_book(handover, lines, file, practice)

        preview_paper(self, handover_book.HANDOVER_TITLE, write)

    def attach(self) -> None:
        """Show the signed pages of the chosen handover, and take in those that came back."""
        chosen: Any = self.table.record()
        if chosen is not None:
            attachments_of.show(self.session, chosen, f"{chosen.title()}的签字页", self)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.sign_button)
        column = QVBoxLayout(self)
        column.addWidget(with_foot(self.table), 1)
        column.addLayout(buttons)
