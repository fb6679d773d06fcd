"""Lines of a Word file: typefaces, indents, the schema's order."""

from __future__ import annotations

from docx.oxml.ns import qn

from tests.reports.official.documents import SENTENCE
from tests.reports.official.opened import opened


def face(run):
    return run._r.rPr.rFonts.get(qn("w:eastAsia"))


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


ORDERS = {  # of ECMA-376 part 1, as far as we write them
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl autoSpaceDE autoSpaceDN snapToGrid spacing ind jc rPr sectPr",
    "rPr": "rStyle rFonts b i color spacing w kern position sz szCs lang",
    "tblPr": "tblStyle tblW jc tblInd tblLayout tblCellMar tblLook tblCaption",
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
