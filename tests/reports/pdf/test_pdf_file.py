"""A PDF file that is written while it is drawn."""

from __future__ import annotations

import io
import re
import zlib

import pytest
from pypdf import PdfReader
from pypdf.generic import IndirectObject

from reports.pdf.pdf_file import KIDS, PageTree, PdfFile, text_string


def written(pages, bookmarks=()):
    """A file of so many empty pages, some of which have a bookmark."""
    file = io.BytesIO()
    pdf = PdfFile(file)
    tree, information = PageTree(pdf), f"<< /Title {text_string('𠅤档案')} >>"
    for number in range(pages):
        contents = pdf.add_stream(f"% {number}".encode())
        tree.add(contents, "<< >>", (595.28, 841.89), dict(bookmarks).get(number, ""))
    pdf.finish(pdf.add(f"<< /Type /Catalog {tree.close()} >>"), pdf.add(information))
    return file


@pytest.mark.parametrize("pages", [1, KIDS - 1, KIDS, KIDS + 1, 3 * KIDS])
def test_every_page_is_found_in_its_order_however_many_there_are(pages):
    found = PdfReader(written(pages), strict=True).pages
    assert [page.get_contents().get_data() for page in found] == [f"% {n}".encode() for n in range(pages)]


def test_bookmarks_lead_to_their_pages():
    pdf = PdfReader(written(KIDS + 3, [(0, "马建国"), (2, "李四"), (KIDS + 1, "𠅤")]), strict=True)
    assert [(each.title, pdf.get_destination_page_number(each)) for each in pdf.outline] == [
        ("马建国", 0), ("李四", 2), ("𠅤", KIDS + 1),
    ]  # fmt: skip


def test_a_file_without_bookmarks_opens_without_their_list():
    assert "/PageMode" not in PdfReader(written(2)).trailer["/Root"]
    assert PdfReader(written(2, [(1, "甲")])).trailer["/Root"]["/PageMode"] == "/UseOutlines"


def test_every_object_stands_where_the_table_says():
    whole = written(2).getvalue()
    start = int(whole.rpartition(b"startxref\n")[2].split()[0])
    head, _, rest = whole[start:].partition(b"stream\n")
    table = zlib.decompress(rest)
    assert b"/W [1 5 2]" in head
    assert len(table) == 8 * int(re.search(rb"/Size (\d+)", head)[1])
    for number in range(1, len(table) // 8):
        sort, at = table[8 * number], int.from_bytes(table[8 * number + 1 : 8 * number + 6], "big")
        assert sort == 1
        assert whole[at:].startswith(b"%d 0 obj" % number)


def test_small_objects_are_packed_together_and_found_by_their_numbers():
    file = io.BytesIO()
    pdf = PdfFile(file)
    tree = PageTree(pdf)
    tree.add(pdf.add_stream(b""), "<< >>", (100, 100))
    first = pdf.next_number()
    pdf.add_group([f"<< /Kind /Some /Place {place} >>" for place in range(3)])
    pdf.finish(pdf.add(f"<< /Type /Catalog {tree.close()} >>"), pdf.add("<< >>"))
    read = PdfReader(file, strict=True)
    found = [read.get_object(IndirectObject(first + place, 0, read)) for place in range(3)]
    assert [each["/Place"] for each in found] == [0, 1, 2]


def test_the_same_facts_give_the_same_bytes_and_others_another_name():
    assert written(3).getvalue() == written(3).getvalue()
    one, other = (PdfReader(written(pages)).trailer["/ID"] for pages in (3, 4))
    assert one != other


def test_words_for_people_are_read_back_with_the_rarest_characters():
    assert PdfReader(written(1)).metadata.title == "𠅤档案"
