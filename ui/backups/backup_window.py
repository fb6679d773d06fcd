"""The window of backups and restoring 备份与恢复: where backups are made by themselves, how they stand, and what can be done about them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from models.backups import backup_places
from models.backups.automatic_backup import (
    IN_BETWEEN,
    Backups,
    awaited,
    back_up_to_places,
    places_now,
    space_need,
)
from models.backups.backup_places import backup_memory
from models.backups.backup_state import NO_SECOND, backup_state, drill_state
from models.backups.drill import DrillOutcome, drill
from models.backups.generations import generations_in
from models.core.record import Refusal
from models.office.deeds import BACK_UP_ALL
from models.uses.uses import UseDeed
from ui.backups.closing_backup import NOT_MADE
from ui.jobs import messages
from ui.jobs.jobs import Progress
from ui.jobs.operations import allowed, attempt
from ui.jobs.saving import ask_folder, note_saved
from ui.jobs.session import Session
from ui.widgets.icons import icon
from ui.widgets.theme import look

BACKUPS_TITLE = "备份与恢复"
BACKUPS_EXPLAINED = (
    "每天退出时、导入前、程序升级前自动备份，每份都打开核对过；按日、周、月留着，和档案库一样加密。"
)
MADE = "备份好了，并已打开核对：\n\n{}"
DRILLED = "恢复演练通过：{}。\n\n只是在副本上试，档案库没有动。"
DRILL_FAILED = "恢复演练没有通过：\n\n{}\n\n请马上再备份一次，再演练；还不行，请先检查档案库。"
SECOND_SET = "以后自动备份到{}。\n\n{}。现在就备份过去吗？"


class BackupWindow(QDialog):
    """How the backups stand; says ``changed`` when that is no longer so, ``restore_wanted`` when one is to be brought back."""

    changed = Signal()
    restore_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.setWindowTitle(BACKUPS_TITLE)
        self.last, self.first, self.second, self.drilled = (QLabel(wordWrap=True) for _ in range(4))
        self.now_button = look(
            QPushButton(icon("mdi6.content-save-move-outline", "paper"), "现在备份"), "primary"
        )
        self.second_button = QPushButton(icon("mdi6.usb-flash-drive-outline"), "设第二备份处…")
        self.none_button = QPushButton("不要第二备份处")
        self.drill_button = QPushButton(icon("mdi6.shield-check-outline"), "恢复演练")
        self.restore_button = QPushButton(icon("mdi6.backup-restore"), "从备份恢复…")
        self._lay_out()
        self._join()
        self.show_state()

    def show_state(self) -> None:
        """Say how it stands now."""
        archive = self._session.archive
        known = backup_memory(archive.keys.archive_mark)
        state, drilled = backup_state(archive), drill_state(archive)
        self.last.setText(state.words)
        self.first.setText(f"{archive.backups}\n{_kept_words(archive.backups)}")
        places = places_now(archive)
        if len(places) > 1:
            self.second.setText(f"{places[1]}\n{_kept_words(places[1])}")
        else:
            self.second.setText(awaited(archive) or NO_SECOND)
        self.drilled.setText(f"{drilled.words}\n{drilled.hint}" if drilled.hint else drilled.words)
        self.none_button.setEnabled(bool(known.folder))
        look(self.last, "doubt" if state.nags else "")

    def back_up(self) -> None:
        """Back up to every place at once."""
        if allowed(self, BACK_UP_ALL):
            Progress(self, "正在备份", back_up_to_places(IN_BETWEEN)).then(self._on_backed_up).start()

    def set_second(self) -> None:
        """Choose the second place, and say what the first backup there takes."""
        chosen = ask_folder(self, "选择第二备份处：U盘、移动硬盘或另一个硬盘", deed=BACK_UP_ALL)
        if chosen is not None:
            attempt(self, lambda: backup_places.set_second(self._session.archive, chosen), self._on_set)

    def try_restoring(self) -> None:
        """The restore drill."""
        Progress(self, "恢复演练", drill()).then(self._on_drilled).start()

    def _on_set(self, known: backup_places.BackupMemory) -> None:
        self._tell_change()
        words = need_words(places_now(self._session.archive)[-1])
        if messages.ask(self, SECOND_SET.format(known.second_words, words), "现在备份", "以后再说"):
            self.back_up()

    def _on_backed_up(self, outcome: Backups) -> None:
        for each in outcome.made:
            note_saved(each.file, deed=UseDeed.BACKED_UP)
        self._tell_change()
        faults = [*outcome.faults(), *filter(None, [outcome.awaited])]
        if faults:
            messages.tell(self, NOT_MADE.format("\n".join(faults)))
        else:
            messages.tell(
                self,
                MADE.format("\n".join(f"{each.words()}　在 {each.file.parent}" for each in outcome.made)),
            )

    def _on_drilled(self, outcome: DrillOutcome) -> None:
        self._tell_change()
        messages.tell(self, (DRILLED if outcome.good else DRILL_FAILED).format(outcome.words))

    def _forget_second(self) -> None:
        words = "以后不再备份到第二备份处吗？那里已有的备份不会删除。"
        if messages.ask_losing(self, words, "不再备份到那里"):
            backup_places.forget_second(self._session.archive)
            self._tell_change()

    def _tell_change(self) -> None:
        self.show_state()
        self.changed.emit()

    def _restore(self) -> None:
        self.accept()
        self.restore_wanted.emit()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        for row, (name, label) in enumerate(
            (
                ("情况", self.last),
                ("第一备份处", self.first),
                ("第二备份处", self.second),
                ("恢复演练", self.drilled),
            )
        ):
            grid.addWidget(look(QLabel(name), "quiet"), row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(label, row, 1, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(look(QLabel(BACKUPS_EXPLAINED, wordWrap=True), "quiet"))
        layout.addLayout(grid, stretch=1)
        layout.addLayout(_row(self.second_button, self.none_button))
        close = QPushButton("关闭")
        close.clicked.connect(self.reject)
        layout.addLayout(_row(self.now_button, self.drill_button, self.restore_button, close))
        self.setMinimumWidth(680)

    def _join(self) -> None:
        self.now_button.setDefault(True)
        for button, act in (
            (self.now_button, self.back_up),
            (self.second_button, self.set_second),
            (self.none_button, self._forget_second),
            (self.drill_button, self.try_restoring),
            (self.restore_button, self._restore),
        ):
            button.clicked.connect(act)


def need_words(place: Path) -> str:
    """What the next backup takes there, told beforehand; where nobody can say, that."""
    try:
        return space_need(place).words()
    except Refusal as refusal:
        return str(refusal)


def _kept_words(place: Path) -> str:
    found = generations_in(place) if place.is_dir() else []
    if not found:
        return "还没有备份"
    return f"有{len(found)}份，最早{found[-1].at:%Y-%m-%d}，最近{found[0].at:%Y-%m-%d %H:%M}"


def _row(*buttons: QPushButton) -> QHBoxLayout:
    row = QHBoxLayout()
    for button in buttons:
        button.setAutoDefault(False)
        row.addWidget(button)
    row.insertStretch(len(buttons) - 1 if buttons[-1].text() == "关闭" else -1)
    return row
