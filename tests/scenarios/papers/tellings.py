"""Tellings: everything that the program understood of a paper, takes from it and tells of it, as lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import Any

from models import records
from models.core.dates import PartDate
from models.core.record import Record
from models.imports.checks.checks import check_sheet
from models.imports.checks.totals import differing_totals
from models.imports.imported_sheets import read_workbook
from models.imports.plan import Plan
from models.imports.registers.lines import RegisterLine
from models.imports.registers.reading import Register
from models.imports.rosters.lines import RosterLine
from models.imports.rosters.reading import Roster
from models.imports.sheets.columns import FoundColumn
from models.imports.sheets.dictionary import dictionary_of
from models.imports.sheets.lists import read_list
from models.imports.sheets.read_rows import ReadRow, SheetRemark
from tests.scenarios.papers.paper import Paper

UNSAID_FIELDS = {"id", "uid", "created_at", "updated_at", "recorded_at"}
WRITTEN_ROOMS = {"people", "payments", "visits", "ledger"}
MADE_TODAY = "今天"


def read_paper(paper: Paper) -> Iterator[str]:
    """What is read of each sheet of a paper, before any archive is asked."""
    for sheets, answers in paper.imports:
        for file in dict.fromkeys(each.file for each in sheets):
            book = tuple(each.sheet() for each in sheets if each.file == file)
            for read in read_workbook(book, answers, file):
                check_sheet(read)
                more = list(differing_totals(read)) if isinstance(read, Register) else []
                yield from _sheet(read, more)


LISTS = {
    "return": ("account", False),
    "dead": ("number", True),
    "pasted": ("number", False),
}  # as their readers ask


def read_lists(paper: Paper) -> Iterator[str]:
    """What is read of each sheet of a paper that is a list of plain facts; its option 词典 names of which sort."""
    for sheets, _ in paper.imports:
        for each in sheets:
            name = each.options["词典"]
            key, by_content = LISTS[name]
            read = read_list(each.sheet(), dictionary_of(name), key, by_content)
            if read is None:
                yield f"《{each.name}》没有读"
                continue
            yield f"《{each.name}》{'、'.join(sorted(read.fields))}"
            yield from map(_column, read.columns)
            for row in read.rows:
                facts = "；".join(
                    f"{field}={_told(value)}（{row.said.get(field)}）" for field, value in row.facts.items()
                )
                refused = f" ✗{_remark(row.refused)}" if row.refused else ""
                notes = "".join(f"；备注{label}={words}" for label, words in row.notes.items())
                yield f"  第{row.row}行 {facts}{notes}{refused}｜{row.words()}".replace("\n", "\\n")
                yield from _remarks("请核对", row.findings)
            yield from _remarks("不是", read.left_out)


def _sheet(read: Roster | Register, more: list[SheetRemark]) -> Iterator[str]:
    kind = "登记表" if isinstance(read, Register) else "花名册"
    yield f"《{read.sheet.name}》{kind} {read.read_as or '没有读'}，表头第{read.heading_row}行"
    yield from map(_column, read.columns)
    for line in read.lines:
        yield _line(line)
        yield from _remarks("请核对", line.findings)
    yield from _remarks("本表", [*read.findings, *more])
    yield from _remarks("没有读入", read.refused)
    yield from _remarks("不是", read.left_out)


def _column(column: FoundColumn) -> str:
    candidates = "／".join(f"{each.field}{each.certainty}" for each in column.candidates)
    said = [
        f"  {column.index} {column.heading}", column.field or "？", column.reason or "不知", "又" * column.again, str(column.rank or ""), candidates,
        column.looks, "、".join(column.samples), column.written if column.written != column.heading else "",
    ]  # fmt: skip
    return " · ".join(filter(None, said)).replace("\n", "\\n")


def _line(line: ReadRow) -> str:
    parts: list[tuple[str, dict[str, Any]]] = [("备注", line.notes), ("换算", line.converted)]
    if isinstance(line, RosterLine):
        parts = [("", line.person), ("身份", line.identity), ("账户", line.account), *parts]
    elif isinstance(line, RegisterLine):
        parts = [("", line.facts), *parts, ("上文", {"": line.section} if line.section else {})]
    words = "；".join(
        f"{part}{name}={_told(value)}" for part, facts in parts for name, value in facts.items()
    )
    refused = f" ✗{_remark(line.refused)}" if line.refused else ""
    return f"  第{line.row}行 {line.kind or '？'}：{words}{refused}".replace("\n", "\\n")


def _told(value: Any) -> str:
    if isinstance(value, tuple):
        return "至".join(map(str, value))
    return f"‘{value}’" if isinstance(value, str) else f"{value}"


def _remarks(mark: str, remarks: Iterable[SheetRemark]) -> Iterator[str]:
    return (f"    {mark} {_remark(remark)}".replace("\n", "\\n") for remark in remarks)


def _remark(remark: SheetRemark) -> str:
    return f"{remark.column or ''}{remark.row or ''}〔{'' if remark.value is None else remark.value}〕{remark.words}"


def told_of_plan(plan: Plan) -> Iterator[str]:
    """What a plan makes of each sheet, and what it tells of it."""
    yield f"◆ {plan.title()}" + ("（部分）" if plan.partly else "")
    yield from (f"  没有打开 {file}：{words}" for file, words in plan.unread)
    for sheet in plan.sheets:
        counts = " ".join(f"{outcome}{count}" for outcome, count in sorted(sheet.counts.items()) if count)
        yield f"  《{sheet.roster.sheet.name}》{sheet.roster.read_as or '没有读'} {counts}"
        yield from _remarks("没有导入", sheet.refused)
        yield from _remarks("请核对", sheet.findings)
    for proposal in plan.proposals:
        yield f"  待定 《{proposal.sheet}》{proposal.letter or ''}{proposal.row} {proposal.name} {proposal.words()}"


def told_of_records() -> Iterator[str]:
    """Every record that an import can write, kind by kind, with all that it says."""
    names: dict[tuple[type[Record], Any], str] = {}
    for model in records.RECORDS:
        if model.__module__.split(".")[1] not in WRITTEN_ROOMS:
            continue
        for number, record in enumerate(model.select().order_by(model.id), start=1):
            called = getattr(record, "name", "") or getattr(record, "kind", "") or f"{number}"
            names[model, record.id] = f"{called}"
            yield f"  {model.NOUN} {'；'.join(_facts(record, names))}"


def _facts(record: Record, names: dict[tuple[type[Record], Any], str]) -> Iterator[str]:
    for name, field in type(record)._meta.fields.items():
        value = record.__data__.get(name)
        if name in UNSAID_FIELDS or value in (None, "", False) or value == field.default:
            continue
        if (owner := getattr(field, "rel_model", None)) is not None:
            value = names.get((owner, value), value)
        yield f"{name}={_dated(value)}"


def _dated(value: Any) -> str:
    today = date.today()
    if value in (PartDate.of(today), today) or (isinstance(value, datetime) and value.date() == today):
        return MADE_TODAY
    return str(value).replace("\n", "\\n").replace(today.isoformat(), MADE_TODAY)
