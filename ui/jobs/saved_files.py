"""Saved files 存好的文件: told with where they are and how many sheets of paper they take, and opened from there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from models.core.record import Refusal
from ui.jobs import messages

OPEN_FILE, OPEN_FOLDER, LEAVE_CLOSED = "打开", "打开文件夹", "关闭"
PDF_FILES = "*.pdf"


def tell_saved(parent: QWidget | None, place: Path, remark: str = "") -> None:
    """Say where a file or folder is, with a remark, and offer to open it."""
    tell_written(parent, place, f"已保存到 {place}{remark}")


def tell_written(parent: QWidget | None, place: Path, words: str) -> None:
    """Say in these words what was written, how many sheets of paper it takes, and offer to open it or where it lies."""
    said = "\n".join(filter(None, (words, paper_words(place))))
    offered = {OPEN_FOLDER: place} if place.is_dir() else {OPEN_FILE: place, OPEN_FOLDER: place.parent}
    chosen = messages.choose(parent, said, offered, LEAVE_CLOSED)
    if chosen is not None:
        open_outside(parent, chosen)


def paper_words(place: Path) -> str:
    """``共3页，单面打印要3张纸，双面2张``; empty of what is no PDF.

    How a workbook or a document falls into pages only the program knows that prints it.
    """
    pages = pages_of(place) if place.is_file() and place.match(PDF_FILES) else 0
    return f"共{pages:,}页，单面打印要{pages:,}张纸，双面{(pages + 1) // 2:,}张" if pages > 0 else ""


def pages_of(file: Path) -> int:
    """How many pages a PDF has; 0 where it is none."""
    from PySide6.QtPdf import QPdfDocument  # when wanted: no page needs it to be shown

    document = QPdfDocument()
    document.load(str(file))
    count = document.pageCount()
    document.close()
    return count


def open_outside(parent: QWidget | None, place: Path) -> None:
    """Let the PC open a file or folder with what it has for it."""
    if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(place))):
        messages.explain(Refusal(f"这台电脑没有能打开“{place.name}”的程序，请到 {place.parent} 里找"), parent)
