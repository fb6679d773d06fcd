"""The empty Word file of official documents."""

from __future__ import annotations

import re
import zipfile

from tests.reports.official.opened import opened

BUILT_IN = {  # what ECMA-376 calls the built-in styles; Word and WPS show them in Chinese
    "Normal", "Default Paragraph Font", "Normal Table", "No List", "Title", "heading 1", "heading 2", "header", "footer",
    "Table Grid",
}  # fmt: skip


def package(tmp_path):
    opened(tmp_path, "一、走访慰问", "（一）春节慰问", annexes=2, practice=True)
    with zipfile.ZipFile(tmp_path / "总结.docx") as made:
        return {name: made.read(name).decode("utf-8", "replace") for name in made.namelist()}


def test_a_document_says_whose_it_is_and_nobody_else(tmp_path):
    about = opened(tmp_path).core_properties
    assert (about.author, about.last_modified_by, about.language) == ("某区退役军人事务局",) * 2 + ("zh-CN",)
    assert (about.title, about.created.year) == ("2020年双拥优抚工作总结", 2020)
    said = "".join(words for name, words in package(tmp_path).items() if not name.endswith(".png"))
    assert not re.search(r"python-docx|Macintosh|Microsoft Office Word|generated", said)


def test_a_document_is_in_chinese(tmp_path):
    parts = package(tmp_path)
    languages = re.findall(
        r'<w:(?:lang|themeFontLang) w:val="([^"]+)" w:eastAsia="([^"]+)"', "".join(parts.values())
    )
    assert languages
    assert set(languages) == {("zh-CN", "zh-CN")}
    assert set(re.findall(r'<w:name w:val="([^"]+)"', parts["word/styles.xml"])) == BUILT_IN


def test_a_document_holds_no_parts_of_another(tmp_path):
    odd = [
        name
        for name in package(tmp_path)
        if re.search("thumbnail|customXml|theme|numbering|webSettings", name)
    ]
    assert odd == []


def test_headings_stand_in_the_outline(tmp_path):
    made = opened(tmp_path, "一、走访慰问", "（一）春节慰问", "全年走访慰问。")
    styles = {each.text: each.style.name for each in made.paragraphs}
    assert styles["2020年双拥优抚工作总结"] == "Title"
    assert (styles["一、走访慰问"], styles["（一）春节慰问"], styles["全年走访慰问。"]) == (
        "Heading 1",
        "Heading 2",
        "Normal",
    )
