from __future__ import annotations

import pytest

from models.printing import printings, printouts
from models.printing.planned_sheets import PlannedSheets
from models.printing.printings import PagesWanted
from models.printing.printouts import PaperMatter, PartOnPaper
from reports.paper.page_mark import PageMark
from ui.print_records.last_good_sheet import LastGoodSheetDialog

MARK = PageMark("630103002", "DJ", 2, 3, "7A3F9C")
PARTS = (
    PartOnPaper("a", "630103001", "张三", "登记表", 1, 3, "A", ("AAAAAA", "BBBBBB", "CCCCCC")),
    PartOnPaper("b", "630103002", "李四", "登记表", 4, 6, "B", ("DDDDDD", MARK.short, "FFFFFF")),
)


@pytest.fixture
def jammed(archive, shown):
    """Six sheets, three surely sent, five handed over."""
    printout = printouts.keep_printout(b"%PDF", 6, PaperMatter("一人一档　2人", parts=PARTS))
    wanted = PagesWanted(1, 6)
    plan = PlannedSheets.of(wanted.numbers())
    printing = printings.begin_printing(printout, "王芳", "一楼打印机", wanted, plan)
    printings.batch_sent(printings.begin_batch(printing, plan, 1, 3))
    printings.begin_batch(printing, plan, 4, 5)
    return shown(LastGoodSheetDialog(printing, plan, printouts.pages_on_paper(printout)))


def test_the_last_sheet_that_was_surely_sent_is_proposed(jammed):
    assert jammed.last_good() == 3
    assert "从第4张接着打，还有3张" in jammed.verdict.text()


@pytest.mark.parametrize(
    ("typed", "sheet"),
    [("ddddd", 4), ("BBBBBB", 2), ("5", 5), ("0", 0), ("张三", 3), (str(MARK), 5)],
)
def test_a_sheet_is_found_by_its_code_its_number_or_a_name(jammed, typed, sheet):
    jammed.typed.setText(typed)
    assert jammed.last_good() == sheet


def test_a_code_that_is_on_no_sheet_cannot_be_gone_on_with(jammed):
    jammed.typed.setText("ZZZZZZ")
    assert jammed.last_good() is None
    assert not jammed.go.isEnabled()


def test_sheets_that_were_never_handed_over_cannot_be_good(jammed):
    jammed.typed.setText("FFFFFF")
    assert jammed.last_good() is None
