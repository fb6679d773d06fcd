"""The command of checkups 数据体检, a part of ``check``: what the books say differently, told, and written as lists and a report."""

from __future__ import annotations

import argparse
from pathlib import Path

from models.core.jobs import Job
from models.core.record import Refusal
from reports.commands.registry import DONE, PARTLY, follow, print_answer


def wants_checkup(arguments: argparse.Namespace) -> bool:
    """Whether more is asked of ``check`` than whether the archive is whole."""
    asked = (
        arguments.lists,
        arguments.books,
        arguments.corrections,
        arguments.worklist,
        arguments.report,
        arguments.json,
    )
    return any(asked)


def tell_checkup(arguments: argparse.Namespace, practice: bool) -> int:
    """Lay the books beside each other, write what is asked for, and tell it."""
    from reports.checkups import checkup_answers, checkup_registers
    from reports.checkups.checkup_paper import write_checkup
    from reports.checkups.printed_parts import check_all_books
    from reports.tables.register import Register, write_workbook

    registers = {
        arguments.corrections: checkup_registers.correction_register,
        arguments.worklist: checkup_registers.worklist_register,
    }
    for place, suffix in (
        (arguments.corrections, ".xlsx"),
        (arguments.worklist, ".xlsx"),
        (arguments.report, ".pdf"),
    ):
        _require_suffix(place, suffix)
    made = follow(check_all_books(arguments.lists), arguments.json)
    for place, gather in registers.items():
        if place is not None:
            register: Register = gather(made, practice)
            write_workbook(register, place)
    if arguments.report is not None:
        job: Job[object] = write_checkup(made, arguments.report, practice)
        follow(job, arguments.json)
    if arguments.json:
        print_answer({"faults": [], **checkup_answers.checkup_answer(made)})
    else:
        print(*checkup_answers.checkup_lines(made), sep="\n")
    return PARTLY if made.listed.refused else DONE


def _require_suffix(place: Path | None, suffix: str) -> None:
    if place is not None and place.suffix.lower() != suffix:
        raise Refusal(f"“{place.name}”请写成 {suffix} 文件")
