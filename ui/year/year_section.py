"""A section that tells of one year: the year is chosen above, what it tells is counted in the background."""

from __future__ import annotations

from typing import Any, ClassVar

from peewee import ModelSelect
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from models.year.figures import Figure
from models.year.summary import years
from ui.forms.combo_boxes import Box
from ui.jobs.questions import Question
from ui.jobs.session import Session
from ui.pages.page import Page
from ui.widgets import theme, window_memory
from ui.widgets.fitting import TypeFit
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.spoken_names import called
from ui.year.rows_window import RowsWindow

CHOSEN_YEAR = "report/year"  # where all sections remember the year


class YearBox(Box):
    """One of the years that the archive has something to tell of."""

    def offer(self) -> None:
        """Offer the years that there are now, keeping the one chosen, else the one chosen last."""
        wanted = self.year() or window_memory.recall(CHOSEN_YEAR, 0) or years.busiest()
        known = sorted({*years.known_years(), wanted}, reverse=True)
        blocked = self.blockSignals(True)
        self.clear()
        for each in known:
            self.addItem(f"{each}年", each)
        self.setCurrentIndex(known.index(wanted))
        self.blockSignals(blocked)

    def year(self) -> int:
        """The year chosen; 0 before any was offered."""
        return int(self.currentData() or 0)


class Head(QWidget):
    """What stands above a section, on as many lines as it needs.

    It says its height itself: a page of which Qt thinks that its height follows from its breadth would be given all the
    height that it would like, and a bar beside it.
    """

    def __init__(self) -> None:
        super().__init__()
        self._row = FlowLayout(self, spacing=8)
        TypeFit(self, self._fit)

    def add(self, *widgets: QWidget) -> None:
        for widget in widgets:
            self._row.addWidget(widget)
        self._fit()

    def _fit(self) -> None:
        self.setFixedHeight(self._row.heightForWidth(self.width()))

    # What Qt asks for

    def hasHeightForWidth(self) -> bool:
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()


class YearSection(Page):
    """What every section of 统计报表 has in common; each counts in ``count`` and shows in ``show_counted``."""

    NAME: ClassVar[str]

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.years = called(YearBox(), "年度")
        self.head = Head()
        self.sentence = ""
        self._asked = 0  # the year that is being counted
        self.counting = Question(self._count, self)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(12, 8, 12, 8)
        self.column.setSpacing(8)
        self.head.add(theme.look(QLabel("年度"), "quiet"), self.years)
        self.column.addWidget(self.head)
        self.counting.answered.connect(self._on_counted)
        self.years.changed.connect(self._on_year)

    def count(self, year: int) -> Any:
        """Ask the archive, in the background."""
        raise NotImplementedError

    def show_counted(self, counted: Any) -> None:
        """Show what was counted."""
        raise NotImplementedError

    def read(self) -> None:
        """Count, in the background."""
        self.years.offer()
        self._asked = self.years.year()
        self.say("正在清点……")
        self.counting.ask()

    @property
    def year(self) -> int:
        """The year that is shown."""
        return self._asked

    @property
    def told_time(self) -> str:
        """The time that figures are of, as it stands before their names."""
        return f"{self.year}年"

    def say(self, words: str) -> None:
        """Say how much there is in the status line of the window."""
        self.sentence = words
        self.say_count()

    def how_much(self) -> str:
        return self.sentence

    def open_figure_rows(self, figure: Figure) -> None:
        """Show the records that a figure counts: a window for each of their kinds, but for kinds that have none."""
        first, *others = figure.all_rows()
        found = [query for query in (first, *others) if query.exists()] or [first]
        for query in found:
            self.open_rows(f"{self.told_time}{figure.text}：{figure.shown}", query)

    def open_rows(self, title: str, query: ModelSelect[Any]) -> RowsWindow:
        """Show the records behind a number."""
        window = RowsWindow.open(title, query)
        window.person_wanted.connect(self.person_wanted)
        self.destroyed.connect(
            window.close
        )  # its rows are read from the archive that closes with this section
        return window

    def _count(self) -> Any:
        return self._asked, self.count(self._asked)

    def _on_counted(self, answer: Any) -> None:
        year, counted = answer
        if year == self._asked:
            self.say("")
            self.show_counted(counted)

    def _on_year(self) -> None:
        window_memory.remember(CHOSEN_YEAR, self.years.year())
        self.refresh()

    # What Qt asks for

    def showEvent(self, event: QShowEvent) -> None:
        if self.years.year() != window_memory.recall(CHOSEN_YEAR, self.years.year()):
            self._follow()
            self.refresh()
        super().showEvent(event)

    def _follow(self) -> None:
        """Show the year that was chosen in another section."""
        chosen = window_memory.recall(CHOSEN_YEAR, 0)
        if (place := self.years.findData(chosen)) >= 0:
            blocked = self.years.blockSignals(True)
            self.years.setCurrentIndex(place)
            self.years.blockSignals(blocked)


def quiet(words: str = "") -> QLabel:
    """A line of small words that breaks where it must."""
    return theme.look(QLabel(words, wordWrap=True), "quiet")
