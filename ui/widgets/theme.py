"""The theme of the program: Fusion, one accent colour, clear type. All colours stand in ``resources/style.qss``."""

from __future__ import annotations

import re
from functools import cache
from typing import TypeVar

from PySide6.QtCore import QDir, QEvent, QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from resources import HERE, path
from ui.widgets import window_memory
from ui.widgets.colour_schemes import colours_of, wanted_scheme
from ui.widgets.mouse_wheel import unwatched

FACE = "Microsoft YaHei"
SHIPPED = "fonts/NotoSansSC-Medium.ttf"
RARE_ON_PC = "SimSun-ExtB"  # draws rare characters as China does, where the PC has it
RARE_SHIPPED = "fonts/HanaMinB.ttf"
SIZES = (9.0, 10.0, 11.0, 12.5, 14.0, 16.0)  # points
USUAL_SIZE = 10.0
ON_DARK = "/* on a dark ground"  # begins the part of the style sheet that holds there alone
TEXT_SIZES = {"@small": 0.9, "@body": 1.0, "@heading": 1.15, "@title": 1.5, "@figure": 2.2}

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
    with unwatched(app):
        app.setFont(_font(points))
        app.setStyleSheet(_style(points))


def larger(app: QApplication) -> None:
    """The next larger type (Ctrl and plus)."""
    set_size(app, min((points for points in SIZES if points > size()), default=SIZES[-1]))


def smaller(app: QApplication) -> None:
    """The next smaller type (Ctrl and minus)."""
    set_size(app, max((points for points in SIZES if points < size()), default=SIZES[0]))


def resized(event: QEvent) -> bool:
    """Whether a widget's change may be that of the type size."""
    return event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange)


def look(widget: W, name: str) -> W:
    """Give a widget one of the looks that the style sheet describes, and return it."""
    return marked(widget, "look", name)


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


@cache
def _sheet() -> str:
    return path("style.qss").read_text("utf-8")


@cache
def _colours() -> dict[str, str]:
    return colours_of(wanted_scheme(), _sheet(), QGuiApplication.palette())


def _style(points: float) -> str:
    words = {f"@{name}": value for name, value in _colours().items()}
    words |= {name: f"{points * times:.1f}pt" for name, times in TEXT_SIZES.items()}
    words["@glyph"] = f"{points * 1.6:.0f}px"
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
