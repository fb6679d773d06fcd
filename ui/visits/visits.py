"""走访慰问: the visits of the office, and those paid to one person."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from peewee import ModelSelect
from PySide6.QtWidgets import QPushButton, QWidget

from models.core import codes
from models.core.amounts import yuan
from models.core.dates import PartDate, this_day
from models.people import attachments
from models.people.outsiders import recipient
from models.people.person import Person
from models.visits import gifts
from models.visits import visit as visits
from models.visits.campaign import Campaign
from models.visits.visit import Visit
from reports.visits import visits as print_of
from ui.forms.combo_boxes import Box
from ui.forms.file_forms import FileForm
from ui.forms.outsider_box import OutsiderBox
from ui.forms.person_box import PersonBox
from ui.jobs import messages
from ui.jobs.session import Session
from ui.lists.record_list import RecordList
from ui.materials import attachments as attachments_of
from ui.printing.print_button import PrintButton
from ui.widgets.dialogs import run_dialog

WAITING = "诉求待办"


def street_of(record: Any) -> str:
    """The street of the person or the outsider whom a record is about; nothing for a unit."""
    someone = recipient(record)
    return someone.street if someone else ""


class CampaignBox(Box):
    """One of the campaigns, or none."""

    def __init__(self) -> None:
        super().__init__()
        self._campaigns = list(Campaign.select().order_by(Campaign.year.desc(), Campaign.id.desc()))
        self.addItems(["", *(campaign.name for campaign in self._campaigns)])

    def value(self) -> Any:
        row = self.currentIndex()
        return self._campaigns[row - 1] if row > 0 else None

    def set_value(self, value: Campaign | None) -> None:
        self.setCurrentIndex(self._campaigns.index(value) + 1 if value in self._campaigns else 0)


class VisitForm(FileForm[Visit]):
    """One visit; whom it was paid to is asked only where that is not known."""

    def __init__(self, asks: bool = True, of_unit: bool = True, session: Session | None = None) -> None:
        """``asks`` whom it was paid to, when that is not known yet; a unit's name can be changed.

        With a session, somebody without a file can be chosen or written down too.
        """
        super().__init__()
        if asks:
            self.bind("person", "走访对象", PersonBox(), self.COLUMNS)
        if asks and session is not None:
            self.bind("outsider", "或未建档人员", OutsiderBox(session), self.COLUMNS)
        if of_unit:
            self.for_fields(Visit, ["unit"], wide=["unit"])
        self.for_fields(Visit, ["day", "occasion"], required=["day"])
        self.bind("campaign", "走访批次", CampaignBox())
        self.for_fields(Visit, ["category", "leader", "visitors"])
        self.section("慰问")
        self.for_fields(Visit, ["form", "money", "gifts", "gift_count", "gift_value"], wide=["gifts"])
        self.section("情况和诉求")
        self.for_fields(
            Visit, ["circumstances", "wishes", "handling"], wide=["circumstances", "wishes", "handling"]
        )
        self.for_fields(Visit, ["done", "notes"])


class VisitsList(RecordList):
    """Visits with their filter line."""

    NOUN = "走访慰问"
    LISTING = print_of.VISIT_LIST
    PERSONAL = frozenset({"name", "street"})
    EMPTY = "还没有走访慰问记录。\n\n点“登记走访慰问”登记第一次走访。"

    def fill_line(self) -> None:
        self.line.add_choice("年度")
        self.line.add_choice("节点", codes.table("occasion").names())
        self.line.add_tick(WAITING)

    def reload_line(self) -> None:
        self.line.offer_years("年度", visits.visit_years())

    def query(self) -> ModelSelect[Any]:
        line = self.line
        year = line.year("年度")
        query = visits.visits(line.words(), year, line.chosen("节点"), line.ticked(WAITING))
        return query if self.person is None else query.where(Visit.person == self.person)

    def told(self, query: ModelSelect[Any]) -> str:
        sums = visits.visit_sums(query)
        people = f"，走访{sums.people:,}人" if self.person is None else ""
        waiting = query.where(*visits.waits()).count()
        wishes = f"，待办诉求{waiting:,}件" if waiting else ""
        return f"共{sums.visits:,}次{people}，慰问金{yuan(sums.money)}元，慰问品折价{yuan(sums.gift_value)}元{wishes}"

    def form(self, record: Visit) -> VisitForm:
        return VisitForm(not record.whom, bool(record.unit) or not record.whom, self.session)

    def new(self) -> Visit:
        return Visit(person=self.person, day=PartDate.of(this_day()), visitors=self.session.user)

    def named(self, record: Visit) -> str:
        whom = f"对{record.whom}的" if record.whom else ""
        return f"{record.day.chinese() if record.day else ''}{whom}走访慰问记录"

    def more_acts(self) -> list[tuple[str, str, Callable[[], object]]]:
        return [
            ("办理诉求", "mdi6.clipboard-check-outline", self.follow_wish),
            ("附件", "mdi6.paperclip", self.attach),
        ]

    def follow_wish(self) -> None:
        """Show what was done about the chosen visit's wish."""
        from ui.visits.wishes import WishDialog  # whose list is made of these columns

        chosen = self.table.record()
        if chosen is None:
            return
        if not chosen.wishes.strip():
            messages.tell(self, "这次走访没有登记“反映的困难诉求”。有诉求的，请先按“修改”填写")
            return
        run_dialog(WishDialog(self.session, Visit.get_by_id(chosen.id), self))

    def more_widgets(self) -> list[QPushButton]:
        prints = PrintButton()
        prints.offer_register(
            "走访慰问登记表", lambda: partial(print_of.registers, self.query(), self.session.practice)
        )
        return [prints]

    def attach(self) -> None:
        """Show the photos and papers of the chosen visit."""
        chosen = self.table.record()
        if chosen is not None:
            attachments_of.show(self.session, chosen, self.named(chosen), self)

    def drop(self, record: Visit) -> None:
        attachments.take_away(record)
        record.delete_instance()

    def _write(self, form: FileForm[Any]) -> None:
        """The store follows what was said of gifts; of old registers, whose gifts never were in it, it takes no notice."""
        assert form.record is not None
        follows = form.record.id is None or "gifts" in form.changes() or gifts.moved(form.record)
        super()._write(form)
        if follows:
            gifts.settle_stock(form.record, self.session.user)


class VisitsPage(VisitsList):
    """The page 走访慰问 of the window: everybody's visits."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, None, parent)


class VisitsTab(VisitsList):
    """The tab 走访慰问 of a person's file."""

    def __init__(self, session: Session, person: Person, parent: QWidget | None = None) -> None:
        super().__init__(session, person, parent)
