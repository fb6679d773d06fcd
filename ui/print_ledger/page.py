"""The page 打印台账: what was printed of whom, how far it came; going on after a jam, and printing again."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from models.printing import printings
from models.printing.printings import PagesWanted, Printing, PrintState, PrintTarget
from models.printing.printouts import PrintedPart, PrintoutKind
from reports.tables.list_columns import ListColumn, Listing
from reports.tables.register import END, START
from ui.jobs import messages
from ui.jobs.operations import attempt
from ui.jobs.session import Session
from ui.lists.list_foot import with_foot
from ui.pages.page import Page
from ui.print_ledger.printing_again import make_again, open_printout
from ui.print_records.recorded_papers import ledger_news
from ui.tables.list_columns import table_columns
from ui.tables.tables import QueryModel, RecordTable
from ui.widgets import theme
from ui.widgets.buttons import act_button
from ui.widgets.spoken_names import called

ASK_GIVE_UP = "不再打这一份剩下的纸？台账里记为“不再打”，没有打出来的部分仍算没有打印过。"
ASK_ELSEWHERE = "这份PDF已经在别的电脑上全部打印好了？记下以后，“只打有变化的”就不再重打这些内容。"


def _moment(printing: Printing) -> str:
    return str(printing.at)[:16].replace("T", " ")


def _sheets(printing: Printing) -> str:
    sides = "双面" if printing.both_sides else "单面"
    copies = f"，{printing.copies}份" if (printing.copies or 1) > 1 else ""
    return f"{printing.sheets or 0:,}张（{printing.sent_pages or 0:,}页，{sides}{copies}）"


def _how_far(printing: Printing) -> str:
    if printing.target == PrintTarget.FILE:
        return ""
    progress = printing.progress
    doubt = f"，到第{progress.handed:,}张不一定出来了" if progress.handed > progress.sent else ""
    return f"已送{progress.sent:,}张{doubt}"


PRINTING_LIST = Listing(
    Printing,
    (
        ListColumn("at", 126, heading="时间", words=_moment, order=Printing.id),
        ListColumn("title", 210, heading="印件", words=lambda row: row.printout.title),
        ListColumn("people", 60, align=END, heading="人数", words=lambda row: row.printout.people or ""),
        ListColumn("sheets", 190, heading="张数", words=_sheets),
        ListColumn("state", 90, heading="状态", words=lambda row: row.state),
        ListColumn("far", 260, heading="进度", words=_how_far),
        ListColumn("place", 180, align=START),
        ListColumn("user", 70),
    ),
)
PART_LIST = Listing(
    PrintedPart,
    (
        ListColumn("number", 140),
        ListColumn("name", 90),
        ListColumn("part", 330, align=START),
        ListColumn("first", 60, align=END),
        ListColumn("last", 60, align=END),
        ListColumn("facts", 120),
    ),
)


class PrintLedgerPage(Page):
    """Printings above, what lies on the chosen one's paper below."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.rows, self.part_rows = (
            QueryModel(table_columns(PRINTING_LIST), self),
            QueryModel(table_columns(PART_LIST), self),
        )
        self.table = called(RecordTable(self.rows, "print_ledger", "还没有打印过"), "打印台账")
        self.parts = called(
            RecordTable(self.part_rows, "print_ledger_parts", "清单和其他材料没有分人的内容"),
            "所选印件的内容",
        )
        self.broken = theme.look(QLabel(wordWrap=True), "warning")
        self.go_on_button = act_button("卡纸、中断，接着打…", "mdi6.printer-alert", self.go_on)
        self.again_button = act_button("再打一份…", "mdi6.printer-outline", self.print_again)
        self.one_button = act_button("只打下面选中的…", "mdi6.account-outline", self.print_part)
        self.give_up_button = act_button("不再打", "mdi6.printer-off-outline", self.give_up)
        self.elsewhere_button = act_button("已在别处打印", "mdi6.check", self.printed_elsewhere)
        self._lay_out()
        self._join()

    def read(self) -> None:
        left = printings.broken_off()
        self.broken.setVisible(bool(left))
        self.broken.setText(f"有{len(left)}次打印没有打完。选中它，按“卡纸、中断，接着打”。")
        self.rows.show(printings.all_printings())

    def how_much(self) -> str:
        return f"打印记录 {self.rows.rowCount():,} 次"

    def focus(self) -> None:
        self.table.setFocus()

    def chosen(self) -> Printing | None:
        """The printing in the current row."""
        found: Printing | None = self.table.record()
        return found

    # --- what it does

    def go_on(self) -> None:
        """Ask for the last good sheet of the chosen printing, and go on behind it."""
        if (printing := self.chosen()) is not None:
            attempt(self, lambda: open_printout(printing.printout, printing).go_on())

    def print_again(self) -> None:
        """Print the whole paper again: as it was, or where it was let go, of today's facts."""
        if (printing := self.chosen()) is None:
            return
        if printing.printout.kept:
            attempt(self, lambda: open_printout(printing.printout).print())
        else:
            attempt(self, lambda: make_again(self, printing.printout))

    def print_part(self) -> None:
        """Print a single person's pages again: all parts of that person, or the one that is selected."""
        printing, part = self.chosen(), self._part()
        if printing is None or part is None:
            return
        whole, alone = "这个人的全部", f"只打“{part.part}”"
        answer = messages.choose(self, f"再打 {part.name} 的哪些纸？", {whole: True, alone: False})
        if answer is None:
            return
        if not printing.printout.kept:
            attempt(self, lambda: make_again(self, printing.printout, str(part.whose)))
            return
        own = [part] if not answer else list(printing.printout.parts.where(PrintedPart.whose == part.whose))
        first, last = min(each.first or 1 for each in own), max(each.last or 1 for each in own)
        attempt(self, lambda: open_printout(printing.printout).propose(PagesWanted(first, last)))

    def give_up(self) -> None:
        printing = self.chosen()
        if printing is not None and messages.ask_losing(self, ASK_GIVE_UP, "不再打", "先留着"):
            attempt(self, lambda: printings.give_up(printing))
            self.refresh()

    def printed_elsewhere(self) -> None:
        printing = self.chosen()
        if printing is not None and messages.ask(self, ASK_ELSEWHERE, "已全部打印", "没有"):
            attempt(self, lambda: printings.printed_elsewhere(printing))
            self.refresh()

    # --- how it is made

    def _part(self) -> PrintedPart | None:
        found: PrintedPart | None = self.parts.record()
        return found

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        for button in self._buttons():
            top.addWidget(button)
        top.addStretch()
        lower = QWidget()
        below = QVBoxLayout(lower)
        below.setContentsMargins(0, 4, 0, 0)
        below.addWidget(theme.look(QLabel("这份印件里有谁的哪些材料"), "heading"))
        below.addWidget(self.parts, 1)
        split = QSplitter(Qt.Orientation.Vertical)
        split.addWidget(with_foot(self.table))
        split.addWidget(lower)
        split.setSizes([340, 260])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 4)
        layout.addLayout(top)
        layout.addWidget(self.broken)
        layout.addWidget(split, 1)

    def _buttons(self) -> list[QPushButton]:
        return [
            self.go_on_button,
            self.again_button,
            self.one_button,
            self.give_up_button,
            self.elsewhere_button,
        ]

    def _join(self) -> None:
        self.rows.shown.connect(self._on_shown)
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_chosen())
        self.part_rows.shown.connect(self._mark)
        self.parts.selectionModel().currentRowChanged.connect(lambda *_: self._mark())
        ledger_news.written.connect(self._on_written)

    def _on_shown(self) -> None:
        if not self.table.currentIndex().isValid() and self.rows.rowCount():
            self.table.selectRow(0)
        self._show_chosen()
        self.say_count()

    def _show_chosen(self) -> None:
        printing = self.chosen()
        number = -1 if printing is None else printing.printout_id
        query: Any = PrintedPart.select().where(PrintedPart.printout == number).order_by(PrintedPart.id)
        self.part_rows.show(query)
        self._mark()

    def _mark(self) -> None:
        """Offer what can be done with the chosen printing."""
        printing = self.chosen()
        state = None if printing is None else printing.state
        kept = printing is not None and printing.printout.kept
        on_printer = printing is not None and printing.target == PrintTarget.PRINTER
        files = printing is not None and printing.printout.kind == PrintoutKind.FILES
        self.go_on_button.setEnabled(on_printer and kept and state in (PrintState.BROKEN, PrintState.DONE))
        self.again_button.setEnabled(printing is not None and (kept or files))
        self.one_button.setEnabled(self._part() is not None and (kept or files))
        self.give_up_button.setEnabled(state == PrintState.BROKEN)
        self.elsewhere_button.setEnabled(state == PrintState.SAVED)

    # --- what Qt asks for

    def showEvent(self, event: QShowEvent) -> None:
        self._stale = True  # what is printed is no entry of the journal, so nobody told
        super().showEvent(event)
