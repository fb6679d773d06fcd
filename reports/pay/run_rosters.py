"""The roster that is signed for 发放花名册: who is paid what in a run, with subtotals, running totals and the sum in words."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import Any

from xlsxwriter.utility import xl_col_to_name

from models.archive import opened
from models.core.amounts import in_words
from models.core.jobs import Job
from models.core.record import Refusal
from models.heads import journal_heads
from models.office import settings
from models.pay.runs import bank_files
from models.pay.runs.bank_files import Payee
from models.pay.runs.runs import LineKind, PayLine, PayRun, RunKind
from models.pay.standards import months
from models.people.listing import in_office_order
from models.people.person import Person
from models.printing.named_people import tell_named
from models.uses.named_rows import people_named
from reports.paper.binding import PRACTICE
from reports.paper.fonts import Missing
from reports.paper.whole_files import whole
from reports.pay.differences import differences
from reports.pay.roster_columns import ROSTER_LIST, SIDES, SUMMED_PARTS, WIDTHS, Paid
from reports.tables.book_files import Book, Look, Page, save_book
from reports.tables.list_columns import ListColumn, Listing
from reports.tables.register import END, START, Register, write_paper
from reports.tables.row_heights import USUAL_TYPE, row_height
from reports.tables.table_book import (
    AMOUNT_FORMAT,
    BOX,
    GREY,
    HEI,
    SONG,
    TITLE_TYPE,
    dress,
    lay_crosswise,
    placed,
    put_across,
)
from reports.tables.wide_tables import TIGHT_ROW

RUN_SIGNATURES = ("负责人：", "复核：", "制表：", "发放日期：", "（公章）")
BOOK_ROW, BOOK_TYPE = 18.0, 10  # points: the least row of the workbook, its type
BOOK_PAGE = 25 * BOOK_ROW  # what a printed page of it has room for between the heading and the sums
QUIET_CHANGES = ("新增", "其他变更")  # whose amounts are the run's own
ROWS_ABOVE_NAMES = 3  # rows above the names: title, the line above the table, the heading


KEYS = [column.key for column in ROSTER_LIST.columns]  # of the columns behind 序号

CHANGE_LIST = Listing(
    None,
    (
        ListColumn("who", paper=24, heading="姓名"),
        ListColumn("number", paper=38.5, like=Person.number),
        ListColumn("category", paper=32, heading="人员类别"),
        ListColumn("what", paper=18, heading="变动"),
        ListColumn("span", paper=34, heading="月份"),
        ListColumn("people", paper=11, heading="人数", words=lambda each: len(each.people)),
        ListColumn("amount", paper=24, align=END, heading="金额(元)", words=lambda each: each.amount if each.amount and each.what not in QUIET_CHANGES else ""),
        ListColumn("reason", paper=86, align=START, heading="原因"),
    ),
    number=9,
)  # fmt: skip


def paid(run: PayRun, street: str = "") -> list[Paid]:
    """The rows of a run's roster, of one street or of all."""
    return [_paid(run, each) for each in bank_files.payees(run) if street in ("", each.street)]


def _paid(run: PayRun, payee: Payee) -> Paid:
    def of(lines: Sequence[PayLine]) -> Decimal:
        return sum((line.amount or Decimal(0) for line in lines), Decimal(0))

    regular = [line for line in payee.lines if _is_regular(run, line)]
    more = [
        line for line in payee.lines if line not in regular and line.kind in (LineKind.DUE, LineKind.ARREARS)
    ]
    standards = {line.identity_id: line.standard for line in regular or payee.lines if line.standard}
    return Paid(
        payee, "；".join(dict.fromkeys(standards.values())), len({(line.identity_id, str(line.month)) for line in regular}), of(regular), of(more),
        of([line for line in payee.lines if line.kind == LineKind.DEDUCTED]),
    )  # fmt: skip


def _is_regular(run: PayRun, line: PayLine) -> bool:
    if line.kind in (LineKind.AGAIN, LineKind.ONCE):
        return True
    return line.kind == LineKind.DUE and line.month is not None and months.month_of(line.month) in run.span


def run_register(run: PayRun, street: str = "", practice: bool | None = None) -> Register:
    """The roster on paper. Raises ``Refusal`` when nobody is on it."""
    rows = paid(run, street)
    if not rows:
        raise Refusal(f"{run.title()}{f'{street}' if street else ''}没有要发放的人")
    practice = opened.opened_archive().practice if practice is None else practice
    return ROSTER_LIST.register(
        _title(run, street), rows, _above(run), practice, RUN_SIGNATURES, TIGHT_ROW, running=True
    )


def streets(run: PayRun) -> list[str]:
    """The streets of a run's payees, in order."""
    return in_office_order({payee.street for payee in bank_files.payees(run)})


def write_run_roster(run: PayRun, out: Path, by_street: bool = False) -> Job[tuple[Missing, ...]]:
    """Write the roster as PDF or .xlsx, by the name's ending; returns what no font has."""
    chosen = streets(run) if by_street else [""]
    if out.suffix.lower() == ".pdf":
        missing = yield from write_paper([run_register(run, street) for street in chosen], out)
        return missing
    if out.suffix.lower() != ".xlsx":
        raise Refusal(f"发放花名册可以写成 .pdf 或 .xlsx，不能写成“{out.name}”")
    write_run_workbook(run, out, chosen)
    return ()


def _title(run: PayRun, street: str) -> str:
    span = months.span_words(run.span[0], run.span[-1])
    what = run.item or "定期抚恤补助"
    kind = "" if run.kind == RunKind.REGULAR else f"（{run.kind}）"
    return f"{street}{span}{what}发放花名册{kind}"


def _above(run: PayRun) -> tuple[str, ...]:
    state = "" if run.frozen else "　编制中，未复核"
    return f"批次：{run.number}{state}　　日志核对码：{journal_heads.head_now().code}", "单位：元"


# --- the workbook


def write_run_workbook(
    run: PayRun, out: Path, chosen: Sequence[str] = ("",), practice: bool | None = None
) -> None:
    """A sheet for each street or one for all: amounts are numbers, each printed page ends with its sums."""
    practice = opened.opened_archive().practice if practice is None else practice
    book = Book(_title(run, ""))
    named: list[Paid] = []
    for street in chosen:
        rows = paid(run, street)
        named += rows
        if not rows:
            raise Refusal(f"{run.title()}没有要发放的人")
        _Page(book.create_page(street or "发放花名册"), run, street, rows, practice)
    with whole(out) as stream:
        save_book(book, stream)
    tell_named(out, people_named(named))


class _Page:
    """One sheet, written from the top to the foot."""

    def __init__(self, page: Page, run: PayRun, street: str, rows: list[Paid], practice: bool) -> None:
        self.page, self.row = page, 0
        self.first, self.before = ROWS_ABOVE_NAMES + 1, 0  # the page's first payee; the row of 累计 above it
        self.says = [ROSTER_LIST.prints(column) for column in ROSTER_LIST.columns]
        mark = f"　　{PRACTICE}" if practice else ""
        self.across(_title(run, street), 34, TITLE_TYPE)
        self.across(f"制表单位：{settings.office().name}　　{'　　'.join(_above(run))}{mark}", 20)
        self.line([heading.words for heading in ROSTER_LIST.headings()], 26, dress(HEI, 10.5, GREY))
        since, used, breaks = 0, 0.0, []
        for number, each in enumerate(rows, start=1):
            cells = [number, *(says(each) for says in self.says)]
            height = row_height(cells, WIDTHS, BOOK_TYPE, BOOK_ROW)
            if used + height > BOOK_PAGE:
                self.sums(rows[: number - 1], since)
                breaks.append(self.row)
                since, used = number - 1, 0.0
            self.line(cells, height, dress(SONG, BOOK_TYPE))
            used += height
        page.set_h_pagebreaks(breaks)
        self.sums(rows, since)
        total = sum((each.payee.amount for each in rows), Decimal(0))
        self.across(f"合计：{len(rows)}人　　金额 {total:,.2f} 元　　大写：{in_words(total)}", 24)
        self.across("　　　　　　　　　　".join(RUN_SIGNATURES), 30)
        self.set_up()

    def sums(self, done: Sequence[Paid], since: int) -> None:
        """本页小计 and 累计, as formulas that know what they come to."""
        page, before = (self.first, self.row), self.before
        for label, some in (("本页小计", done[since:]), ("累计", done)):
            told = {"name": label, "number": f"{len(some)}人"}
            self.line([told.get(key, "") for key in ("", *KEYS)], 20, dress(HEI, BOOK_TYPE))
            for key, amount in SUMMED_PARTS.items():
                column = KEYS.index(key) + 2
                letter = xl_col_to_name(column - 1)
                page_sum = f"SUM({letter}{page[0]}:{letter}{page[1]})"
                above = f"{letter}{self.row - 1}" + (f"+{letter}{before}" if before else "")
                look = {**self._look(column, dress(HEI, BOOK_TYPE)), "num_format": AMOUNT_FORMAT}
                formula, value = above if label == "累计" else page_sum, sum(map(amount, some), Decimal(0))
                self.page.put_sum(self.row, column, formula, value, look)
        self.first, self.before = self.row + 1, self.row

    def line(self, cells: Sequence[Any], height: float, font: Look) -> None:
        self.row += 1
        for column, value in enumerate(cells, start=1):
            look = self._look(column, font)
            if isinstance(value, str):
                self.page.put_text(self.row, column, value, look)
            else:
                digits = AMOUNT_FORMAT if isinstance(value, Decimal) else "0"
                self.page.put_number(self.row, column, value, {**look, "num_format": digits})
        self.page.set_height(self.row, height, growing=True)

    def _look(self, column: int, font: Look) -> Look:
        side = "center" if self.row == ROWS_ABOVE_NAMES else SIDES[column - 1]
        return {**font, **BOX, **placed(side)}

    def across(self, words: str, least: float, size: float = USUAL_TYPE) -> None:
        self.row += 1
        put_across(self.page, self.row, words, WIDTHS, least, size)

    def set_up(self) -> None:
        """A4 laid crosswise, one page across, the heading on each."""
        page = self.page
        for column, width in enumerate(WIDTHS, start=1):
            page.set_width(column, width)
        page.freeze_panes(ROWS_ABOVE_NAMES, 2)
        page.repeat_rows(0, ROWS_ABOVE_NAMES - 1)
        lay_crosswise(page)


def changes_register(run: PayRun, practice: bool | None = None) -> Register:
    """The list of what is different against the run before 变动名单, and of what could not be reckoned."""
    practice = opened.opened_archive().practice if practice is None else practice
    title = f"{months.span_words(run.span[0], run.span[-1])}定期抚恤补助变动名单"
    return CHANGE_LIST.register(title, differences(run), _above(run), practice, RUN_SIGNATURES[:3])
