"""The colour scheme 配色 that the PC asks for: light, dark, or the PC's own few colours where it is set to high contrast."""

from __future__ import annotations

import re
import sys
from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette

NAMED_COLOUR = re.compile(r"^\s*@(\w+):\s*(#[0-9a-fA-F]{6})\s+(#[0-9a-fA-F]{6});", re.MULTILINE)
GET_HIGH_CONTRAST, HIGH_CONTRAST_ON = 0x42, 1  # SPI_GETHIGHCONTRAST, HCF_HIGHCONTRASTON of Windows

# Of high contrast: what is no ground is ink, and what is chosen is shown as the PC shows it.
GROUNDS = ("ground", "paper", "stripe", "problemsoft", "doubtsoft")
TINTS = (
    "soft",
    "hover",
)  # what is selected keeps its ink: a part of the colour of what is chosen, on the ground
TINT = 0.3
CHOSEN = ("accent", "pressed", "practice", "past")
ON_CHOSEN = ("practiceink",)


class ColourScheme(Enum):
    """Which of its colours the program shows."""

    LIGHT = auto()
    DARK = auto()
    CONTRAST = auto()


def wanted_scheme() -> ColourScheme:
    """What this PC is set to when the program starts."""
    if _high_contrast():
        return ColourScheme.CONTRAST
    dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return ColourScheme.DARK if dark else ColourScheme.LIGHT


def colours_of(scheme: ColourScheme, sheet: str, system: QPalette) -> dict[str, str]:
    """Each name at the head of the style sheet with its colour in a scheme; ``system`` are the colours of the PC."""
    named = NAMED_COLOUR.findall(sheet)
    if scheme == ColourScheme.CONTRAST:
        return {
            name: _tint(system) if name in TINTS else system.color(_role(name)).name() for name, _, _ in named
        }
    return {name: dark if scheme == ColourScheme.DARK else light for name, light, dark in named}


def _tint(system: QPalette) -> str:
    ground, chosen = system.color(_role("paper")), system.color(_role("accent"))
    return "#" + "".join(
        f"{round(of(ground) * (1 - TINT) + of(chosen) * TINT):02x}"
        for of in (QColor.red, QColor.green, QColor.blue)
    )


def _role(name: str) -> QPalette.ColorRole:
    if name in GROUNDS:
        return QPalette.ColorRole.Base
    if name in CHOSEN:
        return QPalette.ColorRole.Highlight
    return QPalette.ColorRole.HighlightedText if name in ON_CHOSEN else QPalette.ColorRole.Text


def _high_contrast() -> bool:
    """Whether Windows is set to high contrast; Qt 6.8 does not tell."""
    if sys.platform != "win32":
        return False
    import ctypes  # when wanted

    class HighContrast(ctypes.Structure):
        _fields_ = [("size", ctypes.c_uint), ("flags", ctypes.c_uint), ("scheme", ctypes.c_wchar_p)]

    told = HighContrast(ctypes.sizeof(HighContrast), 0, None)
    asked = ctypes.windll.user32.SystemParametersInfoW(GET_HIGH_CONTRAST, told.size, ctypes.byref(told), 0)
    return bool(asked) and bool(told.flags & HIGH_CONTRAST_ON)
