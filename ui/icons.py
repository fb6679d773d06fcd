"""Icons: one crisp set, coloured by the style sheet's own colours, with text always beside them."""

from __future__ import annotations

from functools import cache

import qtawesome  # type: ignore[import-untyped]
from PySide6.QtGui import QIcon

from resources import path
from ui import theme


@cache
def icon(name: str, colour: str = "icon") -> QIcon:
    """The icon of that name (``mdi6.account``) in a colour that ``resources/style.qss`` names."""
    found: QIcon = qtawesome.icon(
        name,
        color=theme.colour(colour),
        color_disabled=theme.colour("faint"),
        color_selected=theme.colour(colour),
    )
    return found


@cache
def app_icon() -> QIcon:
    """The program's own mark, for windows and the task bar."""
    return QIcon(str(path("icons/youfu.svg")))
