"""The groups of a page's sections, where there are too many for one strip: those of one group are shown, the others are folded away."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QTabBar, QWidget

from ui.widgets.spoken_names import called
from ui.widgets.theme import look

SectionGroup = tuple[str, str]  # what it is called, and the section with which it begins


class SectionGroups(QTabBar):
    """A strip above the strip of sections; a group opens where one was in it last."""

    def __init__(self, strip: QTabBar, groups: Sequence[SectionGroup], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._strip = strip
        names = [strip.tabText(number) for number in range(strip.count())]
        self._firsts = [names.index(section) for _, section in groups]
        self._lasts = list(self._firsts)  # where one was in each
        self.setDrawBase(False)
        self.setExpanding(False)
        look(called(self, "分组"), "groups")
        for words, _ in groups:
            self.addTab(words)
        self._follow(strip.currentIndex())
        strip.currentChanged.connect(self._follow)
        self.currentChanged.connect(lambda group: strip.setCurrentIndex(self._lasts[group]))

    def _follow(self, section: int) -> None:
        """Open the group of a section."""
        group = bisect_right(self._firsts, section) - 1
        self._lasts[group] = section
        with QSignalBlocker(self):
            self.setCurrentIndex(group)
        ends = [*self._firsts[1:], self._strip.count()]
        for number in range(self._strip.count()):
            seen = self._firsts[group] <= number < ends[group]
            if seen != self._strip.isTabVisible(number):  # else Qt forgets to lay out what was changed before
                self._strip.setTabVisible(number, seen)
