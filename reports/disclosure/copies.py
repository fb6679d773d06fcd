"""A copy of a list 副本 for the wall, for another office or to be kept: written as was chosen, marked, and looked through.

It is looked through before anybody gets it: where it would say a number, telephone or account that it must not, nothing
is written, and the officer is told where that stands.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from models.core import masks
from models.core.jobs import Job, Step
from models.core.record import Refusal
from models.disclosure.policies import CopyPurpose, Policy, Way
from models.printing.given_copies import give_copy
from models.printing.named_people import tell_moved
from reports.disclosure.leaks import KnownSecrets, Leak, leaks
from reports.paper.fonts import Missing
from reports.tables.register import Register, write_csv, write_paper, write_workbook

MASKED_COPY, WHOLE_COPY = "已遮盖", "未遮盖"
TOLD = 5  # leaks named in a refusal
LEAKS_FOUND = "没有保存：这份{purpose}副本里还有不该列出的号码。\n{found}\n请把这些栏目改成“遮盖”或“不列”，或先改好档案里的备注，再保存。"


def disclosed(register: Register, way: Way) -> Register:
    """The register as a copy says it: columns left out, masked or written by initials, and no number in any words of it.

    Raises ``Refusal`` when no column would be left.
    """
    kept = [n for n, each in enumerate(register.headings) if way.policy(each.words) is not Policy.NONE]
    if len(kept) < 2:  # 序号 alone says nothing
        raise Refusal("所有栏目都不列，没有内容可以保存，请至少留一栏")
    headings = tuple(register.headings[n] for n in kept)
    rows = tuple(tuple(way.write(register.headings[n].words, row[n]) for n in kept) for row in register.rows)
    money = kept.index(register.money) if register.money in kept else None
    counts, amounts, sums = (
        frozenset(kept.index(n) for n in some & set(kept))
        for some in (register.counts, register.amounts, register.sums)
    )
    hidden = str if way.purpose is CopyPurpose.OWN else masks.masked_words
    above, title = tuple(map(hidden, register.above)), hidden(register.title)
    return replace(
        register,
        title=title,
        above=above,
        headings=headings,
        rows=rows,
        money=money,
        counts=counts,
        amounts=amounts,
        sums=sums,
    )


def write_copy(
    register: Register, way: Way, out: Path, user: str, open_numbers: Iterable[str] = ()
) -> Job[tuple[Missing, ...]]:
    """Write a copy as .pdf, .xlsx or .csv, by the file's name, with the mark of its number in the ledger of copies.

    Returns the characters that no font has. Raises ``Refusal`` when it would leak something; then no file is left.
    """
    yield Step(0, 0, "正在排版")
    made = disclosed(register, way)
    headings = [each.words for each in register.headings]
    given = give_copy(user, made.title, way.purpose, written_in(way, headings), len(made.rows))
    marked = replace(made, mark=given.mark())
    whole = way.purpose is CopyPurpose.OWN or way.says_whole(headings)
    with looked_through(out, None if whole else way.purpose, open_numbers) as part:
        missing = yield from _written(marked, part)
        yield Step(0, 0, "正在检查有没有号码")
    return missing


@contextmanager
def looked_through(
    out: Path, purpose: CopyPurpose | None, open_numbers: Iterable[str] = ()
) -> Iterator[Path]:
    """Where a copy is written first; it takes its place when it was looked through. Without a purpose an officer chose that secrets
    stand whole, and they stand there by his word. Raises ``Refusal`` when it would leak something; then no file is left."""
    part = out.with_name(f".{out.stem}.检查中{out.suffix}")
    try:
        yield part
        found = leaks([part], KnownSecrets.of_archive(), open_numbers) if purpose is not None else []
        if found:
            raise Refusal(LEAKS_FOUND.format(purpose=purpose, found=_told(found)))
        part.replace(out)
        tell_moved(part, out)
    finally:
        part.unlink(missing_ok=True)


def written_in(way: Way, headings: Sequence[str]) -> str:
    """How the secrets stand in a copy of these columns, in the words of its mark."""
    whole = way.says_whole(headings)
    if way.purpose is CopyPurpose.OWN or whole:
        return f"{'、'.join(whole)}{WHOLE_COPY}" if whole else "没有号码"
    return MASKED_COPY


def _written(register: Register, out: Path) -> Job[tuple[Missing, ...]]:
    if out.suffix.lower() == ".pdf":
        return (yield from write_paper([register], out))
    writers = {".xlsx": write_workbook, ".csv": write_csv}
    if out.suffix.lower() not in writers:
        raise Refusal(f"副本可以存成 .pdf、.xlsx 或 .csv，不能存成“{out.suffix or out.name}”")
    writers[out.suffix.lower()](register, out)
    return ()


def _told(found: list[Leak]) -> str:
    lines = [each.told().partition(" ")[2] for each in found[:TOLD]]
    return "\n".join(lines) + (f"\n……共{len(found)}处" if len(found) > TOLD else "")
