"""Filing by hand: the picture of a page that waits, what it may be, and one key for each."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QPushButton, QSpinBox, QVBoxLayout, QWidget

from models.people.person import Person
from models.signed_papers.filing import file_by_hand, lay_aside
from models.signed_papers.signed_page import PrintedSheet
from models.signed_papers.waiting_page import WaitingPage
from reports.paper.page_mark import FORMS
from reports.signed_papers.guesses import MOST_GUESSES, Guess, guesses
from ui.forms.person_box import PersonBox
from ui.jobs.operations import attempt_write
from ui.jobs.session import Session
from ui.pictures.scan_view import ScanView
from ui.widgets import theme
from ui.widgets.icons import icon
from ui.widgets.spoken_names import called

OTHER_FORM = "其他材料"
NOTHING_WAITS = "没有待归档的页。"
NO_GUESS = "看不出是谁的哪一页，请看图后在下面选人。"
GUESSED = "可能是下面的一页，按数字键就归档："


class FilingByHand(QWidget):
    """One page that waits; says ``done`` when it was filed or laid aside."""

    done = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.waiting: WaitingPage | None = None
        self.guesses: list[Guess] = []
        self.why = theme.look(QLabel(wordWrap=True), "heading")
        self.hint = theme.look(QLabel(wordWrap=True), "quiet")
        self.view = ScanView()
        self.choices: list[QPushButton] = []
        self.person = called(PersonBox(), "归给谁")
        self.form = called(QComboBox(), "哪种表")
        for code, words in (*FORMS.items(), (OTHER_FORM, OTHER_FORM)):
            self.form.addItem(words, code)
        self.form.setCurrentIndex(self.form.findData("DJ"))
        self.sheet = called(QSpinBox(minimum=1, maximum=999, prefix="第 ", suffix=" 页"), "第几页")
        self.file_button = QPushButton(icon("mdi6.archive-arrow-down-outline"), "归入所选的人")
        self.aside_button = QPushButton(icon("mdi6.close"), "不归档（Delete）")
        self._lay_out()
        self._join()
        self.show_page(None)

    def show_page(self, waiting: WaitingPage | None) -> None:
        """Show a page that waits, and what it may be."""
        self.waiting = waiting
        self.guesses = guesses(waiting) if waiting is not None else []
        for number, button in enumerate(self.choices):
            button.setVisible(number < len(self.guesses))
            if number < len(self.guesses):
                button.setText(f"{number + 1}　{self.guesses[number].words}")
        for widget in (self.person, self.form, self.sheet, self.file_button, self.aside_button):
            widget.setEnabled(waiting is not None)
        if waiting is None:
            self.why.setText("")
            self.hint.setText("")
            self.view.say(NOTHING_WAITS)
            return
        self.why.setText(f"{waiting.file_name} 第{waiting.page}页：{waiting.reason}")
        self.hint.setText(GUESSED if self.guesses else NO_GUESS)
        self.person.set_value(waiting.person)
        self.sheet.setValue(waiting.sheet or 1)
        if (known := self.form.findData(waiting.form)) >= 0:
            self.form.setCurrentIndex(known)
        self.view.show_scan(waiting)

    def take(self, number: int) -> None:
        """File the page as the guess of that number, from 0, says."""
        if number < len(self.guesses):
            guess = self.guesses[number]
            self._file(guess.person, guess.sheet, guess.form_words)

    def file(self) -> None:
        """File the page with the person, form and sheet that were chosen."""
        self.person.settle()
        person = self.person.value()
        if person is None:
            self.hint.setText("请先选一位优抚对象：输入姓名或身份证号，从列出的人中选。")
            self.person.setFocus()
            return
        self._file(
            person, PrintedSheet(str(self.form.currentData()), self.sheet.value(), 0), self.form.currentText()
        )

    def aside(self) -> None:
        """Lay the page aside; 撤销 brings it back."""
        waiting = self.waiting
        if waiting is not None:
            attempt_write(
                self, self.session, lambda: lay_aside(waiting, self.session.user), lambda _: self.done.emit()
            )

    def _file(self, person: Person, sheet: PrintedSheet, words: str) -> None:
        waiting = self.waiting
        if waiting is not None:
            attempt_write(
                self, self.session, lambda: file_by_hand(waiting, person, sheet, words, self.session.user),
                lambda _: self.done.emit(),
            )  # fmt: skip

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 0, 0, 0)
        column.addWidget(self.why)
        column.addWidget(self.view, 1)
        asked = QHBoxLayout()
        asked.addWidget(self.hint, 1)
        asked.addWidget(self.aside_button)
        column.addLayout(asked)
        for number in range(MOST_GUESSES):
            button = QPushButton(str(number + 1))
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, number=number: self.take(number))
            self.choices.append(button)
            column.addWidget(button)
        by_hand = QHBoxLayout()
        by_hand.addWidget(self.person, 1)
        for widget in (self.form, self.sheet, self.file_button):
            by_hand.addWidget(widget)
        for button in (self.file_button, self.aside_button):
            button.setAutoDefault(False)
        column.addLayout(by_hand)

    def _join(self) -> None:
        self.file_button.clicked.connect(self.file)
        self.aside_button.clicked.connect(self.aside)
        self.person.returnPressed.connect(self.file)

    def keys_for(self, window: QWidget) -> None:
        """Let digits and Delete work in the whole window, but where one types."""
        for number in range(MOST_GUESSES):
            key = QShortcut(QKeySequence(str(number + 1)), window)
            key.activated.connect(lambda number=number: self.take(number))
        QShortcut(QKeySequence(Qt.Key.Key_Delete), window, self.aside)
