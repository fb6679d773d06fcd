"""The structure of a paper, for those who listen to it."""

from __future__ import annotations

import io

from pypdf import PdfReader

from models.core.jobs import finish
from reports.paper.forms import Field, Form, Ledger, LedgerColumn, heading, title
from reports.paper.layout import Gaps
from reports.paper.plain_pages import write_plain_pages
from reports.pdf import structure
from reports.pdf.pdf_file import PageTree, PdfFile
from reports.pdf.structure import StructureTree
from reports.tables.register import write_paper
from tests.reports.kinds_of_paper import KINDS, register

FORM = Form((Field("姓名", "name"), Field("性别", "sex")))
LEDGER = Ledger(LedgerColumn("日期", 30), LedgerColumn("事由", 100))


def tree(element):
    """An element as its role and those below it; pieces are left out."""
    below = element.get("/K", [])
    below = below if isinstance(below, list) else [below]
    kids = [tree(each.get_object()) for each in below if not isinstance(each, int)]
    return (element["/S"], *kids)


def document(file):
    return PdfReader(file).trailer["/Root"]["/StructTreeRoot"]["/K"][0].get_object()


def test_titles_forms_and_tables_have_their_roles(tmp_path):
    strips = [title("登记表"), *FORM.strips({"name": "马建国", "sex": "男"}, Gaps()), heading("走访")]
    strips += LEDGER.strips([("2020-01-01", "慰问")], Gaps())
    write_plain_pages([strips], tmp_path / "a.pdf", "表", "某局")
    (_, section) = tree(document(tmp_path / "a.pdf"))
    assert section == (
        "/Sect",
        ("/H1",),
        ("/Table", ("/TR", ("/TH",), ("/TD",), ("/TH",), ("/TD",))),
        ("/H2",),
        ("/Table", ("/TR", ("/TH",), ("/TH",)), ("/TR", ("/TD",), ("/TD",))),
    )  # fmt: skip


def test_a_table_of_several_pages_is_one_table_and_every_page_finds_its_elements(tmp_path):
    rows = [(f"2020-01-{n:02}", "慰问") for n in range(1, 100)]
    write_plain_pages([LEDGER.strips(rows, Gaps())], tmp_path / "a.pdf", "表", "某局")
    (_, (_, table)) = tree(document(tmp_path / "a.pdf"))
    read = PdfReader(tmp_path / "a.pdf")
    assert len(table) - 1 == len(rows) + 1  # the heading that is repeated on each page is said once
    (node,) = read.trailer["/Root"]["/StructTreeRoot"]["/ParentTree"]["/Kids"]
    owners = node.get_object()["/Nums"]
    for number, page in enumerate(read.pages):
        assert page["/StructParents"] == number == owners[2 * number]
        pieces = page.get_contents().get_data().count(b"/MCID")
        found = owners[2 * number + 1].get_object()
        assert len(found) == pieces
        assert all(each.get_object()["/Pg"] == page for each in found)


def test_a_wide_table_says_its_title_once_and_the_next_one_is_another_table(archive, tmp_path):
    finish(write_paper([register(80), register(3)], tmp_path / "a.pdf"))
    first, second = (tree(each.get_object()) for each in document(tmp_path / "a.pdf")["/K"])
    for section, rows in ((first, 80), (second, 3)):
        assert [kid[0] for kid in section[1:]].count("/H1") == 1
        (table,) = [kid for kid in section[1:] if kid[0] == "/Table"]
        assert sum(len(row) - 1 == 4 for row in table[1:]) == rows + 1


def test_a_table_does_not_go_on_beyond_a_heading(tmp_path):
    strips = [
        *LEDGER.strips([("2020", "甲")], Gaps()),
        heading("又"),
        *LEDGER.strips([("2021", "乙")], Gaps()),
    ]
    write_plain_pages([strips], tmp_path / "a.pdf", "表", "某局")
    (_, section) = tree(document(tmp_path / "a.pdf"))
    assert [kid[0] for kid in section[1:]] == ["/Table", "/H2", "/Table"]


def test_each_person_is_a_section_and_a_photo_says_what_it_is(archive, tmp_path):
    KINDS["一人一档"](tmp_path / "a.pdf")
    sections = [each.get_object() for each in document(tmp_path / "a.pdf")["/K"]]
    assert [each["/T"] for each in sections] == [mark.title for mark in PdfReader(tmp_path / "a.pdf").outline]
    figures = [kid.get_object() for kid in sections[0]["/K"] if kid.get_object()["/S"] == "/Figure"]
    assert figures
    assert {each["/Alt"] for each in figures} == {"照片"}


def test_an_endless_table_is_told_by_rows_so_that_readers_can_hold_it(monkeypatch):
    monkeypatch.setattr(structure, "MOST_ELEMENTS", 10)
    file = io.BytesIO()
    pdf = PdfFile(file)
    pages, told = PageTree(pdf), StructureTree(pdf)
    for _ in range(3):
        for _ in range(5):
            told.row(LEDGER, ("TD", "TD"))
        number = pdf.reserve()
        entries = told.turn(number)
        pages.add(pdf.add_stream(b""), "<< >>", (100, 100), number=number, entries=entries)
    pdf.finish(pdf.add(f"<< /Type /Catalog {pages.close()} {told.close()} >>"), pdf.add("<< >>"))
    (_, (_, table, *rows)) = tree(document(file))
    assert len(table) - 1 == 5
    assert rows == [("/P",)] * 10
