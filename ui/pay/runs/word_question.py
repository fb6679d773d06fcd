"""Word question 回盘的说法: what a word of the bank that nobody knows means, answered by one click and remembered."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from models.imports.words.return_words import BankAnswer
from models.pay.returns.own_return_words import MEANINGS
from ui.widgets import theme
from ui.widgets.buttons import act_button

WORD_ASKED = "银行写的“{word}”（{people}人）看不懂，这个词是："
MORE_WORDS = "还有{count}个看不懂的词"
PICTURES = {
    BankAnswer.PAID: "mdi6.check",
    BankAnswer.FAILED: "mdi6.close",
    BankAnswer.PENDING: "mdi6.timer-sand",
}


class WordQuestion(QWidget):
    """Asks of one word after the other; hidden when none is left. Says ``answered`` with the word and what it means."""

    answered = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.word = ""
        self.question, self.more = QLabel(wordWrap=True), theme.look(QLabel(), "hint")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.addWidget(self.question, 1)
        self.buttons = {
            answer: act_button(words, PICTURES[answer], partial(self._say, answer))
            for answer, words in MEANINGS.items()
        }
        for button in self.buttons.values():
            row.addWidget(button)
        row.addWidget(self.more)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setToolTip("您的回答会记在档案库里，以后的回盘照此读；可在“发放规则”的“回盘的说法”里取消")
        theme.look(self, "notice").hide()

    def ask(self, words: Mapping[str, int]) -> None:
        """Ask of these words, each with the number of payees that it is about; the most frequent first."""
        ordered = sorted(words, key=lambda word: -words[word])
        self.word = ordered[0] if ordered else ""
        self.setVisible(bool(ordered))
        if ordered:
            self.question.setText(WORD_ASKED.format(word=self.word, people=words[self.word]))
        self.more.setText(MORE_WORDS.format(count=len(ordered) - 1) if len(ordered) > 1 else "")

    def _say(self, answer: BankAnswer) -> None:
        self.answered.emit(self.word, answer)
