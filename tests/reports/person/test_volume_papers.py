"""The papers of a volume: numbers and pages, of which cover and catalogue say the same."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from models.office.settings import Office
from reports.paper.layout import Gaps
from reports.person.person_file import Material
from reports.person.sheets import Copy, volume_of
from reports.person.volume_papers import counted, numbered_papers, page_feet
from tests.reports.person.files import KINDS, usual
from tests.reports.person.printing import printed, words


def paper(pages):
    return Material("", "", "某件", "", pages, "")


def test_each_paper_has_its_first_and_its_last_page():
    volume = numbered_papers(map(paper, ("3", "1", "10")))
    assert [piece.pages for piece in volume] == ["1-3", "4", "5-14"]
    assert counted(volume) == "共 3 件 14 页"


@pytest.mark.parametrize("unknown", ["", "0", "若干"])
def test_after_a_paper_that_was_not_counted_no_page_is_guessed(unknown):
    volume = numbered_papers(map(paper, ("3", unknown, "2")))
    assert [piece.pages for piece in volume] == ["1-3", "4", ""]
    assert counted(volume) == "共 3 件　　　页"
    assert page_feet(volume[2], 2) == ("件号 3　　页号　　　",) * 2


@pytest.mark.parametrize("kinds", [(), KINDS[:1], KINDS[:4]])
def test_cover_catalogue_remarks_and_the_stamped_pages_agree(tmp_path, kinds):
    pdf, _ = printed(tmp_path, usual(kinds=kinds))
    said = [words(page) for page in pdf.pages]
    count, pages = map(int, re.search(r"共(\d+)件(\d+)页", said[0]).groups())
    volume, _ = volume_of(usual(kinds=kinds), Office(), Copy(), Gaps())
    assert (count, pages) == (len(volume), volume[-1].last)
    assert f"共有文件材料{count}件，{pages}页" in said[-1]
    stamped = [
        tuple(map(int, found.groups()))
        for page in pdf.pages
        if (found := re.search(r"件号 (\d+)　　页号 (\d+)", page.extract_text()))
    ]
    wanted = [(piece.number, page) for piece in volume[2:] for page in range(piece.first, piece.last + 1)]
    assert stamped == wanted
    assert volume[-1].pages in said[1]


def test_a_cover_alone_says_what_the_whole_volume_holds(tmp_path):
    alone = words(printed(tmp_path, usual(), sections=["封面"])[0].pages[0])
    whole = words(printed(tmp_path, usual())[0].pages[0])
    assert re.search(r"共\d+件\d+页", alone).group() == re.search(r"共\d+件\d+页", whole).group()


def test_what_is_not_printed_is_not_counted():
    less, _ = volume_of(usual(), Office(), Copy(sections=["封面", "登记表"]), Gaps())
    assert [piece.paper.title for piece in less][2:] == ["优抚对象登记表"]


def test_the_sheets_of_the_program_are_the_offices_and_of_the_day_of_the_last_change():
    volume, _ = volume_of(replace(usual(), changed_on="20201203"), Office(name="某局"), Copy(), Gaps())
    assert {(piece.paper.author, piece.paper.day) for piece in volume[2:]} == {("某局", "20201203")}
