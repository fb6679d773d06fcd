"""A 花名册: the people chosen, one to a row, as a workbook or on paper."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from models import settings
from models.identities import BankAccount, Identity
from models.people import Person
from reports.cells import put_text

# heading, width on paper in mm (0 = in the workbook only), width in the workbook in characters
COLUMNS: list[tuple[str, float, float]] = [
    ("序号", 10, 6),
    ("姓名", 24, 12),
    ("性别", 10, 6),
    ("民族", 0, 9),
    ("出生日期", 0, 12),
    ("身份证号", 38, 21),
    ("身份", 46, 24),
    ("等级性质", 20, 12),
    ("状态", 18, 12),
    ("证书编号", 24, 14),
    ("所属街道(镇)", 27, 15),
    ("村(社区)", 24, 14),
    ("住址", 0, 38),
    ("联系电话", 25, 14),
    ("医疗保障方式", 0, 22),
    ("开户银行", 0, 16),
    ("开户名称", 0, 10),
    ("银行账号", 0, 23),
    ("备注", 11, 16),
]
THIN = Side(style="thin", color="404040")


@dataclass(frozen=True, slots=True)
class Roster:
    """The facts of a 花名册: its title, who made it when, and a row of words per person under ``COLUMNS``."""

    title: str
    office: str
    day: date
    rows: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, people: Iterable[Person], words: str = "") -> Roster:
        """Collect the people's facts; ``words`` are those they were found by, for the title."""
        chosen = list(people)
        identities, accounts = _by_person(Identity), _by_person(BankAccount)
        rows = tuple(
            _row(number, person, identities[person.id], accounts[person.id])
            for number, person in enumerate(chosen, start=1)
        )
        title = f"优抚对象花名册（{words}）" if words else "优抚对象花名册"
        return cls(title, settings.office().name, date.today(), rows)


def _by_person(model: type[Identity] | type[BankAccount]) -> dict[int, list[Identity | BankAccount]]:
    found: dict[int, list[Identity | BankAccount]] = defaultdict(list)
    for record in model.select().order_by(model.id):
        found[record.person_id].append(record)
    return found


def _row(number: int, person: Person, identities: Iterable[Identity], accounts: Iterable[BankAccount]) -> tuple[str, ...]:
    identities = list(identities)
    account = next((each for each in accounts if each.until is None), BankAccount())
    born = person.birthday
    return (
        str(number),
        person.name,
        person.sex,
        person.ethnic,
        str(born) if born else "",
        person.number,
        "；".join(each.category or each.kind for each in identities),
        "；".join(f"{each.grade}{each.nature}" for each in identities if each.grade or each.nature),
        "；".join(dict.fromkeys(each.state for each in identities if each.state)),
        "；".join(each.certificate for each in identities if each.certificate),
        person.street,
        person.community,
        person.residence or person.household_address,
        person.phone,
        person.insurance,
        account.bank,
        account.holder,
        account.account,
        person.notes,
    )


def write_workbook(roster: Roster, out: Path) -> None:
    """Write the roster as .xlsx: every cell text, A4 landscape, the heading repeated on each printed page."""
    book = Workbook()
    page = book.worksheets[0]
    page.title = "花名册"
    _fill(page, roster)
    _lay_out(page, len(roster.rows))
    part = out.with_name(out.name + ".part")
    book.save(part)
    part.replace(out)


def _fill(page: Worksheet, roster: Roster) -> None:
    lines = [
        (roster.title,),
        (f"制表单位：{roster.office}　　制表日期：{roster.day:%Y-%m-%d}　　共{len(roster.rows)}人",),
        tuple(heading for heading, _, _ in COLUMNS),
        *roster.rows,
        (f"合计：{len(roster.rows)}人　　　　制表人：　　　　　　审核人：　　　　　　单位负责人：",),
    ]
    box = Border(left=THIN, right=THIN, top=THIN, bottom=THIN)
    for row, line in enumerate(lines, start=1):
        for column, words in enumerate(line, start=1):
            cell = page.cell(row, column)
            put_text(cell, words)
            if len(line) > 1:
                cell.border = box
                cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)


def _lay_out(page: Worksheet, people: int) -> None:
    last = len(COLUMNS)
    for row in (1, 2, people + 4):
        page.merge_cells(start_row=row, start_column=1, end_row=row, end_column=last)
    page["A1"].font, page["A1"].alignment = Font(size=18, bold=True), Alignment(horizontal="center")
    for column, (_, _, width) in enumerate(COLUMNS, start=1):
        page.column_dimensions[get_column_letter(column)].width = width
        page.cell(3, column).font = Font(bold=True)
    page.row_dimensions[1].height, page.row_dimensions[3].height = 30, 24
    page.freeze_panes = "C4"
    page.auto_filter.ref = f"A3:{get_column_letter(last)}{people + 3}"
    page.print_title_rows = "1:3"
    page.page_setup.orientation, page.page_setup.paperSize = "landscape", page.PAPERSIZE_A4
    page.page_setup.fitToWidth, page.page_setup.fitToHeight = 1, 0
    page.sheet_properties.pageSetUpPr.fitToPage = True
    page.page_margins.left = page.page_margins.right = 0.4
    page.print_options.horizontalCentered = True
    page.oddFooter.center.text = "第 &P 页 共 &N 页"
