"""Recent archives, those opened on this PC: name, place, last opening, and what is wrong with one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui.widgets import window_memory
from ui.widgets.enter_key import press_by_enter
from ui.widgets.icons import icon
from ui.widgets.scrolling import scrolled_page
from ui.widgets.theme import look

OPENED = "openings"  # folder → who opened it when
MOST_USERS = 12  # of an archive who are remembered
NO_ARCHIVES_YET = (
    ("第一次使用", "请点“新建档案库”，分四步建好。"),
    ("已经有档案库", "请点“打开其他档案库”，或者把它的文件夹拖到这个窗口里。"),
    ("想先学一学", "请点“演练库”，有五步入门带着走一遍；里面的人都是编造的，怎么改都不要紧。"),
)


@dataclass(frozen=True, slots=True)
class Opening:
    """Who opened an archive last on this PC, and when."""

    user: str = ""
    at: datetime | None = None
    users: tuple[str, ...] = ()  # all who may, those who opened it here before the others, the last first


def last_opening(folder: Path) -> Opening:
    """What is remembered of an archive; nothing when it was never opened here."""
    match _openings().get(str(folder)):
        case {"user": str(user), "at": str(at), **more}:
            earlier = more.get("users")
            others = [each for each in earlier if isinstance(each, str)] if isinstance(earlier, list) else []
            users = tuple(dict.fromkeys((user, *others)))
            try:
                return Opening(user, datetime.fromisoformat(at), users)
            except ValueError:
                return Opening(user, None, users)
    return Opening()


def remember_opening(folder: Path, user: str) -> None:
    """Put the archive first among the recent ones, with its user and this moment."""
    window_memory.add_recent(folder)
    kept = {str(known) for known in window_memory.recent_archives()}
    openings = {name: facts for name, facts in _openings().items() if name in kept}
    users = list(dict.fromkeys((user, *last_opening(folder).users)))[:MOST_USERS]
    at = datetime.now().isoformat(timespec="minutes")
    openings[str(folder)] = {"user": user, "at": at, "users": users}
    window_memory.remember(OPENED, openings)


def remember_accounts(folder: Path, accounts: Sequence[str]) -> None:
    """Remember who may open an archive, to be chosen from at the next sign-in; those who opened it here stay first."""
    openings = _openings()
    if (known := openings.get(str(folder))) is not None:
        there = [each for each in last_opening(folder).users if each in accounts]
        known["users"] = list(dict.fromkeys((*there, *accounts)))[:MOST_USERS]
        window_memory.remember(OPENED, openings)


def said_of(moment: datetime, today: date) -> str:
    """A past moment as one says it: 今天 09:15, 昨天 17:30, 11月20日, 2025年3月1日."""
    day = moment.date()
    if day == today:
        return f"今天 {moment:%H:%M}"
    if day == today - timedelta(days=1):
        return f"昨天 {moment:%H:%M}"
    return f"{day.month}月{day.day}日" if day.year == today.year else f"{day.year}年{day.month}月{day.day}日"


class ElidedLabel(QLabel):
    """Words on one line, shortened in the middle where there is no room; the tool tip says all."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.setToolTip(words)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setText(words)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.contentsRect().width()
        self.setText(self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideMiddle, room))


class ArchiveCard(QFrame):
    """One archive to choose; a click anywhere on it opens it."""

    chosen = Signal(Path)
    dropped = Signal(Path)

    def __init__(self, folder: Path, practice: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        look(self, "card")
        self.folder = folder
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.problem = look(QLabel(), "problem")
        self.open_button = QPushButton("打开")
        self.open_button.setAccessibleName(f"打开{folder.name}")
        self.drop_button = look(QPushButton("移出列表"), "flat")
        self.drop_button.setToolTip("只是不再列在这里，档案库本身不动")
        self._lay_out(practice)
        self.open_button.clicked.connect(lambda: self.chosen.emit(self.folder))
        self.drop_button.clicked.connect(lambda: self.dropped.emit(self.folder))

    def complain(self, words: str) -> None:
        """Show what is wrong with it, and offer to list it no more."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        self.drop_button.setVisible(bool(words))
        self.open_button.setText("再试一次" if words else "打开")

    def _lay_out(self, practice: bool) -> None:
        self.problem.setWordWrap(True)
        opening = last_opening(self.folder)
        said = (
            f"上次打开：{said_of(opening.at, date.today())}　{opening.user}"
            if opening.at
            else "还没有在这台电脑上打开过"
        )
        picture = QLabel()
        picture.setPixmap(
            icon("mdi6.school-outline" if practice else "mdi6.archive-outline", "accent").pixmap(32, 32)
        )
        buttons = QVBoxLayout()
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.drop_button)
        grid = QGridLayout(self)
        grid.setContentsMargins(14, 10, 14, 10)
        grid.setHorizontalSpacing(14)
        grid.setVerticalSpacing(2)
        grid.addWidget(picture, 0, 0, 3, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(look(ElidedLabel(self.folder.name or str(self.folder)), "heading"), 0, 1)
        grid.addWidget(look(ElidedLabel(str(self.folder.parent)), "quiet"), 1, 1)
        grid.addWidget(look(QLabel(said), "hint"), 2, 1)
        grid.addLayout(buttons, 0, 2, 3, 1, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.problem, 3, 1, 1, 2)
        grid.setColumnStretch(1, 1)
        self.complain("")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.chosen.emit(self.folder)
        super().mouseReleaseEvent(event)


class RecentArchives(QWidget):
    """The list to choose from; says what to do when there is nothing to choose."""

    chosen = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.cards: list[ArchiveCard] = []
        self.heading = look(QLabel(wordWrap=True), "title")
        self.empty = _what_to_do()
        self._inside = QWidget()
        self._column = QVBoxLayout(self._inside)
        self._lay_out()
        self.reload()

    def reload(self) -> None:
        """Show what is remembered now."""
        for card in self.cards:
            card.setParent(None)
            card.deleteLater()
        self.cards = [self._card(folder) for folder in window_memory.recent_archives()]
        for place, card in enumerate(self.cards):
            self._column.insertWidget(place, card)
        self._tell()

    def complain(self, problems: Mapping[Path, str]) -> None:
        """Show beside archives what is wrong with them; one that is not listed gets a card of its own at the top."""
        for folder, words in problems.items():
            card = next((card for card in self.cards if card.folder == folder), None)
            if card is None and words:
                card = self._card(folder)
                self.cards.insert(0, card)
                self._column.insertWidget(0, card)
            if card is not None:
                card.complain(words)
        self._tell()

    def begin(self) -> None:
        """Enter opens the archive that was open last."""
        if self.cards:
            self.cards[0].open_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def drop(self, folder: Path) -> None:
        """List it no more; the archive itself is left alone."""
        window_memory.drop_recent(folder)
        self.reload()

    def _card(self, folder: Path) -> ArchiveCard:
        card = ArchiveCard(folder)
        card.chosen.connect(self.chosen)
        card.dropped.connect(self.drop)
        press_by_enter(card)
        return card

    def _tell(self) -> None:
        self.heading.setText("最近打开过的档案库" if self.cards else "这台电脑上还没有打开过档案库")
        self.empty.setVisible(not self.cards)

    def _lay_out(self) -> None:
        self._column.setContentsMargins(0, 0, 6, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.empty)
        self._column.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.heading)
        layout.addWidget(scrolled_page(self._inside))


def _what_to_do() -> QFrame:
    """What to do when the list is empty."""
    card = look(QFrame(), "card")
    column = QVBoxLayout(card)
    column.setContentsMargins(20, 16, 20, 18)
    column.setSpacing(4)
    for case, words in NO_ARCHIVES_YET:
        said = QLabel(words)
        said.setWordWrap(True)
        column.addWidget(look(QLabel(case), "heading"))
        column.addWidget(said)
        column.addSpacing(10)
    return card


def _openings() -> dict[str, Any]:
    kept = window_memory.recall(OPENED, {})
    return kept if isinstance(kept, dict) else {}
