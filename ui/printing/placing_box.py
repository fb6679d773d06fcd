"""The box of a printer's placing 打印位置: paper, tray, size and offset, remembered for each printer of this PC."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict

from PySide6.QtGui import QPageSize
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo
from PySide6.QtWidgets import QCheckBox, QComboBox, QDoubleSpinBox, QFormLayout, QHBoxLayout, QLabel

from ui.printing.sheet_placing import Edges, Placing, out_of_reach
from ui.widgets import theme, window_memory
from ui.widgets.spoken_names import called

TRUE_SIZE, SHRUNK = "实际大小", "缩小到打印机打得到的范围"
OWN_PAPER = "与文件相同"
MOST_OFFSET = 20.0  # mm
NO_EDGE = 0.5  # mm that no office sees
TRAYS = {
    "Auto": "打印机自选", "Upper": "上纸盒", "OnlyOne": "唯一纸盒", "Lower": "下纸盒", "Middle": "中纸盒", "Manual": "手动送纸",
    "Envelope": "信封", "EnvelopeManual": "手动送信封", "Tractor": "链式进纸", "SmallFormat": "小纸盒", "LargeFormat": "大纸盒",
    "LargeCapacity": "大容量纸盒", "Cassette": "纸匣", "FormSource": "按纸型", "MaxPageSource": "",
}  # fmt: skip


class PlacingBox:
    """How a printer wants its pages; what is chosen here is recalled when that printer is chosen again."""

    def __init__(self, printer: QPrinter, rows: QFormLayout, free: Edges | None = None) -> None:
        """Adds its rows to a form; ``free`` is how near to the edges the papers come, in mm, as far as that is known."""
        self._rows = rows
        self._printer, self._free, self._name = printer, free, ""
        self.scale, self.paper, self.source = QComboBox(), QComboBox(), QComboBox()
        self.scale.addItems((TRUE_SIZE, SHRUNK))
        self.right = called(_offset("负数是向左"), "向右几毫米")
        self.down = called(_offset("负数是向上"), "向下几毫米")
        self.pictures = QCheckBox("按图像打印（慢；只在打出来的字不对时用）")
        self.words = theme.look(QLabel(wordWrap=True), "doubt")
        self._lay_out()
        self.scale.currentIndexChanged.connect(self._tell)

    def show_printer(self, name: str) -> None:
        """Show what is known of a printer, and what it can do."""
        self._name = name
        info = QPrinterInfo.printerInfo(name)
        self._offer(self.paper, [(OWN_PAPER, ""), *_papers(info.supportedPageSizes())])
        self._offer(self.source, _trays(self._printer))
        self._rows.setRowVisible(self.source, self.source.count() > 1)
        self._rows.setRowVisible(self.paper, self.paper.count() > 1)
        kept = Placing.read(window_memory.recall(f"print/placing/{name}"))
        self.scale.setCurrentIndex(int(kept.shrink))
        self.paper.setCurrentIndex(max(0, self.paper.findData(kept.paper)))
        self.source.setCurrentIndex(max(0, self.source.findData(kept.source)))
        self.right.setValue(kept.right)
        self.down.setValue(kept.down)
        self.pictures.setChecked(kept.pictures)
        self._tell()

    def placing(self) -> Placing:
        """What was chosen."""
        return Placing(
            right=self.right.value(),
            down=self.down.value(),
            shrink=self.scale.currentIndex() == 1,
            pictures=self.pictures.isChecked(),
            paper=self.paper.currentData() or "",
            source=-1 if self.source.currentData() is None else self.source.currentData(),
        )

    def remember(self) -> None:
        """Keep what was chosen for this printer."""
        if self._name:
            window_memory.remember(f"print/placing/{self._name}", asdict(self.placing()))

    def _lay_out(self) -> None:
        self._rows.addRow("纸张", self.paper)
        self._rows.addRow("纸盒", self.source)
        self._rows.addRow("大小", self.scale)
        moved = QHBoxLayout()
        for words, box in (("向右", self.right), ("毫米　向下", self.down)):
            moved.addWidget(QLabel(words))
            moved.addWidget(box)
        moved.addWidget(QLabel("毫米"))
        moved.addStretch()
        self._rows.addRow("位置微调", moved)
        self._rows.addRow("", self.pictures)
        self._rows.addRow(self.words)

    @staticmethod
    def _offer(box: QComboBox, choices: Sequence[tuple[str, object]]) -> None:
        box.clear()
        for words, data in choices:
            box.addItem(words, data)

    def _tell(self) -> None:
        said = edge_words(out_of_reach(self._printer), self._free, self.scale.currentIndex() == 1)
        self.words.setText(said)
        self.words.setVisible(bool(said))


def edge_words(out: Edges, free: Edges | None, shrunk: bool) -> str:
    """What is to be said of edges that a printer cannot print; '' when there are none, or they do not matter."""
    if out.most() < NO_EDGE:
        return ""
    cannot = f"这台打印机离纸边{out.most():.1f}毫米以内打不上字"
    if shrunk:
        return f"{cannot}，每页会略微缩小，打全为止。"
    if free is None:
        return f"{cannot}。如果边上缺字，请选“{SHRUNK}”。"
    if free.reaches(out):
        return f"{cannot}；这份文件的内容离纸边最近{free.least():.1f}毫米，不受影响。"
    return f"{cannot}，而这份文件有内容离纸边只有{free.least():.1f}毫米，按实际大小会缺边。请选“{SHRUNK}”。"


def _papers(sizes: Sequence[QPageSize]) -> list[tuple[str, str]]:
    return [(size.name(), size.key()) for size in sizes if size.id() != QPageSize.PageSizeId.Custom]


def _trays(printer: QPrinter) -> list[tuple[str, int]]:
    """The trays that the driver tells of: only that of Windows does."""
    told: list[QPrinter.PaperSource] = getattr(printer, "supportedPaperSources", list)()
    named = [(TRAYS.get(each.name, each.name), each.value) for each in told]
    return [("打印机自选", -1), *((words, value) for words, value in named if words)] if named else []


def _offset(hint: str) -> QDoubleSpinBox:
    box = QDoubleSpinBox(decimals=1, singleStep=0.5)
    box.setRange(-MOST_OFFSET, MOST_OFFSET)
    box.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)  # the arrow keys do as well
    box.setToolTip(hint)
    return box
