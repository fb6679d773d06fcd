"""Icons: one crisp set, coloured by the style sheet's own colours, with text always beside them.

The set is qtawesome's; only its typeface is used. Importing the package would load six more sets and all of Qt's
names, which takes longer than showing the window.
"""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QIconEngine, QPainter, QPixmap

from resources import path
from ui.widgets import theme

SET = "materialdesignicons6-webfont"
FILLED = 0.875  # of the room, so that no icon touches its neighbours


class _Glyph(QIconEngine):
    """Draws one character of the icons' typeface, at any size."""

    def __init__(self, character: str, colour: QColor, faint: QColor) -> None:
        super().__init__()
        self._character, self._colour, self._faint = character, colour, faint

    # What Qt asks for

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        font = QFont(_face())
        font.setPixelSize(max(1, round(rect.height() * FILLED)))
        painter.save()
        painter.setFont(font)
        painter.setPen(self._faint if mode == QIcon.Mode.Disabled else self._colour)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._character)
        painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        drawn = QPixmap(size)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        self.paint(painter, QRect(QPoint(0, 0), size), mode, state)
        painter.end()
        return drawn

    def clone(self) -> QIconEngine:
        return _Glyph(self._character, self._colour, self._faint)


@cache
def icon(name: str, colour: str = "icon") -> QIcon:
    """The icon of that name (``mdi6.account``) in a colour that ``resources/style.qss`` names."""
    return QIcon(_Glyph(_character(name.removeprefix("mdi6.")), theme.colour(colour), theme.colour("faint")))


@cache
def app_icon() -> QIcon:
    """The program's own mark, for windows and the task bar."""
    return QIcon(str(path("icons/youfu.svg")))


@cache
def _face() -> str:
    """The family of the icons' typeface."""
    number = QFontDatabase.addApplicationFont(str(_file(".ttf")))
    return QFontDatabase.applicationFontFamilies(number)[0]


def _character(name: str) -> str:
    """An icon's character; ``KeyError`` for an unknown one."""
    codes, named = _codes(), f'"{name}": "'
    if (at := codes.find(named)) < 0:
        raise KeyError(name)
    begins = at + len(named)
    return chr(int(codes[begins : codes.index('"', begins)], 16))


@cache
def _codes() -> str:
    """The set's JSON of names and codes, in hexadecimal: the window shows some dozens of its seven thousand, which are found sooner than all are read."""
    return _file(".json").read_text("utf-8")


def _file(ending: str) -> Path:
    """The file of the set, of whichever version is installed."""
    package = find_spec("qtawesome")
    if package is None or package.origin is None:
        raise FileNotFoundError("qtawesome is not installed")
    return next((Path(package.origin).parent / "fonts").glob(f"{SET}*{ending}"))
