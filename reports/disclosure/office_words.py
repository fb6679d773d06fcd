"""The words of an office file 表格和文档里的字, workbook or Word: every text and every attribute of every part of it.

So hidden rows, columns and sheets, comments, defined names, properties, headers and feet, lists of what may be entered, words
that no cell shows any more and changes that were struck out are all read, whether we know of their part or not.
"""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from xml.etree import ElementTree

from models.incoming.packed_files import unpacked
from reports.disclosure.said import Inside, SaidWords

# A text that programs cut into pieces stands in one of these.
CUT_INTO_PIECES = {"p", "si", "comment"}
OFFICE_PARTS = {
    r"docProps/": "文件属性",
    r"customXml/": "附带的数据",
    r"xl/workbook\.xml": "工作簿的名称",
    r"xl/sharedStrings": "单元格文字（含隐藏的和已不用的）",
    r"xl/(threadedC|c)omments": "批注",
    r"xl/worksheets/sheet(\d+)\.xml": "第{}张工作表",
    r"xl/(drawings|charts)/": "图形",
    r"xl/externalLinks/": "外部链接",
    r"xl/pivotCache/": "透视表的缓存",
    r"word/document": "正文",
    r"word/header": "页眉",
    r"word/footer": "页脚",
    r"word/comments": "批注",
    r"word/(foot|end)notes": "脚注",
}
OFFICE_PLACES = {
    "oddHeader": "页眉", "oddFooter": "页脚", "evenHeader": "页眉", "evenFooter": "页脚", "firstHeader": "页眉", "firstFooter": "页脚",
    "definedName": "定义的名称", "formula1": "有效性清单", "formula2": "有效性清单", "delText": "修订中删去的字", "f": "公式",
    "docPr": "图片说明", "sheet": "工作表名称", "bookmarkStart": "书签",
}  # fmt: skip
EXPONENT = re.compile(r"[0-9](?:\.[0-9]+)?[eE]\+?[0-9]{1,2}")  # a number as a spreadsheet keeps a long one
SHARED = "xl/sharedStrings.xml"


def office_words(packed: zipfile.ZipFile) -> Iterator[SaidWords | Inside]:
    """What stands in each part; pictures and files that lie in it are handed back to be read."""
    shared = _shared(packed)
    for name in packed.namelist():
        content = unpacked(packed, name, packed.getinfo(name).file_size)
        if name.endswith((".xml", ".rels", ".vml")):
            yield from _part_words(_part(name), content, shared)
        elif not name.endswith("/"):
            yield Inside(name.rpartition("/")[2], content)


def _part(name: str) -> str:
    for pattern, said in OFFICE_PARTS.items():
        if found := re.match(pattern, name):
            return said.format(*found.groups())
    return name


def _part_words(where: str, content: bytes, shared: list[str]) -> Iterator[SaidWords]:
    if b"<!DOCTYPE" in content or (root := _parsed(content)) is None:
        yield SaidWords(where, content.decode("utf-8", "replace"))
        return
    hidden = ""
    for element in root.iter():
        tag = _tag(element)
        if tag == "row":
            hidden = "（隐藏行）" if element.get("hidden") in ("1", "true") else ""
        place = (
            f"{where} {element.get('r', '')}{hidden}"
            if tag == "c"
            else f"{where} {OFFICE_PLACES.get(tag, '')}"
        )
        yield from (SaidWords(place.strip(), words) for words in _element_words(element, tag, shared))


def _element_words(element: ElementTree.Element, tag: str, shared: list[str]) -> Iterator[str]:
    """What an element says itself, whole where programs cut it into pieces, and in its attributes."""
    yield from element.attrib.values()
    if tag in CUT_INTO_PIECES:
        yield "".join(element.itertext())
    elif tag == "c":
        yield _cell_words(element, shared)
    elif element.text and tag != "v":
        yield element.text
    yield element.tail or ""


def _cell_words(cell: ElementTree.Element, shared: list[str]) -> str:
    value = "".join("".join(each.itertext()) for each in cell if _tag(each) in ("v", "is"))
    if cell.get("t") == "s" and value.isdecimal() and int(value) < len(shared):
        return shared[int(value)]
    return str(int(float(value))) if EXPONENT.fullmatch(value) else value


def _shared(packed: zipfile.ZipFile) -> list[str]:
    root = (
        _parsed(unpacked(packed, SHARED, packed.getinfo(SHARED).file_size))
        if SHARED in packed.namelist()
        else None
    )
    return [] if root is None else ["".join(each.itertext()) for each in root if _tag(each) == "si"]


def _parsed(content: bytes) -> ElementTree.Element | None:
    try:
        return ElementTree.fromstring(content)
    except ElementTree.ParseError:
        return None


def _tag(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
