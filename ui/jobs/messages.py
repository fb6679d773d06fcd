"""Telling the user. A refusal is an answer; anything else is our mistake."""

from __future__ import annotations

import logging
import sys
import traceback
from collections.abc import Sequence
from types import TracebackType

from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from models.core.record import Refusal
from ui.widgets.dialogs import run_dialog

log = logging.getLogger(__name__)

BUG = "程序出错，刚才的操作没有保存。请把下面的内容发给管理员。"
TITLE = "优抚一人一档"

_open: list[QMessageBox] = []  # a fault in painting comes again and again: one box is enough


def explain(error: BaseException, parent: QWidget | None = None) -> None:
    """Show an error the way it deserves."""
    if isinstance(error, Refusal):
        run_dialog(_box(parent, QMessageBox.Icon.Warning, str(error)))
        return
    log.critical("unexpected", exc_info=error)
    if _open:
        return
    box = _box(parent, QMessageBox.Icon.Critical, BUG)
    box.setDetailedText("".join(traceback.format_exception(error)))
    _open.append(box)
    try:
        run_dialog(box)
    finally:
        _open.clear()


def tell(parent: QWidget | None, words: str) -> None:
    """Say something that needs no answer."""
    run_dialog(_box(parent, QMessageBox.Icon.Information, words))


def ask(parent: QWidget | None, words: str, yes: str = "确定", no: str = "取消") -> bool:
    """Ask a question; closing the box or Esc means no."""
    return choose(parent, words, [yes], no) == yes


def choose(parent: QWidget | None, words: str, answers: Sequence[str], otherwise: str = "取消") -> str:
    """Let the user pick one answer, the first by Enter; Esc or closing the box gives ``otherwise``."""
    box = _box(parent, QMessageBox.Icon.Question, words)
    buttons = [box.addButton(answer, QMessageBox.ButtonRole.AcceptRole) for answer in answers]
    escape = box.addButton(otherwise, QMessageBox.ButtonRole.RejectRole)
    box.setEscapeButton(escape)
    box.setDefaultButton(buttons[0])
    run_dialog(box)
    clicked = box.clickedButton()
    return clicked.text() if clicked is not None else otherwise


def install() -> None:
    """Let no exception in a slot go unseen."""

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if QApplication.instance() is None or isinstance(error, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
        else:
            explain(error)

    sys.excepthook = hook


def _box(parent: QWidget | None, icon: QMessageBox.Icon, words: str) -> QMessageBox:
    box = QMessageBox(parent or QApplication.activeWindow())
    box.setWindowTitle(TITLE)
    box.setIcon(icon)
    box.setText(words)
    return box
