"""The theme of the program: Fusion, one accent colour, clear type. All colours stand in ``resources/style.qss``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import TypeVar

from PySide6.QtCore import QDir, QEvent, QLibraryInfo, QLocale, QSize, Qt, QTranslator
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QListView,
    QPushButton,
    QToolBar,
    QWidget,
)

from resources import HERE, path
from ui.widgets import window_memory
from ui.widgets.colour_schemes import colours_of, wanted_scheme
from ui.widgets.scrolling import PageRoom

FACE = "Microsoft YaHei"
SHIPPED = "fonts/NotoSansSC-Medium.ttf"
RARE_ON_PC = "SimSun-ExtB"  # draws rare characters as China does, where the PC has it
RARE_SHIPPED = "fonts/HanaMinB.ttf"
SIZES = (9.0, 10.0, 11.0, 12.5, 14.0, 16.0)  # points
USUAL_SIZE = 10.0
ON_DARK = "/* on a dark ground"  # begins the part of the style sheet that holds there alone
TYPE_OF_LOOKS: dict[type[QWidget], dict[str, float]] = {  # what is not written in the usual type: times that
    QLabel: {"title": 1.5, "heading": 1.15, "figure": 2.2, "problem": 0.9, "doubt": 0.9, "hint": 0.9},
    QPushButton: {"choice": 1.15},
    QLineEdit: {"large": 1.5},
    QListView: {"navigation": 1.15},
}
GLYPH = 1.6  # pixels of a picture beside words, for each point of their type

ROLES = {
    QPalette.ColorRole.Window: "ground",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Light: "hair",
    QPalette.ColorRole.Base: "paper",
    QPalette.ColorRole.AlternateBase: "stripe",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.Button: "paper",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "paper",
    QPalette.ColorRole.ToolTipBase: "ink",
    QPalette.ColorRole.ToolTipText: "paper",
    QPalette.ColorRole.PlaceholderText: "faint",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "paper",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.Accent: "accent",
}

W = TypeVar("W", bound=QWidget)


def apply(app: QApplication) -> None:
    """Dress the application in the colours that the PC asks for and the type size that the user chose last."""
    QDir.setSearchPaths("icons", [str(HERE / "icons")])  # whatever characters the program's folder has
    _colours()  # of which some may be the PC's own: asked before it is dressed
    app.setStyle("Fusion")
    app.setPalette(_palette())
    app.setStyleSheet(_style())
    set_size(app, size())


def speak_chinese(app: QApplication) -> None:
    """Let Qt's own buttons and menus speak Chinese."""
    words = QTranslator(app)
    if words.load(
        QLocale("zh_CN"), "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    ):
        app.installTranslator(words)


def size() -> float:
    """The chosen type size in points."""
    chosen = window_memory.recall("type_size", USUAL_SIZE)
    return chosen if chosen in SIZES else USUAL_SIZE


def set_size(app: QApplication, points: float) -> None:
    """Set all type in that size at once, and remember it."""
    window_memory.remember("type_size", points)
    app.setFont(_font(points))
    for window in app.topLevelWidgets():
        with _handed_down():
            app.sendEvent(window, QEvent(QEvent.Type.ApplicationFontChange))
        _fit_all(window)


def take_type(page: PageRoom) -> None:
    """Write a page in the chosen type: when it is made, and again when it is shown, for a step costs nothing in pages that nobody sees."""
    with _handed_down():
        page.setFont(_sized())  # stops what its window hands down
        page.viewport().setFont(_sized())  # hands on to what stands in it
    _fit_all(page)


def larger(app: QApplication) -> None:
    """The next larger type (Ctrl and plus)."""
    set_size(app, min((points for points in SIZES if points > size()), default=SIZES[-1]))


def smaller(app: QApplication) -> None:
    """The next smaller type (Ctrl and minus)."""
    set_size(app, max((points for points in SIZES if points < size()), default=SIZES[0]))


def look(widget: W, name: str) -> W:
    """Give a widget one of the looks that the style sheet describes, in type of its size, and return it."""
    before = _times(widget)
    _fit_type(marked(widget, "look", name))
    if before is not None and _times(widget) is None:
        widget.setFont(QFont())
    return widget


PICTURED = (QPushButton, QToolBar)  # whose pictures stand beside words


def fit_pictures(widget: QPushButton | QToolBar) -> None:
    """Make the pictures beside words as large as suits the type."""
    side = round(QApplication.font().pointSizeF() * GLYPH)
    widget.setIconSize(QSize(side, side))


def marked(widget: W, mark: str, name: object) -> W:
    """Set a property that the style sheet asks for, and let it show at once."""
    before = widget.property(mark)
    if before != name and (before or name):  # what was never marked is unmarked
        widget.setProperty(mark, name)
        if widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):  # else it will be, when it is shown
            widget.style().unpolish(widget)
            widget.style().polish(widget)
    return widget


def colour(name: str) -> QColor:
    """A colour by the name that it has at the head of ``resources/style.qss``; ``KeyError`` for an unknown one."""
    return QColor(_colours()[name])


@cache
def face() -> str:
    """The typeface of the window: the one of the PC, or else the one that is shipped."""
    if FACE in QFontDatabase.families():
        return FACE
    return _shipped(SHIPPED)


@cache
def faces() -> tuple[str, ...]:
    """The typefaces that a character is looked for in, in this order: the usual one, then those of rare characters."""
    on_pc = (RARE_ON_PC,) if RARE_ON_PC in QFontDatabase.families() else ()
    return (face(), *on_pc, _shipped(RARE_SHIPPED))


def _shipped(file: str) -> str:
    return QFontDatabase.applicationFontFamilies(QFontDatabase.addApplicationFont(str(path(file))))[0]


def _font(points: float) -> QFont:
    font = QFont()
    font.setFamilies(faces())
    font.setPointSizeF(points)
    return font


@contextmanager
def _handed_down() -> Iterator[None]:
    """Let widgets hand type down to what stands in them; for this while alone, for they would hand down their colours too."""
    handing = Qt.ApplicationAttribute.AA_UseStyleSheetPropagationInWidgetStyles
    QApplication.setAttribute(handing)
    try:
        yield
    finally:
        QApplication.setAttribute(handing, False)


def _fit_all(place: QWidget) -> None:
    """Fit what stands in a window or a page to the type, but for pages that wait unseen below the one that is shown."""
    for widget in place.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly):
        if isinstance(widget, PageRoom):
            if not widget.isHidden():
                take_type(widget)
        elif not widget.isWindow():  # which takes it by itself
            _fit_all(widget)
    _fit_type(place)
    if isinstance(place, PICTURED):
        fit_pictures(place)


def _fit_type(widget: QWidget) -> None:
    """Write what a widget says in the size that its look asks for; without such a look it has that of what it stands in."""
    if (times := _times(widget)) is not None:
        widget.setFont(_sized(times))


def _sized(times: float = 1.0) -> QFont:
    """Type so many times the chosen size; all else of it as that in which it stands."""
    font = QFont()
    font.setPointSizeF(round(QApplication.font().pointSizeF() * times, 1))
    return font


def _times(widget: QWidget) -> float | None:
    for kind, looks in TYPE_OF_LOOKS.items():
        if isinstance(widget, kind):
            return looks.get(widget.property("look"))
    return None


@cache
def _sheet() -> str:
    return path("style.qss").read_text("utf-8")


@cache
def _colours() -> dict[str, str]:
    return colours_of(wanted_scheme(), _sheet(), QGuiApplication.palette())


def _style() -> str:
    words = {f"@{name}": value for name, value in _colours().items()}
    on_dark = colour("paper").lightness() < colour("ink").lightness()
    sheet = _sheet() if on_dark else _sheet().partition(ON_DARK)[0]
    suffix = "_on_dark" if on_dark else ""
    words |= {f"@{arrow}": f"icons:{arrow}{suffix}.svg" for arrow in ("down", "up")}
    return re.sub(r"@\w+\b", lambda found: words.get(found[0], found[0]), sheet)


def _palette() -> QPalette:
    palette = QPalette()
    for role, name in ROLES.items():
        palette.setColor(role, colour(name))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, colour("faint"))
    return palette
