"""补助标准: every standard with its months, its paper and whether the office has confirmed it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from peewee import ModelSelect
from PySide6.QtWidgets import QPushButton, QWidget

from models.core import codes
from models.core.dates import PartDate, this_day
from models.pay.standards import grids, months, shipped, standards
from models.pay.standards.standards import LAYERS, NATIONAL, STANDARD_UNITS, YEARLY, Standard
from reports.pay import grids as papers
from ui.forms.combo_boxes import CodeBox, FlagBox
from ui.forms.editors import DateEdit
from ui.forms.file_forms import FileForm
from ui.jobs import messages
from ui.jobs.session import Session
from ui.lists.record_list import RecordList
from ui.pay.standards.comparison import ComparisonDialog
from ui.pay.standards.confirm_standards import ConfirmDialog
from ui.pay.standards.new_standards import NewGridDialog, ask_begin
from ui.pay.standards.rules import WaysDialog
from ui.printing.print_button import Gathered, PrintButton
from ui.tables.list_columns import table_columns
from ui.tables.tables import Column
from ui.widgets.buttons import act_button
from ui.widgets.dialogs import run_dialog

ONLY_UNCONFIRMED = "只看未确认"
YES, NO = "已确认", "未确认"


def ink_of_standard(standard: Standard) -> str:
    """What is not confirmed is never used for pay: it is written so that this is seen."""
    return "" if standard.confirmed else "doubt"


class StandardForm(FileForm[Standard]):
    """One standard; the fine names offered are those of its kind."""

    def __init__(self) -> None:
        super().__init__()
        self.bind("kind", "身份", CodeBox("kind"), required=True)
        self._category = CodeBox(names=())
        self.bind("category", "类别", self._category)
        self.for_fields(Standard, ["grade", "nature", "period", "household"])
        self.for_fields(Standard, ["age_from"])
        self.bind("alone", "限孤老", FlagBox())
        self.bind("layer", "层级", CodeBox(names=LAYERS), required=True)
        self.bind("unit", "计发单位", CodeBox(names=STANDARD_UNITS), required=True)
        self.for_fields(Standard, ["amount"], required=["amount"])
        self.bind("confirmed", "已确认", FlagBox())
        self.bind("begins", "自哪个月", DateEdit(), required=True)
        self.bind("ends", "至哪个月", DateEdit())
        self.for_fields(
            Standard, ["document", "source", "derived_by", "notes"], wide=["document", "source", "derived_by"]
        )
        self.editors["kind"].changed.connect(self._offer)

    def edit(self, record: Standard) -> None:
        super().edit(record)
        self._offer()

    def _offer(self) -> None:
        self._category.offer(codes.categories_of(self.editors["kind"].value()))


class StandardsPage(RecordList):
    """The section 补助标准."""

    NOUN = "标准"
    LISTING = papers.STANDARD_LIST
    OF_PEOPLE = False
    HINT = "身份、等级、性质、文号……"
    EMPTY = "没有标准。"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, None, parent)

    # What a row says of itself

    def columns(self) -> list[Column]:
        return table_columns(self.LISTING, ink=ink_of_standard)

    def fill_line(self) -> None:
        self.line.add_choice("身份", codes.table("kind").names())
        self.line.add_choice("年度")
        self.line.add_choice("层级", LAYERS)
        self.line.add_tick(ONLY_UNCONFIRMED)

    def reload_line(self) -> None:
        self.line.offer_years("年度", standards.standard_years(), "{}年执行")

    def query(self) -> ModelSelect[Any]:
        return grids.listed(
            self.line.chosen("身份"), self.line.year("年度"), self.line.chosen("层级"), self.line.ticked(ONLY_UNCONFIRMED),
            self.line.words(),
        )  # fmt: skip

    def told(self, query: ModelSelect[Any]) -> str:
        number, unconfirmed = grids.standard_counts()
        words = f"列出{self.rows.rowCount():,}条，共{number:,}条标准"
        words += f"；其中{unconfirmed:,}条未确认，不用于计算，请核对文件后确认" if unconfirmed else ""
        return "\n".join(filter(None, (words, _rises(self.line.chosen("身份")))))

    def form(self, record: Standard) -> StandardForm:
        return StandardForm()

    def new(self) -> Standard:
        chosen = self.table.record()
        today = this_day()
        kind = self.line.chosen("身份") or (chosen.kind if chosen is not None else "")
        return Standard(
            kind=kind, layer=NATIONAL, unit=YEARLY, begins=PartDate(today.year, 8), confirmed=False
        )

    def named(self, record: Standard) -> str:
        return f"{record.describe()}（{record.when()}）"

    def say_count(self) -> None:
        self.count_said.emit(self.sentence.text().partition("\n")[0])

    def more_acts(self) -> list[tuple[str, str, Callable[[], object]]]:
        return [("确认标准", "mdi6.check-decagram-outline", self.confirm)]

    def more_widgets(self) -> list[QPushButton]:
        prints = PrintButton()
        prints.offer_register("补助标准表", self._register)
        return [
            act_button("新年度标准", "mdi6.calendar-plus", self.new_grid),
            act_button("比较两年", "mdi6.compare-horizontal", self.compare),
            act_button("发放规则", "mdi6.cog-outline", self.ask_ways),
            prints,
        ]

    # What can be done

    def confirm(self) -> None:
        """Confirm the chosen standards with the paper that says them."""
        chosen = [self.rows.record(self.rows.row_of(key)) for key in self.table.selected_keys()]
        waiting = [each for each in chosen if each is not None and not each.confirmed]
        if not waiting:
            messages.tell(self, "选中的标准都已确认")
            return
        run_dialog(ConfirmDialog(self.session, waiting, self))

    def new_grid(self) -> None:
        """Fill in the grid of a new year; copy the last one first when there is none yet."""
        begins = ask_begin(self.session, self)
        if begins is not None:
            run_dialog(NewGridDialog(self.session, begins, self))

    def compare(self) -> None:
        run_dialog(ComparisonDialog(self.session, self.line.chosen("身份"), self))

    def ask_ways(self) -> None:
        run_dialog(WaysDialog(self.session, self))

    def show_standard(self, wanted: Standard) -> None:
        """Show one standard: what is asked for from elsewhere."""
        self.line.clear()
        self.refresh()
        self.table.go_to(wanted.id)
        self.table.setFocus()

    def propose(self, wanted: Standard) -> None:
        """Ask for a standard that is missing, with what is known of it."""
        self._ask(wanted, "登记标准")

    def _register(self) -> Gathered:
        words = "　".join(filter(None, (self.line.chosen(label) for label in ("身份", "年度", "层级"))))
        query, practice = self.query(), self.session.practice
        return lambda: papers.standards_register(list(query), words or "全部", practice)


def _rises(kind: str) -> str:
    """By how much a kind's standard rose, as far as it is known: a help for checking, never used for pay."""
    told = [f"{months.day_words(each.begins)}{each.words}" for each in shipped.rises() if each.kind == kind]
    return f"历次提标（供核对，不用于计算）：{'；'.join(told)}" if told else ""
