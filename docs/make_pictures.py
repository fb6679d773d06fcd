"""The pictures of the manual and the README, taken from the practice archive: ``python -m docs.make_pictures``.

Needs a screen; on a machine without one: ``xvfb-run -a -s "-screen 0 1366x768x24" python -m docs.make_pictures``.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import pypdfium2
from openpyxl import Workbook
from PySide6.QtCore import QEventLoop, QSettings, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from models import store
from models.core.jobs import finish
from models.office import settings
from models.people.person import Person
from models.practice import filling
from models.printing.planned_sheets import MOST_SHEETS_OF_BATCH, PlannedSheets
from models.printing.printings import PagesWanted
from reports.person import gathering
from reports.person.sheets import Copy, write_person_files
from reports.signed_papers.pile import scan_in
from ui.jobs.saved_files import pages_of
from ui.jobs.session import Session
from ui.main.main_window import MainWindow
from ui.main.pages import PAGES, PAYMENTS, VISITS
from ui.pages.page import PrintWish
from ui.print_records.recorded_papers import RecordedPaper
from ui.printing.print_jobs import Order, printed_order
from ui.signed_papers.window import ScanInWindow
from ui.start.window import StartWindow
from ui.superior_forms.window import FillingWindow
from ui.widgets import theme

PICTURES = Path(__file__).parent / "图"
SECTIONS = (  # of the page 补助发放
    "待遇", "资格核验", "补助标准", "政策文件", "一次性发放", "医疗救助", "审批", "年度确认", "身后止付", "预算", "政策依据",
)  # fmt: skip
A4 = (595, 842)  # points
PATIENCE = 1500  # milliseconds in which every page has drawn what it counts in the background


def main() -> None:
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, folder)
        app = QApplication(sys.argv)
        theme.apply(app)
        theme.speak_chinese(app)
        archive = Path(folder) / "演练库"
        store.create_practice(archive)
        store.open_practice(archive)
        finish(filling.fill_and_pay(681, "演练"))
        take_all(Path(folder))
        store.close()


def take_all(folder: Path) -> None:
    start = StartWindow(folder)
    take(start, "开始", 1000, 640)
    print_some(folder)
    window = MainWindow(Session())
    for page, name in enumerate(each.words for each in PAGES):
        window.go_to(page)
        take(window, name, 1366, 728)
    for page, sections in ((VISITS, ("走访计划",)), (PAYMENTS, SECTIONS)):
        window.go_to(page)
        for section in sections:
            window.page().show_section(section)
            take(window, section, 1366, 728)
    ids = [each.id for each in Person.select().order_by(Person.file_no)]
    filling_window = FillingWindow(window.session, PrintWish([], ids, ""), window)
    filling_window.read(make_form(folder))
    take(filling_window, "填表", 1080, 640)
    scanning = ScanInWindow(window.session, window)
    scanning.tell(finish(scan_in([make_scans(folder)], "演练")))
    take(scanning, "扫描归档", 1160, 680)
    window.open_person(Person.select().first().id)
    (file,) = window.files.windows.values()
    take(file, "档案", 1200, 700)


def print_some(folder: Path) -> None:
    """What the print ledger tells of: a roster that was printed whole, and files that a jam broke off."""
    ids = tuple(each.id for each in Person.select(Person.id).order_by(Person.file_no))
    roster, files = Order(ids, roster=True, practice=True), Order(ids[:40], practice=True)
    for order, title in ((roster, "花名册"), (files, "一人一档")):
        file = folder / f"{title}.pdf"
        printed = finish(printed_order(order, file))
        matter = printed.matter(order, f"{title}　{printed.people}人")
        paper, wanted = RecordedPaper(file, pages_of(file), matter), PagesWanted(1, pages_of(file))
        plan = PlannedSheets.of(wanted.numbers(), False, 1, lambda _: A4)
        record = paper.promise("办公室打印机", wanted, plan)
        for first, last in plan.batches(1, MOST_SHEETS_OF_BATCH):
            record.begin(first, last)
            record.sent()
            if order is files:
                break
        record.over()


def make_scans(folder: Path) -> Path:
    """Signed pages of three people as they come from the scanner: the code of one cannot be read, one is missing."""
    scans, file = folder / "扫描", folder / "卷.pdf"
    scans.mkdir()
    people = Person.select().order_by(Person.file_no).limit(3)
    finish(write_person_files(gathering.of_all(people), file, settings.office(), Copy(practice=True)))
    with pypdfium2.PdfDocument(file) as pdf:
        for number, page in enumerate(pdf, start=1):
            picture = page.render(scale=150 / 72).to_pil()
            if number == 4:
                picture.paste("white", (picture.width * 3 // 4, 0, picture.width, picture.height // 8))
            if number != 8:
                picture.save(scans / f"扫描{number:03}.png")
    return scans


def make_form(folder: Path) -> Path:
    """A superior's blank form, to be seen filled."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.append(["2020年优抚对象基本情况统计表"])
    sheet.append(
        ["序号", "姓名", "性别(1男2女)", "身份证号码", "出生年月（如1950.01）", "优抚对象类别", "家庭住址", "联系电话", "开户行",
         "银行账号", "入伍时间", "帮扶措施", "领取人签字"]
    )  # fmt: skip
    book.save(folder / "市局下发统计表.xlsx")
    return folder / "市局下发统计表.xlsx"


def wait() -> None:
    """Let the window live for a while; unlike ``QTest.qWait`` this lets background threads work."""
    loop = QEventLoop()
    QTimer.singleShot(PATIENCE, loop.quit)
    loop.exec()


def take(widget: QWidget, name: str, width: int, height: int) -> None:
    widget.resize(width, height)
    widget.show()
    wait()
    widget.grab().save(str(PICTURES / f"{name}.png"))


if __name__ == "__main__":
    main()
