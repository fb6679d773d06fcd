"""Sheets that belong to no archive."""

from __future__ import annotations

import io

from PIL import Image
from pypdf import PdfReader

from reports.paper.forms import Ledger, LedgerColumn, title
from reports.paper.layout import LEFT, Gaps, Picture, Strip
from reports.paper.plain_pages import write_plain_pages

LEDGER = Ledger(LedgerColumn("日期", 30), LedgerColumn("事由", 100))


def pages(out, *sheets, practice=False):
    count = write_plain_pages(sheets, out, "通知", "某局", practice)
    found = PdfReader(out).pages
    assert count == len(found)
    return ["".join(page.extract_text().split()) for page in found]


def test_each_sheet_begins_on_a_page_of_its_own_and_a_single_page_has_no_number(tmp_path):
    first, second = pages(tmp_path / "a.pdf", [title("甲")], [title("乙")])
    assert (first, second) == ("甲", "乙")


def test_a_sheet_of_several_pages_counts_its_own(tmp_path):
    long = [title("长"), *LEDGER.strips([("2020年", "事")] * 60, Gaps())]
    texts = pages(tmp_path / "a.pdf", [title("短")], long)
    assert "页" not in texts[0]
    total = len(texts) - 1
    assert total > 1
    assert [text.endswith(f"第{n}页共{total}页") for n, text in enumerate(texts[1:], 1)] == [True] * total


def test_a_practice_archive_says_so_on_every_page(tmp_path):
    assert all("不得作为任何凭证" in text for text in pages(tmp_path / "a.pdf", [title("甲")], practice=True))
    assert pages(tmp_path / "b.pdf", [title("甲")]) == ["甲"]


def test_a_picture_stands_in_its_strip(tmp_path):
    file = io.BytesIO()
    Image.new("RGB", (30, 60), "red").save(file, "PNG")
    strip = Strip(100, picture=Picture(file.getvalue(), 10, 5, 30, 60))
    pages(tmp_path / "a.pdf", [strip])
    (page,) = PdfReader(tmp_path / "a.pdf").pages
    (drawn,) = [
        line for line in page.get_contents().get_data().decode().splitlines() if line.endswith("Do Q")
    ]
    across, _, _, down, left, _ = map(float, drawn.split()[1:7])
    assert (across, down) == (30, 60)
    assert abs(left - LEFT - 10) < 0.01
