"""The styles of an .xlsx workbook, as far as they change what a cell means: which of them strike its text out."""

from __future__ import annotations

import re

from models.imports.workbooks.parts import Package

STYLES = "xl/styles.xml"
MOST_STYLES = 8 << 20  # bytes; workbooks copied for years have many, and of a larger part nothing is asked
FONTS = re.compile(rb"<(?:\w+:)?fonts[ >].*?</(?:\w+:)?fonts>", re.DOTALL)
FONT = re.compile(rb"<(?:\w+:)?font(?:\s[^>]*)?(?:/>|>.*?</(?:\w+:)?font>)", re.DOTALL)
STRIKE = re.compile(rb'<(?:\w+:)?strike(?:\s+val="(?:1|true)")?\s*/>')
CELL_FORMATS = re.compile(rb"<(?:\w+:)?cellXfs[ >].*?</(?:\w+:)?cellXfs>", re.DOTALL)
NUMBER_FORMAT = re.compile(rb"<(?:\w+:)?xf\s[^>]*>")
FONT_ID = re.compile(rb'\bfontId="(\d+)"')


def struck_styles(package: Package) -> frozenset[int]:
    """The numbers of the cell styles (``s`` of a cell) whose font is struck out (ECMA-376 part 1, 18.8)."""
    if STYLES not in package.parts or package.parts[STYLES].file_size > MOST_STYLES:
        return frozenset()
    text = b"".join(package.unpack(STYLES))
    if b"strike" not in text:
        return frozenset()
    fonts, formats = FONTS.search(text), CELL_FORMATS.search(text)
    if fonts is None or formats is None:
        return frozenset()
    struck = {n for n, font in enumerate(FONT.findall(fonts[0])) if STRIKE.search(font)}
    ids = (FONT_ID.search(each) for each in NUMBER_FORMAT.findall(formats[0]))
    return frozenset(n for n, found in enumerate(ids) if found and int(found[1]) in struck)
