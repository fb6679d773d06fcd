"""诉求跟踪: the wishes that were raised at the door, the oldest open one first, each followed until it is done."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from peewee import ModelSelect, fn
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPushButton, QVBoxLayout, QWidget

from models.core.dates import PartDate, this_day
from models.core.record import Record
from models.people.outsiders import Outsider, recipient
from models.people.person import Person
from models.visits import visit as visits
from models.visits import wishes
from models.visits.visit import Visit
from models.visits.wishes import WishStep
from reports.tables.list_columns import ListColumn, Listing
from reports.visits import wishes as print_of
from ui.forms.file_forms import FileForm
from ui.jobs.session import Session
from ui.lists.record_list import RecordList
from ui.printing.print_button import PrintButton
from ui.tables.small_tables import SmallTable
from ui.visits.visits import street_of
from ui.widgets import theme, window_size
from ui.widgets.dialogs import run_dialog

DONE_TOO = "包括已办结"


def phone_of(visit: Visit) -> str:
    """How the one who wishes something can be reached."""
    someone = recipient(visit)
    return "" if someone is None else str(someone.phone)


class WishStepForm(FileForm[WishStep]):
    """One step."""

    def __init__(self) -> None:
        super().__init__()
        self.for_fields(
            WishStep,
            ["day", "due", "unit", "handler", "words", "closes"],
            required=["day", "words"],
            wide=["words"],
        )


WISH_STEP_LIST = Listing(
    WishStep,
    (
        ListColumn("day", 96),
        ListColumn("unit", 130),
        ListColumn("words", 300),
        ListColumn("handler", 80),
        ListColumn("due", 96),
        ListColumn("closes", 56, heading="办结", words=lambda step: "是" if step.closes else ""),
    ),
    sorts=False,
)


class WishSteps(SmallTable):
    """What was done about one wish."""

    def __init__(self, session: Session, visit: Visit) -> None:
        self.visit = visit
        super().__init__(
            session,
            "办理经过",
            WISH_STEP_LIST,
            "wish_steps",
            "还没有办理。点“登记”写第一步；办好了的选“是否办结”为“是”。",
        )
        self.add_button("办结", "mdi6.check-circle-outline", self.close_wish, needs_row=False)
        session.changed.connect(self.reload)
        self.reload()

    def reload(self) -> None:
        self.show_rows(wishes.wish_steps_of(self.visit))

    def close_wish(self) -> None:
        """Ask how it was settled."""
        self._ask(self.new(closes=True), f"办结{self.whose()}的诉求")

    def form(self) -> FileForm[Any]:
        return WishStepForm()

    def new(self, closes: bool | None = None) -> Record:
        today = PartDate.of(this_day())
        return WishStep(visit=self.visit, day=today, handler=self.session.user, closes=closes)

    def write(self, record: WishStep) -> None:
        wishes.take_wish_step(record)

    def whose(self) -> str:
        return str(self.visit.whom)

    def drop(self, record: WishStep) -> None:
        wishes.drop_wish_step(record)


class WishDialog(QDialog):
    """One wish and what was done about it."""

    def __init__(self, session: Session, visit: Visit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"诉求办理　{visit.whom}")
        self.steps = WishSteps(session, visit)
        day = visit.day.chinese() if visit.day is not None else ""
        about = "　".join(filter(None, (visit.whom, street_of(visit), phone_of(visit))))
        wish = theme.look(QLabel(f"{day}走访时反映：{visit.wishes}", wordWrap=True), "heading")
        buttons = QDialogButtonBox()
        buttons.addButton("完成", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(theme.look(QLabel(about), "quiet"))
        column.addWidget(wish)
        column.addWidget(self.steps)
        column.addStretch()
        column.addWidget(buttons)
        window_size.resize(self, 860, 400)


class WishesPage(RecordList):
    """The section 诉求跟踪; a double click or Enter opens what was done."""

    NOUN = "走访慰问"
    LISTING = print_of.WISH_LIST
    EMPTY = "没有待办的诉求。\n\n走访时登记了“反映的困难诉求”而没有办结的，列在这里。"

    CHANGES = False  # a wish is raised at a visit, and registered there

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, None, parent)

    def fill_line(self) -> None:
        self.line.add_choice("街道")
        self.line.add_tick(DONE_TOO)

    def reload_line(self) -> None:
        found = wishes.open_wishes()
        self.line.offer("街道", sorted({street_of(visit) for visit in found} - {""}))

    def query(self) -> ModelSelect[Any]:
        query = wishes.raised() if self.line.ticked(DONE_TOO) else wishes.open_wishes()
        if words := self.line.words():
            query = query.where(Visit.id.in_(visits.visits(words).select(Visit.id).order_by()))
        if street := self.line.chosen("街道"):
            query = query.where(fn.COALESCE(Person.street, Outsider.street) == street)
        return query

    def told(self, query: ModelSelect[Any]) -> str:
        told = wishes.ages()
        return f"待办诉求{told.open:,}件：超过1个月{told.month:,}件，超过3个月{told.quarter:,}件，超过办理时限{told.overdue:,}件"

    def more_acts(self) -> list[tuple[str, str, Callable[[], object]]]:
        return [("办理情况", "mdi6.clipboard-check-outline", self.change)]

    def change(self, record: Any = None) -> None:
        """Show what was done about the chosen wish, and take the next step."""
        chosen = record if isinstance(record, Record) else self.table.record()
        if chosen is not None:
            run_dialog(WishDialog(self.session, Visit.get_by_id(chosen.id), self))

    def more_widgets(self) -> list[QPushButton]:
        prints = PrintButton()
        prints.offer_register(
            "诉求办理台账", lambda: partial(print_of.wishes_register, self.query(), self.session.practice)
        )
        return [prints]
