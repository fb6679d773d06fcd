"""The filter line above a list: a search box for people, boxes to choose from, ticks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from ui.tables.search_box import finds
from ui.widgets.flow_layout import GivingLayout
from ui.widgets.icons import icon
from ui.widgets.spoken_names import called
from ui.widgets.whole_words import ToldBox

TYPING_PAUSE = 150  # milliseconds after the last key
FILTER_HINT = "姓名、拼音首字母、身份证号、街道……"


class FilterLine(QWidget):
    """Says ``changed`` a moment after something in it was chosen or typed."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: QLineEdit | None = None
        self._boxes: dict[str, QComboBox] = {}
        self._ticks: dict[str, QCheckBox] = {}
        self._row = GivingLayout(self)
        self._wait = QTimer(self, singleShot=True, interval=TYPING_PAUSE)
        self._wait.timeout.connect(self.changed)

    def add_words(self) -> QLineEdit:
        """A search box for people."""
        box = finds(called(QLineEdit(clearButtonEnabled=True, placeholderText=FILTER_HINT), "查找"))
        box.addAction(icon("mdi6.magnify", "quiet"), QLineEdit.ActionPosition.LeadingPosition)
        box.setMinimumWidth(150)
        box.setMaximumWidth(340)
        self._row.addWidget(box)
        box.textChanged.connect(self._soon)
        self._words = box
        return box

    def add_choice(self, label: str, names: Iterable[str] = ()) -> None:
        """A box whose first entry, 全部 and the label, lets everything pass."""
        box = self._boxes[label] = called(ToldBox(), label)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(2 * len(f"全部{label}"))
        self._row.addWidget(box)
        self.offer(label, names)
        box.currentIndexChanged.connect(self._soon)

    def add_tick(self, words: str) -> None:
        tick = self._ticks[words] = QCheckBox(words)
        self._row.addWidget(tick)
        tick.toggled.connect(self._soon)

    def offer(self, label: str, names: Iterable[str]) -> None:
        """Offer other names in a box, keeping what is chosen, without saying ``changed``."""
        self._offer(label, dict.fromkeys(names))

    def _offer(self, label: str, names: Mapping[str, int | None]) -> None:
        """Offer names, each with what it stands for."""
        box, kept, wanted = self._boxes[label], self.chosen(label), [f"全部{label}", *names]
        if [box.itemText(row) for row in range(box.count())] == wanted:
            return
        blocked = box.blockSignals(True)
        box.clear()
        for name in wanted:
            box.addItem(name, names.get(name))
        box.setCurrentIndex(max(0, box.findText(kept)) if kept else 0)
        box.blockSignals(blocked)

    def offer_years(self, label: str, years: Iterable[int], said: str = "{}年") -> None:
        """Offer years in a box, as ``offer`` does names."""
        self._offer(label, {said.format(year): year for year in years})

    def in_one_line(self) -> int:
        """The least width at which it needs one line alone."""
        return self._row.in_one_line()

    def words(self) -> str:
        return self._words.text().strip() if self._words is not None else ""

    def chosen(self, label: str) -> str:
        """The name chosen in a box; empty where everything may pass."""
        box = self._boxes[label]
        return box.currentText() if box.currentIndex() > 0 else ""

    def year(self, label: str) -> int | None:
        """The year chosen in a box of years; None where everything may pass."""
        year: int | None = self._boxes[label].currentData()
        return year

    def ticked(self, words: str) -> bool:
        return self._ticks[words].isChecked()

    def leaves_out(self) -> bool:
        """Whether not everything may pass."""
        ticked = any(map(self.ticked, self._ticks))
        return bool(self.words()) or ticked or any(map(self.chosen, self._boxes))

    def choose(self, label: str, name: str) -> None:
        """Choose a name, or everything with an empty one."""
        box = self._boxes[label]
        box.setCurrentIndex(max(0, box.findText(name)) if name else 0)

    def choose_year(self, label: str, year: int) -> None:
        """Choose a year that the box offers, else everything."""
        box = self._boxes[label]
        box.setCurrentIndex(max(0, box.findData(year)))

    def tick(self, words: str, ticked: bool = True) -> None:
        self._ticks[words].setChecked(ticked)

    def clear(self) -> None:
        """Let everything pass again."""
        if self._words is not None:
            self._words.clear()
        for box in self._boxes.values():
            box.setCurrentIndex(0)
        for tick in self._ticks.values():
            tick.setChecked(False)

    def _soon(self) -> None:
        """Begin the pause anew; never connected straight, for ``QTimer.start`` takes a signal's number for its length."""
        self._wait.start()
