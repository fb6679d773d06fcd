"""An official document as a Word file."""

from __future__ import annotations

import docx
from docx.oxml.ns import qn
from docx.shared import Mm

from reports.official import word
from tests.reports.official.documents import SENTENCE, document


def opened(tmp_path, *paragraphs, **options):
    word.write_official_word(document(*paragraphs, **options), tmp_path / "总结.docx")
    return docx.Document(str(tmp_path / "总结.docx"))


def face(run):
    return run._r.rPr.rFonts.get(qn("w:eastAsia"))


def test_the_page_is_that_of_an_official_document(tmp_path):
    made = opened(tmp_path)
    page = made.sections[0]
    sizes = (page.page_width, page.page_height, page.top_margin, page.bottom_margin, page.left_margin)
    assert [round(size / Mm(1)) for size in sizes] == [210, 297, 37, 35, 28]
    assert made.settings.odd_and_even_pages_header_footer
    assert page.footer.paragraphs[0].text == "—  —"  # the number itself is a field
    assert page.even_page_footer.paragraphs[0].text == "—  —"


def test_the_official_typefaces_are_named_for_chinese(tmp_path):
    made = opened(tmp_path, "一、宣传教育", "（一）氛围营造。制作宣传牌20余块。")
    title, _, first, second, *_ = made.paragraphs
    assert face(title.runs[0]) == "方正小标宋简体"
    assert face(first.runs[0]) == "黑体"
    assert [face(run) for run in second.runs] == ["楷体_GB2312", "仿宋_GB2312"]


def test_every_paragraph_is_there_and_two_characters_in(tmp_path):
    made = opened(tmp_path, SENTENCE)
    (paragraph,) = (each for each in made.paragraphs if each.text == SENTENCE)
    assert paragraph._p.pPr.find(qn("w:ind")).get(qn("w:firstLineChars")) == "200"


def test_annexes_bring_their_tables_and_charts(tmp_path):
    made = opened(tmp_path, annexes=2)
    assert [cell.text for cell in made.tables[0].rows[1].cells] == ["1", "驻军部队", "11支"]
    assert len(made.inline_shapes) == 2
    assert "附件：1.指标数据来源表" in [each.text for each in made.paragraphs]


def test_a_file_says_what_to_use_where_a_typeface_is_missing(tmp_path):
    made = opened(tmp_path)
    table = next(p for p in made.part.package.iter_parts() if p.partname.endswith("fontTable.xml"))
    assert "仿宋_GB2312" in table.blob.decode()


def test_a_practice_archive_is_told_in_the_head(tmp_path):
    page = opened(tmp_path, practice=True).sections[0]
    assert "演练" in page.header.paragraphs[0].text
    assert "演练" in page.even_page_header.paragraphs[0].text


ORDERS = {  # of ECMA-376 part 1, as far as we write them
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl autoSpaceDE autoSpaceDN snapToGrid spacing ind jc rPr sectPr",
    "rPr": "rStyle rFonts b i color spacing w kern position sz szCs lang",
    "tblPr": "tblStyle tblW jc tblInd tblLayout tblCellMar tblLook",
    "trPr": "cantSplit tblHeader",
    "tcPr": "tcW vAlign",
}


def test_elements_stand_in_the_order_of_the_schema(tmp_path):
    made = opened(tmp_path, "一、宣传教育", "（一）氛围营造。制作宣传牌20余块。", annexes=2, practice=True)
    page = made.sections[0]
    parts = [made.element, made.styles.element, page.footer._element, page.even_page_footer._element]
    for part in parts:
        for name, order in ORDERS.items():
            known = order.split()
            for element in part.iter(qn(f"w:{name}")):
                found = [child.tag.split("}")[1] for child in element]
                places = [known.index(each) for each in found if each in known]
                assert places == sorted(places), (name, found)
                if part is not made.styles.element:
                    assert set(found) <= set(known), (name, found)
    settings = [child.tag.split("}")[1] for child in made.settings.element]
    assert settings.index("zoom") < settings.index("mirrorMargins") < settings.index("evenAndOddHeaders")
