"""Old workbooks 旧格式表格: a form that came as .xls or .et made an .xlsx of the same look, as far as that can be."""

from __future__ import annotations

import io
from pathlib import Path
from typing import Any

import xlrd  # type: ignore[import-untyped]
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from models.core.record import Refusal
from models.imports.workbooks.parts import Unfit
from models.imports.workbooks.xls_sums import area_sums

NEWER = "原表是旧格式（{}），填好的存成.xlsx：文字、字体、边框、底色、列宽、行高、合并单元格照旧"
NOT_CARRIED = "。下拉列表、图片和打印设置没有带过来，求和以外的公式只留下结果，报送前请核对；要完全照原样，请先用Excel或WPS把原表另存为.xlsx再填"
LINES = (None, "thin", "medium", "dashed", "dotted", "thick", "double", "hair", "mediumDashed", "dashDot",
         "mediumDashDot", "dashDotDot", "mediumDashDotDot", "slantDashDot")  # fmt: skip
ACROSS = ("general", "left", "center", "right", "fill", "justify", "centerContinuous", "distributed")
UPRIGHT = ("top", "center", "bottom", "justify", "distributed")
BOX_SIDES = ("left", "right", "top", "bottom")


def as_new_workbook(file: Path) -> tuple[io.BytesIO, str]:
    """The workbook as an .xlsx, and what is to be told of it. Raises ``Refusal`` when its looks cannot be read."""
    content = file.read_bytes()
    try:
        old = xlrd.open_workbook(file_contents=content, formatting_info=True)
        sums = area_sums(content)
    except (Unfit, xlrd.XLRDError, AssertionError, IndexError, KeyError, ValueError, TypeError) as error:
        raise Refusal(f"“{file.name}”的格式太旧或已损坏，请用Excel或WPS打开它，另存为.xlsx后再选") from error
    book = Workbook()
    book.remove(book.worksheets[0])
    for number, sheet in enumerate(old.sheets()):
        _Copy(old, sheet, book.create_sheet(sheet.name)).copy(sums[number] if number < len(sums) else {})
    made = io.BytesIO()
    book.save(made)
    made.seek(0)
    return made, NEWER.format(file.suffix.lower()) + NOT_CARRIED


class _Copy:
    """One sheet being copied."""

    def __init__(self, book: Any, old: Any, new: Worksheet) -> None:
        self.book, self.old, self.new = book, old, new
        self.looks: dict[int, tuple[Any, ...]] = {}

    def copy(self, sums: dict[tuple[int, int], Any]) -> None:
        for row in range(self.old.nrows):
            for column in range(self.old.row_len(row)):
                self._cell(row, column, sums.get((row + 1, column)))
        for top, below, left, behind in self.old.merged_cells:
            self.new.merge_cells(start_row=top + 1, end_row=below, start_column=left + 1, end_column=behind)
        for column, about in self.old.colinfo_map.items():
            self.new.column_dimensions[get_column_letter(column + 1)].width = about.width / 256
        for row, about in self.old.rowinfo_map.items():
            if about.height and not about.has_default_height:
                self.new.row_dimensions[row + 1].height = about.height / 20
        if self.old.panes_are_frozen:
            corner = self.new.cell(self.old.horz_split_pos + 1, self.old.vert_split_pos + 1)
            self.new.freeze_panes = corner.coordinate
        if self.old.visibility:
            self.new.sheet_state = "hidden"

    def _cell(self, row: int, column: int, area: Any) -> None:
        cell: Any = self.new.cell(row + 1, column + 1)
        kind, value = self.old.cell_type(row, column), self.old.cell_value(row, column)
        if area is not None:
            first, last = get_column_letter(area.left + 1), get_column_letter(area.right + 1)
            cell.value = f"=SUM({first}{area.top}:{last}{area.bottom})"
        elif kind in (xlrd.XL_CELL_TEXT, xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
            cell.value = int(value) if isinstance(value, float) and value.is_integer() else value
        elif kind == xlrd.XL_CELL_BOOLEAN:
            cell.value = bool(value)
        font, fill, border, alignment, number_format = self._look(self.old.cell_xf_index(row, column))
        cell.font, cell.fill, cell.border, cell.alignment = font, fill, border, alignment
        cell.number_format = number_format

    def _look(self, index: int) -> tuple[Any, ...]:
        if index not in self.looks:
            about = self.book.xf_list[index]
            self.looks[index] = (
                self._font(self.book.font_list[about.font_index]), self._fill(about.background),
                self._border(about.border), _alignment(about.alignment),
                self.book.format_map[about.format_key].format_str,
            )  # fmt: skip
        return self.looks[index]

    def _font(self, font: Any) -> Font:
        return Font(
            name=font.name, size=font.height / 20, bold=bool(font.bold), italic=bool(font.italic),
            underline="single" if font.underline_type else None, strike=bool(font.struck_out),
            color=self._colour(font.colour_index),
        )  # fmt: skip

    def _fill(self, background: Any) -> PatternFill:
        colour = self._colour(background.pattern_colour_index)
        return PatternFill("solid", fgColor=colour) if background.fill_pattern and colour else PatternFill()

    def _border(self, border: Any) -> Border:
        sides: dict[str, Any] = {}
        for name in BOX_SIDES:
            line = getattr(border, f"{name}_line_style")
            style: Any = LINES[line] if line < len(LINES) else "thin"
            sides[name] = (
                Side(style, self._colour(getattr(border, f"{name}_colour_index"))) if style else Side()
            )
        return Border(**sides)

    def _colour(self, index: int) -> str | None:
        rgb = self.book.colour_map.get(index)
        return "{:02X}{:02X}{:02X}".format(*rgb) if rgb else None


def _alignment(about: Any) -> Alignment:
    across, upright = about.hor_align, about.vert_align
    return Alignment(
        horizontal=ACROSS[across] if across < len(ACROSS) else None,
        vertical=UPRIGHT[upright] if upright < len(UPRIGHT) else None,
        wrap_text=bool(about.text_wrapped), shrink_to_fit=bool(about.shrink_to_fit),
    )  # fmt: skip
