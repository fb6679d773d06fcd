"""Import of rosters and registers: what workbooks would change in the archive, and making it so as one entry.

Three steps: ``read_workbooks`` the workbooks, ``plan`` against the archive, ``apply``. Nothing is written before the last.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from peewee import chunked

from models.backups import automatic_backup
from models.core import journal
from models.core.jobs import Job, Step
from models.core.personal_names import names_agree, same_name
from models.core.record import Refusal, insert_all
from models.imports import joined_rows, list_days, own_headings
from models.imports.archived import Archived, identity_key, is_correction
from models.imports.checks.checks import check_sheet
from models.imports.checks.totals import differing_totals
from models.imports.draft import Draft
from models.imports.evidence.taught import Taught, joined_fields, reading_as_taught
from models.imports.imported_sheets import read_workbook
from models.imports.kept_books import KeptBooks
from models.imports.merged_numbers import follow_merged
from models.imports.plan import Plan, RowOutcome, SheetPlan, new_files
from models.imports.register_planning import Registers
from models.imports.registers.reading import Register
from models.imports.rosters import own_columns
from models.imports.rosters.lines import RosterLine
from models.imports.rosters.reading import Roster
from models.imports.sheet_answers import SheetAnswers
from models.imports.sheets.read_rows import SheetRemark
from models.pay.returns.own_return_words import use_own_return_words
from models.people import file_numbers, outsiders
from models.people.identity import BankAccount, Identity
from models.people.outsiders import Outsider
from models.people.person import Person

FACT_LABELS = BankAccount.labels() | Identity.labels() | Person.labels()
NO_STATE_COLUMN = "本表没有“优抚对象状态”一栏，{}人没有登记状态，不知是否享受待遇，发放时待核定；请在表上加一栏写明后重新导入，或在档案中补登"
__all__ = ["Plan", "RowOutcome", "SheetPlan", "apply", "read_workbooks"]


def read_workbooks(
    files: Sequence[Path], answers: SheetAnswers | None = None, books: KeptBooks | None = None
) -> Job[Plan]:
    """Read workbooks and plan what they would change; a workbook that cannot be read is told in ``unread``.

    ``answers`` are the officer's about what was understood; what the archive remembers of tables of the same form holds
    without being said again. ``books`` keeps what was read for whoever asks once more.
    """
    answers, books = answers or SheetAnswers(), books or KeptBooks()
    books.keep_only(files)
    use_own_return_words()
    remembered = own_headings.known()
    words = {**own_columns.own_headings(), **remembered.words}
    taught = Taught(joined_fields(remembered.forms, answers.columns), words)
    plan = Plan(taught=dict(answers.columns))
    for number, file in enumerate(files):
        yield Step(number, len(files), f"正在读取{file.name}")
        with reading_as_taught(taught):
            _read_file(plan, file, answers, books)
    planner = _Planner(plan)
    for number, sheet in enumerate(plan.sheets, start=1):
        planner.add(sheet)
        yield Step(number, len(plan.sheets), f"正在核对{sheet.roster.sheet.name}")
    _offer_files(plan)
    Registers(plan, plan.sheets).run()  # last, so that whoever the same call puts on file is known
    for sheet in plan.sheets:
        if isinstance(sheet.roster, Register):
            sheet.findings += differing_totals(sheet.roster)
    return plan


def _read_file(plan: Plan, file: Path, answers: SheetAnswers, books: KeptBooks) -> None:
    try:
        book, saved, _ = books.read(file)
    except Refusal as refusal:
        plan.unread.append((file.name, str(refusal)))
    else:
        rosters = read_workbook(book.sheets, answers, file.name)
        for roster in rosters:
            check_sheet(roster)
            heading = roster.heading_row if isinstance(roster, Roster) else None
            made = list_days.made_at(roster.sheet, heading, file.name, saved)
            told = [SheetRemark(None, None, None, words) for words in roster.sheet.remarks]
            plan.sheets.append(SheetPlan(file.name, roster, findings=told, made=made))


def apply(plan: Plan, user: str) -> Job[int | None]:
    """Write the plan as one entry of the journal; all of it or nothing. Returns the entry's number."""
    plan.take_decisions()
    groups = plan.groups()
    total = sum(len(records) for _, records in groups) + len(plan.changed)
    if not total:
        return None
    yield from automatic_backup.back_up_before(automatic_backup.BEFORE_IMPORT)
    done = 0
    with journal.entry(plan.title(), user) as writing:
        file_numbers.assign_file_numbers(plan.people, plan.identities)
        for model, records in groups:
            if model is Outsider:
                _adopt(plan)
            insert_all(model, records)
            done += len(records)
            yield Step(done, total + 1, "正在写入")
        for record in plan.changed.values():
            record.save()
        own_headings.remember(plan.taught)
        writing.at_hand |= new_files(plan)
    return writing.number


def _offer_files(plan: Plan) -> None:
    """Find those of the new people whom the archive knows without a file; where the name was another, that is told."""
    numbers = {person.number: person for person in plan.people}
    for some in chunked(sorted(numbers), 10_000):
        for outsider in Outsider.select().where(Outsider.number.in_(some)):
            person = numbers[outsider.number]
            plan.adopted.append((outsider, person))
            if not same_name(outsider.name, person.name):
                _tell_other_name(plan, outsider, person)


def _tell_other_name(plan: Plan, outsider: Outsider, person: Person) -> None:
    words = (
        f"建档前按同一号码登记的姓名是“{outsider.name}”，其发放、走访记录将转入“{person.name}”的档案，请核对"
    )
    for sheet in plan.sheets:
        for line in _people_of(sheet):
            if not line.refused and line.person["number"] == person.number:
                sheet.findings.append(
                    SheetRemark(line.row, line.letters.get("person.name"), person.name, words)
                )
                return


def _adopt(plan: Plan) -> None:
    """Give those who now have a file what was kept of them without one."""
    outsiders.adopt(plan.adopted)
    people = {outsider.id: person for outsider, person in plan.adopted}
    for record in plan.changed.values():
        who: Any = record
        if "outsider" in record._meta.fields and who.outsider_id in people:
            who.person, who.outsider = people[who.outsider_id], None


def _people_of(sheet: SheetPlan) -> list[RosterLine]:
    return sheet.roster.lines if isinstance(sheet.roster, Roster) else []


class _Planner:
    """Fits the lines of an import to the archive and to each other."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        lines = [line for sheet in plan.sheets for line in _people_of(sheet) if line.person.get("number")]
        follow_merged(lines)
        self.archive = Archived(lines)
        self.first: dict[str, tuple[str, str]] = {}  # number → name and where, in this import
        self.seen: dict[tuple[str, ...], tuple[RosterLine, str]] = {}

    def add(self, sheet: SheetPlan) -> None:
        """Fit a roster; registers come after all of them."""
        if not isinstance(sheet.roster, Roster):
            return
        sheet.refused += sheet.roster.refused
        sheet.findings += sheet.roster.findings
        for line in sheet.roster.lines:
            outcome = self._of_each(sheet, line) or self._line(sheet, line)
            sheet.counts[outcome] += 1
            sheet.findings += line.findings
            if line.refused:
                sheet.refused.append(line.refused)
        if sheet.stateless:
            words = NO_STATE_COLUMN.format(sheet.stateless)
            sheet.findings.append(SheetRemark(sheet.roster.heading_row, None, None, words))

    def _of_each(self, sheet: SheetPlan, line: RosterLine) -> str:
        """How a row about several identities ends that the archive knows; '' when it is none."""
        person = self.archive.people.get(line.person.get("number", ""))
        if not isinstance(sheet.roster, Roster) or person is None:
            return ""
        own = joined_rows.lines_of_each(sheet.roster, line, self.archive.identities[person.uid])
        if not own:
            return ""
        outcomes = {self._line(sheet, each) for each in own}
        line.refused = next((each.refused for each in own if each.refused), None)
        line.findings = [remark for each in own for remark in each.findings]
        return next(
            each
            for each in (RowOutcome.REFUSED, RowOutcome.NEW, RowOutcome.CHANGED, RowOutcome.SAME)
            if each in outcomes
        )

    def _line(self, sheet: SheetPlan, line: RosterLine) -> str:
        if line.refused:
            return RowOutcome.REFUSED
        place = f"{sheet.roster.sheet.name}第{line.row}行"
        number = line.person["number"]
        if reason := self._not_the_same_person(line):
            line.refuse("person.number", line.person["number_found"], reason)
            return RowOutcome.REFUSED
        key = identity_key(line)
        if (earlier := self.seen.get(key)) is not None:
            return self._again(line, earlier)
        draft = Draft(self.plan, self.archive, line, place, sheet)
        if draft.broken():
            return RowOutcome.REFUSED
        self.seen[key] = (line, place)
        self.first.setdefault(number, (line.person["name"], place))
        return draft.keep()

    def _not_the_same_person(self, line: RosterLine) -> str:
        """Why the line's number cannot be this person's; '' when it can."""
        number, name = line.person["number"], line.person["name"]
        if number in self.first and not names_agree(self.first[number][0], name):
            other, where = self.first[number]
            return f"与{where}的“{other}”身份证号相同而姓名不同，同一号码不能属于两人"
        known = self.archive.people.get(number)
        if known is None or known.id is None or names_agree(known.name, name) or number in self.first:
            return ""
        if is_correction(self.archive, known, line):
            return ""
        return f"与档案中的“{known.name}”身份证号相同而姓名不同，同一号码不能属于两人"

    def _again(self, line: RosterLine, earlier: tuple[RosterLine, str]) -> str:
        """The same identity a second time: told when it says the same, refused when it says something else."""
        first, where = earlier
        differing = [
            FACT_LABELS.get(name) or own_columns.own_column(name) or name
            for part in ("person", "identity", "account", "own", "notes")
            for name, value in getattr(line, part).items()
            if name != "number_found" and getattr(first, part).get(name) != value
        ]
        found = line.person["number_found"]
        if differing:
            words = f"同一人的同一身份在{where}已有，{'、'.join(differing)}不一致，请核对后只留一行"
            line.refuse("person.number", found, words)
            return RowOutcome.REFUSED
        line.doubt("person.number", found, f"同一人的同一身份在{where}已有，本行重复")
        return RowOutcome.SAME
