"""Outsiders 未建档人员: people whom the office visits or pays and who have no file; they can be put into a plan at once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from peewee import ModelSelect
from PySide6.QtWidgets import QPushButton, QWidget

from models.core.name_order import in_name_order
from models.filters import unvisited
from models.people import outsiders
from models.people.outsiders import Outsider
from models.visit_plans import planning
from reports.visits import outsiders as print_of
from ui.forms.editors import YuanEdit
from ui.forms.outsider_box import OutsiderForm
from ui.forms.small_question import Asking
from ui.jobs import messages
from ui.jobs.session import Session
from ui.lists.record_list import RecordList
from ui.printing.print_button import PrintButton
from ui.visit_plans.gifts_edit import GiftsEdit
from ui.visits.visits import CampaignBox
from ui.widgets.dialogs import run_dialog


class OutsidersPage(RecordList):
    """The section 未建档人员."""

    NOUN = "未建档人员"
    LISTING = print_of.OUTSIDER_LIST
    OF_PEOPLE = False
    HINT = "姓名、身份证号"
    EMPTY = "还没有登记未建档人员。\n\n走访或发放过、又没有优抚档案的人，如困难退役军人、现役军人家属，登记在这里。"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, None, parent)

    def fill_line(self) -> None:
        self.line.add_choice("类别")
        self.line.add_choice("街道")

    def reload_line(self) -> None:
        for label, field in (("类别", Outsider.category), ("街道", Outsider.street)):
            there: Any = Outsider.select(field).where(field != "").distinct().order_by(field).tuples()
            self.line.offer(label, [value for (value,) in there])

    def query(self) -> ModelSelect[Any]:
        calls = unvisited.calls_on_outsiders().alias("calls")
        query: Any = Outsider.select(Outsider, calls).where(outsiders.found_by(self.line.words()))
        for label, field in (("类别", Outsider.category), ("街道", Outsider.street)):
            if chosen := self.line.chosen(label):
                query = query.where(field == chosen)
        ordered: ModelSelect[Any] = query.order_by(
            Outsider.category, in_name_order(Outsider.name), Outsider.id
        )
        return ordered

    def told(self, query: ModelSelect[Any]) -> str:
        return f"共{query.count():,}人，没有优抚档案，不计入优抚对象"

    def form(self, record: Outsider) -> OutsiderForm:
        return OutsiderForm()

    def new(self) -> Outsider:
        return Outsider(category=self.line.chosen("类别"), street=self.line.chosen("街道"))

    def named(self, record: Outsider) -> str:
        return f"未建档人员{record.name}"

    def more_acts(self) -> list[tuple[str, str, Callable[[], object]]]:
        return [("列入走访计划…", "mdi6.calendar-plus", self.plan)]

    def more_widgets(self) -> list[QPushButton]:
        prints = PrintButton()
        prints.offer_register(
            "未建档人员名单",
            lambda: partial(print_of.outsiders_register, self.query(), self.session.practice),
        )
        return [prints]

    def plan(self) -> None:
        """Ask into which plan the selected people are put, and with what."""
        keys = self.table.selected_keys()
        asked = Asking(
            self,
            "列入走访计划",
            f"把选中的{len(keys)}人列入走访计划，已在计划中的不变。",
            "列入",
            lambda said: self._put(keys, said),
        )
        campaigns = CampaignBox()
        campaigns.setCurrentIndex(1 if campaigns.count() > 1 else 0)
        asked.add("campaign", "走访批次", campaigns)
        asked.add("money", "每人慰问金(元)", YuanEdit(), required=False)
        asked.add("gifts", "每人慰问品", GiftsEdit(self.session), required=False)
        run_dialog(asked)

    def _put(self, keys: list[int], said: dict[str, Any]) -> None:
        campaign = said["campaign"]
        with self.session.entry(f"未建档人员列入计划：{campaign.name}"):
            count = planning.add_outsiders(campaign, keys, said["money"], said["gifts"])
        messages.tell(self, f"已列入“{campaign.name}”{count}人")
