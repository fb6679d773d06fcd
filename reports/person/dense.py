"""Dense rows: how small the words and how low the rows of a file's sheets are, so that one page is enough for most."""

from __future__ import annotations

from reportlab.lib.units import mm

from reports.paper.fonts import SERIF
from reports.paper.sheet import Style

DENSE = Style(SERIF, 9, 11.5)
DENSE_ROW = 6.2 * mm
DENSE_HEADING = 10 * mm
