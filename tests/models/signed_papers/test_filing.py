"""Filing: a page goes into its person's file with its scan; what waits is filed or laid aside by hand."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from models.archive.scans import keep_scan, read_scan
from models.core import journal
from models.core.journal import Entry
from models.core.record import Refusal
from models.people import materials
from models.people.materials import Material, Scan
from models.signed_papers.filing import ArrivedPage, file_by_hand, file_page, lay_aside
from models.signed_papers.signed_page import PrintedSheet, SignedPage, sheets_back
from models.signed_papers.waiting_page import WaitingPage, WaitingReason, waiting_pages
from models.undo.undo import undo
from tests.conftest import USER


def paper(shade=200):
    made = BytesIO()
    Image.new("L", (9, 9), shade).save(made, "PNG")
    return made.getvalue()


def arrived(number, shade=200):
    return ArrivedPage(keep_scan(paper(shade)), "扫描.pdf", number, f"hash:{number}", "批", number)


@pytest.fixture
def waiting(archive):
    kept = keep_scan(paper())
    made = WaitingPage(
        reason=WaitingReason.NO_CODE, sha256=kept.sha256, media=kept.media, file_name="扫描.pdf", page=3,
        source="hash:3", batch="批", place=3,
    )  # fmt: skip
    with journal.entry("扫描归档", USER):
        made.save()
    return made


def file(number, person, sheet, of=2, shade=200):
    with journal.entry("扫描归档", USER):
        return file_page(arrived(number, shade), person, PrintedSheet("DJ", sheet, of, "A"), "登记表")


def test_the_pages_of_a_form_are_one_paper_of_the_file_with_a_number_of_its_own(person):
    someone = person()
    file(1, someone, 2)
    file(2, someone, 1, shade=100)
    (held,) = someone.materials
    assert (held.title, held.pages, held.number) == ("登记表（签回件）", 2, 1)
    assert [scan.signed_pages.get().sheet for scan in held.scans.order_by(Scan.position)] == [1, 2]
    assert sheets_back(someone.id) == {2: {1: "DJ", 2: "DJ"}}


def test_who_takes_a_scan_away_takes_its_signed_page_along_and_undoing_brings_both_back(person):
    someone = person()
    page = file(1, someone, 1)
    with journal.entry("删除扫描件", USER):
        materials.detach(page.scan)
    assert not SignedPage.select().exists()
    undo(Entry.select().order_by(Entry.number.desc()).first().number, USER)
    assert SignedPage.get().scan.material.person == someone


def test_a_page_that_waited_is_filed_by_hand_in_one_entry(person, waiting):
    someone = person()
    file_by_hand(waiting, someone, PrintedSheet("SF", 2, 0), "身份", USER)
    assert not waiting_pages()
    scan = Scan.get()
    assert read_scan(scan.sha256) == paper()
    assert (scan.material.title, scan.file_name) == ("身份（签回件）", "扫描.pdf")
    undo(Entry.select().order_by(Entry.number.desc()).first().number, USER)
    assert [page.source for page in waiting_pages()] == ["hash:3"]
    assert not Material.select().exists()


def test_a_page_without_a_form_is_not_filed(person, waiting):
    with pytest.raises(Refusal, match="请选择这一页是哪一部分"):
        file_by_hand(waiting, person(), PrintedSheet("", 1, 0), " ", USER)
    assert waiting_pages()


def test_a_page_that_is_laid_aside_is_remembered_and_waits_no_longer(waiting):
    lay_aside(waiting, USER)
    assert not waiting_pages()
    assert WaitingPage.get().source == "hash:3"
