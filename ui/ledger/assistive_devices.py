"""Assistive devices 辅助器具: the register of what was issued, of everybody or of one person's file."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from models.aid.budgets import BUDGET_SOURCES
from models.ledger.assistive_devices import AssistiveDevice, usual_years
from models.people.person import Person
from reports.ledger.registers import register_of
from ui.forms.combo_boxes import CodeBox
from ui.forms.file_forms import FileForm
from ui.jobs.session import Session
from ui.ledger.personal_registers import PersonalPage
from ui.ledger.registers import ask_whom


class DeviceForm(FileForm[AssistiveDevice]):
    """One device; for how long it serves is offered as the office said it of the last one of the kind."""

    def __init__(self, session: Session, asks: bool) -> None:
        super().__init__()
        if asks:
            ask_whom(self, session, "配置对象")
        self.for_fields(AssistiveDevice, ["day"], required=["day"])
        self.bind("kind", "器具名称", CodeBox("device_kind", editable=True), required=True)
        self.for_fields(AssistiveDevice, ["specification", "maker", "cost"])
        self.bind("fund", "资金来源", CodeBox(names=BUDGET_SOURCES, editable=True))
        self.for_fields(AssistiveDevice, ["years", "renew_on", "given_up", "notes"])
        self.editors["kind"].changed.connect(self.offer_years)

    def offer_years(self) -> None:
        """Fill in the years of service of such a device, where nobody typed any."""
        kind, served = self.editors["kind"].value(), self.editors["years"]
        if kind and served.value() is None and not served.fault():
            served.set_value(usual_years(kind))


class DevicesPage(PersonalPage):
    """The section 辅助器具 of the ledger."""

    def __init__(self, session: Session, person: Person | None = None, parent: QWidget | None = None) -> None:
        super().__init__(session, register_of("辅助器具"), person, parent)

    def form(self, record: AssistiveDevice) -> DeviceForm:
        return DeviceForm(self.session, asks=not record.whom)


class DevicesTab(DevicesPage):
    """The tab 辅助器具 of a person's file."""
