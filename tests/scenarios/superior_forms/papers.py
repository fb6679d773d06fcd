"""Papers of superiors' forms: each layout made as a workbook or document, with the looks and traps that such files have."""

from __future__ import annotations

from pathlib import Path

import docx
from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from tests.scenarios.superior_forms.forms import SuperiorsForm

THIN = Border(*[Side(style="thin")] * 4)
FREE_ROWS = {"plain": 0, "many": 120, "far": 3}


def make_form(folder: Path, form: SuperiorsForm) -> Path:
    """The form as a file."""
    file = folder / f"{form.title}{'.docx' if form.layout.startswith('word') else '.xlsx'}"
    make = {
        "word": word_table, "word page": word_page, "page": page, "in cell": in_cell, "down": down,
    }.get(form.layout, table)  # fmt: skip
    made = make(form)
    made.save(file)
    return file


def table(form: SuperiorsForm) -> Workbook:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Sheet1" if form.layout != "grouped" else "填报表"
    width, row = len(form.headings), 1
    left = 3 if form.layout == "far" else 1
    last = get_column_letter(left + width - 1)
    if form.layout != "plain":
        sheet.merge_cells(f"{get_column_letter(left)}1:{last}1")
        sheet.cell(1, left, f"2020年{form.title}").font = Font(size=18, bold=True)
        sheet.cell(2, left, "填报单位（盖章）：　　　　　　填报日期：　　年　　月　　日")
        row = 3
    row = heading(sheet, form, row, left)
    if form.layout == "numbered":
        for at in range(width):
            sheet.cell(row, left + at, at + 1)
        row += 1
    if form.layout == "example":
        for at, words in enumerate(form.headings):
            sheet.cell(row, left + at, {"序号": "例"}.get(words, example_of(words)))
        row += 1
    free = FREE_ROWS.get(form.layout, 8)
    for number in range(row, row + free):
        for at, words in enumerate(form.headings):
            cell = sheet.cell(number, left + at)
            cell.border = THIN
            cell.alignment = Alignment("center", "center", wrap_text=True)
            if words.startswith(("入伍", "退", "批准", "出生")) and form.layout == "formats":
                cell.number_format = 'yyyy"年"m"月"d"日"' if "日期" in words else "yyyy.mm"
            if "身份" in words:
                cell.number_format = "@"
        if form.layout == "foot":
            sheet.cell(number, left, number - row + 1)
        sheet.row_dimensions[number].height = 22.5
    look(sheet, form, row, free, left)
    if form.layout == "foot":
        foot(sheet, row, row + free, left, width)
    return book


def heading(sheet, form: SuperiorsForm, row: int, left: int) -> int:
    """The heading; of grouped ones two rows, the upper with words over several columns. Returns the row below."""
    height = 2 if form.layout == "grouped" else 1
    for at, words in enumerate(form.headings):
        shown = words if at % 3 else words.replace("（", "\n（", 1)
        cell = sheet.cell(row + height - 1, left + at, shown)
        cell.font, cell.fill, cell.border = Font(bold=True), PatternFill("solid", fgColor="DDEBF7"), THIN
        cell.alignment = Alignment("center", "center", wrap_text=True)
    if height == 2:
        sheet.cell(row, left, form.headings[0])
        sheet.cell(row + 1, left).value = None
        sheet.merge_cells(start_row=row, end_row=row + 1, start_column=left, end_column=left)
        sheet.cell(row, left + 1, "基本情况")
        sheet.merge_cells(start_row=row, end_row=row, start_column=left + 1, end_column=left + 3)
    return row + height


def look(sheet, form: SuperiorsForm, row: int, free: int, left: int) -> None:
    last = get_column_letter(left + len(form.headings) - 1)
    for at in range(len(form.headings)):
        sheet.column_dimensions[get_column_letter(left + at)].width = 8 + 3 * (at % 4)
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.freeze_panes = f"A{row}"
    if form.layout == "listed":
        for words, allowed in (
            ("性别", '"男,女"'),
            ("是否参战", '"有,无"'),
            ("健康状况", '"健康,一般,较差"'),
        ):
            if words in form.headings:
                letter = get_column_letter(left + form.headings.index(words))
                rule = DataValidation(type="list", formula1=allowed, allow_blank=True)
                rule.add(f"{letter}{row}:{letter}{row + free - 1}")
                sheet.add_data_validation(rule)
    sheet.print_title_rows = f"1:{row - 1}"
    sheet.print_area = f"{get_column_letter(left)}1:{last}{max(row, row + free - 1)}"


def foot(sheet, first: int, row: int, left: int, width: int) -> None:
    """A total with formulas and a line to be signed, merged over all columns."""
    sheet.cell(row, left, "合计")
    letter = get_column_letter(left + 1)
    sheet.cell(row, left + 1, f"=COUNTA({letter}{first}:{letter}{row - 1})")
    sheet.cell(row + 1, left, "填表人：　　　　审核人：　　　　联系电话：")
    sheet.merge_cells(start_row=row + 1, end_row=row + 1, start_column=left, end_column=left + width - 1)


def example_of(words: str) -> str:
    if "年月" in words or "时间" in words:
        return "1950.01"
    if "日期" in words:
        return "1950年1月2日"
    known = {"性别": "男", "民族": "汉", "姓名": "张三"}
    return next((said for part, said in known.items() if part in words), "")


def rows_of_pairs(form: SuperiorsForm) -> list[list[str]]:
    """Two labels and their blanks to a row; long ones alone."""
    rows: list[list[str]] = []
    for words in form.headings:
        alone = "地址" in words or "住址" in words or "困难" in words or "情况" in words
        if alone or not rows or len(rows[-1]) > 2 or rows[-1][-1] == "—":
            rows.append([words, "—"] if alone else [words, ""])
        else:
            rows[-1] += [words, ""]
    return rows


def page(form: SuperiorsForm) -> Workbook:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.merge_cells("B2:E2")
    sheet["B2"] = form.title
    row = 3
    for row, pairs in enumerate(rows_of_pairs(form), start=3):
        for at, words in enumerate(pairs):
            cell = sheet.cell(row, 2 + at, None if words in ("", "—") else words)
            cell.border = THIN
        if pairs[-1] == "—":
            sheet.merge_cells(start_row=row, end_row=row, start_column=3, end_column=5)
    sheet.cell(row + 1, 2, "家庭成员")
    for at, words in enumerate(("称谓", "姓名", "年龄")):
        sheet.cell(row + 1, 3 + at, words)
    sheet.merge_cells(start_row=row + 1, end_row=row + 3, start_column=2, end_column=2)
    sheet.cell(row + 4, 2, "村（社区）意见")
    sheet.merge_cells(start_row=row + 4, end_row=row + 4, start_column=3, end_column=5)
    sheet.cell(row + 5, 2, "填表人：　　　　联系电话：")
    return book


def down(form: SuperiorsForm) -> Workbook:
    """Labels one below the other, the blanks behind them."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["A1"] = form.title
    sheet.merge_cells("A1:B1")
    for row, words in enumerate(form.headings, start=2):
        sheet.cell(row, 1, f"{words}：").border = THIN
        sheet.cell(row, 2).border = THIN
    return book


def in_cell(form: SuperiorsForm) -> Workbook:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["A1"] = form.title
    for row, at in enumerate(range(0, len(form.headings), 2), start=2):
        sheet.cell(row, 1, "　　".join(f"{words}：__________" for words in form.headings[at : at + 2]))
    return book


def word_table(form: SuperiorsForm):
    made = docx.Document()
    made.add_paragraph(form.title)
    grid = made.add_table(5, len(form.headings))
    grid.style = "Table Grid"
    for at, words in enumerate(form.headings):
        grid.cell(0, at).paragraphs[0].add_run(words).bold = True
    grid.cell(4, 0).merge(grid.cell(4, len(form.headings) - 1)).text = "填表人：　　审核人："
    made.add_paragraph("注：本表一式两份。")
    return made


def word_page(form: SuperiorsForm):
    made = docx.Document()
    made.add_paragraph(form.title)
    pairs = rows_of_pairs(form)
    grid = made.add_table(len(pairs), 4)
    grid.style = "Table Grid"
    for row, words in enumerate(pairs):
        for at in range(0, len(words), 2):
            grid.cell(row, at).text = words[at]
        if words[-1] == "—":
            grid.cell(row, 1).merge(grid.cell(row, 3))
    return made
