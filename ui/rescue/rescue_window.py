"""The window of a rescue 抢救: which archive is damaged, and who opens it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.archive.wraps import Cost
from models.core.record import Refusal
from models.rescue.rescue import Rescued, asks_password, rescue
from ui.forms.editors import LineEdit
from ui.forms.password_edit import PasswordEdit
from ui.jobs import messages
from ui.jobs.jobs import Progress
from ui.widgets.icons import icon
from ui.widgets.spoken_names import called
from ui.widgets.theme import look

RESCUE_TITLE = "抢救损坏的档案库"
RESCUE_EXPLAINED = (
    "有好的备份时，请先用“从备份恢复”。没有备份，或者备份太旧，再用抢救："
    "把还读得出的人和扫描件放进一个新的档案库，读不出的列成清单。损坏的档案库只读不写，一点不动。"
)
NAME_THE_ARCHIVE = "请选择损坏的档案库"
RESCUE_WIDTH = 560  # pixels


class RescueWindow(QDialog):
    """Asks for the archive and for a user of it, and rescues it into a free folder; says ``rescued`` when that is done."""

    rescued = Signal(object)  # the Rescued

    def __init__(
        self,
        archives: Sequence[Path],
        free: Callable[[], Path],
        cost: Cost | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``archives``: those known here; ``free`` says into which folder; ``cost``: of a guess, as at the sign-in."""
        super().__init__(parent)
        self.setWindowTitle(RESCUE_TITLE)
        self._free, self._cost = free, cost
        self.archives = called(QComboBox(), "损坏的档案库")
        self.other_button = QPushButton(icon("mdi6.folder-open-outline"), "别的文件夹…")
        self.user, self.password = LineEdit(40), PasswordEdit()
        self.rescue_button = look(QPushButton("抢救"), "primary")
        for each in archives:
            self.archives.addItem(str(each), each)
        self._lay_out()
        self.archives.currentIndexChanged.connect(self._offer)
        self.other_button.clicked.connect(self._choose)
        self.rescue_button.clicked.connect(self._rescue)
        self._offer()

    def add_archive(self, folder: Path) -> None:
        """Take a folder that is not in the list."""
        self.archives.addItem(str(folder), folder)
        self.archives.setCurrentIndex(self.archives.count() - 1)

    def _choose(self) -> None:
        if chosen := QFileDialog.getExistingDirectory(self, NAME_THE_ARCHIVE):
            self.add_archive(Path(chosen))

    def _offer(self) -> None:
        """Name and password are asked where the archive has such."""
        try:
            asked = self._folder() is None or asks_password(self._folder() or Path())
        except Refusal:
            asked = True
        for each in (self.user, self.password):
            each.setEnabled(asked)

    def _folder(self) -> Path | None:
        folder: Path | None = self.archives.currentData()
        return folder

    def _rescue(self) -> None:
        folder = self._folder()
        if folder is None:
            messages.tell(self, NAME_THE_ARCHIVE)
            return
        job = rescue(folder, self._free(), self.user.value() or "演练", self.password.text(), self._cost)
        Progress(self, RESCUE_TITLE, job).then(self._done).start()

    def _done(self, rescued: Rescued) -> None:
        self.accept()
        self.rescued.emit(rescued)

    def _lay_out(self) -> None:
        place = QHBoxLayout()
        place.addWidget(self.archives, stretch=1)
        place.addWidget(self.other_button)
        rows = QFormLayout()
        rows.addRow("档案库", place)
        rows.addRow("用户名", self.user)
        rows.addRow("密码", self.password)
        close = QPushButton("取消")
        close.clicked.connect(self.reject)
        for each in (self.other_button, close):
            each.setAutoDefault(False)
        buttons = QHBoxLayout()
        buttons.addStretch()
        buttons.addWidget(self.rescue_button)
        buttons.addWidget(close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(look(QLabel(RESCUE_EXPLAINED, wordWrap=True), "quiet"))
        layout.addLayout(rows)
        layout.addLayout(buttons)
        self.rescue_button.setDefault(True)
        self.setMinimumWidth(RESCUE_WIDTH)
