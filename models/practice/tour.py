"""The first tour 五步入门: five steps of an office's day in the practice archive, known to be done by what the archive holds."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from peewee import Model, fn

from models.core.journal import Change, Entry
from models.pay.runs.runs import PayRun
from models.people.person import Person
from models.printing.printings import Printing
from models.uses.uses import Use, UseDeed


class TourMark(NamedTuple):
    """How far the archive had come when the tour began: its last entry, use and printing."""

    entry: int
    use: int
    printing: int


class TourStep(NamedTuple):
    """A step: what is done, how, and whether the archive says since a mark that it was."""

    title: str
    how: str
    done: Callable[[TourMark], bool]


def tour_mark() -> TourMark:
    """How far the archive has come now."""
    return TourMark(_last(Entry, "number"), _last(Use, "id"), _last(Printing, "id"))


def _last(kind: type[Model], field: str) -> int:
    return int(kind.select(fn.MAX(kind._meta.fields[field])).scalar() or 0)


def _made(kind: type[Model], title: str, mark: TourMark) -> bool:
    """Whether an entry of such a title has made a record of that kind."""
    made = Change.select().join(Entry, on=(Change.entry == Entry.number))
    told = (Change.entry > mark.entry) & (Change.table == kind._meta.table_name) & Change.before.is_null()
    return bool(made.where(told & Entry.title.startswith(title)).exists())


def _used(deed: str, mark: TourMark) -> bool:
    return bool(Use.select().where((Use.id > mark.use) & (Use.deed == deed)).exists())


TOUR_STEPS = (
    TourStep(
        "导入花名册",
        "按上面的“导入”（Ctrl+I），再按“添加文件…”，选“入门”文件夹里的“新增人员花名册.xlsx”，一路“下一步”，看清楚要写入谁，再写入。",
        lambda mark: _made(Person, "导入", mark),
    ),
    TourStep(
        "打开一个人的档案",
        "到“优抚对象”，在查找框里打姓名或首字母，按回车打开档案，看看身份、材料、变更记录，再关上。",
        lambda mark: _used(UseDeed.READ, mark),
    ),
    TourStep(
        "编制一个月的批次",
        "到“补助发放”的“发放批次”，按“编制批次”，选一个月，按“编制”。每个人该发多少、为什么，点中那一行就看得到。",
        lambda mark: _made(PayRun, "编制发放批次", mark),
    ),
    TourStep(
        "打印一张",
        "按上面的“打印”（Ctrl+P），选要打的，先看预览，再送打印机；没有打印机就在预览里“保存PDF”。",
        lambda mark: bool(Printing.select().where(Printing.id > mark.printing).exists()),
    ),
    TourStep(
        "备份",
        "按上面的“更多”，选“备份…”，存到U盘或另一个硬盘上。真的档案库每天下班前都要备份一次。",
        lambda mark: _used(UseDeed.BACKED_UP, mark),
    ),
)


def done_steps(mark: TourMark) -> list[bool]:
    """Which of the steps are done."""
    return [step.done(mark) for step in TOUR_STEPS]
