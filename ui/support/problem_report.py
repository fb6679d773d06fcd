"""The problem report 打包日志 from the window: what goes into it is chosen and seen before it is saved."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QCheckBox, QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from models.archive import opened
from models.core.dates import this_day
from models.core.jobs import Job
from models.core.record import Refusal
from ui.jobs.jobs import Progress
from ui.jobs.saved_files import tell_saved
from ui.jobs.saving import ask_place, note_saved
from ui.support.self_test import Checks, self_test_aside
from ui.widgets.dialogs import run_dialog
from ui.widgets.theme import look

REPORT_TITLE = "打包日志"
PACKED_FILE = "压缩文件 (*.zip)"
WHAT_GOES_IN = (
    "程序出了问题，请把这个文件发给管理员。里面有出错记录、程序和系统的版本、档案库各种记录有多少条。\n"
    "没有任何人的姓名、号码、地址、金额，也没有密码。"
)
PICTURE_WARNING = "画面上看得见的都会放进去：号码已遮住，姓名没有遮。请看清楚下面的画面再决定。"
SHOWN_WIDTH = 520  # pixels of the picture in the dialog


class ProblemReportDialog(QDialog):
    """Asks what goes in: the self-test unless it was run just now, and a picture of the window if wished."""

    def __init__(
        self, picture: QPixmap | None = None, checks: Checks | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(REPORT_TITLE)
        self.checks, self._picture = checks or [], picture
        self.with_test = QCheckBox("先做自检，附上结果（约需半分钟）")
        self.with_picture = QCheckBox("附上窗口现在的画面")
        self.warning = look(QLabel(PICTURE_WARNING, wordWrap=True), "warning")
        self.shown = QLabel()
        if picture is not None:
            self.shown.setPixmap(
                picture.scaledToWidth(SHOWN_WIDTH, Qt.TransformationMode.SmoothTransformation)
            )
        self.with_test.setChecked(not self.checks)
        self.with_test.setVisible(not self.checks)
        self.with_picture.setVisible(picture is not None)
        self._show_picture(False)
        self.with_picture.toggled.connect(self._show_picture)
        self._lay_out()

    def picture(self) -> bytes | None:
        """The picture as a PNG, if it is wished."""
        if self._picture is None or not self.with_picture.isChecked():
            return None
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._picture.save(buffer, "PNG")
        return bytes(buffer.data().data())

    def pack(self) -> None:
        """Ask where to, and write it aside."""
        place = ask_place(self, f"优抚一人一档求助{this_day():%Y%m%d}.zip", PACKED_FILE, deed="")
        if place is None:
            return
        job = packed(place, self.checks, self.with_test.isChecked() and not self.checks, self.picture())

        def told(_: Any) -> None:
            if opened.opened is not None:
                note_saved(place)
            self.accept()
            tell_saved(self.parentWidget(), place, "。请把它发给管理员")

        Progress(self, "正在打包", job).then(told).start()

    def _show_picture(self, wished: bool) -> None:
        self.warning.setVisible(wished)
        self.shown.setVisible(wished)
        self.adjustSize()

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox()
        save = buttons.addButton("保存…", QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton("取消", QDialogButtonBox.ButtonRole.RejectRole)
        look(save, "primary")
        save.setDefault(True)
        save.clicked.connect(self.pack)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(WHAT_GOES_IN, wordWrap=True))
        for widget in (self.with_test, self.with_picture, self.warning, self.shown, buttons):
            layout.addWidget(widget)
        self.setMinimumWidth(SHOWN_WIDTH + 40)


def packed(place: Any, checks: Checks, test: bool, picture: bytes | None) -> Job[None]:
    """The self-test first where it is wished; one that gives no answer is told in the report and hinders nothing."""
    from reports.support.problem_report import write_problem_report  # when wanted

    if test:
        try:
            checks = yield from self_test_aside()
        except Refusal as refusal:
            checks = [{"check": "自检", "ok": False, "said": str(refusal)}]
    yield from write_problem_report(place, checks, picture)


def pack_log(parent: QWidget, picture: QPixmap | None = None, checks: Checks | None = None) -> None:
    """Ask what goes in and where to, and pack it."""
    run_dialog(ProblemReportDialog(picture, checks, parent))
