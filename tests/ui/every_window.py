"""Every window of the program, each made once: pages, dialogs and forms, found by their classes so that none is forgotten.

What a class asks for is found by the type it names: the session, or the first row of a table of the practice archive.
What asks for more has a line in ``BY_HAND``; a new window that can be made in neither way fails the tests.
"""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import Any

from PIL import Image
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QDialog, QMainWindow, QWidget

import ui
from models.approvals.confirmations import Confirmation
from models.core.jobs import Step
from models.ledger.activities import Activity
from models.ledger.memorials import Memorial
from models.pay.dues.open_questions import open_questions
from models.pay.policy.policy_packs import PolicyPack
from models.pay.runs.runs import PayRun
from models.pay.standards.standards import Standard
from models.pay.templates.examples import Example
from models.people.attachments import Attachment
from models.people.person import Person
from models.printing import printings, printouts
from models.printing.planned_sheets import PlannedSheets
from models.printing.printings import PagesWanted
from models.printing.printouts import PaperMatter
from models.records import RECORDS
from models.rescue.rescue import Rescued
from models.updates.update_pack import UpdatePack
from models.visits.units import Unit
from models.year.summary.proposals import ProposedSentence
from models.year.summary.report import summary_of
from models.year.summary.texts import YEARLY_SUMMARY
from reports.ledger.registers import KINDS
from ui.forms.editors import DateEdit
from ui.forms.record_form import RecordForm
from ui.jobs.session import Session
from ui.ledger.details import Patrols
from ui.pages.page import Page, PrintWish
from ui.people.people_table import PeopleRows
from ui.person_forms.number_step import NumberStep
from ui.printing.print_run import PrintRun
from ui.start.sign_in import SignInForm
from ui.tables.tables import RecordTable
from ui.visits.units import UnitForm

OF_CAMERAS = "ui.pictures.live_camera"  # needs the PC's own libraries of sound and pictures
ROWS = {kind.__name__: kind for kind in RECORDS}


def every_window() -> list[type[QWidget]]:
    """All classes of windows, pages and forms that an officer meets."""
    for module in pkgutil.walk_packages(ui.__path__, "ui."):
        if module.name != OF_CAMERAS:
            import_module(module.name)
    return [kind for kind in dict.fromkeys(_below(QWidget)) if _is_met(kind)]


def _below(kind: type) -> Iterator[type[Any]]:
    for each in kind.__subclasses__():
        yield each
        yield from _below(each)


def _is_met(kind: type) -> bool:
    whole = issubclass(kind, QDialog | QMainWindow) or kind.__name__.endswith("Window")
    made_of = issubclass(kind, Page | RecordForm) and not any(
        each.__module__.startswith("ui.") for each in kind.__subclasses__()
    )
    return kind.__module__.startswith("ui.") and (whole or made_of)


def made(kind: type[QWidget], session: Session) -> QWidget:
    """One of that kind, as the program would make it."""
    by_hand = BY_HAND.get(kind.__name__)
    if by_hand is not None:
        return by_hand(kind, session)
    asked = list(inspect.signature(kind.__init__).parameters.values())[1:]
    wanted = [
        each
        for each in asked
        if each.default is each.empty
        and each.kind is not each.VAR_KEYWORD
        and each.kind is not each.VAR_POSITIONAL
    ]
    return kind(*[_given(each, session) for each in wanted])


def _given(asked: inspect.Parameter, session: Session) -> Any:
    name = str(asked.annotation)
    if name == "Session":
        return session
    if name in ROWS:
        row = ROWS[name].select().first()
        return ROWS[name]() if row is None else row
    if name == "bool":
        return True
    raise TypeError(f"{asked} is asked")


def _print_progress(kind: Any, _: Session) -> QWidget:
    progress = kind(PrintRun(QPdfDocument(), QPrinter(), PagesWanted(1, 1)), _behind())
    progress.reset()  # nothing is printed, so that it does not show itself after a while
    return progress


def _last_good(kind: Any, session: Session) -> QWidget:
    printout = printouts.keep_printout(b"%PDF", 2, PaperMatter("一人一档　1人"))
    wanted = PagesWanted(1, 2)
    plan = PlannedSheets.of(wanted.numbers())
    printing = printings.begin_printing(printout, session.user, "一楼打印机", wanted, plan)
    made: QWidget = kind(printing, plan, printouts.pages_on_paper(printout))
    return made


def _return(kind: Any, session: Session) -> QWidget:
    file = session.folder.parent / "回盘.csv"
    file.write_text("姓名,电话\n甲,1\n", "utf-8")
    made: QWidget = kind(session, PayRun.get(), file)
    return made


def _preview(kind: Any, session: Session) -> QWidget:
    file = session.folder.parent / "目录.pdf"
    Image.new("L", (595, 842), 255).save(file)
    made: QWidget = kind(file, "目录")
    return made


def _unit_form() -> UnitForm:
    form = UnitForm()
    form.edit(Unit())
    return form


@cache
def _behind() -> QWidget:
    """The window behind a dialog that cannot do without; kept, for it takes the dialog along."""
    return QWidget()


@cache
def _list() -> RecordTable:
    """A list of people; kept, for what is asked about it looks at it."""
    return RecordTable(PeopleRows(_behind()), "people", "没有", _behind())


def _someone() -> Person:
    return Person.select().first()


def _picture() -> QImage:
    made = QImage(600, 800, QImage.Format.Format_RGB32)
    made.fill(0xFFFFFF)
    return made


def _wish() -> PrintWish:
    someone = _someone().id
    return PrintWish([someone], [someone], "")


def _sign_in(session: Session) -> SignInForm:
    return SignInForm(session.folder, lambda *_: None, session.user)


# What a class is given besides ``kind`` and ``session``.
BY_HAND: dict[str, Callable[[Any, Session], QWidget]] = {
    "Asking": lambda kind, _: kind(None, "登记通知", "给1人登记通知", "登记", print).add(
        "day", "日期", DateEdit()
    ),
    "AcceptKeyFile": lambda kind, session: kind(session, ["多了一个用户"]),
    "ActDialog": lambda kind, session: kind(session, "改密码", "请填写密码", "改"),
    "AttachmentsDialog": lambda kind, session: kind(session, Activity(), "活动"),
    "CameraDialog": lambda kind, session: kind("身份证", session.folder),
    "ColumnChoice": lambda kind, _: kind(_list().horizontalHeader()),
    "ColumnFilterDialog": lambda kind, _: kind(_list().rows, _list().rows.columns[0]),
    "ConfirmAccount": lambda kind, session: kind(session, session.user, session.user),
    "ConfirmDialog": lambda kind, session: kind(session, list(Standard.select().limit(3))),
    "ConfirmDocumentDialog": lambda kind, session: kind(session, "文件", list(Standard.select().limit(3))),
    "CopyDialog": lambda kind, _: kind("名单", ["姓名", "身份证号"]),
    "CropDialog": lambda kind, _: kind(_picture()),
    "DecisionForm": lambda kind, _: kind(open_questions(2020 * 12 + 7)[:1]),
    "DepartureDialog": lambda kind, session: kind(session, session.user),
    "DetailsDialog": lambda kind, session: kind(Patrols(session, Memorial()), "巡查记录"),
    "ExampleDialog": lambda kind, session: kind(session, PayRun.get(), Example("样表.xlsx", "xlsx")),
    "ExportDialog": lambda kind, _: kind("名单", _list().rows.columns[:2], _list().rows.columns[2:], 3, None),
    "FieldChangeDialog": lambda kind, session: kind(session, _wish()),
    "FieldsForm": lambda kind, _: kind(Activity, ("day",), ("theme",)),
    "FillingWindow": lambda kind, session: kind(session, _wish()),
    "FirstSteps": lambda kind, session: kind(session.folder),
    "InsertDialog": lambda kind, _: kind(summary_of(YEARLY_SUMMARY, 2020), {}),
    "LastGoodSheetDialog": _last_good,
    "LockScreen": lambda kind, session: kind(_sign_in(session), _behind()),
    "NewCodeDialog": lambda kind, session: kind(session, "ABCDE-FGHIJ"),
    "NewGridDialog": lambda kind, session: kind(session, 2020 * 12 + 7),
    "NewIdentityForm": lambda kind, _: kind("参战退役人员", _someone()),
    "NewPersonForm": lambda kind, _: kind("参战退役人员", NumberStep()),
    "OwnConditionsDialog": lambda kind, _: kind(()),
    "PasswordAct": lambda kind, session: kind(session, "改密码", "请填写密码", "改"),
    "PastQuestion": lambda kind, _: kind(None, print),
    "PhotoStripDialog": lambda kind, _: kind(Confirmation(person=_someone(), year=2020), bool),
    "PreviewWindow": _preview,
    "PrintDialog": lambda kind, session: kind(session, [_someone().id]),
    "PrintPagesDialog": lambda kind, _: kind(9),
    "PrintProgress": _print_progress,
    "Progress": lambda kind, _: kind(None, "导入", iter([Step(0, 1, "正在读表")])),
    "ProposalsDialog": lambda kind, _: kind([ProposedSentence("存在问题", "（一）问题。", "问题。", False)]),
    "ReceiveDialog": lambda kind, session: kind(session, PolicyPack("县局", "2020-08-01", (), (), ())),
    "RecordDialog": lambda kind, session: kind(session, _unit_form(), "登记部队"),
    "RegisterForm": lambda kind, session: kind(session, KINDS[0]),
    "RemoveAccount": lambda kind, session: kind(session, session.user),
    "RemovalsList": lambda kind, session: kind(session, []),
    "RemovalsWindow": lambda kind, session: kind(session, []),
    "RescueWindow": lambda kind, session: kind([session.folder], lambda: session.folder),
    "RescuedWindow": lambda kind, session: kind(
        Rescued(session.folder, 9, 3, ["银行账号：张三，第3号，已补回"])
    ),
    "ResetPassword": lambda kind, session: kind(session, session.user),
    "ReturnDialog": _return,
    "RowsWindow": lambda kind, _: kind("人", Person.select()),
    "SayOwner": lambda kind, session: kind(session, session.user),
    "ScanEditDialog": lambda kind, session: kind(session, Attachment.get(), "张三"),
    "UpdateWindow": lambda kind, _: kind(
        UpdatePack(Path("优抚一人一档-99.1.0-setup.exe"), "99.1.0", "* 新的一条")
    ),
    "SelfTestResult": lambda kind, _: kind([{"check": "字体", "ok": True, "said": "齐全"}], print),
    "SeveralStreets": lambda kind, _: kind(["南滩", "总寨镇"], ["南滩"]),
    "TransferWindow": lambda kind, session: kind(session, _wish()),
    "WantingDialog": lambda kind, _: kind([]),
}
