"""What a register of the ledger is: its record, its columns in paper order, and what is summed up of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from peewee import Case, ModelSelect

from models.core.record import Count, Day, Yuan
from models.ledger import years
from models.ledger.activities import Activity
from models.ledger.assessment import NOT_READ, AssessmentItem
from models.ledger.assistive_devices import AssistiveDevice
from models.ledger.box_places import BoxPlace
from models.ledger.briefs import Brief
from models.ledger.good_news import GoodNews
from models.ledger.honours import Honour
from models.ledger.leading_groups import LEVELS, LeadingGroup
from models.ledger.loans import Loan
from models.ledger.memorials import Memorial
from models.ledger.promises import Promise
from models.ledger.publicity import Publicity
from models.ledger.rates import Rate
from models.ledger.services import Service
from models.ledger.spending import Spending
from models.ledger.tasks import Task
from models.people.outsiders import with_recipients
from reports.tables.list_columns import ListColumn, Listing, Says
from reports.tables.recipient_columns import recipient_column
from reports.tables.register import CENTRE, END, START

PIXELS = 3.6  # of a list's column for a mm of paper
LETTER, WHOLE_DAY = 14, 98  # pixels of a heading's character, and of a day
NOT_SUMMED = ("year", "number", "position")


ATTACHED = ListColumn("attached", 54, align=END, heading="附件")  # which the window counts


def part(
    key: str, paper: float, align: str = CENTRE, heading: str = "", words: Says | None = None
) -> ListColumn:
    """A column: a field of the record, or words of its own under a heading; how broad it is in the window follows from paper."""
    return ListColumn(key, paper=paper, align=align, heading=heading, words=words)


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """One register. ``day`` is the field that tells the year: a day, or the year itself; none belongs to no year."""

    section: str  # what the strip calls it
    title: str  # on paper, after the year
    noun: str  # one row
    model: Any
    parts: tuple[ListColumn, ...]
    day: str = "day"
    required: tuple[str, ...] = ()
    wide: tuple[str, ...] = ()  # in the form
    choices: tuple[tuple[str, str], ...] = ()  # fields that the list is narrowed by, and what they are called
    sums: tuple[tuple[str, str], ...] = ()  # fields that are added up, and how the sum is said
    money: str = ""  # the field of amounts that paper sums up in words
    counted: str = "条"
    names: tuple[tuple[str, tuple[str, ...]], ...] = ()  # fields with a list of their own to choose from
    hint: str = ""  # said below the list
    before: Any = None  # what rows are ordered by first

    def rows(self, year: int | None = None) -> ModelSelect[Any]:
        """The records of a year, or all, the oldest first."""
        rows = with_recipients(self.model) if self.personal else self.model.select()
        query: ModelSelect[Any] = rows.where(self.model.id > 0)
        if year is not None and self.day:
            field = getattr(self.model, self.day)
            query = query.where(field == year if self.day == "year" else years.in_year(field, year))
        return query.order_by(*self.order())

    @property
    def personal(self) -> bool:
        """Whether its rows are about people on file or without one."""
        return "outsider" in self.model._meta.fields

    def order(self) -> tuple[Any, ...]:
        """By number where rows have one, else by day."""
        fields = self.model._meta.fields
        named = [name for name in ("year", "number", "position", self.day, "name", "unit") if name in fields]
        first = () if self.before is None else (self.before,)
        return (*first, *(getattr(self.model, name) for name in named), self.model.id)

    def years(self) -> list[int]:
        """The years in which there is something, the newest first."""
        return _years(self.model, self.day) if self.day else []

    def listing(self) -> Listing:
        """The list of the window and of paper."""
        plain = Listing(self.model, self.parts)
        *others, last = (self._in_window(plain, each) for each in self.parts)
        columns = (*others, ATTACHED, last)  # the window's last one takes the room that is left
        return replace(plain, columns=columns, number=12, money=self.money, counted=self.counted)

    def _in_window(self, plain: Listing, column: ListColumn) -> ListColumn:
        if column.width:  # one that knows by itself how broad it is
            return column
        field = plain.order(column)
        heading = column.heading or str(self.model._meta.fields[column.key].verbose_name)
        width = max(round(column.paper * PIXELS), LETTER * len(heading) + 22)
        width = max(width, WHOLE_DAY) if isinstance(field, Day) else width
        summed = isinstance(field, (Count, Yuan)) and column.key not in NOT_SUMMED
        return replace(column, heading=heading, width=width, summed=summed)


def _years(model: Any, day: str) -> list[int]:
    if day == "year":
        return years.years_of(model)
    found = {value.year for (value,) in model.select(getattr(model, day)).distinct().tuples() if value}
    return sorted(found, reverse=True)


def rate_of(record: Rate) -> str:
    """A rate in percent, to one place where it is not whole; nothing while nobody was due."""
    if not record.due or record.done is None:
        return ""
    share = record.done * 1000 // record.due
    return f"{share // 10}.{share % 10}%" if share % 10 else f"{share // 10}%"


PUBLICITY = Kind(
    "宣传", "双拥宣传登记表", "宣传", Publicity,
    (
        part("day", 26), part("form", 48), part("unit", 62), part("quantity", 24, END), part("measure", 24),
        part("notes", 70, START),
    ),
    required=("day", "form", "quantity"), choices=(("form", "形式"), ("unit", "单位")), sums=(("quantity", "数量合计{}"),),
)  # fmt: skip
BRIEFS = Kind(
    "信息报送", "双拥信息报送登记表", "信息", Brief,
    (part("day", 26), part("kind", 34), part("channel", 44), part("unit", 44), part("title", 80, START), part("notes", 32, START)),
    required=("day", "kind"), wide=("title",), choices=(("kind", "类型"), ("channel", "渠道")),
)  # fmt: skip
ACTIVITIES = Kind(
    "活动", "双拥活动登记表", "活动", Activity,
    (
        part("day", 24), part("theme", 46, START), part("kind", 30), part("organiser", 46, START), part("place", 26, START),
        part("people", 17, END), part("units", 17, END), part("stations", 17, END), part("books", 17, END),
        part("scrolls", 19, END), part("notes", 20, START),
    ),
    required=("day",), choices=(("kind", "类型"), ("organiser", "单位")),
    sums=(("people", "参加{}人次"), ("books", "赠书{}册"), ("scrolls", "赠春联书画{}幅")), counted="场",
)  # fmt: skip
SERVICES = Kind(
    "优待办理", "优待办理登记表", "优待", Service,
    (part("day", 28), part("matter", 56), part("name", 32), part("number", 48), part("result", 62, START), part("notes", 38, START)),
    required=("day", "matter", "name"), choices=(("matter", "事项"),), counted="件",
)  # fmt: skip
DEVICES = Kind(
    "辅助器具", "辅助器具配置登记表", "器具", AssistiveDevice,
    (
        part("day", 23), recipient_column("name", 90, 18), recipient_column("number", 170, 39), recipient_column("street", 110),
        part("kind", 22), part("specification", 26, START), part("cost", 21, END), part("fund", 22), part("maker", 34, START),
        part("years", 16, END), part("due", 23, heading="应更换日期", words=lambda device: device.due), part("given_up", 20), part("notes", 13, START),
    ),
    required=("day", "kind"), choices=(("kind", "器具"), ("fund", "来源")), sums=(("cost", "费用{}元"),), money="cost", counted="件",
    hint="使用年限照本省的配置目录填写；到期前90天起列在工作台上，换发新的一件以后不再提醒",
)  # fmt: skip
LOANS = Kind(
    "档案借阅", "档案借阅登记表", "借阅", Loan,
    (
        part("day", 24), recipient_column("name", 90, 20), recipient_column("number", 170, 40), recipient_column("street", 110),
        part("part", 30, START), part("borrower", 22), part("unit", 34, START), part("purpose", 34, START), part("due", 24), part("returned", 24),
        part("state", 18, heading="办理", words=lambda loan: loan.state), part("notes", 17, START),
    ),
    required=("day", "borrower"), choices=(("unit", "单位"),), counted="次",
    hint="应还日期过了没有归还的，列在工作台上",
)  # fmt: skip
PROMISES = Kind(
    "承诺", "承诺兑现登记表", "承诺", Promise,
    (
        part("day", 24), recipient_column("name", 90, 20), recipient_column("number", 170, 40), recipient_column("street", 110),
        part("words", 70, START), part("promised_by", 20), part("due", 24), part("kept_on", 24), part("outcome", 40, START),
        part("state", 18, heading="办理", words=lambda promise: promise.state), part("notes", 10, START),
    ),
    required=("day", "words"), wide=("words", "outcome"), counted="件",
    hint="走访时反映的困难在“诉求跟踪”里办理，这里登记另外答应的事",
)  # fmt: skip
BOXES = Kind(
    "档案盒", "档案存放登记表", "档案盒", BoxPlace,
    (
        part("cabinet", 40), part("shelf", 30), part("box", 40), part("first", 40), part("last", 40), part("notes", 80, START),
    ),
    day="", required=("box", "first", "last"), choices=(("cabinet", "柜"),), counted="盒", before=BoxPlace.first,
    hint="在优抚对象的档案里看得到放在哪一柜、哪一层、哪一盒",
)  # fmt: skip
HONOURS = Kind(
    "评选表彰", "评选表彰登记表", "评选对象", Honour,
    (
        part("honour", 42), part("name", 26), part("number", 42), part("unit", 44), part("stage", 22), part("politics", 24),
        part("deeds", 24), part("day", 24), part("notes", 20, START),
    ),
    day="year", required=("year", "honour", "name"), choices=(("honour", "评选"), ("stage", "阶段")), counted="人",
)  # fmt: skip
NEWS = Kind(
    "送喜报", "立功喜报送达登记表", "喜报", GoodNews,
    (
        part("received", 23), part("soldier", 22), part("merit", 22), part("unit", 30, START), part("family", 22),
        part("relation", 18), part("street", 26), part("phone", 26), part("delivered", 23), part("bringers", 34, START),
        part("money", 22, END), part("notes", 10, START),
    ),
    day="received", required=("received", "soldier", "merit"), wide=("address",), choices=(("merit", "等次"),),
    money="money", counted="份",
)  # fmt: skip
MEMORIALS = Kind(
    "纪念设施", "烈士纪念设施普查登记表", "设施", Memorial,
    (
        part("name", 44, START), part("kind", 24), part("level", 22), part("street", 26), part("address", 44, START),
        part("keeper", 32, START), part("responsible", 20), part("phone", 25), part("condition", 20), part("checked", 23),
    ),
    day="", required=("name",), wide=("name", "address"), choices=(("kind", "类别"), ("condition", "状况")), counted="处",
)  # fmt: skip
LEADING_GROUPS = Kind(
    "组织领导", "双拥工作领导小组登记表", "机构", LeadingGroup,
    (
        part("level", 26), part("unit", 26), part("name", 36, START), part("leader", 20), part("deputies", 30, START),
        part("members", 52, START), part("document", 28, START), part("since", 22), part("until", 22), part("reason", 22, START),
    ),
    day="", required=("unit", "leader", "since"), wide=("members", "deputies"), choices=(("level", "层级"),), counted="个",
    names=(("level", LEVELS),), before=Case(LeadingGroup.level, tuple((name, n) for n, name in enumerate(LEVELS)), 9),
)  # fmt: skip
TASKS = Kind(
    "年度任务", "双拥工作年度任务台账", "任务", Task,
    (
        part("number", 14, heading="任务号"), part("unit", 34), part("words", 64, START), part("due", 23), part("progress", 48, START),
        part("state", 18, heading="完成情况", words=lambda task: task.state), part("full", 14, END), part("score", 14, END),
        part("evidence", 38, START), part("notes", 14, START),
    ),
    day="year", required=("year", "unit", "words"), wide=("words", "progress", "evidence"), choices=(("unit", "单位"),),
    counted="项",
)  # fmt: skip
ASSESSMENT = Kind(
    "考评", "双拥模范城（县）考评自评表", "考评项", AssessmentItem,
    (
        part("project", 34, START), part("number", 13, heading="条目"), part("words", 75, START), part("full", 14, END), part("rule", 38, START),
        part("score", 18, END), part("unit", 26, START), part("evidence", 44, START), part("source", 22, START, "依据"),
    ),
    day="year", required=("year", "words"), wide=("project", "words", "rule", "evidence"), choices=(("project", "项目"),),
    counted="项", hint=NOT_READ,
)  # fmt: skip
RATES = Kind(
    "百分百指标", "百分百指标", "指标", Rate,
    (
        part("name", 110, START), part("done", 36, END), part("due", 36, END),
        part("rate", 30, END, "落实率", rate_of), part("notes", 50, START),
    ),
    day="year", required=("year", "name"), wide=("name",), counted="项",
)  # fmt: skip
SPENDING = Kind(
    "经费", "双拥经费登记表", "经费", Spending,
    (
        part("item", 56, START), part("source", 32), part("planned", 32, END), part("allotted", 32, END), part("day", 25),
        part("document", 34, START), part("voucher", 30, START), part("notes", 26, START),
    ),
    day="year", required=("year", "item"), wide=("item",), choices=(("source", "来源"),),
    sums=(("planned", "预算{}元"), ("allotted", "拨付{}元")), money="allotted", counted="笔",
    hint="各类抚恤补助资金的预算和发放在“补助发放”中登记",
)  # fmt: skip
KINDS = (
    PUBLICITY, BRIEFS, ACTIVITIES, SERVICES, DEVICES, HONOURS, NEWS, MEMORIALS, LEADING_GROUPS, TASKS, ASSESSMENT, RATES, SPENDING,
    LOANS, PROMISES, BOXES,
)  # fmt: skip
