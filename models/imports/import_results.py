"""Import results 导入结果: what an import wrote, each sort of record counted for itself, what is open after it, and what to do next."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import Any, NamedTuple

from models.core.record import Record
from models.imports.plan import Plan, PlanMark, RowOutcome
from models.payments.medical_case import MedicalCase
from models.payments.payment import Payment
from models.people.findings import Settlement
from models.people.identity import BankAccount, Identity, IdentityState
from models.people.outsiders import Outsider
from models.people.person import Person
from models.people.person import Remark as Note
from models.visits.visit import Visit

# How a sort of record is counted, in the order in which it is told; what follows from others or only explains is not.
TOLD_SORTS: dict[type[Record], tuple[str, str]] = {
    Person: ("优抚对象", "人"),
    Identity: ("优抚身份", "个"),
    BankAccount: ("发放账户", "个"),
    Payment: ("发放记录", "笔"),
    Visit: ("走访记录", "次"),
    MedicalCase: ("医疗救助", "件"),
    Outsider: ("没有建档的人", "人"),
}
NOT_TOLD = (IdentityState, Note, Settlement)
CORRECT_AND_REPEAT = "保存核对表，改好后再导入一次，已导入的不会重复"
SAY_STATES = "到工作台点“没有登记状态，发放待核定”，逐人补登状态"
LOOK_INTO_DOUBTS = "到工作台点“有未处理的疑点”，逐人核对"
LOOK_INTO_MONEY = "到“补助发放”核对发放记录"
PRINT_FILES = "到“优抚对象”核对名单，打印一人一档"


class ImportResult(NamedTuple):
    """What was written, what is open, each a line; and the next step."""

    written: tuple[str, ...]
    open: tuple[str, ...]
    next: str


def result_of(plan: Plan) -> ImportResult:
    """What an import that was applied came to."""
    made = {model: records for model, records in plan.groups() if records and model not in NOT_TOLD}
    changed = Counter(type(record) for record in plan.changed.values() if type(record) not in NOT_TOLD)
    sorts = sorted(
        {*made, *changed}, key=lambda sort: (sort not in TOLD_SORTS, [*TOLD_SORTS, sort].index(sort))
    )
    written = tuple(_counted(sort, made.get(sort, []), changed[sort]) for sort in sorts)
    stateless = sum(sheet.stateless for sheet in plan.sheets)
    return ImportResult(written, tuple(_open(plan, stateless)), _next(plan, stateless, made))


def _counted(sort: type[Record], new: list[Any], changed: int) -> str:
    """``发放记录：新增12笔，共36,000.00元；变更1笔``."""
    name, measure = TOLD_SORTS.get(sort, (sort.NOUN, "条"))
    money = sum((each.amount or Decimal(0) for each in new), Decimal(0)) if sort is Payment else None
    summed = f"，共{money:,.2f}元" if money is not None else ""
    said = [f"新增{len(new):,}{measure}{summed}"] if new else []
    said += [f"变更{changed:,}{measure}"] if changed else []
    return f"{name}：{'；'.join(said)}"


def _open(plan: Plan, stateless: int) -> list[str]:
    undecided = sum(not (each.taken or each.kept) for each in plan.proposals)
    doubtful = sum(len(sheet.told(PlanMark.DOUBTFUL)) for sheet in plan.sheets)
    lines = (
        (len(plan.unread), "个文件没有读成"),
        (plan.total(RowOutcome.REFUSED), "行没有导入"),
        (plan.withheld, "行与已经登记的不同，没有改动"),
        (undecided, "处名单与档案不同，还没有决定采用哪个"),
        (stateless, "人没有登记状态，发放待核定"),
        (doubtful, "处请核对"),
    )
    return [f"{count:,}{words}" for count, words in lines if count]


def _next(plan: Plan, stateless: int, made: dict[type[Record], list[Any]]) -> str:
    if plan.refused or plan.withheld:
        return CORRECT_AND_REPEAT
    if stateless:
        return SAY_STATES
    if any(sheet.told(PlanMark.DOUBTFUL) for sheet in plan.sheets):
        return LOOK_INTO_DOUBTS
    return LOOK_INTO_MONEY if Payment in made else PRINT_FILES
