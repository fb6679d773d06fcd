"""The preview of what will be printed: the pages as they are, the people on the left, and the way to the printer."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import ClassVar

from PySide6.QtCore import QFile, QIODevice, QPointF, QSortFilterProxyModel, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QCloseEvent, QKeySequence, QShortcut
from PySide6.QtPdf import QPdfBookmarkModel, QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import (
    QLabel,
    QLineEdit,
    QListView,
    QSpinBox,
    QSplitter,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from models.core.files import cause
from models.core.record import Refusal
from models.printing.printings import PagesWanted
from models.printing.printouts import PaperMatter, Printout
from ui.jobs.operations import attempt
from ui.jobs.private_folder import PrivateFolder
from ui.jobs.saved_files import tell_saved
from ui.jobs.saving import PDF, ask_place
from ui.print_records.recorded_papers import RecordedPaper
from ui.printing.paper_sending import PaperSending
from ui.printing.print_run import PrintRun
from ui.widgets import theme, window_memory, window_size
from ui.widgets.dialogs import stand_before_dialogs
from ui.widgets.icons import icon
from ui.widgets.spoken_names import called

MEASURED_AT_ONCE = 20  # pages; the first look at a page takes the PDF reader a millisecond
PREVIEW_ZOOM_STEP, SMALLEST_PREVIEW, LARGEST_PREVIEW = 1.2, 0.2, 6.0


class PreviewWindow(QWidget):
    """Shows a PDF and prints it; what lies in its private folder goes when it closes."""

    closed = Signal()
    shown: ClassVar[set[PreviewWindow]] = set()  # nobody else holds a window of its own

    def __init__(
        self,
        file: Path,
        title: str,
        folder: PrivateFolder | None = None,
        double_sided: bool = False,
        warning: str = "",
        matter: PaperMatter | None = None,
        printout: Printout | None = None,
    ) -> None:
        """``matter`` is what the print ledger tells of the paper, ``printout`` the paper itself if it comes from there."""
        super().__init__()
        self.file, self.title, self.folder, self.double_sided = file, title, folder, double_sided
        self.setWindowTitle(f"打印预览　{title}")
        self._matter, self._printout = matter or PaperMatter(title), printout
        self.document = QPdfDocument(self)
        self._paper = self._load(file)
        self.view = called(QPdfView(self), "版面")
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.view.setDocument(self.document)
        self.bookmarks = QPdfBookmarkModel(self)
        self.page_box, self.page_count = called(QSpinBox(), "第几页"), QLabel()
        self.people = called(QListView(), "人员")
        self.search = called(QLineEdit(placeholderText="按姓名找"), "按姓名找")
        self.sending = PaperSending(self, self.document, lambda: self.paper, title)
        self.proposed: PagesWanted | None = None  # the pages that are wanted of it
        self._lay_out(warning)
        self._join()
        self._measured = 0
        self._measuring = QTimer(self)
        self._measuring.timeout.connect(self._measure)
        self._begin()
        window_size.resize(self, 1000, 700)
        window_memory.restore_place("preview", self)

    @classmethod
    def open(
        cls,
        file: Path,
        title: str,
        folder: PrivateFolder | None = None,
        double_sided: bool = False,
        warning: str = "",
        matter: PaperMatter | None = None,
        printout: Printout | None = None,
    ) -> PreviewWindow:
        """Show a preview that lives until it is closed."""
        window = cls(file, title, folder, double_sided, warning, matter, printout)
        stand_before_dialogs(window)
        cls.shown.add(window)
        window.closed.connect(lambda: cls.shown.discard(window))
        window.show()
        return window

    def show_file(self, file: Path, warning: str = "", matter: PaperMatter | None = None) -> None:
        """Show another file in this window, from the page that is seen; the one before is let go."""
        self._matter = matter or self._matter
        page = self.page_box.value()
        self.document.close()
        self._paper.close()
        self.file, self._paper = file, self._load(file)
        self.warning.setText(warning)
        self.warning.setVisible(bool(warning))
        self._begin()
        self.go_to(page)

    def put_above(self, widget: QWidget) -> None:
        """Put something above the pages."""
        self.column.insertWidget(1, widget)

    def let_go_of(self, folder: PrivateFolder) -> None:
        """Discard a folder when this window closes; at once, when it has."""
        if self.isVisible():
            self.folder = folder
        else:
            folder.discard()

    def allow(self, ready: bool, why_not: str = "") -> None:
        """Let the papers be printed and saved, or say why they cannot be yet."""
        for action in self.ways_out:
            action.setEnabled(ready)
            action.setToolTip(action.data() if ready else why_not)

    # --- what it can do

    def go_to(self, page: int) -> None:
        """Show a page, counted from 1."""
        self.view.pageNavigator().jump(page - 1, QPointF(), 0)

    def zoom(self, factor: float) -> None:
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setZoomFactor(min(LARGEST_PREVIEW, max(SMALLEST_PREVIEW, self.view.zoomFactor() * factor)))

    def save(self) -> None:
        """Save the PDF where the officer says."""
        chosen = ask_place(self, f"{self.title}.pdf", PDF, "保存PDF")
        if chosen is not None and attempt(self, lambda: _copy(self.file, chosen)):
            self.paper.saved(chosen)
            tell_saved(self, chosen, "。这份文件含有个人信息，用完请妥善处理")

    def print(self) -> None:
        """Ask which pages, and send them."""
        self.sending.print(self.double_sided, self.proposed)

    def send(self, run: PrintRun) -> None:
        """Send pages behind a progress dialog; 停止 stops between two pages."""
        self.sending.send(run)

    def propose(self, pages: PagesWanted) -> None:
        """Show these pages, and ask to print them alone."""
        self.proposed = pages
        self.go_to(pages.first)
        self.print()

    def go_on(self) -> None:
        """After a jam: go on behind the last good sheet."""
        self.sending.go_on()

    # --- how it is made

    def _load(self, file: Path) -> QFile:
        """Read a file through a device of our own, to be let go of: the reader's stays open until it dies."""
        paper = QFile(str(file), self)
        paper.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(paper)
        if self.document.error() != QPdfDocument.Error.None_:
            paper.close()
            raise Refusal(f"“{file.name}”打不开，可能不是完整的PDF文件")
        return paper

    def _begin(self) -> None:
        """Show the first page at once, and look at the others bit by bit."""
        count = self.document.pageCount()
        self.paper = RecordedPaper(self.file, count, self._matter, self._printout)
        self.page_box.setRange(1, count)
        self.page_count.setText(f" 页，共 {count:,} 页")
        self.view.setPageMode(QPdfView.PageMode.SinglePage)
        self._measured = 0
        self._measuring.start()

    def _lay_out(self, warning: str) -> None:
        self.names = QSortFilterProxyModel(self)
        self.names.setSourceModel(self.bookmarks)
        self.names.setFilterRole(QPdfBookmarkModel.Role.Title.value)
        self.people.setModel(self.names)
        self.people.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.people.setUniformItemSizes(True)
        self.people.setSpacing(2)
        self.side = QWidget()
        column = QVBoxLayout(self.side)
        column.setContentsMargins(8, 8, 0, 8)
        column.addWidget(self.search)
        column.addWidget(self.people)
        self.side.hide()  # until it is known that there is more than one person
        parts = QSplitter()
        parts.addWidget(self.side)
        parts.addWidget(self.view)
        parts.setStretchFactor(1, 1)
        parts.setSizes([220, 780])
        self.column = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._tools())
        self.warning = self._strip(warning)
        layout.addWidget(self.warning)
        layout.addWidget(parts, 1)

    def _strip(self, warning: str) -> QLabel:
        strip = theme.look(QLabel(warning, wordWrap=True), "warning")
        strip.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        strip.setVisible(bool(warning))
        return strip

    def _tools(self) -> QToolBar:
        bar = QToolBar()
        self.ways_out: list[QAction] = []
        bar.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        for picture, words, key, act in (
            ("printer", "打印", "Ctrl+P", self.print),
            ("printer-alert", "卡纸，接着打", "Ctrl+J", self.go_on),
            ("content-save", "保存PDF", "Ctrl+S", self.save),
            ("magnify-minus", "缩小", "Ctrl+-", lambda: self.zoom(1 / PREVIEW_ZOOM_STEP)),
            ("magnify-plus", "放大", "Ctrl+=", lambda: self.zoom(PREVIEW_ZOOM_STEP)),
            ("arrow-expand-horizontal", "整页宽", "Ctrl+0", lambda: self._fit(QPdfView.ZoomMode.FitToWidth)),
            ("fit-to-page-outline", "整页", "Ctrl+9", lambda: self._fit(QPdfView.ZoomMode.FitInView)),
        ):
            action = bar.addAction(icon(f"mdi6.{picture}"), words, act)
            action.setShortcut(QKeySequence(key))
            action.setToolTip(f"{words}（{key}）")
            action.setData(action.toolTip())
            self.ways_out += [action] if act in (self.print, self.save) else []
        self.page_box.setKeyboardTracking(False)
        self.page_box.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        bar.addWidget(QLabel("　第 "))
        bar.addWidget(self.page_box)
        bar.addWidget(self.page_count)
        return bar

    def _join(self) -> None:
        QShortcut(QKeySequence("Esc"), self, self.close)
        self.page_box.valueChanged.connect(self.go_to)
        self.view.pageNavigator().currentPageChanged.connect(self._on_page)
        self.search.textChanged.connect(self.names.setFilterFixedString)
        self.people.clicked.connect(
            lambda index: self.go_to(index.data(QPdfBookmarkModel.Role.Page.value) + 1)
        )
        self.people.activated.connect(
            lambda index: self.go_to(index.data(QPdfBookmarkModel.Role.Page.value) + 1)
        )

    def _fit(self, mode: QPdfView.ZoomMode) -> None:
        self.view.setZoomMode(mode)

    def _measure(self) -> None:
        """Look at some more pages, for all must have been seen before they can stand below each other."""
        last = min(self._measured + MEASURED_AT_ONCE, self.document.pageCount())
        for page in range(self._measured, last):
            self.document.pagePointSize(page)
        self._measured = last
        if last == self.document.pageCount():
            self._measuring.stop()
            page = self.view.pageNavigator().currentPage()
            self.view.setPageMode(QPdfView.PageMode.MultiPage)
            self.go_to(page + 1)
            self.bookmarks.setDocument(self.document)
            self.side.setVisible(self.bookmarks.rowCount() > 1)

    def _on_page(self, page: int) -> None:
        self.page_box.blockSignals(True)
        self.page_box.setValue(page + 1)
        self.page_box.blockSignals(False)

    def _last_sent(self) -> int:
        return self.sending.last_sent()

    # --- what Qt asks for

    def closeEvent(self, event: QCloseEvent) -> None:
        self.sending.quit()
        self._measuring.stop()
        window_memory.keep_place("preview", self)
        self.view.setDocument(QPdfDocument(self))  # an empty one: the file is let go before it is deleted
        self.bookmarks.setDocument(self.view.document())
        self.document.close()
        self._paper.close()
        if self.folder is not None:
            self.folder.discard()
        self.closed.emit()
        super().closeEvent(event)


def _copy(file: Path, place: Path) -> None:
    try:
        shutil.copyfile(file, place)
    except OSError as error:
        raise Refusal(
            f"不能写入“{place}”：{cause(error)}，请换一个文件夹，或先关闭正在打开它的程序"
        ) from error
