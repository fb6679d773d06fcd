"""Editors that all speak the same words: value, set_value, changed, set_read_only, fault."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal
from typing import Any, Protocol

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QWidget

from models.core import citizen_number
from models.core.citizen_number import CitizenNumber
from models.core.dates import PartDate, this_day
from models.core.words import half_width
from ui.forms.combo_boxes import Box, CodeBox, FlagBox
from ui.forms.rare_characters import TakesRareCharacters
from ui.widgets import theme
from ui.widgets.fitting import TypeFit

__all__ = [
    "Box", "CodeBox", "CountEdit", "DateEdit", "Editor", "FlagBox", "LineEdit", "NumberEdit", "TextEdit", "YuanEdit",
]  # fmt: skip


class Editor(Protocol):
    """What a form asks of every editor."""

    @property
    def changed(self) -> SignalInstance: ...

    def value(self) -> Any: ...
    def set_value(self, value: Any) -> None: ...
    def set_read_only(self, read_only: bool) -> None: ...

    def fault(self) -> str:
        """Why what was typed cannot be understood; empty when it can."""

    def hint(self) -> str:
        """What helps while typing; empty for most."""


class LineEdit(TakesRareCharacters):
    """One line of words."""

    changed = Signal()

    def __init__(self, longest: int = 255, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(longest)
        self._placeholder = hint
        self.setPlaceholderText(hint)
        self.textChanged.connect(self.changed)

    def value(self) -> Any:
        return self.text().strip()

    def set_value(self, value: Any) -> None:
        self.setText(value or "")
        self.setCursorPosition(0)

    def set_read_only(self, read_only: bool) -> None:
        self.setReadOnly(read_only)
        self.setPlaceholderText("" if read_only else self._placeholder)
        theme.marked(self, "quiet", read_only)

    def fault(self) -> str:
        return ""

    def hint(self) -> str:
        return ""


class DateEdit(LineEdit):
    """A date in any habit of the office, shown as 1953-08-01, 1953-08 or 1953."""

    DAYS = {"今天": 0, "昨天": -1, "前天": -2}

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(40, "如 1953-8-1、1953.8、1953", parent)
        self.editingFinished.connect(self.settle)

    def value(self) -> PartDate | None:
        try:
            return self._read()
        except ValueError:
            return None

    def set_value(self, value: PartDate | None) -> None:
        super().set_value("" if value is None else str(value))

    def fault(self) -> str:
        try:
            self._read()
        except ValueError:
            return f"看不懂日期“{self.text().strip()}”，请写成 1953-8-1、1953.8 或 1953"
        return ""

    def settle(self) -> None:
        """Show what was understood in the one form that we keep."""
        if not self.fault() and self.text() != str(self.value() or ""):
            self.setText(str(self.value() or ""))

    def _read(self) -> PartDate | None:
        words = half_width(self.text()).strip()
        if words in self.DAYS:
            return PartDate.of(this_day() + timedelta(days=self.DAYS[words]))
        return PartDate.parse(words) if words else None


class CountEdit(LineEdit):
    """A whole number, or nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(12, "", parent)

    def value(self) -> int | None:
        words = self._bare()
        return int(words) if words.isascii() and words.isdecimal() else None

    def set_value(self, value: int | None) -> None:
        super().set_value("" if value is None else str(value))

    def fault(self) -> str:
        return "请填写整数" if self._bare() and self.value() is None else ""

    def _bare(self) -> str:
        return half_width(self.text()).replace(",", "").strip()


class YuanEdit(LineEdit):
    """Money in yuan and fen, or nothing; understands 1,234.5 and 1234元."""

    AMOUNT = re.compile(r"-?\d{1,12}(\.\d{1,2})?")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(24, "元", parent)
        self.editingFinished.connect(self.settle)

    def value(self) -> Decimal | None:
        words = self._bare()
        return Decimal(words) if self.AMOUNT.fullmatch(words) else None

    def set_value(self, value: Decimal | None) -> None:
        super().set_value("" if value is None else f"{value:,.2f}")

    def fault(self) -> str:
        return "请填写金额，最多两位小数" if self._bare() and self.value() is None else ""

    def settle(self) -> None:
        """Show the amount with its fen."""
        if (amount := self.value()) is not None and self.text() != f"{amount:,.2f}":
            self.setText(f"{amount:,.2f}")

    def _bare(self) -> str:
        return re.sub(r"[,\s元¥￥]", "", half_width(self.text()))


class NumberEdit(LineEdit):
    """A citizen number: says what it understands while it is typed, and which digit must be wrong."""

    understood = Signal(object, str)  # PartDate of birth or None, and 男 or 女
    explained = Signal(str)  # what is doubtful; empty when nothing is

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(40, "18位公民身份号码", parent)
        self._born: PartDate | None = None
        self._sex = ""
        self.textEdited.connect(lambda: self._say(self._number()))
        self.editingFinished.connect(self.settle)

    def value(self) -> str:
        """18 places as the archive keeps them, or as much as was typed."""
        return re.sub(r"[\s'’‘`-]", "", half_width(self.text())).upper()

    def evidence(self, born: PartDate | None, sex: str) -> None:
        """What the file says of birth and sex: it tells which slip of the pen is the likeliest."""
        self._born, self._sex = born, sex

    def explanation(self) -> str:
        number = self._number()
        return citizen_number.doubt(number.number, self._born, self._sex) if number else ""

    def hint(self) -> str:
        typed = len(self.value())
        if self.hasFocus() and 0 < typed < 18:
            return f"已输入{typed}位，还差{18 - typed}位"
        return ""

    def settle(self) -> None:
        """Drop spaces and widen a number of 15 places."""
        number = self._number(widen=True)
        shown = number.number if number else self.value()
        if self.text() != shown:
            self.setText(shown)
            self._say(number)

    def _say(self, number: CitizenNumber | None) -> None:
        if number:
            self.understood.emit(number.born, number.sex)
        self.explained.emit(self.explanation())

    def _number(self, widen: bool = False) -> CitizenNumber | None:
        """What was typed; 15 places are a number only once no more are coming."""
        try:
            return CitizenNumber.read(self.value()) if widen or len(self.value()) == 18 else None
        except ValueError:
            return None


class TextEdit(QPlainTextEdit):
    """Several lines of words. Tab leaves it; Ctrl+Enter makes a new line."""

    changed = Signal()

    def __init__(self, lines: int = 3, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = lines
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(1)
        self._fit()
        TypeFit(self, self._fit)
        self.textChanged.connect(self.changed)

    def value(self) -> str:
        return self.toPlainText().strip()

    def set_value(self, value: str) -> None:
        if value != self.toPlainText():
            self.setPlainText(value)

    def set_read_only(self, read_only: bool) -> None:
        self.setReadOnly(read_only)
        theme.marked(self, "quiet", read_only)

    def fault(self) -> str:
        return ""

    def hint(self) -> str:
        return ""

    def _fit(self) -> None:
        self.setFixedHeight(QFontMetrics(QApplication.font()).lineSpacing() * self._lines + 14)
