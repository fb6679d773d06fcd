"""The tabs of a person's file, each made when it is first looked at."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTabWidget, QWidget

from models.core.dates import PartDate
from models.people.person import Person
from ui.aid.medical import MedicalTab
from ui.approvals.page import ApprovalsTab
from ui.forms.file_forms import FileForm
from ui.jobs.session import Session
from ui.ledger.assistive_devices import DevicesTab
from ui.materials.tab import MaterialsPage
from ui.pages.file_tab import FileTab
from ui.pages.page import Page
from ui.pay.payments import PaymentsTab
from ui.person.basic_tab import PersonPage
from ui.person.forms_tab import FormsTab
from ui.person.history import HistoryPage
from ui.person.identities_tab import IdentitiesPage
from ui.person.services_tab import ServicesTab
from ui.person_forms.person_form import PersonForm
from ui.print_ledger.file_tab import PrintedTab
from ui.visits.visits import VisitsTab
from ui.widgets.enter_key import press_by_enter
from ui.widgets.scrolling import Room

TABS: dict[str, Callable[[Session, Person, QWidget], Page]] = {  # from left to right
    "基本信息": PersonPage, "身份": IdentitiesPage, "材料": MaterialsPage, "待遇发放": PaymentsTab,
    "医疗救助": MedicalTab, "辅助器具": DevicesTab, "走访慰问": VisitsTab, "服务保障": ServicesTab, "审批": ApprovalsTab, "变更记录": HistoryPage,
    "打印": PrintedTab,
}  # fmt: skip
TAB_TITLES = tuple(TABS)
(
    BASIC_TAB,
    IDENTITIES_TAB,
    MATERIALS_TAB,
    PAYMENTS_TAB,
    MEDICAL_TAB,
    DEVICES_TAB,
    VISITS_TAB,
    SERVICES_TAB,
    APPROVALS_TAB,
    HISTORY_TAB,
    PRINTED_TAB,
) = range(len(TABS))
EDITED = (BASIC_TAB, IDENTITIES_TAB)  # tabs with forms that 修改 opens; the others act at once


class FileTabs(QTabWidget):
    """What is known of one person, in tabs."""

    open_other = Signal(int)  # the id of another person whose file is wanted
    identity_wanted = Signal()  # another identity is to be added

    def __init__(self, session: Session, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self.person = session, person
        self._read_only = True
        self.pages: dict[int, Page] = {}  # the tabs made so far
        self._rooms = [Room() for _ in TAB_TITLES]
        self.setDocumentMode(True)
        for room, title in zip(self._rooms, TAB_TITLES, strict=True):
            self.addTab(room, title)
        self.currentChanged.connect(self._build)
        self._build(BASIC_TAB)

    def forms(self) -> list[tuple[int, FileForm[Any]]]:
        """Every form made so far, with its tab."""
        return [(tab, form) for tab, page in self._with_forms() for form in page.forms()]

    def shown_form(self) -> FileForm[Any] | None:
        """The form that one looks at."""
        page = self.pages[self.currentIndex()]
        return page.shown_form() if isinstance(page, FormsTab) else None

    def newly_dead(self) -> PartDate | None:
        """The day of death that is being typed of somebody who was alive so far."""
        typed = (form.newly_dead() for _, form in self.forms() if isinstance(form, PersonForm))
        return next(filter(None, typed), None)

    def read_only(self, read_only: bool) -> None:
        self._read_only = read_only
        for _, page in self._with_forms():
            page.read_only(read_only)

    def renew(self, person: Person) -> list[str]:
        """Show what was written meanwhile, keeping what is being typed; returns the labels of the new fields."""
        self.person = person
        tabs = [page for _, page in sorted(self.pages.items()) if isinstance(page, FileTab)]
        return [label for tab in tabs for label in tab.renew(_copy(person))]

    def go_to(self, uid: str, field: str) -> bool:
        """Go to a field of the record with that uid; False when it is in no form."""
        for tab in EDITED:
            self._build(tab)
        for tab, page in self._with_forms():
            if page.holds(uid):
                self.setCurrentIndex(tab)
                page.go_to(uid, field)
                return True
        return False

    def bring_up(self, tab: int, form: FileForm[Any]) -> None:
        """Show a form, at its first problem."""
        self.setCurrentIndex(tab)
        if form.record is not None:
            problem = next((name for name, label in form.messages.items() if label.text()), "")
            dict(self._with_forms())[tab].go_to(form.record.uid, problem)

    def _with_forms(self) -> list[tuple[int, FormsTab]]:
        """The tabs made so far that hold forms."""
        return [(tab, page) for tab, page in sorted(self.pages.items()) if isinstance(page, FormsTab)]

    def _build(self, tab: int) -> None:
        if tab in self.pages:
            return
        page = TABS[TAB_TITLES[tab]](self._session, _copy(self.person), self._rooms[tab].viewport())
        self.pages[tab] = page
        self._rooms[tab].setWidget(page)
        press_by_enter(page)
        page.person_wanted.connect(self.open_other)
        if isinstance(page, IdentitiesPage):
            page.add_wanted.connect(self.identity_wanted)
        if isinstance(page, FormsTab) and not self._read_only:
            page.read_only(False)


def _copy(person: Person) -> Person:
    """A copy for a tab's forms to type into, so that the header and the other tabs keep what the archive says."""
    return Person(**person.__data__)
