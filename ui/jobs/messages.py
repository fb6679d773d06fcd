"""Messages to the user. A refusal is an answer; anything else is our mistake."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from models.archive import opened
from models.core.files import told_plainly
from models.core.record import Refusal
from models.faults.fault_words import fault_words
from ui.widgets.dialogs import run_dialog

Answer = TypeVar("Answer")

logger = logging.getLogger(__name__)

BUG = "程序出错，刚才的操作没有保存。请把下面的内容发给管理员。"
TITLE = "优抚一人一档"

_open: list[QMessageBox] = []  # a fault in painting comes again and again: one box is enough


def plain_fault(error: Exception) -> Exception:
    """The ``Refusal`` that a fault of disk, folder or database file means, kept in the log too; any other error as it is."""
    told = told_plainly(error, opened.opened.folder if opened.opened is not None else Path())
    if told is not error:
        logger.warning("a fault of the disk", exc_info=error)
    return told


def explain(error: BaseException, parent: QWidget | None = None) -> None:
    """Show an error the way it deserves."""
    told = plain_fault(error) if isinstance(error, Exception) else error
    if isinstance(error, Refusal):
        run_dialog(_box(parent, QMessageBox.Icon.Warning, str(error)))
        return
    if told is error:
        logger.critical("unexpected", exc_info=error)
    if _open:
        return
    if isinstance(told, Refusal):
        box = _box(parent, QMessageBox.Icon.Warning, str(told))
    else:
        box = _box(parent, QMessageBox.Icon.Critical, BUG)
        box.setDetailedText(fault_words(error))
    _open.append(box)
    try:
        run_dialog(box)
    finally:
        _open.clear()


def tell(parent: QWidget | None, words: str) -> None:
    """Say something that needs no answer."""
    run_dialog(_box(parent, QMessageBox.Icon.Information, words))


def with_doubts(words: str, doubts: Sequence[str]) -> str:
    """A question with what is unusual, numbered."""
    told = "\n".join(f"{number}. {each}" for number, each in enumerate(doubts, start=1))
    return f"{words}\n\n请先核对：\n{told}" if doubts else words


def ask(parent: QWidget | None, words: str, yes: str = "确定", no: str = "取消") -> bool:
    """Ask a question; closing the box or Esc means no."""
    return choose(parent, words, {yes: True}, no) is True


def ask_losing(parent: QWidget | None, words: str, yes: str, no: str = "取消") -> bool:
    """Ask before something is thrown away: Enter means no, as Esc does, for it may have been typed for the form."""
    return choose(parent, words, {yes: True}, no, loses=True) is True


def choose(
    parent: QWidget | None,
    words: str,
    answers: Mapping[str, Answer],
    otherwise: str = "取消",
    loses: bool = False,
) -> Answer | None:
    """Let the user pick one answer, the first by Enter, and return what it stands for.

    None for ``otherwise``, which Esc and closing the box mean too, and Enter where the first answer ``loses`` something.
    """
    box = _box(parent, QMessageBox.Icon.Question, words)
    buttons = [box.addButton(answer, QMessageBox.ButtonRole.AcceptRole) for answer in answers]
    escape = box.addButton(otherwise, QMessageBox.ButtonRole.RejectRole)
    box.setEscapeButton(escape)
    box.setDefaultButton(escape if loses else buttons[0])
    run_dialog(box)
    clicked = box.clickedButton()
    return next(
        (value for button, value in zip(buttons, answers.values(), strict=True) if button is clicked), None
    )


def let_go(parent: QWidget | None, words: str, save: Callable[[], bool]) -> bool:
    """Ask what becomes of what was typed; False when the officer goes on typing, or when it could not be saved."""
    answers: dict[str, Callable[[], bool]] = {"保存": save, "不保存": lambda: True}
    answer = choose(parent, words, answers, "继续修改")
    return answer is not None and answer()


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
