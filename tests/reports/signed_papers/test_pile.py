"""Scanning in: each page goes to its person, form and page, or waits with what is known of it."""

from __future__ import annotations

import pytest
from PIL import Image

from models import store
from models.core import journal
from models.core.jobs import finish
from models.core.journal import Entry
from models.core.record import Refusal
from models.people.materials import Material, Scan
from models.signed_papers.signed_page import SignedPage
from models.signed_papers.waiting_page import WaitingReason, waiting_pages
from models.undo.undo import undo
from reports.paper.page_mark import PageMark
from reports.person.sheets import SECTIONS
from reports.signed_papers import pile as scanning
from tests.reports.signed_papers.printed_pages import LONG, USER, scanned


def told(pages):
    return [(page.number, page.form, page.sheet, page.of) for page in pages]


def test_a_pile_in_any_order_finds_each_file(on_file, printed_pages, pile):
    one, two = on_file(name="张三"), on_file(name="李四")
    pictures = printed_pages(one, two)
    half = len(pictures) // 2
    found = scanned(pile(*reversed(pictures)))
    assert len(found.filed) == len(pictures)
    assert {page.number for page in found.filed} == {one.number, two.number}
    assert sorted(told(found.filed)[:half]) == sorted(
        (two.number, page.form, page.sheet, half) for page in found.filed[:half]
    )
    assert not found.partly


def test_files_without_a_number_have_places_of_their_own(person, printed_pages, pile):
    one, two = person(name="张三"), person(name="李四")
    assert not one.file_no
    found = scanned(pile(*printed_pages(one, two)))
    assert [page.number for page in found.filed].count(one.number) == len(found.filed) / 2
    assert {page.number for page in found.filed} == {one.number, two.number}


def test_a_signed_page_lies_beside_the_printed_one_in_the_list_of_papers(on_file, printed_pages, pile):
    someone = on_file()
    found = scanned(pile(*printed_pages(someone)))
    titles = {material.title: material.pages for material in someone.materials}
    sheets = sum(page.form == "登记表" for page in found.filed)
    assert titles == {"封面（签回件）": 1, "登记表（签回件）": sheets, "备考（签回件）": 1}


def test_scans_of_a_form_lie_in_the_order_of_its_sheets(on_file, printed_pages, pile):
    someone = on_file(notes=LONG)
    pages = printed_pages(someone, sections=["登记表"])
    assert len(pages) > 1
    scanned(pile(*reversed(pages)))
    form = Material.get(Material.title == "登记表（签回件）")
    in_order = [scan.signed_pages.get().sheet for scan in form.scans.order_by(Scan.position)]
    assert in_order == list(range(1, len(pages) + 1))


def test_a_batch_is_one_entry_and_undone_whole(on_file, printed_pages, pile):
    someone = on_file()
    before = Entry.select().count()
    scanned(pile(*printed_pages(someone), Image.new("L", (300, 400), 255)))
    assert Entry.select().count() == before + 1
    entry = Entry.select().order_by(Entry.number.desc()).first()
    assert entry.title.startswith("扫描归档：归入")
    assert entry.title.endswith("，待处理1页")
    undo(entry.number, USER)
    assert not SignedPage.select().exists()
    assert not someone.materials.exists()
    assert not waiting_pages()


def test_what_was_scanned_before_is_not_filed_twice(on_file, printed_pages, pile):
    someone = on_file()
    folder = pile(*printed_pages(someone), Image.new("L", (300, 400), 255))
    first, again = scanned(folder), scanned(folder)
    assert told(again.filed) == told(first.filed)
    assert [page.reason for page in again.unknown] == [WaitingReason.NO_CODE]
    assert again.again == len(first.filed) + 1
    assert SignedPage.select().count() == len(first.filed)


def test_a_pile_that_is_broken_off_goes_on_where_it_stopped(on_file, printed_pages, pile):
    someone = on_file()
    folder = pile(*printed_pages(someone))
    job = scanning.scan_in([folder], USER)
    next(job)
    next(job)
    job.close()
    assert SignedPage.select().count() == 1
    found = scanned(folder)
    assert found.again == 1
    assert not found.partly


def test_a_large_pile_is_written_in_parts(on_file, printed_pages, pile, monkeypatch):
    monkeypatch.setattr(scanning, "PART", 2)
    pages = printed_pages(on_file())
    before = Entry.select().count()
    scanned(pile(*pages))
    assert Entry.select().count() - before == (len(pages) + 1) // 2


def test_a_page_printed_before_a_change_waits_with_what_is_known(on_file, printed_pages, pile):
    someone = on_file(notes=LONG)
    pages = printed_pages(someone)
    with journal.entry("更正", USER):
        someone.phone = "13900005678"
        someone.save()
    found = scanned(pile(*pages))
    assert [(page.form, page.sheet) for page in found.stale] == [("登记表", 2)]
    assert "登记表" in {page.form for page in found.filed}  # its other page says nothing of phones
    waits = waiting_pages()[0]
    assert (waits.person, waits.form, waits.reason) == (someone, "DJ", WaitingReason.STALE)


def test_pages_of_one_form_printed_alone_or_masked_are_no_older_for_that(on_file, printed_pages, pile):
    someone = on_file()
    alone = printed_pages(someone, sections=["登记表"])
    hidden = printed_pages(someone, sections=["登记表"], masked=True)
    found = scanned(pile(*alone, *hidden))
    assert len(found.filed) == len(alone) + len(hidden)


def test_the_papers_that_scanning_added_make_no_other_page_old(on_file, printed_pages, pile):
    someone = on_file()
    pages = printed_pages(someone, sections=["封面", "目录", "登记表"])
    scanned(pile(*pages[2:], name="一"))
    assert not scanned(pile(*pages[:2], name="二")).stale
    reprinted = printed_pages(someone, sections=["封面", "目录", "登记表"])
    assert not scanned(pile(*reprinted, name="三")).stale


def test_a_missing_page_of_a_form_is_told(on_file, printed_pages, pile):
    someone = on_file(notes=LONG)
    pages = printed_pages(someone, sections=["登记表"])
    found = scanned(pile(*pages[:-1]))
    assert [(lost.number, lost.form, lost.sheets) for lost in found.missing] == [
        (someone.number, "登记表", [len(pages)])
    ]


def test_a_form_that_was_not_scanned_at_all_is_missed_where_most_of_the_print_came_back(
    on_file, printed_pages, pile
):
    someone = on_file()
    pages = printed_pages(someone, sections=SECTIONS)
    assert [lost.form for lost in scanned(pile(*pages[:-1])).missing] == ["备考"]


def test_a_missing_sheet_of_which_nobody_can_tell_the_form_is_told_by_its_number(
    on_file, printed_pages, pile
):
    pages = printed_pages(on_file(), sections=["封面", "登记表", "备考"])
    assert [(lost.form, lost.sheets) for lost in scanned(pile(*pages[:-1])).missing] == [("", [len(pages)])]


def test_only_the_form_that_was_to_be_signed_comes_back_and_nothing_is_missed(on_file, printed_pages, pile):
    someone = on_file()
    pages = printed_pages(someone, sections=["封面", "目录", "登记表", "查阅", "备考"])
    assert not scanned(pile(pages[0])).missing


def test_what_is_missing_is_no_more_so_when_it_comes_later(on_file, printed_pages, pile):
    someone = on_file(notes=LONG)
    pages = printed_pages(someone, sections=["登记表"])
    scanned(pile(*pages[:-1], name="一"))
    assert not scanned(pile(pages[-1], name="二")).missing


def test_a_page_of_another_archive_and_a_forged_one_are_not_filed(
    on_file, printed_pages, pile, tmp_path, archive
):
    someone = on_file()
    page = printed_pages(someone, sections=["封面"])[0]
    store.close()
    store.create_practice(tmp_path / "别的库")
    with store.practice_session(tmp_path / "别的库", USER):
        found = scanned(pile(page))
        assert [each.reason for each in found.unknown] == [WaitingReason.FOREIGN]
        assert waiting_pages()[0].person is None


def test_a_page_without_a_sign_waits_but_says_whose_it_is(on_file, printed_pages, pile, monkeypatch):
    someone = on_file()
    monkeypatch.setattr(PageMark, "code", property(str))
    page = printed_pages(someone, sections=["封面"])[0]
    found = scanned(pile(page))
    assert [each.reason for each in found.unknown] == [WaitingReason.UNSIGNED]
    assert waiting_pages()[0].person == someone


def test_somebody_who_is_no_more_on_file_gets_no_page(on_file, printed_pages, pile):
    someone = on_file()
    page = printed_pages(someone, sections=["封面"])[0]
    with journal.entry("改号", USER):
        someone.file_no = "6301030099999"
        someone.save()
    assert [each.reason for each in scanned(pile(page)).unknown] == [WaitingReason.NOBODY]


def test_two_pages_on_one_picture_are_not_guessed_at(on_file, printed_pages, pile):
    one, two = printed_pages(on_file(), on_file(name="李四"), sections=["封面"])
    both = Image.new("L", (one.width * 2, one.height), 255)
    both.paste(one, (0, 0))
    both.paste(two, (one.width, 0))
    assert [each.reason for each in scanned(pile(both)).unknown] == [WaitingReason.SEVERAL]


def test_a_broken_file_is_told_and_the_others_are_filed(on_file, printed_pages, pile):
    folder = pile(*printed_pages(on_file(), sections=["封面"]))
    (folder / "000.pdf").write_bytes(b"%PDF-1.4 broken")
    found = scanned(folder)
    assert len(found.filed) == 1
    assert [(each.file, each.page) for each in found.unknown] == [("000.pdf", 1)]


def test_what_is_not_there_is_refused(archive, tmp_path):
    with pytest.raises(Refusal, match="找不到"):
        finish(scanning.scan_in([tmp_path / "没有"], USER))
