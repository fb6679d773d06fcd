"""The first step of a new file: the citizen number, explained while it is typed, and looked up at once."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from models.core.citizen_number import CitizenNumber
from models.core.dates import PartDate
from models.core.record import Refusal
from models.devices.id_cards import IdCard
from models.people.person import Person
from ui.forms.editors import NumberEdit
from ui.jobs import messages
from ui.jobs.one_thread import Aside
from ui.pictures import devices
from ui.widgets import theme
from ui.widgets.icons import icon
from ui.widgets.spoken_names import called


class NumberStep(QWidget):
    """One field; below it what it means, what is doubtful, or who has it already."""

    changed = Signal()
    done = Signal()  # Enter, with a number that can be used
    open_other = Signal(int)
    add_to = Signal(object)  # the Person who has this number

    def __init__(self, practice: bool = False, parent: QWidget | None = None) -> None:
        """``practice``: without a reader, cards of invented people are read."""
        super().__init__(parent)
        self._practice = practice
        self._card: IdCard | None = None
        self.other: Person | None = None
        self.editor = called(NumberEdit(), "身份证号")
        self.words = QLabel(wordWrap=True)
        self.known = QFrame()
        self.known_words = QLabel(wordWrap=True)
        self.read_button = QPushButton(icon("mdi6.card-account-details-outline"), "读卡(F9)")
        self.open_button, self.add_button = QPushButton("打开这份档案"), QPushButton("给这个人添加身份")
        self._lay_out()
        self.editor.changed.connect(self._look)
        self.editor.returnPressed.connect(self._on_enter)
        self.read_button.clicked.connect(self.read_card)
        self.read_button.setAutoDefault(False)
        self.read_button.setShortcut("F9")
        self.open_button.clicked.connect(
            lambda: self.other is not None and self.open_other.emit(self.other.id)
        )
        self.add_button.clicked.connect(lambda: self.add_to.emit(self.other))

    def number(self) -> str:
        """The number in its 18 places; empty while it has the wrong shape."""
        try:
            return CitizenNumber.read(self.editor.value()).number
        except ValueError:
            return ""

    def born(self) -> PartDate | None:
        return CitizenNumber.read(self.editor.value()).born if self.number() else None

    def sex(self) -> str:
        return CitizenNumber.read(self.editor.value()).sex if self.number() else ""

    def ready(self) -> bool:
        """Whether one can go on: the number has its shape and is nobody's yet."""
        return bool(self.number()) and self.other is None

    def card(self) -> IdCard | None:
        """The identity card that this number was read from; None when it was typed."""
        return self._card if self._card is not None and self._card.number == self.number() else None

    def read_card(self) -> None:
        """Take the number from the card that lies on the reader, and keep what else it tells."""
        try:
            reader = devices.card_reader(self._practice)
        except Refusal as refusal:
            messages.tell(self, str(refusal))
            return
        self.setEnabled(False)
        Aside(self, reader.read).then(self._take, self._complain).begin()

    def _take(self, card: IdCard) -> None:
        self.setEnabled(True)
        self._card = card
        self.editor.set_value(card.number)
        self.editor.setFocus()
        self._look()
        self.changed.emit()

    def _complain(self, error: Exception) -> None:
        self.setEnabled(True)
        messages.explain(error, self)
        self.editor.setFocus()

    def _on_enter(self) -> None:
        if self.ready():
            self.done.emit()

    def _look(self) -> None:
        number = self.number()
        self.other = Person.numbered(number) if number else None
        self.known.setVisible(self.other is not None)
        if self.other is not None:
            kinds = "、".join(identity.kind for identity in self.other.identities) or "还没有登记身份"
            self.known_words.setText(
                f"<b>{escape(self.other.name)}</b>　已有档案 {self.other.file_no}<br>{escape(kinds)}"
            )
        self._explain(number)
        self.changed.emit()

    def _explain(self, number: str) -> None:
        typed = len(self.editor.value())
        doubt = self.editor.explanation() if len(self.editor.value()) == 18 else ""
        if doubt:
            self._say(f"{doubt}。可以先建档，以后核对。", "doubt")
        elif number and typed == 15:
            self._say(f"15位的老号码，升为18位是 {number}", "hint")
        elif number and (born := self.born()):
            whose = f"{card.name}，" if (card := self.card()) is not None else ""
            self._say(f"{whose}{born.chinese()}出生，{self.sex()}", "good")
        elif not typed:
            self._say("15位的老号码也可以。", "hint")
        elif typed > 18:
            self._say(f"多了{typed - 18}位", "problem")
        elif not number and typed == 18:
            self._say("18位身份证号只有最后一位可以是X，其余都是数字", "problem")
        else:
            self._say(f"已输入{typed}位，还差{18 - typed}位", "hint")

    def _say(self, words: str, look: str) -> None:
        self.words.setText(words)
        theme.look(self.words, look)
        theme.marked(self.editor, "state", look if look in ("doubt", "problem") else "")

    def _lay_out(self) -> None:
        self.editor.setMaximumWidth(420)
        theme.look(self.editor, "large")
        theme.look(self.known, "card")
        row = QHBoxLayout()
        for button in (self.open_button, self.add_button):
            button.setAutoDefault(False)
            row.addWidget(button)
        row.addStretch()
        inside = QVBoxLayout(self.known)
        inside.setContentsMargins(16, 12, 16, 12)
        inside.addWidget(self.known_words)
        inside.addLayout(row)
        self.known.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 12)
        layout.setSpacing(8)
        layout.addWidget(theme.look(QLabel("公民身份号码"), "label"))
        line = QHBoxLayout()
        line.addWidget(self.editor, 1)
        line.addWidget(self.read_button)
        line.addStretch()
        layout.addLayout(line)
        layout.addWidget(self.words)
        layout.addSpacing(8)
        layout.addWidget(self.known)
        layout.addStretch()
        self._explain("")
