"""The files of a checkup 体检文件: lists as workbooks and the report, each where it is wanted."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from models.checkups.checkup import Checkup
from models.core.jobs import Job
from models.core.record import Refusal
from reports.checkups.checkup_paper import write_checkup
from reports.checkups.checkup_registers import correction_register, worklist_register
from reports.tables.register import write_workbook


class CheckupFiles(NamedTuple):
    """Where each goes; None where it is not wanted."""

    corrections: Path | None = None
    worklist: Path | None = None
    report: Path | None = None

    def require_kinds(self) -> None:
        """Raises ``Refusal`` for a name that is of another kind of file."""
        for place, suffix in ((self.corrections, ".xlsx"), (self.worklist, ".xlsx"), (self.report, ".pdf")):
            if place is not None and place.suffix.lower() != suffix:
                raise Refusal(f"“{place.name}”请写成 {suffix} 文件")

    def write(self, checkup: Checkup, practice: bool) -> Job[None]:
        """Write those that are wanted."""
        if self.corrections is not None:
            write_workbook(correction_register(checkup, practice), self.corrections)
        if self.worklist is not None:
            write_workbook(worklist_register(checkup, practice), self.worklist)
        if self.report is not None:
            yield from write_checkup(checkup, self.report, practice)
