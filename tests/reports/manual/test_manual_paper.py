"""The manual as a PDF: chapters, contents and index with the pages on which things truly stand, as archives take a file."""

from __future__ import annotations

import pytest
from PIL import Image
from pypdf import PdfReader

from models.core.jobs import finish
from reports.manual.manual_paper import write_manual
from reports.manual.manual_text import MANUAL, TERMS, BlockSort, plain_words, read_manual, stresses
from reports.manual.term_index import read_terms, term_index
from reports.paper import fonts
from tests.reports.pdf.pdfa_rules import broken

WORDS = """# 手册

前言，按 **F1** 打开。

## 工作台

![工作台](图/工作台.png)

一打开就看到的一页，续在
下一行；写 `main.py` 和 abc
def。

## 补助发放

{long}

### 待遇

* **待遇**从哪月起
  到哪月止
1. 先编制

| 程序说 | 怎么办 |
|---|---|
| 没有账号 | 补上账号 |

    python main.py due
    python main.py payrun
"""


@pytest.fixture
def paper(tmp_path):
    (tmp_path / "图").mkdir()
    Image.new("RGB", (400, 200), "teal").save(tmp_path / "图" / "工作台.png")
    (tmp_path / "手册.md").write_text(WORDS.format(long="\n\n".join(["一段文字。" * 40] * 12)), "utf-8")
    terms = "| 用语 | a | b | 意思 | c |\n| --- | --- | --- | --- | --- |\n| 待遇 | grant | x | 按什么标准享受 | y |\n| 工作台 | desk | x | 首页 | y |\n"
    (tmp_path / "用语.md").write_text(terms, "utf-8")
    missing = finish(write_manual(tmp_path / "手册.pdf", tmp_path / "手册.md", tmp_path / "用语.md"))
    assert missing == ()
    return tmp_path / "手册.pdf"


def test_contents_and_index_name_the_pages_on_which_things_stand(paper):
    pages = ["".join(page.extract_text().split()) for page in PdfReader(paper).pages]
    of_grants = next(number for number, words in enumerate(pages, 1) if "先编制" in words)
    assert "待遇" in pages[0]
    assert pages[0].endswith("目录·1")
    assert f"按什么标准享受{of_grants}" in pages[-1]
    assert "首页2" in pages[-1]


def test_every_chapter_has_a_bookmark_and_the_file_is_as_archives_take_it(paper):
    assert [each.title for each in PdfReader(paper).outline] == ["目录", "工作台", "补助发放", "术语索引"]
    assert broken(paper) == []


def test_blocks_are_read_as_they_are_written():
    blocks = read_manual(WORDS)
    assert [each.words for each in blocks if each.sort == BlockSort.CODE] == [
        "python main.py due",
        "python main.py payrun",
    ]
    assert "续在下一行；写 `main.py` 和 abc def。" in [each.words for each in blocks][4]
    assert [plain_words(each) for each in blocks if each.sort == BlockSort.ITEM] == [
        "待遇从哪月起到哪月止",
        "先编制",
    ]
    assert [each.rows for each in blocks if each.sort == BlockSort.TABLE] == [
        (("程序说", "怎么办"), ("没有账号", "补上账号"))
    ]
    assert [each.strong for each in stresses("按 **F1** 打开")] == [False, True, False]


def test_the_shipped_manual_can_be_printed_to_its_last_character_and_has_its_pictures():
    blocks = read_manual(MANUAL.read_text("utf-8"))
    face = fonts.face(fonts.SERIF)
    assert {
        character
        for each in blocks
        for character in face.look(plain_words(each)).lacking
        if character != "\n"
    } == set()
    assert [each.place for each in blocks if each.place and not (MANUAL.parent / each.place).is_file()] == []
    assert {entry.letter.isalpha() for entry in term_index(blocks, read_terms(TERMS.read_text("utf-8")))} == {
        True
    }
