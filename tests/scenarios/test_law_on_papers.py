"""Papers of pay, of deaths and of approvals: none cites what was not in force on its date, whatever the paper."""

from __future__ import annotations

import ast
from contextlib import suppress
from datetime import date
from decimal import Decimal
from itertools import groupby
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

import reports
from models.aid.death_gratuity import WAYS_TO_DIE, commendation, gratuity
from models.aid.items import items
from models.aid.oneoffs import OneOff
from models.approvals import matters
from models.approvals.approval import Approval, ApprovalState
from models.approvals.notices import new_notice
from models.core import codes, journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.core.record import Refusal
from models.deaths.after_death import after_death
from models.deaths.heirs import Heir, HeirShare
from models.deaths.overpaid import Overpaid
from models.deaths.sentinel import DeathMatch
from models.office.settings import Office, Setting
from models.pay.dues import held_grants, open_questions
from models.pay.grants.grants import Grant
from models.pay.grants.rules import Ways
from models.pay.runs import run_lines, runs
from models.pay.standards import months
from models.pay.standards.policy_figures import PolicyFigure
from models.pay.standards.standards import Standard
from models.payments.payment import Payment
from models.people.identity import DISABLED, Identity, IdentityState
from models.people.person import Person
from models.year.summary import report, texts
from reports import deaths
from reports.aid.list_rosters import aid_roster
from reports.approvals import confirmations, letters, notices
from reports.approvals.forms import approval_form
from reports.approvals.listing import approvals_register
from reports.death_affairs import affairs_register, family_notice
from reports.paper.layout import Gaps
from reports.pay import eligibility_questions, slips
from reports.pay import held_grants as grants_printed
from reports.pay.run_lines import lines_register
from reports.pay.run_rosters import changes_register, run_register, write_run_roster
from reports.person import gathering, sheets
from reports.year import summary
from tests import factories
from tests.models.pay.conftest import USER
from tests.models.pay.runs.conftest import draw
from tests.reports.papers import text_of
from tests.scenarios.test_law_of_the_day import CATEGORIES, words_on, wrong_citations

__all__ = ["draw"]

# The day of the approval, and a month after it in which the same texts were in force: one between any two changes of a text.
DAYS = (
    ("2005-03-01", "2005-04"), ("2009-06-01", "2009-07"), ("2011-12-20", "2012-01"), ("2014-10-08", "2014-11"),
    ("2019-05-10", "2019-06"), ("2021-09-03", "2021-10"), ("2024-07-15", "2024-08"), ("2024-10-15", "2024-11"),
    ("2025-03-10", "2025-04"),
)  # fmt: skip


REPORTS = Path(reports.__file__).parent
MACHINERY = (
    "letters",  # words of the office's own, whose marks are asked of the papers below
    "manual",
    "support",
    "paper",
    "pdf",
    "tables",
    "official",
    "form_books",
    "commands",
    "export",
    "transfer",
    "superior_forms",
    "imports",
    "charts",
)
IN_THE_CORPUS = {
    "aid.list_rosters.aid_roster", "approvals.confirmations.write_announcement", "approvals.forms.write_forms",
    "approvals.letters.write_letter", "approvals.letters.write_word", "approvals.listing.approvals_register",
    "approvals.notices.write_public_notice", "death_affairs.affairs_register", "death_affairs.write_family_notice",
    "deaths.write_recovery_notice", "pay.eligibility_questions.questions_register", "pay.held_grants.grants_register",
    "pay.run_lines.lines_register", "pay.run_rosters.changes_register", "pay.run_rosters.run_register",
    "pay.run_rosters.write_run_roster", "pay.run_rosters.write_run_workbook", "pay.slips.write_slips",
    "pay.slips.write_year", "person.sheets.write_person_files", "year.summary.write_summary_document",
}  # fmt: skip
# What was typed, counted or scanned, in columns that ask no law; a new paper is put here only after a look at its words.
CITING_NOTHING = {
    "checkups.checkup_registers.correction_register", "checkups.checkup_registers.verification_register",
    "checkups.checkup_registers.worklist_register", "checkups.checkup_paper.write_checkup",
    "practice.write_tour_roster", 
    "backup_slip.write_backup_slip", "disclosure.copies.disclosed", "disclosure.copies.write_copy",
    "handover.handover_book.write_handover_book", "volumes.removed_volumes.removals_register", "changes.journal_list.journal_register", "changes.journal_list.write_journal",
    "changes.sign_in_list.sign_ins_register", "changes.uses_list.uses_register", "aid.budgets.sheet", "aid.exam_cards.exam_roster", "aid.medical.medical_register", "approvals.confirmations.routes",
    "approvals.confirmations.stops", "deaths.stop_list", "forecast.events.events_register", "forecast.events.week_register", "forecast.month_sheet.write_month_sheet", "ledger.printing.ledger_register",
    "ledger.printing.patrols", "ledger.printing.steps", "ledger.printing.whole_year", "pay.banks.write_bank_file",
    "pay.grids.comparison", "pay.grids.standards_register", "person.people_roster.write_roster_paper",
    "person.people_roster.write_roster_workbook", "person.scanned_papers.write_scanned_papers",
    "recovery_sheet.write_recovery_sheet", "visit_plans.cards.write_cards", "visit_plans.money_roster.money_roster",
    "visit_plans.plan.overview", "visit_plans.plan.team_sheets", "visits.gifts.moves", "visits.gifts.store",
    "visits.outsiders.outsiders_register", "visits.units.units_register", "visits.unvisited.unvisited_register",
    "visits.visits.registers", "visits.wishes.wishes_register", "volumes.spines.write_spines",
    "volumes.volume_lists.volume_register", "volumes.volume_orders.write_volumes",
    "year.statistics.book.write_statistics_book", "year.statistics.paper.write_statistics_paper",
}  # fmt: skip
# They cite what the law said on the day of each link, or on the day that is looked at, by the same question as all others.
CITING_OF_MANY_DAYS = {
    "spot_checks.evidence_paper.write_chains", "spot_checks.evidence_paper.write_evidence", "person.past_sheets.write_past_sheets",
}  # fmt: skip
BORN = date(1940, 3, 1)


@pytest.fixture
def office(archive):
    """One of each kind and category, approved on a day, and one more of each who is asked about; every kind has its standard."""

    def make(day):
        with journal.entry("登记", USER):
            Setting(name="pay.alike", value="继续发放").save()
            Standard.delete().where(Standard.begins > PartDate(1990, 1)).execute()
            for kind in codes.table("kind").names():
                for layer in Ways().layers(kind):
                    Standard(
                        kind=kind, layer=layer, unit="月", amount=Decimal(100), begins=PartDate(1990, 1),
                        confirmed=True, source="测试",
                    ).save()  # fmt: skip
            return [
                entitled(kind, category, day, doubt)
                for kind, category in CATEGORIES
                for doubt in (False, True)
            ]

    return make


def entitled(kind, category, day, doubt):
    """Somebody who is paid since a day; with a doubt one who married again, works for the state and is in prison."""
    on = PartDate.parse(day)
    facts = {"marital": "再婚", "employment": "离休", "sentenced_from": on} if doubt else {}
    someone = Person(name="张三", number=factories.citizen_number(BORN), sex="男", **facts)
    someone.save()
    made = Identity(person=someone, state="享受待遇", approved=on, **of_kind(kind, category))
    made.save()
    IdentityState(identity=made, person=someone, state="享受待遇", since=on).save()
    return made


def of_kind(kind, category):
    grade = {"grade": "八级", "nature": "因公"} if kind == DISABLED else {"grade": "", "nature": ""}
    relation = {"relation": "配偶"} if kind == "三属" else {}
    return {"kind": kind, "category": category, "service_years": 3, **grade, **relation}


def said_by(*registers):
    """All that lists say: above them and in their cells."""
    return "".join(str(cell) for each in registers for row in (each.above, *each.rows) for cell in row)


@pytest.mark.parametrize(("day", "month"), DAYS)
def test_no_paper_that_can_print_a_clause_cites_what_was_not_in_force(office, draw, day, month):
    everybody, on = office(day), PartDate.parse(day)
    run = draw(month)
    for said in (
        rosters_and_slips(run),
        lists_of_pay(run, months.read_month(month)),
        letters_and_notices(everybody[::2], on),
        archive_sheets(everybody[::2]),
        aid_lists(everybody[::2], on),
        papers_of_deaths(everybody[::2], on),
    ):
        assert said
        assert wrong_citations(said, day) == []


def rosters_and_slips(run):
    """What a run gives out: its roster, slips with their reasons, the list of changes."""
    of_people = groupby(runs.lines_of(run), key=lambda line: line.person_id)
    told = [words_on(slips.slip(list(some), run.title(), {})) for _, some in of_people]
    return "".join(told) + said_by(run_register(run), changes_register(run))


def lists_of_pay(run, month):
    """What lists say of grants, of lines and of what is asked."""
    held, asked = held_grants.held_grants(month), open_questions.open_questions(month)
    assert asked
    return "".join(each.told() + each.right() for each in held) + said_by(
        lines_register(run, run_lines.GROUP_ALL, run_lines.run_lines_of(run)),
        grants_printed.grants_register(held, month, "", False),
        eligibility_questions.questions_register(asked, month, "", False),
    )


def letters_and_notices(identities, day):
    """受理通知书, the refusal, the form, the public notice, the list of cases."""
    made = [refused(identity, day) for identity in identities]
    said = []
    for approval in made:
        said += [words_on(letters.acceptance(approval, Gaps())), *letters.decided(approval)]
        said += [
            words_on(notices.notice_strips(hung_out(approval, day), Gaps())),
            *map(str, approval_form(approval).facts.values()),
        ]
    return "".join((*said, said_by(approvals_register(made))))


def refused(identity, day):
    """An application that is refused by the law of its day."""
    matter = next(m for m in matters.matters().values() if m.kind in (identity.kind, ""))
    whom = identity.category or identity.kind, identity.kind
    return Approval(
        person=identity.person, identity=identity, matter=matter.name, number="2020-0001", applied_on=day,
        accepted_on=day, decided_on=day, state=ApprovalState.REFUSED, refusal="材料不实",
        basis="、".join(matters.clauses_for(matter.name, str(day), *whom)),
    )  # fmt: skip


def hung_out(approval, day):
    notice = new_notice(approval)
    notice.begins = day
    return notice


def aid_lists(identities, day):
    """Rosters to sign of everything that is paid once, with how the gratuities for a death came about."""
    with journal.entry("确认", USER):
        PolicyFigure.update(confirmed=True).where(PolicyFigure.begins.is_null(False)).execute()
    told = {"一次性抚恤金": gratuities(day), "烈士褒扬金": commendations(day)}
    some = [
        OneOff(person=identity.person, item=item, year=day.year, amount=Decimal(100), reckoned=words)
        for item in items()
        for identity, words in zip(identities, told.get(item) or [""], strict=False)
    ]
    return said_by(*(aid_roster([one for one in some if one.item == item]) for item in items()))


def gratuities(day):
    """How the gratuity of each way to die came about, where figures of that day were found."""
    told = []
    for way in WAYS_TO_DIE:
        with suppress(Refusal):
            told.append(gratuity(day, way, Decimal(8000))[1])
    return told


def commendations(day):
    with suppress(Refusal):
        return [commendation(day)[1]]
    return []


def archive_sheets(identities):
    """All sections of the files."""
    files = gathering.of_all([identity.person for identity in identities])
    bound = [sheets.parts(file, Office(), sheets.Copy(), Gaps()) for file in files]
    return words_on(
        placed.strip for parts in bound for part in parts for page in part.pages for placed in page
    )


def papers_of_deaths(identities, day):
    """What is said to the family and listed when all die of illness on a day, and what is asked back."""
    with journal.entry("去世", USER):
        for each in identities:
            Grant(identity=each, person=each.person_id, cause="因病").save()
            Person.update(died=day).where(Person.id == each.person_id).execute()
    found = [after_death(Person.get_by_id(each.person_id)) for each in identities]
    told = [words for each in found for words in (*each.open, *(f"{o.title}{o.words}" for o in each.owed))]
    going = [HeirShare(Heir(name="李四", relation="配偶", share=100), 100)]
    told += [words_on(family_notice(each, going)) for each in found if each.owed]
    late = Overpaid((Payment(month=day, item="抚恤金", amount=Decimal(100)),))
    told.append(words_on(deaths.notice(DeathMatch(person=identities[0].person), day, late)))
    return "".join(map(str, told)) + said_by(affairs_register(found))


def test_what_is_written_into_a_file_is_what_was_asked(office, draw, tmp_path):
    """The same papers as files: what typesetter, workbook and Word document say is what was held to the law above."""
    day, month = DAYS[-1]
    on = PartDate.parse(day)
    first, *_ = office(day)
    run, approval = draw(month), refused(first, on)
    finish(write_run_roster(run, tmp_path / "册.pdf"))
    finish(write_run_roster(run, tmp_path / "册.xlsx"))
    slips.write_slips(run, tmp_path / "单.pdf", [first.person])
    letters.write_word(approval, tmp_path / "决定.docx")
    letters.write_letter(approval, tmp_path / "受理.pdf")
    notices.write_public_notice(hung_out(approval, on), tmp_path / "公示.pdf")
    yearly = summary.official(report.summary_of(texts.YEARLY_SUMMARY, on.year), ())
    for name in ("总结.docx", "总结.pdf"):
        summary.write_summary_document(yearly, tmp_path / name)
    for file in tmp_path.glob("*.*"):
        assert wrong_citations(words_of(file), day) == [], file.name


def words_of(file):
    if file.suffix == ".docx":
        return "".join(paragraph.text for paragraph in Document(file).paragraphs)
    if file.suffix == ".xlsx":
        return "".join(
            str(cell.value or "") for sheet in load_workbook(file) for row in sheet.rows for cell in row
        )
    return text_of(file) if file.suffix == ".pdf" else ""


def test_the_announcement_of_a_yearly_confirmation_cites_the_law_of_its_year(archive):
    for year in range(2005, 2027):
        said = words_on(confirmations.announcement(year))
        assert said
        assert wrong_citations(said, f"{year}-06-01") == []


def test_every_paper_of_the_program_is_in_the_corpus_or_cites_nothing():
    found = {
        f"{'.'.join(file.relative_to(REPORTS).with_suffix('').parts)}.{name}"
        for file in papers()
        for name in paper_functions(file)
    }
    assert found == IN_THE_CORPUS | CITING_NOTHING | CITING_OF_MANY_DAYS


def papers():
    """The sources that make papers of the office's own; what only sets, writes or hands on is none."""
    return (file for file in REPORTS.rglob("*.py") if file.relative_to(REPORTS).parts[0] not in MACHINERY)


def paper_functions(file):
    """The functions of a source that write a file or make a list to be printed."""
    for node in ast.parse(file.read_text("utf-8")).body:
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            makes = ast.unparse(node.returns) if node.returns else ""
            if node.name.startswith("write_") or "Register" in makes:
                yield node.name
