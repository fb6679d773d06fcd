"""Figures 政策数据: percentages, multiples, incomes and rulings by date, entered and corrected one by one."""

from __future__ import annotations

from typing import Any

from peewee import ModelSelect

from models.core.dates import PartDate, this_day
from models.pay.policy import figure_search
from models.pay.standards.policy_figures import PolicyFigure
from reports.tables.list_columns import ListColumn, Listing
from ui.forms.combo_boxes import FlagBox
from ui.forms.file_forms import FileForm
from ui.pay.policy.policy_list import POLICY_CONFIRMED, PolicyList

FIGURE_LIST = Listing(
    PolicyFigure,
    (
        POLICY_CONFIRMED,
        ListColumn("matter", 210),
        ListColumn("what", 220),
        ListColumn("said", 220, heading="数值或规定", words=lambda figure: figure.said(), order=PolicyFigure.value),
        ListColumn("begins", 90, heading="自"),
        ListColumn("ends", 90, heading="至"),
        ListColumn("article", 280),
        ListColumn("source", 280),
        ListColumn("notes", 240),
    ),
)  # fmt: skip


class FigureForm(FileForm[PolicyFigure]):
    """One figure or ruling."""

    def __init__(self) -> None:
        super().__init__()
        self.for_fields(PolicyFigure, ["matter", "what", "value", "unit"], required=["matter"])
        self.bind("confirmed", "已确认", FlagBox())
        self.for_fields(PolicyFigure, ["begins", "ends"])
        self.for_fields(
            PolicyFigure, ["ruling", "article", "source", "notes"], wide=["ruling", "article", "source"]
        )


class PolicyFiguresPage(PolicyList):
    """The section 政策数据."""

    NOUN = PolicyFigure.NOUN
    RECORD = PolicyFigure
    LISTING = FIGURE_LIST
    HINT = "事项、对象、条文……"
    EMPTY = "没有政策数据。"

    def fill_line(self) -> None:
        self.line.add_choice("事项")
        self.line.add_choice("年度")
        super().fill_line()

    def reload_line(self) -> None:
        self.line.offer("事项", figure_search.figure_matters())
        self.line.offer_years("年度", figure_search.figure_years(), "{}年执行")

    def query(self) -> ModelSelect[Any]:
        return figure_search.figures_found(
            self.line.chosen("事项"),
            self.line.year("年度"),
            self.line.ticked(self.WAITING),
            self.line.words(),
        )

    def form(self, record: PolicyFigure) -> FigureForm:
        return FigureForm()

    def new(self) -> PolicyFigure:
        chosen = self.table.record()
        matter = self.line.chosen("事项") or (chosen.matter if chosen is not None else "")
        return PolicyFigure(matter=matter, begins=PartDate(this_day().year, 1), confirmed=False)
