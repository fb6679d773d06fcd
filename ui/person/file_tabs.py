"""The tabs of a person's file, each made when it is first looked at."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from models.people.person import Person
from ui.aid.medical import MedicalTab
from ui.approvals.page import ApprovalsTab
from ui.forms.file_forms import FileForm
from ui.jobs.session import Session
from ui.materials.tab import MaterialsPage
from ui.pay.payments import PaymentsTab
from ui.person.basic_tab import PersonPage
from ui.person.history import HistoryPage
from ui.person.identities_tab import IdentitiesPage
from ui.visits.visits import VisitsTab
from ui.widgets.enter_key import press_by_enter
from ui.widgets.scrolling import Room

BASIC, IDENTITIES, MATERIALS, PAYMENTS, MEDICAL, VISITS, APPROVALS, HISTORY = range(8)
TITLES = ("基本信息", "身份", "材料", "待遇发放", "医疗救助", "走访慰问", "审批", "变更记录")
EDITED = (BASIC, IDENTITIES)  # tabs with forms that 修改 opens; the others act at once


class FileTabs(QTabWidget):
    """What is known of one person, in tabs."""

    open_other = Signal(int)  # the id of another person whose file is wanted
    identity_wanted = Signal()  # another identity is to be added

    def __init__(self, session: Session, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self.person = session, person
        self._read_only = True
        self.pages: dict[int, Any] = {}  # the tabs made so far
        self._rooms = [Room() for _ in TITLES]
        self.setDocumentMode(True)
        for room, title in zip(self._rooms, TITLES, strict=True):
            self.addTab(room, title)
        self.currentChanged.connect(self._build)
        self._build(BASIC)

    def forms(self) -> list[tuple[int, FileForm[Any]]]:
        """Every form made so far, with its tab."""
        return [(tab, form) for tab in EDITED if tab in self.pages for form in self.pages[tab].forms()]

    def shown_form(self) -> FileForm[Any] | None:
        """The form that one looks at."""
        page = self.pages[self.currentIndex()]
        if isinstance(page, IdentitiesPage):
            chosen = page.chosen()
            return chosen.form if chosen is not None else None
        return page.form if isinstance(page, PersonPage) else None

    def read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        for tab in EDITED:
            if tab in self.pages:
                self.pages[tab].read_only(read_only)

    def renew(self, person: Person) -> list[str]:
        """Show what was written meanwhile, keeping what is being typed; returns the labels of the new fields."""
        self.person = person
        labels = [
            label for tab in EDITED if tab in self.pages for label in self.pages[tab].renew(_copy(person))
        ]
        for tab in (MATERIALS, HISTORY):
            if tab in self.pages:
                self.pages[tab].show_person(person)
        return labels

    def go_to(self, uid: str, field: str) -> bool:
        """Go to a field of the record with that uid; False when it is in no form."""
        for tab in EDITED:
            self._build(tab)
            if self.pages[tab].holds(uid):
                self.setCurrentIndex(tab)
                self.pages[tab].go_to(uid, field)
                return True
        return False

    def bring_up(self, tab: int, form: FileForm[Any]) -> None:
        """Show a form, at its first problem."""
        self.setCurrentIndex(tab)
        if form.record is not None:
            problem = next((name for name, label in form.messages.items() if label.text()), "")
            self.pages[tab].go_to(form.record.uid, problem)

    def _build(self, tab: int) -> None:
        if tab in self.pages:
            return
        page: Any = self._made(tab, self._rooms[tab].viewport())
        self.pages[tab] = page
        self._rooms[tab].setWidget(page)
        press_by_enter(page)
        if tab == BASIC:
            page.form.open_other.connect(self.open_other)
        if tab == IDENTITIES:
            page.add_wanted.connect(self.identity_wanted)
        if tab in EDITED and not self._read_only:
            page.read_only(False)

    def _made(self, tab: int, room: QWidget) -> QWidget:
        makers: dict[int, Callable[[], QWidget]] = {
            BASIC: lambda: PersonPage(self._session, _copy(self.person), room),
            IDENTITIES: lambda: IdentitiesPage(self._session, _copy(self.person), room),
            MATERIALS: lambda: MaterialsPage(self._session, self.person, room),
            PAYMENTS: lambda: PaymentsTab(self._session, self.person, room),
            MEDICAL: lambda: MedicalTab(self._session, self.person, room),
            APPROVALS: lambda: ApprovalsTab(self._session, self.person, room),
            VISITS: lambda: VisitsTab(self._session, self.person, room),
            HISTORY: lambda: HistoryPage(self._session, self.person, room),
        }
        return makers[tab]()


def _copy(person: Person) -> Person:
    """A copy for a form to type into, so that the header and the other tabs keep what the archive says."""
    return Person(**person.__data__)
