"""Every kind of paper that the program prints, one file of each, with words that are hard to set."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

from PIL import Image

from models.core.dates import PartDate
from models.core.jobs import finish
from models.forecast.coming_events import ComingEvent
from models.forecast.month_calendar import MonthDay
from models.heads.journal_heads import JournalHead
from models.office.settings import Office
from reports import backup_slip, recovery_sheet
from reports.forecast.month_sheet import write_month_sheet
from reports.official import paper as official
from reports.paper.forms import Ledger, LedgerColumn, title
from reports.paper.layout import Gaps
from reports.paper.plain_pages import write_plain_pages
from reports.person import sheets
from reports.person.scanned_papers import ScannedPaper, write_scanned_papers
from reports.tables.register import Heading, Register, numbered, write_paper
from reports.visit_plans.card_facts import Card
from reports.visit_plans.cards import write_cards
from reports.year.statistics import paper as statistics
from tests.reports.official.documents import CHART, TABLE, document
from tests.reports.person.files import usual
from tests.reports.year.statistics.tables import MADE, sheet

HARD = "方⽅𬱖𠅤㛃䶮·\ufa19"  # a radical beside its character, beyond the BMP, a compatibility character


def photo():
    file = io.BytesIO()
    picture = Image.linear_gradient("L").resize((350, 490)).convert("RGB")
    picture.save(file, "JPEG")
    return file.getvalue()


def register(rows=40):
    headings = (Heading("序号", 10), Heading("姓名", 40), Heading("账号", 60), Heading("签字", 60))
    return Register("发放花名册", headings, numbered([(HARD, "6217 0000", "")] * rows))


def _files(file, practice=False, **copy):
    someone = replace(usual(name=HARD), photo=photo())
    finish(
        sheets.write_person_files([someone, usual(2)], file, Office(), sheets.Copy(practice=practice, **copy))
    )


def _plain(file):
    ledger = Ledger(LedgerColumn("日期", 30), LedgerColumn("事由", 100))
    write_plain_pages(
        [[title("通知"), *ledger.strips([("2020-01-01", HARD)], Gaps())]], file, "通知", "某局", True
    )


def _month(file):
    event = ComingEvent(date(2026, 8, 3), "满60周岁", 1, HARD, "", "", "", "")
    week = [MonthDay(date(2026, 8, day), True, True, "", (event,) * (day % 3)) for day in range(3, 10)]
    finish(write_month_sheet(2026 * 12 + 7, [week] * 6, file, practice=True))


def _scans(file):
    papers = [ScannedPaper("申请书", "image/jpeg", photo()), ScannedPaper("横的", "image/png", _across())]
    write_scanned_papers(papers, file)


def _across():
    file = io.BytesIO()
    Image.linear_gradient("L").resize((800, 500)).save(file, "PNG")
    return file.getvalue()


def _recovery(file):
    code = "-".join(["ABCD"] * 12)
    made = recovery_sheet.RecoverySheet("某局", "档案库", "D:\\档案", "王芳", date(2026, 1, 1), code)
    recovery_sheet.write_recovery_sheet(made, file)


def _backup_slip(file):
    head = JournalHead(1234, "2026-01-01T09:30:00+08:00", "4f2a9c1b07de33a0" * 4)
    made = backup_slip.BackupSlip(
        "某局", HARD, "档案库备份20260101.youfu", 5 << 20, PartDate(2026, 1, 1), "王芳", 681, head
    )
    backup_slip.write_backup_slip(made, file)


def _annex(file):
    official.write_annex(official.Annex("统计图", (TABLE, CHART)), "某局", file)


KINDS = {
    "一人一档": _files,
    "一人一档（演练，双面）": lambda file: _files(file, practice=True, double_sided=True),
    "登记表（横）": lambda file: finish(write_paper([register()], file)),
    "登记表（横，演练）": lambda file: finish(write_paper([replace(register(3), practice=True)], file)),
    "通知": _plain,
    "统计表（横）": lambda file: statistics.write_statistics_paper([(2020, sheet(30))], file, MADE),
    "公文": lambda file: official.write_official_pdf(document(annexes=2), file),
    "附件": _annex,
    "走访卡": lambda file: finish(
        write_cards([Card("马建国", {"address": HARD}, "YF:1:ZF:1/1:0:0")] * 3, file)
    ),
    "月历": _month,
    "恢复码单": _recovery,
    "备份单": _backup_slip,
}
SCANS = {"扫描件": _scans}
