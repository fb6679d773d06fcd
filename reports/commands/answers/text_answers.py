"""Answers to people as text: the same as ``json_answers`` says to programs, in lines of plain Chinese."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from models.imports.imports import Plan, RowOutcome, SheetPlan
from models.imports.plan import PlanMark
from models.year.figures import Figure, Standing

Answer = dict[str, Any]


def imported_lines(plan: Plan, only_planned: bool) -> Iterator[str]:
    """Sheet by sheet how its rows ended, and place by place what is to be looked at."""
    for name, reason in plan.unread:
        yield f"{name}：{reason}"
    for sheet in plan.sheets:
        yield from _sheet(sheet)
    yield "以上只是预演，没有写入。" if only_planned else f"{plan.title()}。"


def _sheet(sheet: SheetPlan) -> Iterator[str]:
    roster, n = sheet.roster, sheet.counts
    read_as = f"按“{roster.read_as}”读" if roster.read_as else "没有读入"
    ends = f"新增{n[RowOutcome.NEW]}，变更{n[RowOutcome.CHANGED]}，相同{n[RowOutcome.SAME]}，未导入{n[RowOutcome.REFUSED]}"
    yield f"{sheet.file} / {roster.sheet.name}：{read_as}，{len(roster.lines)}行，{ends}"
    for mark in PlanMark:
        for remark in sheet.told(mark):
            row = f"第{remark.row}行" if remark.row else "整张表"
            yield f"  {mark} {row}{f'{remark.column}列' if remark.column else ''}：{remark.words}"


def person_lines(found: Iterable[Answer]) -> Iterator[str]:
    for each in found:
        kinds = "、".join(identity["class"] or identity["kind"] for identity in each["identities"])
        yield f"{each['number']}  {each['name']}  {kinds}  {each['street'] or ''}{each['community'] or ''}"


def doubtful_lines(found: Iterable[Answer]) -> Iterator[str]:
    for each in found:
        yield f"[{each['weight']}] {each['name']} {each['number']} {each['field']}：{each['finding']}"


def entry_lines(found: Iterable[Answer]) -> Iterator[str]:
    for each in found:
        yield f"{each['entry']}  {each['at']}  {each['user']}  {each['title']}（{each['changes']}处）"


def figure_lines(found: Iterable[Figure]) -> Iterator[str]:
    """Section by section, each number as the report prints it."""
    sections: dict[str, list[Figure]] = {}  # in the order in which the report has them
    for each in found:
        sections.setdefault(each.section, []).append(each)
    for section, some in sections.items():
        yield f"【{section}】"
        yield from (f"  {each.text}：{each.shown}" for each in some)


def rates(found: Iterable[Standing]) -> Iterator[str]:
    for each in found:
        yield f"  {each.name}：{each.shown or '—'}（应{each.due}，已{each.done}）"
