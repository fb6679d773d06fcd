"""Sheets of one person after another: numbered, marked, bound on one edge."""

from __future__ import annotations

import re

import pypdfium2
import zxingcpp

from reports.paper.page_mark import PageMark
from tests.reports.person.files import usual
from tests.reports.person.printing import all_words, printed, words


def test_the_papers_of_each_person_carry_their_page_of_the_volume_and_cover_catalogue_and_remarks_none(
    tmp_path,
):
    pdf, _ = printed(tmp_path, usual(1), usual(2, name="张三"))
    half = len(pdf.pages) // 2
    for number, page in enumerate(pdf.pages):
        place = number % half
        said = re.findall(r"件号 (\d+)　　页号 (\d+)", page.extract_text())
        # of the two papers taken in, five pages come before
        assert said == ([] if place in (0, 1, half - 1) else [(str(place + 1), str(place + 4))])


def test_each_person_has_a_bookmark_to_the_first_page(tmp_path):
    pdf, _ = printed(tmp_path, usual(1), usual(2, name="欧阳娜娜"))
    titles = [entry.title for entry in pdf.outline]
    assert titles == ["马建国　6301030100001", "欧阳娜娜　6301030100002"]
    assert [pdf.get_destination_page_number(entry) for entry in pdf.outline] == [0, len(pdf.pages) // 2]


def test_on_both_sides_each_person_starts_on_a_fresh_sheet(tmp_path):
    one, two = usual(1), usual(2, name="张三")
    single, _ = printed(tmp_path, one, sections=["封面", "目录", "备考"])
    assert len(single.pages) == 3
    pdf, written = printed(tmp_path, one, two, sections=["封面", "目录", "备考"], double_sided=True)
    assert written.pages == len(pdf.pages) == 8
    assert [pdf.get_destination_page_number(entry) for entry in pdf.outline] == [0, 4]
    assert pdf.pages[3].extract_text() == pdf.pages[7].extract_text() == ""
    assert "张三" in pdf.pages[4].extract_text()


def test_printed_on_both_sides_every_sheet_is_bound_on_the_same_edge(tmp_path):
    pdf, _ = printed(tmp_path, usual(1), usual(2), sections=["封面", "目录", "备考"], double_sided=True)
    assert [head_from_the_left(pdf.pages[n]) for n in (0, 1, 2, 4, 5)] == [27, 18, 27, 27, 18]
    single, _ = printed(tmp_path, usual(1), sections=["封面", "目录", "备考"])
    assert {head_from_the_left(page) for page in single.pages} == {27}


def head_from_the_left(page):
    """How many millimetres from the left edge the running head begins, which stands at the inner margin."""
    found = []

    def visit(text, _, place, *__):
        if "优抚对象档案" in text and place[5] > 780:
            found.append(round(place[4] / 72 * 25.4))

    page.extract_text(visitor_text=visit)
    return found[0]


def test_a_practice_archive_says_so_on_every_page(tmp_path):
    pdf, _ = printed(tmp_path, usual(), practice=True)
    assert all("演练" in words(page) for page in pdf.pages)
    assert "演练" not in all_words(printed(tmp_path, usual())[0])


def test_the_code_of_every_page_reads_back_from_paper(tmp_path):
    pdf, _ = printed(tmp_path, usual(), practice=True)
    marks = [PageMark.read(read(scan)) for scan in scans(tmp_path / "卷.pdf")]
    assert [mark.page for mark in marks] == list(range(1, len(pdf.pages) + 1))
    assert {mark.archive for mark in marks} == {"6301030100001"}
    assert {mark.pages for mark in marks} == {len(pdf.pages)}
    assert [mark.form for mark in marks][:4] == ["FM", "ML", "DJ", "SF"]


def scans(file):
    """The pages as a grey scanner of 150 dpi sees them."""
    with pypdfium2.PdfDocument(file) as pdf:
        return [page.render(scale=150 / 72, grayscale=True).to_pil() for page in pdf]


def read(scan):
    """The code on a page that lies a little askew in the scanner."""
    return zxingcpp.read_barcode(scan.rotate(1.3, fillcolor=255)).text


def test_the_mark_tells_a_changed_page_from_the_old_one(tmp_path):
    def marks(**facts):
        person = usual()
        changed = usual(facts={**person.facts, **facts})
        printed(tmp_path, changed, sections=["封面", "登记表"])
        return [PageMark.read(read(scan)).print for scan in scans(tmp_path / "卷.pdf")]

    before, after = marks(), marks(phone="13800000000")
    assert before[0] == after[0]
    assert before[1] != after[1]
