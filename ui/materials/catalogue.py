"""The catalogue 卷内目录: the papers that a file holds, and those that it lacks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QAbstractTableModel, QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent, QIcon
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from models.people import materials
from models.people.materials import CatalogueLine, Material
from models.people.person import Person
from ui.tables.query_rows import ROOT, Index
from ui.widgets import theme
from ui.widgets.icons import icon

CataloguePaper: TypeAlias = Material | CatalogueLine
CATALOGUE_HEADINGS = ("件号", "材料", "页数")
PAPER_LACKING, PAPER_NOT_TAKEN = "缺", "未收"


class CatalogueRows(QAbstractTableModel):
    """First the papers of the file in their order, then what is missing, then what the catalogue offers besides."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.papers: list[CataloguePaper] = []
        self._scanned: set[int] = set()

    def show_person(self, person: Person, whole: bool = False) -> None:
        """Show a file's papers; ``whole`` with every line of the catalogue."""
        self.beginResetModel()
        held = materials.materials_in_order(person)
        titles = {material.title for material in held}
        lacking = materials.missing(person)
        named = {line.title for line in lacking}
        fits = [line for line in materials.catalogue() if line.fits(list(person.identities))] if whole else []
        more = [line for line in fits if line.title not in titles | named]
        self.papers = [*held, *lacking, *more]
        self._scanned = set(materials.scanned(person))
        self._lacking = named
        self.endResetModel()

    def lacking(self) -> int:
        """How many required papers are missing."""
        return sum(1 for paper in self.papers if self._mark(paper) == PAPER_LACKING)

    def _mark(self, paper: CataloguePaper) -> str:
        if isinstance(paper, Material):
            return ""
        return PAPER_LACKING if paper.title in self._lacking else PAPER_NOT_TAKEN

    def _text(self, paper: CataloguePaper, column: int) -> str:
        held = isinstance(paper, Material)
        if column == 0:
            return str(paper.number or "") if held else self._mark(paper)
        if column == 1:
            return paper.title
        return str(paper.pages or "") if isinstance(paper, Material) else ""

    def _icon(self, paper: CataloguePaper) -> QIcon:
        if isinstance(paper, Material):
            scanned = paper.id in self._scanned
            return icon(
                "mdi6.file-check-outline" if scanned else "mdi6.file-outline", "good" if scanned else "icon"
            )
        lacking = self._mark(paper) == PAPER_LACKING
        return icon(
            "mdi6.alert-circle-outline" if lacking else "mdi6.file-hidden", "problem" if lacking else "faint"
        )

    # --- what Qt asks for

    def rowCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(self.papers)

    def columnCount(self, parent: Index = ROOT) -> int:
        return 0 if parent.isValid() else len(CATALOGUE_HEADINGS)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        paper, column = self.papers[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(paper, column)
            case Qt.ItemDataRole.ToolTipRole:
                return _tip(paper, self._mark(paper))
            case Qt.ItemDataRole.DecorationRole if column == 1:
                return self._icon(paper)
            case Qt.ItemDataRole.ForegroundRole if not isinstance(paper, Material):
                return theme.colour("problem" if self._mark(paper) == PAPER_LACKING else "faint")
            case Qt.ItemDataRole.TextAlignmentRole if column != 1:
                return Qt.AlignmentFlag.AlignCenter
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return CATALOGUE_HEADINGS[section]
        return None


class CatalogueView(QTableView):
    """The list; scans dropped on a line belong to that line."""

    dropped = Signal(object, list)  # Paper or None, and files

    def __init__(self, rows: CatalogueRows, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = rows
        self.setModel(rows)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setAcceptDrops(True)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 14)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        for column in (0, 2):
            self.setColumnWidth(column, self.fontMetrics().horizontalAdvance("件件件") + 12)

    def paper(self) -> CataloguePaper | None:
        """The paper of the current row."""
        index = self.currentIndex()
        return self.rows.papers[index.row()] if index.isValid() else None

    def go_to(self, title: str) -> bool:
        """Choose the paper of that title."""
        for row, paper in enumerate(self.rows.papers):
            if paper.title == title:
                self.setCurrentIndex(self.rows.index(row, 1))
                return True
        return False

    # --- what Qt asks for

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if files_in(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if files_in(event.mimeData()):
            event.acceptProposedAction()
            self.setCurrentIndex(self.indexAt(event.position().toPoint()))

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        index = self.indexAt(event.position().toPoint())
        paper = self.rows.papers[index.row()] if index.isValid() else None
        self.dropped.emit(paper, files_in(event.mimeData()))


def files_in(given: QMimeData) -> Sequence[Path]:
    """The files on this PC that are being dragged."""
    return [Path(url.toLocalFile()) for url in given.urls() if url.isLocalFile()]


def _tip(paper: CataloguePaper, mark: str) -> str:
    if isinstance(paper, Material):
        told = (
            ("责任者", paper.author),
            ("文号", paper.document_no),
            ("日期", paper.day),
            ("备注", paper.notes),
        )
        return "\n".join([paper.title, *(f"{label}：{value}" for label, value in told if value)])
    return f"{paper.title}\n{'必备材料，档案里还没有' if mark == PAPER_LACKING else '目录中有，不是必备'}。把扫描件拖到这里即可收入"
