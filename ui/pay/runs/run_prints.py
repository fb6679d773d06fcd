"""Prints of a run: the roster to sign, the changes, the slips, and whatever lines are listed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from models.core.jobs import Job, Step, finish
from models.pay.runs import run_lines
from models.pay.runs.runs import PayRun
from models.people.person import Person
from models.undo.entry_search import EntriesAsked
from reports.changes.journal_list import journal_register
from reports.paper.fonts import Missing
from reports.pay import run_lines as lists
from reports.pay import run_rosters, slips
from ui.jobs.saving import PERSONAL, WORD, WORKBOOK, ask_place, save_aside
from ui.pay.runs.run_lines import RunLines
from ui.printing.print_button import Gathered, PrintButton, file_name
from ui.widgets.icons import icon

PAY_ROSTER = "发放花名册（签字、手印）"


class RunPrints(PrintButton):
    """The prints of the run that is shown."""

    def __init__(self, practice: bool, run: Callable[[], PayRun | None], lines: RunLines) -> None:
        """``run`` tells the run, ``lines`` which of its lines are listed and selected."""
        super().__init__()
        self._practice, self._shown, self._lines = practice, run, lines
        self.offer_paper(PAY_ROSTER, lambda file: run_rosters.write_run_roster(self._run(), file))
        self.offer_paper(
            "发放花名册，分街道(镇)",
            lambda file: run_rosters.write_run_roster(self._run(), file, by_street=True),
        )
        excel = icon("mdi6.file-excel-outline")
        self.choices.addAction(excel, "发放花名册（存为Excel）", self.save_roster)
        self.part()
        self.offer_register("变动名单", self._changes)
        self.offer_register("当前所列明细", self._listed)
        self.offer_register("经过（谁编制、复核、审批、发放，回盘）", self._history)
        self.part()
        self.offer_paper("待遇发放通知单：选中的人", self._chosen_slips)
        self.offer_paper("待遇发放通知单：全部", lambda file: _slips(self._run(), file, None))
        word = icon("mdi6.file-word-outline")
        self.choices.addAction(word, "待遇发放通知单：全部（存为Word）", self.save_slips)

    def save_roster(self) -> None:
        """Save the roster as a workbook, a sheet for each street."""
        run = self._run()
        place = ask_place(self, f"{file_name(run.title())}花名册.xlsx", WORKBOOK, "保存发放花名册")
        if place is not None:
            job = run_rosters.write_run_roster(run, place, by_street=True)
            save_aside(self, "正在写工作簿", job, place, PERSONAL)

    def save_slips(self) -> None:
        """Save the slips of all, by the office's template, as one Word file."""
        run = self._run()
        place = ask_place(self, f"{file_name(run.title())}通知单.docx", WORD, "保存待遇发放通知单")
        if place is not None:
            save_aside(self, "正在写通知单", _slips(run, place, None), place, PERSONAL)

    def _run(self) -> PayRun:
        run = self._shown()
        assert run is not None  # the button is shown beside a run only
        return run

    def _changes(self) -> Gathered:
        return partial(run_rosters.changes_register, self._run())

    def _listed(self) -> Gathered:
        run, shown, practice = self._run(), self._lines, self._practice
        group, found = shown.group, run_lines.run_lines_of(run, shown.group, shown.line.words())
        return lambda: lists.lines_register(run, group, found, practice)

    def _history(self) -> Gathered:
        asked, practice = EntriesAsked(run=self._run()), self._practice
        return lambda: finish(journal_register(asked, practice=practice))

    def _chosen_slips(self, file: Path) -> Job[tuple[Missing, ...]]:
        return _slips(self._run(), file, {line.person_id for line in self._lines.selected()})


def _slips(run: PayRun, file: Path, ids: set[int] | None) -> Job[tuple[Missing, ...]]:
    """The slips of some people, or of all."""
    yield Step(0, 0, "正在排版")
    people = None if ids is None else list(Person.select().where(Person.id.in_(ids)))
    slips.write_slips(run, file, people)
    return ()
