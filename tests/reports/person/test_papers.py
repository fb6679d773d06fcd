"""The papers that the program prints for a volume: as few sheets as they need, and nothing lost."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from models.office.settings import Office
from reports.paper.layout import FULL, Gaps
from reports.person.papers import RECORDS, Wanted, printed_papers
from reports.person.person_file import IdentityFile, PersonFile
from tests.reports.person.files import CARD, SERVICE, usual
from tests.reports.person.printing import printed, words


def papers(file, **wanted):
    return printed_papers(file, Office(), Wanted(**wanted), Gaps())


def used(page):
    return sum(placed.strip.height for placed in page) / FULL


def test_what_happened_stands_below_the_facts_where_that_saves_a_sheet():
    short = usual(payments=(), states=(), changes=())
    assert [paper.title for paper in papers(short)] == [
        "优抚对象登记表", "身份登记信息表、待遇、走访、医疗及变更记录",
    ]  # fmt: skip
    long = usual(visits=usual().visits * 12)
    assert [paper.code for paper in papers(long)] == ["DJ", "SF", "JL"]


def test_no_page_is_nearly_empty_when_it_could_stand_on_the_one_before():
    for visits in range(40):
        made = papers(usual(visits=usual().visits * visits), sections=("身份", *RECORDS))
        pages = [page for paper in made for page in paper.pages]
        for before, page in pairwise(pages):
            assert used(page) > 0.2 or used(before) + used(page) > 1


def test_a_table_in_which_nothing_stands_is_printed_by_choice():
    nobody = PersonFile("李四")
    assert [paper.code for paper in papers(nobody)] == ["DJ"]
    assert [paper.code for paper in papers(nobody, empty_tables=True)] == ["DJ", "JL"]
    assert [paper.code for paper in papers(nobody, sections=("走访",))] == ["JL"]


def test_pay_is_told_by_the_year_and_month_by_month_by_choice(tmp_path):
    month = usual().payments[0]
    file = usual(payments=tuple(month._replace(month=f"2020年{n}月", notes="") for n in range(1, 13)))
    by_year = words(printed(tmp_path, file, sections=["待遇"])[0].pages[0])
    assert "1—12月" in by_year
    assert "38499.96" in by_year  # twelve times 3208.33
    assert by_year.count(CARD) == 1
    by_month = words(printed(tmp_path, file, sections=["待遇"], months=True)[0].pages[0])
    assert by_month.count("3,208.33") == 24
    assert "2020年12月" in by_month


def test_each_identity_approved_here_is_a_paper_of_its_own():
    signed = {**SERVICE, "signed:区级": "2026年3月2日", "opinion:区级": "同意"}
    file = replace(usual(), identities=(IdentityFile("三属", signed), IdentityFile("烈士子女", SERVICE)))
    titles = [paper.title for paper in papers(file, sections=("身份",))]
    assert titles == ["领取定期抚恤金审批表", "身份登记信息表"]
