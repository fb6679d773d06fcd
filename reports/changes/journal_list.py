"""The journal as a list 操作日志: on paper, as a workbook and as JSON, each change with what stood before and after in words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from models.core.files import plain_words, write_whole
from models.core.jobs import Job, Step
from models.core.journal import Change, Entry
from models.core.masks import masked_words
from models.core.record import Refusal
from models.heads import journal_heads
from models.undo import entry_search
from models.undo.entry_search import EntriesAsked
from reports.changes import changes
from reports.paper.fonts import Missing
from reports.tables.list_columns import ListColumn, Listing
from reports.tables.register import END, START, Register, write_paper, write_workbook

JOURNAL_TITLE = "操作日志"
JOURNAL_SIGNATURES = ("导出人：", "核对人：", "日期：")
GONE_PERSON = "（已不在档案中）"
ENTRIES_AT_ONCE = 100  # after so many the progress is told


class ToldChange(NamedTuple):
    """One change as a row of the list."""

    number: int
    at: str
    user: str
    title: str
    whom: str
    what: str
    before: str
    after: str


CHANGES_LIST = Listing(
    None,
    (
        ListColumn("number", paper=13, align=END, heading="条号"),
        ListColumn("at", paper=27, heading="时间"),
        ListColumn("user", paper=17, heading="用户"),
        ListColumn("title", paper=38, align=START, heading="操作"),
        ListColumn("whom", paper=20, heading="人员"),
        ListColumn("what", paper=36, align=START, heading="改了什么"),
        ListColumn("before", paper=40, align=START, heading="原来"),
        ListColumn("after", paper=75, align=START, heading="现在"),
    ),
    number=10.5, counted="处",
)  # fmt: skip


def journal_register(asked: EntriesAsked, masked: bool = False, practice: bool = False) -> Job[Register]:
    """The part of the journal that is asked for, as a register. Raises ``Refusal`` when there is nothing in it."""
    rows = yield from told_changes(asked, masked)
    above = f"范围：{asked.told()}", journal_heads.head_now().words()
    return CHANGES_LIST.register(JOURNAL_TITLE, rows, above, practice, JOURNAL_SIGNATURES)


def write_journal(
    asked: EntriesAsked, out: Path, masked: bool = False, practice: bool = False
) -> Job[tuple[Missing, ...]]:
    """Write it as .pdf, .xlsx or .json, by the name's ending; returns what no font has."""
    ending = out.suffix.lower()
    if ending not in (".pdf", ".xlsx", ".json"):
        raise Refusal(f"操作日志可以写成 .pdf、.xlsx 或 .json，不能写成“{out.name}”")
    if ending == ".json":
        rows = yield from told_changes(asked, masked)
        with plain_words(out):
            write_whole(
                out, json.dumps([row._asdict() for row in rows], ensure_ascii=False, indent=1).encode()
            )
        return ()
    register = yield from journal_register(asked, masked, practice)
    if ending == ".xlsx":
        write_workbook(register, out)
        return ()
    missing = yield from write_paper([register], out)
    return missing


def told_changes(asked: EntriesAsked, masked: bool = False) -> Job[list[ToldChange]]:
    """Every change that is asked for, oldest first; ``Refusal`` when there is none."""
    entries = list(entry_search.entries_asked(asked))
    if not entries:
        raise Refusal("操作日志里没有符合的，请放宽范围")
    rows: list[ToldChange] = []
    names = entry_search.all_names()
    for at in range(0, len(entries), ENTRIES_AT_ONCE):
        yield Step(at, len(entries), "正在读操作日志")
        rows += _rows(_history(asked, entries[at : at + ENTRIES_AT_ONCE]), names, masked)
    return rows


def _history(asked: EntriesAsked, entries: Iterable[Entry]) -> list[tuple[Entry, Change]]:
    return [
        (entry, change) for entry in entries for change in entry_search.changes_asked(asked, entry.number)
    ]


def _rows(
    history: list[tuple[Entry, Change]], names: Mapping[str, str], masked: bool
) -> Iterator[ToldChange]:
    for item in changes.told(history, masked):
        entry, whose = item.entry, item.change.person
        whom = names.get(whose, GONE_PERSON) if whose else ""
        title = masked_words(entry.title) if masked else entry.title
        before, after = (masked_words(each) if masked else each for each in (item.before, item.after))
        yield ToldChange(entry.number, item.at, entry.user, title, whom, item.label, before, after)
