"""A new person by number first; then the kind; then only what the kind asks."""

from __future__ import annotations

from html import escape
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from models.core.record import Invalid, Refusal
from models.devices.id_cards import IdCard
from models.people import photos
from models.people.admission import add_identity, admit
from models.people.person import Person
from ui.forms.file_forms import FileForm
from ui.jobs import messages
from ui.jobs.operations import attempt_write
from ui.jobs.session import Session
from ui.person_forms.kind_choice import KindChoice
from ui.person_forms.likely_files import LikelyFiles
from ui.person_forms.new_person_forms import NewAccountForm, NewIdentityForm, NewPersonForm
from ui.person_forms.number_step import NumberStep
from ui.widgets import theme, window_size


class NewPerson(QDialog):
    """Makes a new file, or gives somebody known another identity."""

    opened = Signal(
        int
    )  # the id of the person whose file is wanted: the new one, or one that was there already

    def __init__(self, session: Session, parent: QWidget | None = None, person: Person | None = None) -> None:
        """With ``person``, only an identity is added to that person."""
        super().__init__(parent)
        self.session, self.person = session, person
        self._first = 0 if person is None else 1
        self.heading = theme.look(QLabel(), "title")
        self.number = NumberStep(session.practice)
        self.kinds = KindChoice()
        self.room = QScrollArea(widgetResizable=True)
        self.room.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.steps = QStackedWidget()
        self.person_form: NewPersonForm | None = None
        self.identity_form: NewIdentityForm | None = None
        self.account_form: NewAccountForm | None = None
        self.back_button, self.next_button = (
            QPushButton("上一步"),
            theme.look(QPushButton("下一步"), "primary"),
        )
        self.cancel_button = QPushButton("取消")
        self._likely = LikelyFiles(session, self)
        self._made_for: tuple[str, int | None, str, IdCard | None] | None = None
        self._lay_out()
        self._join()
        self._go(self._first)

    # --- the steps

    def forward(self) -> None:
        """On to the next step, or save."""
        step = self.steps.currentIndex()
        if step == 0 and self.number.ready():
            self._go(1)
        elif step == 1 and self.kinds.kind():
            self._make_forms(self.kinds.kind())
            self._go(2)
        elif step == 2:
            self.save()

    def back(self) -> None:
        """Back to the step before."""
        self._go(max(self.steps.currentIndex() - 1, self._first))

    def save(self) -> None:
        """Save everything as one entry, or show what forbids it."""
        forms = self._forms()
        applied = [form.apply() for form in forms]  # all of them, so that every problem shows
        if not all(applied) or not self._is_new():
            return
        try:
            self._write()
        except Invalid as refusal:
            left = refusal.problems
            for form in forms:
                left = form.show_problems(left)
            if left:
                messages.explain(Refusal("；".join(left.values())), self)
        except Refusal as refusal:
            messages.explain(refusal, self)
        else:
            self.accept()

    def _is_new(self) -> bool:
        """Whether to go on, though somebody on file may be the same person."""
        person = self.person_form.record if self.person_form is not None else None
        if person is None or self._likely.ask(person):
            return True
        if (known := self._likely.to_open()) is not None:
            self._open_other(known.id)
        return False

    def add_to(self, person: Person) -> None:
        """The number is somebody's: give that person another identity."""
        self.person = person
        self._go(1)

    def _keep_photo(self, person: Person) -> None:
        """Put the card's portrait into the new file; the file is saved already, whatever is wrong with the picture."""
        card = self.number.card()
        if card is None or not card.photo:
            return
        photo = card.photo
        attempt_write(self, self.session, lambda: photos.change(person, photo, self.session.user))

    def dirty(self) -> bool:
        """Whether something was typed."""
        return bool(self.number.editor.value()) or any(form.dirty() for form in self._forms())

    def _write(self) -> None:
        assert self.identity_form is not None
        assert self.account_form is not None
        identity, account = self.identity_form.record, self.account_form.record
        assert identity is not None
        if self.person is not None:
            with self.session.entry(f"给{self.person.name}添加身份：{identity.kind}"):
                add_identity(self.person, identity, account)
            if not self._first:
                self.opened.emit(self.person.id)
            return
        assert self.person_form is not None
        person = self.person_form.record
        assert person is not None
        with self.session.entry(f"新建{person.name}的档案"):
            admit(person, identity, account)
            self.person_form.write_own()
        self._keep_photo(person)
        self.opened.emit(self._likely.settle(person))

    def _make_forms(self, kind: str) -> None:
        """Forms for the kind, keeping what was typed when the kind is the same."""
        whose = self.person.id if self.person is not None else None
        made_for = (kind, whose, self.number.number(), self.number.card())
        if self._made_for == made_for:
            return
        self._made_for = made_for
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.person_form = NewPersonForm(kind, self.number) if self.person is None else None
        self.identity_form = NewIdentityForm(kind, self._whose())
        self.account_form = NewAccountForm(self._whose())
        if self.person_form is not None:
            self.person_form.open_other.connect(self._open_other)
        forms = self._forms()
        for form, after in zip(forms, [*forms[1:], None], strict=True):
            column.addWidget(form)
            form.entered.connect(lambda widget: self.room.ensureWidgetVisible(widget, 40, 60))
            form.ended.connect(after.begin_typing if after is not None else self.next_button.setFocus)
        column.addStretch()
        self.room.setWidget(inside)

    def _forms(self) -> list[FileForm[Any]]:
        return [
            form for form in (self.person_form, self.identity_form, self.account_form) if form is not None
        ]

    def _whose(self) -> Person:
        if self.person is not None:
            return self.person
        assert self.person_form is not None
        assert self.person_form.record is not None
        return self.person_form.record

    def _go(self, step: int) -> None:
        if step == 0:
            self.person = None
        self.steps.setCurrentIndex(step)
        named = f"给{escape(self.person.name)}添加身份" if self.person is not None else "新建档案"
        kind = f"　{self.kinds.kind()}" if step == 2 else ""
        self.heading.setText(("新建档案　先输入身份证号", f"{named}　选择身份", f"{named}{kind}")[step])
        self.setWindowTitle(named)
        self.back_button.setVisible(step > self._first)
        self.next_button.setText("保存(Ctrl+S)" if step == 2 else "下一步")
        self._mark()
        if step == 0:
            self.number.editor.setFocus()
        elif step == 1:
            self.kinds.take_focus()
        else:
            self._forms()[0].begin_typing()

    def _mark(self) -> None:
        ready = (self.number.ready(), bool(self.kinds.kind()), True)
        self.next_button.setEnabled(ready[self.steps.currentIndex()])

    # --- how it is made

    def _lay_out(self) -> None:
        for page in (self.number, self.kinds, self.room):
            self.steps.addWidget(page)
        foot = QHBoxLayout()
        foot.setContentsMargins(20, 8, 20, 14)
        foot.addWidget(self.back_button)
        foot.addStretch()
        foot.addWidget(self.cancel_button)
        foot.addWidget(self.next_button)
        for button in (self.back_button, self.cancel_button, self.next_button):
            button.setAutoDefault(False)
        head = QHBoxLayout()
        head.setContentsMargins(20, 14, 20, 4)
        head.addWidget(self.heading)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(head)
        layout.addWidget(self.steps, 1)
        layout.addLayout(foot)
        window_size.resize(self, 940, 600)

    def _join(self) -> None:
        self.number.changed.connect(self._mark)
        self.number.done.connect(self.forward)
        self.number.open_other.connect(self._open_other)
        self.number.add_to.connect(self.add_to)
        self.kinds.changed.connect(self._mark)
        self.kinds.done.connect(self.forward)
        self.back_button.clicked.connect(self.back)
        self.next_button.clicked.connect(self.forward)
        self.cancel_button.clicked.connect(self.reject)
        QShortcut(
            QKeySequence.StandardKey.Save,
            self,
            lambda: self.save() if self.steps.currentIndex() == 2 else None,
        )

    def _open_other(self, person: int) -> None:
        super().reject()
        self.opened.emit(person)

    def _may_close(self) -> bool:
        return not self.dirty() or messages.ask_losing(
            self, "刚才填写的内容还没有保存，要放弃吗？", "放弃", "继续填写"
        )

    # --- what Qt asks for

    def reject(self) -> None:
        if self._may_close():
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._may_close():
            super().closeEvent(event)
        else:
            event.ignore()
