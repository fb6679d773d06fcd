"""The window of an update 升级: what is new, then proven, the archive backed up, and the setup begun when the program has closed."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QLabel,
    QTextBrowser,
    QVBoxLayout,
    QWidget,
)

from models.archive import opened
from models.core.jobs import Job
from models.updates.update_pack import UpdatePack, read_pack, take_in
from resources import parts
from ui.jobs import messages
from ui.jobs.jobs import Progress
from ui.jobs.operations import attempt
from ui.widgets import window_size
from ui.widgets.dialogs import run_dialog
from ui.widgets.spoken_names import called
from ui.widgets.theme import look

ABOUT_UPDATE = (
    "现在用的是 {}。按“备份并升级”：先核对安装程序，把打开着的档案库备份好，再关闭程序、安装，装好自动打开。"
)
READY = (
    "安装程序核对好了{}。\n\n按“确定”关闭程序开始安装，一般不到一分钟，装好自动打开。没有保存的内容会先问您。"
)
BACKED_UP = "，档案库也备份好了"
NO_NEWS = "（这个安装程序没有写明更新了什么）"

_waiting: list[
    tuple[Path, str]
] = []  # the setup that is to be begun when the program has closed, and the archive to open then


def choose_update(parent: QWidget) -> None:
    """Let a setup be chosen, and show what it brings."""
    chosen, _ = QFileDialog.getOpenFileName(parent, "选择新的安装程序", "", "安装程序 (*-setup.exe)")
    if chosen:
        attempt(parent, lambda: show_update(read_pack(Path(chosen)), parent))


def show_update(pack: UpdatePack, parent: QWidget) -> None:
    run_dialog(UpdateWindow(pack, parent))


def begin_waiting_setup() -> None:
    """Begin the setup that was made ready; it waits until this program has ended, and opens the archive again."""
    while _waiting:
        setup, folder = _waiting.pop()
        subprocess.Popen([str(setup)], env={**os.environ, "YOUFU_UPDATE": "1", "YOUFU_OPEN": folder})


class UpdateWindow(QDialog):
    """What is new in the newer program, and the way to it."""

    def __init__(self, pack: UpdatePack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pack = pack
        self.setWindowTitle("升级")
        self.news = called(QTextBrowser(), "更新了什么")
        self.news.setMarkdown(pack.news.replace("\r\n", "\n") or NO_NEWS)
        buttons = QDialogButtonBox()
        self.begin_button = buttons.addButton("备份并升级", QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton("以后再说", QDialogButtonBox.ButtonRole.RejectRole)
        self.begin_button.clicked.connect(self.make_ready)
        buttons.rejected.connect(self.reject)
        look(self.begin_button, "primary")
        self.begin_button.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 16)
        layout.setSpacing(12)
        for widget in (
            look(QLabel(f"升级到 {pack.version}"), "title"),
            QLabel(ABOUT_UPDATE.format(parts.version()), wordWrap=True),
            self.news,
            buttons,
        ):
            layout.addWidget(widget)
        window_size.resize(self, 720, 520)

    def make_ready(self) -> None:
        """Prove and copy the setup and back up; then ask to close."""
        Progress(self, "正在准备升级", _prepared(self.pack)).then(self._close_program).start()

    def _close_program(self, setup: Path) -> None:
        now = opened.opened
        if not messages.choose(self, READY.format(BACKED_UP if now else ""), {"确定": True}, "以后再说"):
            return
        _waiting[:] = [(setup, str(now.folder) if now else "")]
        top: QWidget = self
        while (above := top.parentWidget()) is not None:
            top = above
        self.accept()
        top.close()


def _prepared(pack: UpdatePack) -> Job[Path]:
    from models.backups.automatic_backup import BEFORE_UPGRADE, back_up_before  # when wanted

    setup = yield from take_in(pack)
    if opened.opened is not None:
        yield from back_up_before(BEFORE_UPGRADE)
    return setup
