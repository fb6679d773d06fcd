"""Papers of pay, of deaths and of approvals: none cites what was not in force on its date, whatever the paper."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from docx import Document
from openpyxl import load_workbook

from models.approvals import matters
from models.approvals.approval import Approval, ApprovalState
from models.core import codes, journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.deaths.after_death import after_death
from models.office.settings import Office, Setting
from models.pay.dues import held_grants, open_questions
from models.pay.grants.grants import Grant
from models.pay.grants.rules import Ways
from models.pay.runs import run_lines
from models.pay.standards import months
from models.pay.standards.standards import Standard
from models.people.identity import DISABLED, Identity, IdentityState
from models.people.person import Person
from reports.approvals import confirmations, letters
from reports.approvals.listing import approvals_register
from reports.death_affairs import affairs_register
from reports.paper.layout import Gaps
from reports.pay import eligibility_questions, slips
from reports.pay import held_grants as grants_printed
from reports.pay.run_lines import lines_register
from reports.pay.run_rosters import changes_register, write_run_roster
from reports.person import gathering, sheets
from tests import factories
from tests.models.pay.conftest import USER
from tests.models.pay.runs.conftest import draw
from tests.reports.papers import text_of
from tests.scenarios.test_law_of_the_day import CATEGORIES, words_on, wrong_citations

__all__ = ["draw"]

# The day of the approval, and a month after it in which the same texts were in force.
DAYS = (
    ("2005-03-01", "2005-04"), ("2009-06-01", "2009-07"), ("2011-12-20", "2012-01"), ("2014-10-08", "2014-11"),
    ("2019-05-10", "2019-06"), ("2021-09-03", "2021-10"), ("2024-07-15", "2024-08"), ("2024-10-15", "2024-11"),
    ("2025-03-10", "2025-04"), ("2026-01-05", "2026-02"),
)  # fmt: skip


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
def test_no_paper_that_can_print_a_clause_cites_what_was_not_in_force(office, draw, tmp_path, day, month):
    everybody = office(day)
    run = draw(month)
    for said in (
        rosters_and_slips(run, tmp_path),
        lists_of_pay(run, months.read_month(month)),
        letters_and_documents(everybody[::2], PartDate.parse(day), tmp_path),
        archive_sheets(everybody[::2]),
        papers_of_deaths(everybody, PartDate.parse(day)),
    ):
        assert said
        assert wrong_citations(said, day) == []


def rosters_and_slips(run, folder):
    """What a run gives out: rosters on paper and as a workbook, slips with their reasons, the list of changes."""
    finish(write_run_roster(run, folder / "册.pdf"))
    finish(write_run_roster(run, folder / "册.xlsx"))
    slips.write_slips(run, folder / "单.pdf")
    book = load_workbook(folder / "册.xlsx")
    cells = "".join(str(cell.value or "") for sheet in book for row in sheet.rows for cell in row)
    return cells + text_of(folder / "册.pdf") + text_of(folder / "单.pdf") + said_by(changes_register(run))


def lists_of_pay(run, month):
    """What lists say of grants, of lines and of what is asked."""
    held, asked = held_grants.held_grants(month), open_questions.open_questions(month)
    assert asked
    return "".join(each.told() + each.right() for each in held) + said_by(
        lines_register(run, run_lines.GROUP_ALL, run_lines.run_lines_of(run)),
        grants_printed.grants_register(held, month, "", False),
        eligibility_questions.questions_register(asked, month, "", False),
    )


def letters_and_documents(identities, day, folder):
    """受理通知书, the refusal as a Word document, the list of cases."""
    said, made = [], []
    for identity in identities:
        matter = next(m for m in matters.matters().values() if m.kind in (identity.kind, ""))
        whom = identity.category or identity.kind, identity.kind
        approval = Approval(
            person=identity.person, identity=identity, matter=matter.name, number="2020-0001", applied_on=day,
            accepted_on=day, decided_on=day, state=ApprovalState.REFUSED, refusal="材料不实",
            basis="、".join(matters.clauses_for(matter.name, str(day), *whom)),
        )  # fmt: skip
        made.append(approval)
        said.append(words_on(letters.acceptance(approval, Gaps())))
        letters.write_word(approval, folder / "信.docx")
        said += [paragraph.text for paragraph in Document(folder / "信.docx").paragraphs]
    return "".join((*said, said_by(approvals_register(made))))


def archive_sheets(identities):
    """All sections of the files."""
    files = gathering.of_all([identity.person for identity in identities])
    bound = [sheets.parts(file, Office(), sheets.Copy(), Gaps()) for file in files]
    return words_on(
        placed.strip for parts in bound for part in parts for page in part.pages for placed in page
    )


def papers_of_deaths(identities, day):
    """What is said to the family and listed when all die of illness on a day."""
    with journal.entry("去世", USER):
        for each in identities:
            Grant(identity=each, person=each.person_id, cause="因病").save()
            Person.update(died=day).where(Person.id == each.person_id).execute()
    found = [after_death(Person.get_by_id(each.person_id)) for each in identities]
    told = [words for each in found for words in (*each.open, *(f"{o.title}{o.words}" for o in each.owed))]
    return "".join(map(str, told)) + said_by(affairs_register(found))


@pytest.mark.parametrize("year", range(2005, 2027))
def test_the_announcement_of_a_yearly_confirmation_cites_the_law_of_its_year(archive, tmp_path, year):
    confirmations.write_announcement(year, tmp_path / "公告.pdf")
    assert wrong_citations(text_of(tmp_path / "公告.pdf"), f"{year}-06-01") == []
