"""Assistive devices 辅助器具: the register of what was issued, of everybody or of one person's file."""

from __future__ import annotations

from typing import Any

from peewee import ModelSelect
from PySide6.QtWidgets import QWidget

from models.aid.budgets import BUDGET_SOURCES
from models.ledger.assistive_devices import AssistiveDevice, usual_years
from models.people.person import Person
from reports.ledger import registers
from ui.forms.combo_boxes import CodeBox
from ui.forms.file_forms import FileForm
from ui.forms.outsider_box import OutsiderBox
from ui.forms.person_box import PersonBox
from ui.jobs.session import Session
from ui.ledger.registers import RegisterPage


class DeviceForm(FileForm[AssistiveDevice]):
    """One device; for how long it serves is offered as the office said it of the last one of the kind."""

    def __init__(self, session: Session, asks: bool) -> None:
        super().__init__()
        if asks:
            self.bind("person", "配置对象", PersonBox())
            self.bind("outsider", "配置对象(未建档)", OutsiderBox(session))
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


class DevicesPage(RegisterPage):
    """The section 辅助器具 of the ledger."""

    OF_PEOPLE = True
    PERSONAL = frozenset({"name", "number", "street"})

    def __init__(self, session: Session, person: Person | None = None, parent: QWidget | None = None) -> None:
        super().__init__(session, registers.DEVICES, parent, person)

    def query(self) -> ModelSelect[Any]:
        query = super().query()
        return query.where(AssistiveDevice.person == self.person) if self.person is not None else query

    def form(self, record: AssistiveDevice) -> DeviceForm:
        return DeviceForm(self.session, asks=not record.whom)

    def new(self) -> AssistiveDevice:
        made: AssistiveDevice = super().new()
        made.person = self.person
        return made


class DevicesTab(DevicesPage):
    """The tab 辅助器具 of a person's file."""
