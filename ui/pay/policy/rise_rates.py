"""Rise rates 提标幅度: by how much each class rose in a month, entered by the office where the program does not know it."""

from __future__ import annotations

from typing import Any

from models.core.dates import PartDate, this_day
from models.pay.standards import months
from models.pay.standards.rise_rates import RISE_GROUPS, TWELVES_OF_YUAN, RiseRate, carried_rates
from reports.tables.list_columns import ListColumn, Listing
from ui.forms.combo_boxes import CodeBox, FlagBox
from ui.forms.file_forms import FileForm
from ui.pay.policy.policy_list import POLICY_CONFIRMED, PolicyList

RATE_LIST = Listing(
    RiseRate,
    (
        POLICY_CONFIRMED,
        ListColumn("begins", 110, heading="自"),
        ListColumn("whom", 400, heading="对象", words=lambda rate: rate.whom()),
        ListColumn("said", 220, heading="幅度和取整", words=lambda rate: rate.words()),
        ListColumn("document", 240),
        ListColumn("source", 280),
        ListColumn("notes", 240),
    ),
)


class RiseRateForm(FileForm[RiseRate]):
    """One rate; what says nothing of whom it is about holds for all kinds that rise by a percentage."""

    def __init__(self) -> None:
        super().__init__()
        self.for_fields(RiseRate, ["begins"], required=["begins"])
        self.bind("confirmed", "已确认", FlagBox())
        self.for_fields(RiseRate, ["percent", "step", "more"])
        self.bind("group", "提标分组", CodeBox(names=RISE_GROUPS))
        self.for_fields(RiseRate, ["kind", "category", "nature", "household"])
        self.for_fields(RiseRate, ["document", "source", "notes"], wide=["document", "source"])


class RiseRatesPage(PolicyList):
    """The section 提标幅度."""

    NOUN = RiseRate.NOUN
    RECORD = RiseRate
    LISTING = RATE_LIST
    HINT = "月份、身份、文号……"
    EMPTY = "没有本单位登记的提标幅度。\n\n新一年的通知到了，在这里登记各类提高百分之几，就可以推算新年度标准、核对填写的数额。"
    UNUSED = "未确认，不用于推算和核对"

    def found(self, words: str = "", unconfirmed: bool = False) -> Any:
        return super().found(words, unconfirmed).order_by(RiseRate.begins.desc(), RiseRate.id)

    def told(self, query: Any) -> str:
        carried = [each.first for each in carried_rates()]
        known = f"{months.month_words(min(carried))}至{months.month_words(max(carried))}历次提标的幅度程序里已有，不必登记"
        return f"{super().told(query)}。{known}，与文件不符的才在这里改正。"

    def say_count(self) -> None:
        self.count_said.emit(self.sentence.text().partition("。")[0])

    def form(self, record: RiseRate) -> RiseRateForm:
        return RiseRateForm()

    def new(self) -> RiseRate:
        last: RiseRate | None = self.table.record()
        begins = last.begins if last is not None else PartDate(this_day().year, 8)
        document = last.document if last is not None else ""
        return RiseRate(begins=begins, step=TWELVES_OF_YUAN, document=document, confirmed=False)
