"""The pay slip 待遇发放通知单: what one person is paid, month by month, by which standard, and why."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from itertools import groupby
from pathlib import Path

from models.archive import opened
from models.core.amounts import in_words
from models.core.record import Refusal
from models.office import settings
from models.pay.runs import runs
from models.pay.runs.runs import LineKind, PayLine, PayOutcome, PayRun
from models.pay.standards import months
from models.people.person import Person
from models.printing.named_people import tell_named
from models.uses.named_rows import people_named
from reports.letters.letter_marks import PAY_SLIP
from reports.letters.own_letters import write_own_letters
from reports.paper import plain_pages
from reports.paper.forms import Field, Form, Ledger, LedgerColumn, caption, heading, note, title
from reports.paper.layout import END, START, Gaps, Strip
from reports.pay.differences import PART_OF_YEAR

SLIP_FORM = Form(
    (Field("姓名", "name"), Field("公民身份号码", "number", 4)),
    (Field("人员类别", "category", 6),),
    (Field("开户银行", "bank"), Field("银行账号", "account", 4)),
)
# What goes to the family after a death names the relative who is paid.
FAMILY_SLIP_FORM = Form(
    (Field("逝者姓名", "name"), Field("公民身份号码", "number", 4)),
    (Field("人员类别", "category", 6),),
    (Field("收款人", "payee"), Field("与逝者关系", "relation", 4)),
    (Field("开户银行", "bank"), Field("银行账号", "account", 4)),
)
FAMILY_SLIP_TITLE = "去世后续发待遇发放通知单（遗属）"
PAYEE_NAMED = re.compile(r"收款人：(?P<name>[^（]+)（(?P<relation>[^，）]+)")
SLIP_LINES = Ledger(
    LedgerColumn("月份", 28), LedgerColumn("类别", 16), LedgerColumn("发放项目", 49, START), LedgerColumn("发放标准", 44),
    LedgerColumn("金额（元）", 28, END),
)  # fmt: skip
REASONS = Ledger(LedgerColumn("月份", 34), LedgerColumn("怎样算出", 131, START))
FAMILY_TOLD = "{}同志去世后，按规定续发，由其{}领取。"
NO_WORD = (
    "通知单没有本单位的模板，只能打印或者存成PDF。要存成Word，先在“更多→文书模板…”里选一份“待遇发放通知单”"
)
ROUNDED = "每月按年标准的十二分之一发放，逐月累计四舍五入到分，十二个月合计等于年标准。"
SLIP_TITLE = "优抚对象待遇发放通知单"


def write_slips(run: PayRun, out: Path, people: Iterable[Person] | None = None) -> int:
    """Write a slip for everybody of a run, or for some; returns how many. ``Refusal`` when nobody is in it."""
    wanted = None if people is None else {person.id for person in people}
    lines = [line for line in runs.lines_of(run) if wanted is None or line.person_id in wanted]
    slips = [list(some) for _, some in groupby(lines, key=_whose)]
    if not slips:
        raise Refusal(f"{run.title()}里没有要打印通知单的人")
    _write(slips, run.title(), _failures([run]), out)
    return len(slips)


def _whose(line: PayLine) -> tuple[int, str]:
    """Who gets one slip: a person; of what goes to the family each relative."""
    family = line.kind == LineKind.ONCE
    return line.person_id, f"{line.account} {line.holder}" if family else ""


def write_year(person: Person, year: int, out: Path) -> None:
    """Write what a person was paid in a year's runs. ``Refusal`` when there is nothing."""
    lines = [line for line in of_person(person) if line.run.first is not None and line.run.first.year == year]
    if not lines:
        raise Refusal(f"{person.name}在{year}年的批次里没有待遇")
    _write([lines], f"{year}年全年各批次", _failures({line.run for line in lines}), out)


def of_person(person: Person) -> list[PayLine]:
    """All lines of a person in all runs, the oldest first."""
    query = PayLine.select(PayLine, PayRun).join(PayRun).where(PayLine.person == person)
    return list(query.order_by(PayRun.first, PayRun.id, PayLine.position))


def _failures(of: Iterable[PayRun]) -> dict[int, str]:
    """The lines of some runs that the bank could not pay, and why not."""
    bad = PayOutcome.select().where(PayOutcome.run.in_(list(of)), PayOutcome.failed != "")
    return {outcome.line_id: str(outcome.failed) for outcome in bad}


def slip(lines: Sequence[PayLine], what: str, failed: Mapping[int, str]) -> list[Strip]:
    """One person's slip: who, the months, the sum in words, and how each amount came about.

    What the bank could not pay is told and not summed up: it is paid by a line of another run.
    """
    last = lines[-1]
    gaps = Gaps(last.name)
    facts = {
        "name": last.name, "number": last.number, "bank": last.bank, "account": last.account, "category": _categories(lines),
    }  # fmt: skip
    going, total = _going(lines), _sum(lines, failed)
    form, words = SLIP_FORM, SLIP_TITLE
    if named := _relative(last):
        form, words = FAMILY_SLIP_FORM, FAMILY_SLIP_TITLE
        facts |= {"payee": named["name"], "relation": named["relation"]}
    strips = [
        title(words), caption(f"批次：{what}", f"单位：{settings.office().name}", gaps), *form.strips(facts, gaps),
        heading("发放明细"), *SLIP_LINES.strips([*(_row(line, line.id in failed) for line in going), _total(total)], gaps),
    ]  # fmt: skip
    strips += [heading("计算说明"), *REASONS.strips(_reasons(lines, failed), gaps)]
    if any(PART_OF_YEAR.search(line.reason) for line in lines):
        strips.append(note(ROUNDED))
    return [*strips, note("标准以文件为准；如有疑问，请带本单到本单位查询。")]


def slip_marks(lines: Sequence[PayLine], what: str, failed: Mapping[int, str]) -> dict[str, str]:
    """What the office's template of 待遇发放通知单 may ask."""
    last, total, named = lines[-1], _sum(lines, failed), _relative(lines[-1])
    rows = [_in_words(*_row(line, line.id in failed)) for line in _going(lines)]
    reasons = [f"{of}{words}" for of, words in _reasons(lines, failed)]
    reasons += [ROUNDED] if any(PART_OF_YEAR.search(line.reason) for line in lines) else []
    return {
        "姓名": last.name, "身份证号": last.number, "人员类别": _categories(lines), "收款人": named["name"] if named else last.name,
        "续发说明": FAMILY_TOLD.format(last.name, named["relation"]) if named else "", "开户银行": last.bank,
        "银行账号": last.account, "批次": what, "金额": f"{total:,.2f}", "大写金额": in_words(total) if total >= 0 else "",
        "明细": "\n".join(rows), "计算说明": "\n".join(reasons),
    }  # fmt: skip


def _in_words(month: str, kind: str, item: str, standard: str, amount: str) -> str:
    """A line of the slip as a line of a letter."""
    told = f"（{standard}）" if standard else ""
    return f"{month}{kind}：{item}{told}{amount}{'元' if amount[-1].isdigit() else ''}"


def _relative(line: PayLine) -> re.Match[str] | None:
    """The relative who is paid after a death, and how he is related."""
    return PAYEE_NAMED.search(line.reason) if line.kind == LineKind.ONCE else None


def _categories(lines: Iterable[PayLine]) -> str:
    return "、".join(dict.fromkeys(line.category for line in lines))


def _going(lines: Iterable[PayLine]) -> list[PayLine]:
    """The lines by which money goes."""
    without = LineKind.STOPPED, LineKind.NOT_RECKONED, LineKind.CLAIMED
    return [line for line in lines if line.kind not in without]


def _sum(lines: Iterable[PayLine], failed: Mapping[int, str]) -> Decimal:
    return sum((line.amount or Decimal(0) for line in _going(lines) if line.id not in failed), Decimal(0))


def _row(line: PayLine, failed: bool) -> tuple[str, ...]:
    month = line.month.chinese() if line.month else ""
    amount = "没有发成" if failed else f"{line.amount:,.2f}"
    return month, line.kind, line.item, line.standard, amount


def _total(total: Decimal) -> tuple[str, ...]:
    words = f"大写：{in_words(total)}" if total >= 0 else ""
    return "合计", "", words, "", f"{total:,.2f}"


def _reasons(lines: Sequence[PayLine], failed: Mapping[int, str]) -> list[tuple[str, str]]:
    """The reasons, those of months in a row that say the same once."""
    found: list[tuple[str, str]] = []
    said = [(line, f"{line.kind}：{PART_OF_YEAR.sub('', line.reason)}") for line in lines if line.reason]
    said += [(line, f"没有发成：{failed[line.id]}，另行重发") for line in lines if line.id in failed]
    for words, some in groupby(said, key=lambda pair: pair[1]):
        of = [months.month_of(line.month) for line, _ in some if line.month]
        found.append((months.span_words(of[0], of[-1]), words))
    return found


def _write(slips: Sequence[Sequence[PayLine]], what: str, failed: Mapping[int, str], out: Path) -> None:
    """Write slips by the office's template, else in the program's words, which are set on paper alone."""
    tell_named(out, people_named(slips))
    if write_own_letters(PAY_SLIP, lambda: (slip_marks(lines, what, failed) for lines in slips), out):
        return
    if out.suffix.lower() == ".docx":
        raise Refusal(NO_WORD)
    plain_pages.write_plain_pages(
        [slip(lines, what, failed) for lines in slips], out, SLIP_TITLE, settings.office().name,
        opened.opened_archive().practice,
    )  # fmt: skip
