"""Return words 回盘的说法: what the office said that its bank's words mean, listed and to be taken back."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from models.pay.returns import own_return_words
from models.pay.returns.own_return_words import MEANINGS
from ui.jobs.operations import attempt_write
from ui.jobs.session import Session
from ui.widgets import theme
from ui.widgets.buttons import act_button
from ui.widgets.spoken_names import called

TAUGHT_WORDS = (
    "读入回盘时您说明过的词。取消以后，再遇到就重新问；已经登记的结果不变。程序本来就认得的词不在这里。"
)
NO_WORDS = "还没有说明过。读入回盘遇到看不懂的词时，按一下“成功”“失败”或“处理中”，就记在这里。"
WORD_ROLE = 256  # the word itself, beside what the line shows


class ReturnWordsPage(QWidget):
    """The words, and one button."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.words = called(QListWidget(), "银行的说法")
        self.empty = theme.look(QLabel(NO_WORDS, wordWrap=True), "hint")
        self.forget_button = act_button("取消这个说明", "mdi6.trash-can-outline", self.forget)
        foot = QHBoxLayout()
        foot.addWidget(self.forget_button)
        foot.addStretch()
        column = QVBoxLayout(self)
        column.addWidget(theme.look(QLabel(TAUGHT_WORDS, wordWrap=True), "quiet"))
        column.addWidget(self.words, 1)
        column.addWidget(self.empty, 1)
        column.addLayout(foot)
        self.reload()

    def reload(self) -> None:
        """Show the words as they are kept."""
        self.words.clear()
        for word, answer in sorted(own_return_words.own_return_words().items()):
            line = QListWidgetItem(f"{word}　→　{MEANINGS[answer]}", self.words)
            line.setData(WORD_ROLE, word)
        known = self.words.count() > 0
        self.words.setVisible(known)
        self.empty.setVisible(not known)
        self.forget_button.setEnabled(known)
        self.words.setCurrentRow(0)

    def forget(self) -> None:
        """Take back what the chosen word was said to mean."""
        line = self.words.currentItem()
        if line is not None:
            word = str(line.data(WORD_ROLE))
            user = self._session.user
            attempt_write(
                self,
                self._session,
                lambda: own_return_words.forget_return_word(word, user),
                lambda _: self.reload(),
            )
