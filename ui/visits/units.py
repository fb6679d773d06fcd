"""驻区部队: the units that the office visits, with when they were visited last."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from peewee import ModelSelect, fn
from PySide6.QtWidgets import QPushButton, QWidget

from models.core.dates import this_day
from models.filters import unvisited
from models.visits.units import Unit
from models.visits.visit import Visit
from reports.visits import units as print_of
from ui.jobs import messages
from ui.jobs.session import Session
from ui.lists.record_list import RecordList
from ui.printing.print_button import PrintButton
from ui.visit_plans.planned_visits import UnitForm

LAST_CALL = Visit.select(fn.MAX(Visit.day).coerce(False)).where(Visit.unit == Unit.name).alias("last_day")


class UnitsPage(RecordList):
    """The section 驻区部队."""

    OF_PEOPLE = False
    HINT = "部队名称"
    NOUN = "部队"
    LISTING = print_of.UNIT_LIST
    EMPTY = "还没有登记驻区部队。\n\n点“登记部队”登记第一支；走访部队的批次里可以直接选。"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, None, parent)

    def query(self) -> ModelSelect[Any]:
        query: Any = Unit.select(Unit, LAST_CALL).order_by(Unit.name)
        words = self.line.words()
        found: ModelSelect[Any] = query.where(Unit.name.contains(words)) if words else query
        return found

    def told(self, query: ModelSelect[Any]) -> str:
        since = date(this_day().year, 1, 1)
        return f"共{query.count():,}支部队，今年还没有走访的{unvisited.units_unvisited(since):,}支"

    def form(self, record: Unit) -> UnitForm:
        return UnitForm()

    def new(self) -> Unit:
        return Unit()

    def named(self, record: Unit) -> str:
        return f"部队“{record.name}”"

    def take_over(self) -> None:
        """Register the units that visits name."""
        with self.session.entry("补登走访过的部队"):
            count = unvisited.take_over_units()
        messages.tell(self, f"补登了{count}支部队" if count else "走访记录中的部队都已登记")

    def more_widgets(self) -> list[QPushButton]:
        taken = QPushButton("补登走访过的部队")
        taken.setAutoDefault(False)
        taken.clicked.connect(lambda: self.take_over())
        prints = PrintButton()
        prints.offer_register(
            "驻区部队登记表", lambda: partial(print_of.units_register, self.query(), self.session.practice)
        )
        return [taken, prints]
