"""The window 扫描归档: piles of scanned pages go in on the left; what could not be filed by itself is filed on the right."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from models.signed_papers.waiting_page import WaitingPage, waiting_pages
from reports.signed_papers.pile import ScannedIn, scan_in
from ui.jobs.jobs import Progress
from ui.jobs.session import Session
from ui.pages.help_window import HelpWindow, show_manual
from ui.signed_papers.filing_by_hand import FilingByHand
from ui.signed_papers.scan_places import ScanPlaces
from ui.tables.word_table import Grid
from ui.widgets import theme, window_memory, window_size
from ui.widgets.scrolling import HighEnough
from ui.widgets.spoken_names import called

STOPPED = "已停下。读过的页已经归档，没读的没有动；再选同样的文件，会从停下的地方接着。"
SCANNING_CHAPTER = "扫描归档"  # of the manual
MISSING_SHOWN = 8  # lines
WAITING_HEADINGS = ("文件", "页", "可能是谁的", "原因")


class ScanInWindow(QDialog):
    """Reads piles, tells what came of them, and offers what waits one after another."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.help: HelpWindow | None = None
        self.setWindowTitle(SCANNING_CHAPTER)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self.places = ScanPlaces()
        self.told = QLabel(wordWrap=True)
        self.told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.how_many = theme.look(QLabel(), "heading")
        self.pages: list[WaitingPage] = []
        self.list = called(Grid(), "待归档页")
        self.list.horizontalHeader().setStretchLastSection(True)
        self.by_hand = FilingByHand(session)
        self.close_button = QPushButton("关闭")
        self._lay_out()
        self._join()
        self.refresh()
        window_size.resize(self, 1160, 680)
        window_memory.restore_place("scanin", self)

    def read(self, paths: list[Path]) -> None:
        """Read a pile and file it, with a progress that can be stopped."""
        self.places.setEnabled(False)
        progress = Progress(self, "扫描归档", scan_in(paths, self.session.user))
        progress.then(self.tell)
        progress.stopped.connect(self._on_stopped)
        progress.start()

    def tell(self, found: ScannedIn) -> None:
        """Say what came of a pile, and list what waits."""
        self.places.setEnabled(True)
        self.told.setText("\n".join(told_lines(found)))
        self.refresh()

    def refresh(self) -> None:
        """List what waits, and show the first of it, or the one after that which was shown."""
        row = max(0, self.list.row())
        self.pages = waiting_pages()
        rows = [
            (
                page.file_name,
                str(page.page or ""),
                page.person.name if page.person is not None else "",
                page.reason,
            )
            for page in self.pages
        ]
        with QSignalBlocker(self.list.selectionModel()):
            self.list.show_words(WAITING_HEADINGS, rows, left=(0, 2, 3))
            self.list.setCurrentIndex(self.list.words.index(min(row, len(rows) - 1), 0))
        self.how_many.setText(f"待归档 {len(rows):,} 页" if rows else "没有待归档的页")
        self.list.setVisible(bool(rows))
        self._show()

    def show_help(self) -> None:
        """Open the manual at the chapter about scanning in."""
        self.help = show_manual(SCANNING_CHAPTER, self.help)

    def _show(self) -> None:
        row = self.list.row()
        self.by_hand.show_page(self.pages[row] if 0 <= row < len(self.pages) else None)

    def _on_stopped(self) -> None:
        self.places.setEnabled(True)
        self.told.setText(STOPPED)
        self.refresh()

    def _on_done(self) -> None:
        self.refresh()
        self.list.setFocus()

    def _lay_out(self) -> None:
        left, column = HighEnough(), QVBoxLayout(self)
        listed = QVBoxLayout(left)
        listed.setContentsMargins(0, 0, 6, 0)
        for widget in (self.places, self.told, self.how_many):
            listed.addWidget(widget)
        listed.addWidget(self.list, 1)
        listed.addStretch()
        parts = QSplitter()
        parts.addWidget(left)
        parts.addWidget(self.by_hand)
        parts.setStretchFactor(1, 1)
        parts.setSizes([440, 720])
        column.addWidget(parts, 1)
        foot = QHBoxLayout()
        foot.addStretch()
        foot.addWidget(self.close_button)
        self.close_button.setAutoDefault(False)
        column.addLayout(foot)

    def _join(self) -> None:
        self.places.arrived.connect(self.read)
        self.list.selectionModel().currentRowChanged.connect(lambda *_: self._show())
        self.by_hand.done.connect(self._on_done)
        self.by_hand.keys_for(self.list)
        QShortcut(QKeySequence("F1"), self, self.show_help)
        self.close_button.clicked.connect(self.accept)
        self.finished.connect(lambda _: window_memory.keep_place("scanin", self))


def told_lines(found: ScannedIn) -> list[str]:
    """What came of a pile, in sentences; what could not be read and the first of those who miss pages by name."""
    lines = [f"归档{len(found.filed):,}页。"]
    if found.again:
        lines.append(f"这次有{found.again:,}页以前已经扫描过，没有重复归档。")
    if left := len(found.stale) + len(found.unknown) - len(found.unread):
        lines.append(f"还有{left:,}页要您看一看，已排在下面。")
    if found.unread:
        lines.append("这些读不了，没有收：")
        lines += _first_of([f"{each.file}　{each.reason}" for each in found.unread])
    if found.missing:
        lines.append("还缺这些页，请找到后再扫描：")
        lines += _first_of(
            [
                f"{lost.name} {lost.number}　{lost.form}第{'、'.join(map(str, lost.sheets))}页"
                for lost in found.missing
            ]
        )
    return lines


def _first_of(told: list[str]) -> list[str]:
    more = [f"　……共{len(told):,}项"] if len(told) > MISSING_SHOWN else []
    return [f"　{words}" for words in told[:MISSING_SHOWN]] + more
