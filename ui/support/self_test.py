"""The self-test 自检 from the window: run aside with its progress, and what came of it in plain words."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from models.core.jobs import Job
from models.faults.fault_words import without_values
from ui.jobs.jobs import Progress
from ui.jobs.private_folder import PrivateFolder
from ui.widgets import window_size
from ui.widgets.dialogs import run_dialog
from ui.widgets.icons import icon
from ui.widgets.spoken_names import called
from ui.widgets.theme import look
from ui.widgets.whole_words import tell_headings

SELF_TEST_TITLE = "自检"
PASSED, NOT_PASSED = "通过", "没有通过"
TRIALS_PASSED = "这台电脑可以使用本程序，{}项都通过了。"
TRIALS_FAILED = "有{}项没有通过。请按“打包日志…”，把存好的文件发给管理员。档案没有受影响。"

Checks = list[dict[str, Any]]


def self_test_aside() -> Job[Checks]:
    """Run the self-test in a folder of its own, which goes afterwards."""
    from reports.support.self_test_run import run_self_test  # when wanted

    folder = PrivateFolder()
    try:
        return (yield from run_self_test(folder.path))
    finally:
        folder.discard()


def try_this_pc(parent: QWidget, pack: Callable[[Checks], object]) -> None:
    """Run the self-test behind its progress and show the result; ``pack`` packs the log with what was found."""
    Progress(parent, "正在自检，约需半分钟", self_test_aside()).then(
        lambda checks: run_dialog(SelfTestResult(checks, pack, parent))
    ).start()


class SelfTestResult(QDialog):
    """Each trial in a line; what failed stands first."""

    def __init__(
        self, checks: Checks, pack: Callable[[Checks], object], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(SELF_TEST_TITLE)
        failed = [each for each in checks if not each["ok"]]
        words = TRIALS_FAILED.format(len(failed)) if failed else TRIALS_PASSED.format(len(checks))
        self.verdict = look(QLabel(words, wordWrap=True), "warning" if failed else "heading")
        self.list = called(QTableWidget(len(checks), 3), "自检结果")
        tell_headings(self.list.horizontalHeader())
        self._fill([*failed, *(each for each in checks if each["ok"])])
        buttons = QDialogButtonBox()
        self.pack_button = buttons.addButton("打包日志…", QDialogButtonBox.ButtonRole.ActionRole)
        self.pack_button.clicked.connect(lambda: pack(checks))
        close = buttons.addButton("关闭", QDialogButtonBox.ButtonRole.RejectRole)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (self.verdict, self.list, buttons):
            layout.addWidget(widget)
        close.setDefault(True)
        window_size.resize(self, 720, 520)

    def _fill(self, checks: Checks) -> None:
        self.list.setHorizontalHeaderLabels(["项目", "结果", "说明"])
        self.list.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.list.setSelectionBehavior(QTableWidget.SelectionBehavior.SelectRows)
        self.list.verticalHeader().hide()
        for row, each in enumerate(checks):
            said = each["said"] if each["ok"] else _last_line(each["said"])
            verdict = QTableWidgetItem(PASSED if each["ok"] else NOT_PASSED)
            verdict.setIcon(icon("mdi6.check-circle-outline" if each["ok"] else "mdi6.alert-circle-outline"))
            for column, item in enumerate((QTableWidgetItem(each["check"]), verdict, QTableWidgetItem(said))):
                self.list.setItem(row, column, item)
        self.list.resizeColumnsToContents()
        self.list.horizontalHeader().setStretchLastSection(True)


def _last_line(words: str) -> str:
    """Of a traceback what went wrong; the whole of it goes into the packed file."""
    return without_values(words.strip().rpartition("\n")[2])
