"""The unvisited 久未走访: the living whom nobody has called on, or not for long; they can be put into a plan at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any

from peewee import ModelSelect
from PySide6.QtWidgets import QPushButton, QWidget

from models.core import codes
from models.core.dates import this_day
from models.filters import unvisited
from models.filters.filters import UNVISITED, Filter
from models.people.listing import identities_of
from models.people.places_lived import streets
from models.visit_plans.planned_visits import PlannedVisit
from models.visit_plans.planning import category_of
from models.visits.campaign import Campaign
from models.visits.visit import months_before
from reports.visits import unvisited as print_of
from ui.jobs import messages
from ui.jobs.operations import attempt_entry
from ui.jobs.session import Session
from ui.lists.record_list import RecordList
from ui.printing.print_button import PrintButton


class UnvisitedPage(RecordList):
    """The section 久未走访."""

    NOUN = "走访"
    LISTING = print_of.UNVISITED_LIST
    EMPTY = "没有久未走访的人。"

    CHANGES = False

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, None, parent)

    def fill_line(self) -> None:
        self.line.add_choice("年限", UNVISITED)
        self.line.add_choice("街道")
        self.line.add_choice("身份", codes.table("kind").names())

    def reload_line(self) -> None:
        self.line.offer("街道", streets())

    def since(self) -> date | None:
        """The day since which nobody has called, tomorrow for everybody; None for never at all."""
        months = UNVISITED.get(self.line.chosen("年限"))
        if months is None:
            return this_day() + timedelta(1)
        return months_before(this_day(), months) if months else None

    def query(self) -> ModelSelect[Any]:
        line, self._asked = self.line, self.words()
        wanted = Filter(words=line.words(), street=line.chosen("街道"), kind=line.chosen("身份"))
        return unvisited.unvisited(self.since(), wanted)

    def words(self) -> str:
        """For how long nobody has called, as the list now asks."""
        span = self.line.chosen("年限")
        return f"{span}（含从未走访）" if UNVISITED.get(span) else span or "全部健在人员，久未走访的在前"

    def told(self, query: ModelSelect[Any]) -> str:
        return f"{self._asked}：{query.count():,}人"

    def more_acts(self) -> list[tuple[str, str, Callable[[], object]]]:
        return [("列入走访计划…", "mdi6.calendar-plus", self.plan)]

    def plan(self) -> None:
        """Put the selected people into the newest campaign's plan."""
        keys = self.table.selected_keys()
        campaigns = list(Campaign.select().order_by(Campaign.year.desc(), Campaign.id.desc()).limit(4))
        if not campaigns:
            messages.tell(self, "还没有走访批次。请先到“走访计划”新建批次")
            return
        answers = {each.name: each for each in reversed(campaigns)}  # of two by one name the newer
        answers = {each.name: answers[each.name] for each in campaigns}
        campaign = messages.choose(self, f"把选中的{len(keys)}人列入哪一批走访计划？", answers)
        if campaign is not None:
            self._put(campaign, keys)

    def _put(self, campaign: Campaign, keys: list[int]) -> None:
        there = {row.person_id for row in PlannedVisit.select().where(PlannedVisit.campaign == campaign)}
        held = identities_of(keys)
        fresh = [key for key in keys if key not in there]

        def put() -> None:
            for key in fresh:
                PlannedVisit(campaign=campaign, person=key, category=category_of(held.get(key, []))).save()

        known = f"，原已在计划中的{len(keys) - len(fresh)}人不变" if len(fresh) < len(keys) else ""
        if attempt_entry(self, self.session, f"列入走访计划：{len(fresh)}人", put):
            messages.tell(self, f"已列入“{campaign.name}”{len(fresh)}人{known}")

    def change(self, record: Any = None) -> None:
        """Open the file of the person of that row."""
        self.open_person()

    def open_person(self) -> None:
        person = self.table.record()
        if person is not None:
            self.person_wanted.emit(person.id)

    def more_widgets(self) -> list[QPushButton]:
        prints = PrintButton()
        prints.offer_register(
            "久未走访名单",
            lambda: partial(print_of.unvisited_register, self.query(), self.words(), self.session.practice),
        )
        return [prints]
