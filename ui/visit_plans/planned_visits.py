"""The planned visits of a campaign: who is visited by which team on which day, with what, and how far it has come."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from peewee import ModelSelect
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QInputDialog, QWidget

from models.core.amounts import yuan
from models.visit_plans import planned_visits, results
from models.visit_plans.planned_visits import (
    NO_TEAM,
    VISIT_STATES,
    PlannedVisit,
    VisitKey,
    VisitOutcome,
    visit_state_of,
)
from models.visit_plans.progress import CampaignProgress, campaign_progress
from models.visit_plans.teams import Team, new_team, teams
from models.visits.campaign import Campaign
from models.visits.units import Unit
from models.visits.visit import Visit
from reports.visit_plans import plan
from ui.forms.combo_boxes import CodeBox
from ui.forms.file_forms import FileForm
from ui.forms.outsider_box import OutsiderBox
from ui.forms.person_box import PersonBox
from ui.forms.record_box import RecordBox
from ui.jobs import messages
from ui.jobs.operations import attempt_entry
from ui.jobs.session import Session
from ui.lists.record_list import RecordList
from ui.tables.list_columns import table_columns
from ui.tables.tables import Column
from ui.visit_plans.gifts_edit import GiftsEdit
from ui.visit_plans.teams import TeamForm


class UnitForm(FileForm[Unit]):
    """One of the units stationed here."""

    def __init__(self) -> None:
        super().__init__()
        self.for_fields(Unit, list(Unit.labels()), required=["name"], wide=["name", "station"])


def team_box(session: Session, campaign: Campaign) -> RecordBox[Team]:
    """One of a campaign's teams, or none yet."""
    return RecordBox(session, lambda: teams(campaign), TeamForm, lambda: new_team(campaign), NO_TEAM)


def unit_box(session: Session) -> RecordBox[Unit]:
    """One of the registered units."""
    return RecordBox(session, lambda: Unit.select().order_by(Unit.name), UnitForm, Unit)


class PlannedForm(FileForm[PlannedVisit]):
    """One row of the plan; whom it is for is asked only of a new one."""

    def __init__(self, session: Session, campaign: Campaign, new: bool) -> None:
        super().__init__()
        if new:
            self.bind("person", "优抚对象", PersonBox())
            self.bind("unit", "或驻区部队", unit_box(session))
            self.bind("outsider", "或未建档人员", OutsiderBox(session), self.COLUMNS)
        self.bind("team", "小组", team_box(session, campaign))
        self.for_fields(PlannedVisit, ["day"])
        self.bind("category", "对象类别", CodeBox("visit_category", editable=True))
        self.for_fields(PlannedVisit, ["money"])
        self.bind("gifts", "慰问品", GiftsEdit(session), self.COLUMNS)
        self.bind("outcome", "未走访情况", CodeBox(names=(VisitOutcome.NOT_MET, VisitOutcome.LEFT_OUT)))
        self.for_fields(PlannedVisit, ["reason", "notes"])


class PlannedList(RecordList):
    """The rows of one campaign."""

    NOUN = "走访对象"
    LISTING = plan.PLANNED_LIST
    EMPTY = "计划中还没有走访对象。\n\n先定“走访范围”，再按“生成计划”。"

    HEARS = False  # the page that holds it reads everything anew, once

    visits_wanted = Signal()  # results are to be entered

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self.campaign: Campaign | None = None
        self.made: dict[VisitKey, Visit] = {}
        self.progress: CampaignProgress | None = None
        super().__init__(session, None, parent)

    def show_campaign(self, campaign: Campaign | None) -> None:
        self.campaign = campaign
        self.refresh()
        self._mark()

    def can_add(self) -> bool:
        return self.campaign is not None

    def chosen(self) -> list[PlannedVisit]:
        """The rows that are selected."""
        rows = [self.rows.record(self.rows.row_of(key)) for key in self.table.selected_keys()]
        return [row for row in rows if row is not None]

    # what a row says of itself

    def columns(self) -> list[Column]:
        return table_columns(self.LISTING, row=lambda row: plan.OnTheWay(row, visit_state_of(row, self.made)))

    def fill_line(self) -> None:
        self.line.add_choice("小组")
        self.line.add_choice("情况", VISIT_STATES)

    def reload_line(self) -> None:
        going = [] if self.campaign is None else [team.name for team in teams(self.campaign)]
        self.line.offer("小组", [*going, NO_TEAM])

    def query(self) -> ModelSelect[Any]:
        if self.campaign is None:
            return PlannedVisit.select().where(PlannedVisit.id < 0)
        self.made = planned_visits.visits_made(self.campaign)
        return planned_visits.chosen_rows(
            self.campaign, self.line.words(), self.line.chosen("小组"), self.line.chosen("情况")
        )

    def told(self, query: ModelSelect[Any]) -> str:
        if self.campaign is None:
            return ""
        told = self.progress = campaign_progress(self.campaign)
        left_out = f"，不走访{told.left_out:,}" if told.left_out else ""
        return (
            f"计划{told.planned:,}个：已走访{told.visited:,}，待走访{told.waiting:,}，未遇到{told.not_met:,}{left_out}。"
            f"计划慰问金{yuan(told.money)}元，已发{yuan(told.given)}元"
        )

    def form(self, record: PlannedVisit) -> PlannedForm:
        assert self.campaign is not None
        return PlannedForm(self.session, self.campaign, record.id is None)

    def new(self) -> PlannedVisit:
        return PlannedVisit(campaign=self.campaign)

    def named(self, record: PlannedVisit) -> str:
        return f"计划中的{record.name}"

    # what can be done

    def add(self) -> None:
        if self.campaign is None:
            messages.tell(self, "请先按“新建批次”建立走访批次")
        else:
            super().add()

    def more_acts(self) -> list[tuple[str, str, Callable[[], object]]]:
        return [
            ("按计划登记", "mdi6.check-all", self.tick),
            ("不走访…", "mdi6.account-off-outline", lambda: self.leave(VisitOutcome.LEFT_OUT)),
            ("未遇到", "mdi6.door-closed", lambda: self.leave(VisitOutcome.NOT_MET)),
        ]

    def tick(self) -> None:
        """Note that the selected rows were visited as planned."""
        rows = [
            row for row in self.chosen() if row.key not in self.made and row.outcome != VisitOutcome.LEFT_OUT
        ]
        if not rows:
            messages.tell(self, "选中的对象都已登记过结果，或不走访")
            return
        whom = rows[0].name if len(rows) == 1 else f"{len(rows)}个对象"
        if not messages.ask(self, f"{whom}都已按计划走访，慰问金、慰问品照计划发放。登记吗？", "登记"):
            return
        title, user = f"登记走访结果：{whom}", self.session.user
        attempt_entry(self, self.session, title, lambda: results.keep_as_planned(rows, user))

    def leave(self, outcome: str) -> None:
        """Note that the selected rows were not met, or are not to be visited, and why."""
        rows = self.chosen()
        if not rows:
            return
        reason, yes = QInputDialog.getText(self, outcome, f"{outcome}的原因：")
        if not yes:
            return
        whom = rows[0].name if len(rows) == 1 else f"{len(rows)}个对象"

        def note() -> None:
            for row in rows:
                results.not_visited(row, outcome, reason.strip())

        attempt_entry(self, self.session, f"登记{outcome}：{whom}", note)
