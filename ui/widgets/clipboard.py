"""Cells for the clipboard, so that a spreadsheet gets them right, and a letter too."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QMimeData


def cells(rows: Sequence[Sequence[str]]) -> QMimeData:
    """Rows of cells as tab-separated text, and as a table whose cells all are text.

    Excel and WPS take the table, and so neither a citizen number nor a card number becomes 6.3E+17.
    """
    lines = [[" ".join(cell.split()) for cell in row] for row in rows]
    copied = QMimeData()
    copied.setText("\n".join("\t".join(line) for line in lines))
    body = "".join(f"<tr>{''.join(map(_cell, line))}</tr>" for line in lines)
    copied.setHtml(f'<html><head><meta charset="utf-8"></head><body><table>{body}</table></body></html>')
    return copied


def _cell(words: str) -> str:
    return f"<td style=\"mso-number-format:'\\@'\">{escape(words)}</td>"
