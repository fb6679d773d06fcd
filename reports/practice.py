"""The practice archive 演练库 made afresh, with everything that can be printed from it."""

from __future__ import annotations

from pathlib import Path

from models import store
from models.core import citizen_number
from models.core.jobs import Job
from models.core.record import Refusal
from models.office import settings
from models.people import search
from models.people.person import Person
from models.practice import filling, invented_people
from models.year.statistics import charts
from models.year.summary import report, texts
from reports.person import gathering, people_roster, sheets
from reports.person.sheets import Copy
from reports.tables.list_columns import ListColumn, Listing
from reports.tables.register import Register, write_workbook
from reports.year import summary

PRINTS, TOUR_FOLDER = "打印", "入门"
NEWCOMERS, NEWCOMERS_AMONG, NEWCOMERS_SEED = 3, 60, 2021  # who are imported in the first tour
TOUR_FIELDS = ("name", "sex", "number", "street", "community", "phone")
TOUR_LIST = Listing(
    Person,
    (*[ListColumn(name, paper=30) for name in TOUR_FIELDS], ListColumn("kind", paper=40, heading="人员类别")),
)


def make_practice_archive(folder: Path, count: int) -> Job[list[str]]:
    """Make it of ``count`` invented people, print it into ``打印`` beside its data, and tell what was made.

    A practice archive that is there is discarded first. Raises ``Refusal`` when the folder holds any other archive.
    """
    if count < 1:
        raise Refusal("人数至少为1")
    if (folder / "keys.json").exists():
        store.discard_practice(folder)  # refuses when it is anything but a practice archive
    store.create_practice(folder)
    prints = folder / PRINTS
    prints.mkdir(exist_ok=True)
    with store.practice_session(folder) as opened:
        made = yield from filling.fill_and_pay(count, opened.user)
        told = [f"已建立演练库 {folder}：编造人员{made}人（{filling.INVENTED_YEAR}年），不需要密码"]
        everybody = search.find_people()
        files = prints / "一人一档.pdf"
        written = yield from sheets.write_person_files(
            gathering.of_all(everybody), files, settings.office(), Copy(practice=True), made
        )
        told.append(f"{files}：{written.people}人，{written.pages}页")
        roster = people_roster.Roster.of(everybody, practice=True, maker=opened.user)
        people_roster.write_roster_workbook(roster, prints / "花名册.xlsx")
        yield from people_roster.write_roster_paper(roster, prints / "花名册.pdf")
        told += [f"{prints / name}：{len(roster.rows)}人" for name in ("花名册.xlsx", "花名册.pdf")]
        told += _summary(prints)
    return told


def write_tour_roster(folder: Path) -> Path:
    """A roster of a few newcomers beside the practice archive, to be imported in the first tour; returns where it lies."""
    there = {each.number for each in Person.select(Person.number)}
    invented = invented_people(NEWCOMERS_AMONG, filling.INVENTED_YEAR, NEWCOMERS_SEED)
    new = [each.facts for each in invented if _is_new(str(each.facts["number"]), there)]
    rows = tuple(
        (*[str(facts.get(name) or "") for name in TOUR_FIELDS], "参战退役人员") for facts in new[:NEWCOMERS]
    )
    place = folder / TOUR_FOLDER / "新增人员花名册.xlsx"
    place.parent.mkdir(exist_ok=True)
    write_workbook(Register("参战退役人员花名册", TOUR_LIST.headings()[1:], rows, practice=True), place)
    return place


def _is_new(number: str, there: set[str]) -> bool:
    return citizen_number.is_right(number) and number not in there


def _summary(prints: Path) -> list[str]:
    """The yearly summary, on paper and as a Word file."""
    found = report.summary_of(texts.YEARLY_SUMMARY, filling.INVENTED_YEAR)
    document = summary.official(found, charts.charts_of_year(filling.INVENTED_YEAR, found.day), practice=True)
    told = []
    for name in ("年度总结.pdf", "年度总结.docx"):
        pages, _ = summary.write_summary_document(document, prints / name)
        told.append(f"{prints / name}：{len(found.figures)}项指标" + (f"，{pages}页" if pages else ""))
    return told
