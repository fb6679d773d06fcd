"""The box that chooses a person inside a form: type some words, pick one of those found."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QStringListModel, Qt, QTimer
from PySide6.QtWidgets import QCompleter, QWidget

from models.people import search
from models.people.identity import Identity
from models.people.person import Person
from ui.forms.editors import Box, LineEdit

OFFER_PAUSE = 120  # milliseconds
PEOPLE_OFFERED = 12  # people offered at a time


class PersonBox(LineEdit):
    """A person, or nobody yet."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(100, "姓名、拼音首字母、身份证号……", parent)
        self._person: Person | None = None
        self._found: list[Person] = []
        self._offered = QStringListModel(self)
        completer = QCompleter(self._offered, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(PEOPLE_OFFERED)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.activated.connect(self._take)
        self.setCompleter(completer)
        self._wait = QTimer(self, singleShot=True, interval=OFFER_PAUSE)
        self._wait.timeout.connect(self.offer)
        self.textEdited.connect(self._on_edited)
        self.editingFinished.connect(self.settle)

    def value(self) -> Any:
        return self._person

    def set_value(self, value: Person | None) -> None:
        self._person = value
        super().set_value(described_person(value) if value else "")

    def fault(self) -> str:
        return "请从列出的人中选一位" if self.text().strip() and self._person is None else ""

    def offer(self) -> None:
        """Look for those whom the words may mean, and list them."""
        self._wait.stop()
        self._found = search.page(self.text(), limit=PEOPLE_OFFERED).people if self.text().strip() else []
        self._offered.setStringList([described_person(person) for person in self._found])
        if self._found and self.hasFocus():
            self.completer().complete()

    def choose(self, row: int) -> None:
        """Take one of those listed."""
        self.set_value(self._found[row])
        self.changed.emit()

    def settle(self) -> None:
        """When the words can mean only one person, it is that one."""
        if self._person is None and self.text().strip():
            self.offer()
            if len(self._found) == 1:
                self.choose(0)

    def _take(self, words: str) -> None:
        self.choose(self._offered.stringList().index(words))

    def _on_edited(self) -> None:
        self._person = None
        self._wait.start()
        self.changed.emit()


class IdentityBox(Box):
    """One of a person's identities, or none in particular."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._identities: list[Identity] = []

    def offer(self, person: Person | None) -> None:
        """Offer the identities of this person, keeping the one chosen if it is among them."""
        kept = self.value()
        blocked = self.blockSignals(True)
        self._identities = list(person.identities.order_by(Identity.id)) if person is not None else []
        self.clear()
        self.addItems(["", *(_identity_words(each) for each in self._identities)])
        self.set_value(kept)
        self.blockSignals(blocked)

    def offered(self) -> list[Identity]:
        return list(self._identities)

    def value(self) -> Any:
        row = self.currentIndex()
        return self._identities[row - 1] if row > 0 else None

    def set_value(self, value: Identity | None) -> None:
        self.setCurrentIndex(self._identities.index(value) + 1 if value in self._identities else 0)


def described_person(person: Person) -> str:
    """A person so that namesakes can be told apart."""
    return "　".join(filter(None, (person.name, person.number, person.street)))


def _identity_words(identity: Identity) -> str:
    return "　".join(filter(None, (identity.kind, f"{identity.grade}{identity.nature}", identity.state)))
