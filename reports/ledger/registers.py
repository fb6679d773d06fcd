"""What a register of the ledger is: its record, its columns in paper order, and what is summed up of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from peewee import Case, ModelSelect

from models.ledger import years
from models.ledger.activities import Activity
from models.ledger.assessment import NOT_READ, AssessmentItem
from models.ledger.briefs import Brief
from models.ledger.good_news import GoodNews
from models.ledger.honours import Honour
from models.ledger.leading_groups import LEVELS, LeadingGroup
from models.ledger.memorials import Memorial
from models.ledger.publicity import Publicity
from models.ledger.rates import Rate
from models.ledger.services import Service
from models.ledger.spending import Spending
from models.ledger.tasks import Task
from reports.tables.register import CENTRE, END, START


@dataclass(frozen=True, slots=True)
class Part:
    """A column: a field of the record, or words of its own under a heading; its breadth in mm on paper."""

    field: str
    width: float
    align: str = CENTRE
    heading: str = ""  # where the field has no name, or a shorter one is wanted
    words: Callable[[Any], object] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Kind:
    """One register. ``day`` is the field that tells the year: a day, or the year itself; none belongs to no year."""

    section: str  # what the strip calls it
    title: str  # on paper, after the year
    noun: str  # one row
    model: Any
    parts: tuple[Part, ...]
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
        query: ModelSelect[Any] = self.model.select().where(self.model.id > 0)
        if year is not None and self.day:
            field = getattr(self.model, self.day)
            query = query.where(field == year if self.day == "year" else years.in_year(field, year))
        return query.order_by(*self.order())

    def order(self) -> tuple[Any, ...]:
        """By number where rows have one, else by day."""
        fields = self.model._meta.fields
        named = [name for name in ("year", "number", "position", self.day, "name", "unit") if name in fields]
        first = () if self.before is None else (self.before,)
        return (*first, *(getattr(self.model, name) for name in named), self.model.id)

    def years(self) -> list[int]:
        """The years in which there is something, the newest first."""
        return _years(self.model, self.day) if self.day else []

    def label(self, part: Part) -> str:
        return part.heading or str(self.model._meta.fields[part.field].verbose_name)


def _years(model: Any, day: str) -> list[int]:
    if day == "year":
        return years.of(model)
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
        Part("day", 26), Part("form", 48), Part("unit", 62), Part("quantity", 24, END), Part("measure", 24),
        Part("notes", 70, START),
    ),
    required=("day", "form", "quantity"), choices=(("form", "形式"), ("unit", "单位")), sums=(("quantity", "数量合计{}"),),
)  # fmt: skip
BRIEFS = Kind(
    "信息报送", "双拥信息报送登记表", "信息", Brief,
    (Part("day", 26), Part("kind", 34), Part("channel", 44), Part("unit", 44), Part("title", 80, START), Part("notes", 32, START)),
    required=("day", "kind"), wide=("title",), choices=(("kind", "类型"), ("channel", "渠道")),
)  # fmt: skip
ACTIVITIES = Kind(
    "活动", "双拥活动登记表", "活动", Activity,
    (
        Part("day", 24), Part("theme", 46, START), Part("kind", 30), Part("organiser", 46, START), Part("place", 26, START),
        Part("people", 17, END), Part("units", 17, END), Part("stations", 17, END), Part("books", 17, END),
        Part("scrolls", 19, END), Part("notes", 20, START),
    ),
    required=("day",), choices=(("kind", "类型"), ("organiser", "单位")),
    sums=(("people", "参加{}人次"), ("books", "赠书{}册"), ("scrolls", "赠春联书画{}幅")), counted="场",
)  # fmt: skip
SERVICES = Kind(
    "优待办理", "优待办理登记表", "优待", Service,
    (Part("day", 28), Part("matter", 56), Part("name", 32), Part("number", 48), Part("result", 62, START), Part("notes", 38, START)),
    required=("day", "matter", "name"), choices=(("matter", "事项"),), counted="件",
)  # fmt: skip
HONOURS = Kind(
    "评选表彰", "评选表彰登记表", "评选对象", Honour,
    (
        Part("honour", 42), Part("name", 26), Part("number", 42), Part("unit", 44), Part("stage", 22), Part("politics", 24),
        Part("deeds", 24), Part("day", 24), Part("notes", 20, START),
    ),
    day="year", required=("year", "honour", "name"), choices=(("honour", "评选"), ("stage", "阶段")), counted="人",
)  # fmt: skip
NEWS = Kind(
    "送喜报", "立功喜报送达登记表", "喜报", GoodNews,
    (
        Part("received", 23), Part("soldier", 22), Part("merit", 22), Part("unit", 30, START), Part("family", 22),
        Part("relation", 18), Part("street", 26), Part("phone", 26), Part("delivered", 23), Part("bringers", 34, START),
        Part("money", 22, END), Part("notes", 10, START),
    ),
    day="received", required=("received", "soldier", "merit"), wide=("address",), choices=(("merit", "等次"),),
    money="money", counted="份",
)  # fmt: skip
MEMORIALS = Kind(
    "纪念设施", "烈士纪念设施普查登记表", "设施", Memorial,
    (
        Part("name", 44, START), Part("kind", 24), Part("level", 22), Part("street", 26), Part("address", 44, START),
        Part("keeper", 32, START), Part("responsible", 20), Part("phone", 25), Part("condition", 20), Part("checked", 23),
    ),
    day="", required=("name",), wide=("name", "address"), choices=(("kind", "类别"), ("condition", "状况")), counted="处",
)  # fmt: skip
GROUPS = Kind(
    "组织领导", "双拥工作领导小组登记表", "机构", LeadingGroup,
    (
        Part("level", 26), Part("unit", 26), Part("name", 36, START), Part("leader", 20), Part("deputies", 30, START),
        Part("members", 52, START), Part("document", 28, START), Part("since", 22), Part("until", 22), Part("reason", 22, START),
    ),
    day="", required=("unit", "leader", "since"), wide=("members", "deputies"), choices=(("level", "层级"),), counted="个",
    names=(("level", LEVELS),), before=Case(LeadingGroup.level, tuple((name, n) for n, name in enumerate(LEVELS)), 9),
)  # fmt: skip
TASKS = Kind(
    "年度任务", "双拥工作年度任务台账", "任务", Task,
    (
        Part("number", 14, heading="任务号"), Part("unit", 34), Part("words", 64, START), Part("due", 23), Part("progress", 48, START),
        Part("state", 18, heading="完成情况", words=lambda task: task.state), Part("full", 14, END), Part("score", 14, END),
        Part("evidence", 38, START), Part("notes", 14, START),
    ),
    day="year", required=("year", "unit", "words"), wide=("words", "progress", "evidence"), choices=(("unit", "单位"),),
    counted="项",
)  # fmt: skip
ASSESSMENT = Kind(
    "考评", "双拥模范城（县）考评自评表", "考评项", AssessmentItem,
    (
        Part("project", 34, START), Part("number", 13, heading="条目"), Part("words", 75, START), Part("full", 14, END), Part("rule", 38, START),
        Part("score", 18, END), Part("unit", 26, START), Part("evidence", 44, START), Part("source", 22, START, "依据"),
    ),
    day="year", required=("year", "words"), wide=("project", "words", "rule", "evidence"), choices=(("project", "项目"),),
    counted="项", hint=NOT_READ,
)  # fmt: skip
RATES = Kind(
    "百分百指标", "百分百指标", "指标", Rate,
    (
        Part("name", 110, START), Part("done", 36, END), Part("due", 36, END),
        Part("rate", 30, END, "落实率", rate_of), Part("notes", 50, START),
    ),
    day="year", required=("year", "name"), wide=("name",), counted="项",
)  # fmt: skip
SPENDING = Kind(
    "经费", "双拥经费登记表", "经费", Spending,
    (
        Part("item", 56, START), Part("source", 32), Part("planned", 32, END), Part("allotted", 32, END), Part("day", 25),
        Part("document", 34, START), Part("voucher", 30, START), Part("notes", 26, START),
    ),
    day="year", required=("year", "item"), wide=("item",), choices=(("source", "来源"),),
    sums=(("planned", "预算{}元"), ("allotted", "拨付{}元")), money="allotted", counted="笔",
    hint="各类抚恤补助资金的预算和发放在“补助发放”中登记",
)  # fmt: skip
KINDS = (
    PUBLICITY, BRIEFS, ACTIVITIES, SERVICES, HONOURS, NEWS, MEMORIALS, GROUPS, TASKS, ASSESSMENT, RATES, SPENDING,
)  # fmt: skip
