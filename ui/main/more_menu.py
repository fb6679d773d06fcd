"""The menu for more 更多, what is needed now and then: backup, the office's settings, accounts, type size, another archive."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QMenu, QToolButton, QWidget

from models.backups import backup, backup_places
from models.core.dates import this_day
from models.core.jobs import Job, Step
from models.office.deeds import BACK_UP_ALL
from models.uses.uses import UseDeed
from ui.jobs import messages
from ui.jobs.jobs import Progress
from ui.jobs.saving import ask_place, note_saved
from ui.jobs.session import Session
from ui.pages.past_band import PAST_KEYS
from ui.widgets import theme, window_memory
from ui.widgets.dialogs import open_dialog, run_dialog
from ui.widgets.icons import icon

WITHOUT_WRITING = ("导出全部数据…", "字大一些", "字小一些", "关于…")  # what is offered of a past day
CHANGE = "换一个档案库…"
BACKUP_KEPT = "已备份到 {}，并已核对完好。\n\n备份和档案库一样是加密的，用原来的用户名和密码打开。请把它放到另一个硬盘或U盘上。"


class MoreMenu(QToolButton):
    """Opens its entries itself; says when the archive is to be left, and when it was backed up."""

    change_wanted = Signal()
    past_wanted = Signal()  # another day is to be looked at
    other_user_wanted = Signal()  # of the same archive
    transfer_wanted = Signal()  # of the people of the present page
    backed_up = Signal()
    restore_wanted = Signal()  # a backup is to be brought back

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self.setText("更多")
        self.setIcon(icon("mdi6.dots-horizontal"))
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.choices = QMenu(self)
        self.setMenu(self.choices)
        self._fill()

    def offer_lock(self, lock: QAction) -> None:
        """Offer to lock the windows, above leaving the archive."""
        self.choices.insertAction(self._change, lock)

    def back_up(self) -> None:
        """Ask where to, and copy the archive into one file."""
        name = f"{self.session.folder.name}备份{this_day():%Y%m%d}.youfu"
        start = Path(str(window_memory.recall("backup/folder", ""))) / name
        chosen = ask_place(self.window(), str(start), "备份文件 (*.youfu)", "备份到", BACK_UP_ALL)
        if chosen is not None:
            window_memory.remember("backup/folder", str(chosen.parent))
            made = Progress(self.window(), "正在备份", backup.back_up(chosen))
            made.then(self._on_backed_up).start()

    def show_backups(self) -> None:
        """How the backups stand that make themselves, and what can be done about them."""
        from ui.backups.backup_window import BackupWindow  # when wanted

        window = BackupWindow(self.session, self.window())
        window.changed.connect(self.backed_up)
        window.restore_wanted.connect(self.restore_wanted)
        open_dialog(window)

    def _on_backed_up(self, out: Path) -> None:
        backup_places.note_backups(
            self.session.archive.keys.archive_mark, by_hand=datetime.now().isoformat(timespec="seconds")
        )
        note_saved(out, deed=UseDeed.BACKED_UP)
        self.backed_up.emit()
        if messages.choose(self.window(), BACKUP_KEPT.format(out), {"打印备份单…": True}, "关闭"):
            self._print_slip(out)

    def _print_slip(self, out: Path) -> None:
        """Preview the slip of a backup, which tells the journal's head in it."""
        from reports.backup_slip import BACKUP_SLIP_TITLE, BackupSlip, write_backup_slip  # when wanted
        from reports.paper.fonts import Missing
        from ui.printing.print_button import preview_paper

        slip = BackupSlip.of(out, self.session.archive)

        def write(file: Path) -> Job[tuple[Missing, ...]]:
            yield Step(0, 0, "正在排版")
            write_backup_slip(slip, file)
            return ()

        preview_paper(self.window(), BACKUP_SLIP_TITLE, write)

    def prove(self) -> None:
        """Look whether everything in the archive is whole."""
        from ui.main.archive_proof import prove_archive  # when wanted: the main window need not wait for it

        prove_archive(self.window())

    def export_all(self) -> None:
        """Write everything that the archive holds into a folder, for other programs."""
        from ui.main.export_all import export_all  # when wanted: the main window need not wait for it

        export_all(self.session, self.window())

    def scan_in(self) -> None:
        """Let scanned pages find their files."""
        from ui.signed_papers.window import ScanInWindow  # when wanted, too

        open_dialog(ScanInWindow(self.session, self.window()))

    def show_handovers(self) -> None:
        """Hand the work over, or look at what was handed over before."""
        from ui.handover.window import HandoverWindow  # when wanted, too

        window = HandoverWindow(self.session, self.window())
        open_dialog(window)
        window.new.count()

    def set_office(self) -> None:
        from ui.start.office import OfficeDialog  # when wanted: the main window need not wait for it

        run_dialog(OfficeDialog(self.session, self.window()))

    def set_own_fields(self) -> None:
        from ui.own_fields.window import OwnFieldsWindow  # when wanted, too

        run_dialog(OwnFieldsWindow(self.session, self.window()))

    def show_own_headings(self) -> None:
        from ui.imports.own_headings import OwnHeadingsDialog  # when wanted, too

        run_dialog(OwnHeadingsDialog(self.session, self.window()))

    def show_letter_templates(self) -> None:
        from ui.letters.letter_templates import LetterTemplates  # when wanted, too

        run_dialog(LetterTemplates(self.session, self.window()))

    def set_accounts(self) -> None:
        from ui.start.accounts import AccountsDialog  # when wanted, too

        run_dialog(AccountsDialog(self.session, self.window()))

    def set_devices(self) -> None:
        from ui.pictures.devices import DevicesDialog

        run_dialog(DevicesDialog(self.window()))

    def show_about(self) -> None:
        from ui.start.about import AboutDialog

        run_dialog(AboutDialog(self.window()))

    def _fill(self) -> None:
        scanning = self.choices.addAction(icon("mdi6.scanner"), "扫描归档…", self.scan_in)
        scanning.setShortcut(QKeySequence("Ctrl+Shift+S"))
        self.addAction(scanning)
        looking_back = self.choices.addAction(
            icon("mdi6.calendar-clock-outline"), "看某一天的档案…", self.past_wanted.emit
        )
        looking_back.setShortcut(QKeySequence(PAST_KEYS))
        self.addAction(looking_back)
        self.choices.addSeparator()
        self.choices.addAction(icon("mdi6.content-save-move-outline"), "备份…", self.back_up)
        self.choices.addAction(icon("mdi6.backup-restore"), "备份与恢复…", self.show_backups)
        self.choices.addAction(icon("mdi6.shield-check-outline"), "检查档案库…", self.prove)
        self.choices.addAction(icon("mdi6.database-export-outline"), "导出全部数据…", self.export_all)
        self.choices.addAction(icon("mdi6.archive-arrow-up-outline"), "归档移交…", self.transfer_wanted.emit)
        self.choices.addAction(icon("mdi6.handshake-outline"), "交接册…", self.show_handovers)
        self.choices.addSeparator()
        self.choices.addAction(icon("mdi6.domain"), "单位设置…", self.set_office)
        self.choices.addAction(icon("mdi6.form-textbox"), "自设栏目…", self.set_own_fields)
        self.choices.addAction(icon("mdi6.table-headers-eye"), "记住的表头…", self.show_own_headings)
        self.choices.addAction(
            icon("mdi6.file-document-edit-outline"), "文书模板…", self.show_letter_templates
        )
        self.choices.addAction(icon("mdi6.account-key-outline"), "用户和密码…", self.set_accounts)
        self.choices.addAction(icon("mdi6.card-account-details-outline"), "读卡器和高拍仪…", self.set_devices)
        self.choices.addSeparator()
        for picture, words, keys, act in (
            ("mdi6.format-font-size-increase", "字大一些", ("Ctrl++", "Ctrl+="), theme.larger),
            ("mdi6.format-font-size-decrease", "字小一些", ("Ctrl+-",), theme.smaller),
        ):
            action = self.choices.addAction(
                icon(picture), words, lambda act=act: act(QApplication.instance())
            )
            action.setShortcuts([QKeySequence(key) for key in keys])
            self.addAction(action)
        self.choices.addSeparator()
        self._change = self.choices.addAction(
            icon("mdi6.account-switch-outline"), "换用户登录", self.other_user_wanted.emit
        )
        self._change.setShortcut(QKeySequence("Ctrl+Shift+L"))
        self._change.setEnabled(not self.session.practice)
        self.addAction(self._change)
        self.choices.addAction(icon("mdi6.swap-horizontal"), CHANGE, self.change_wanted.emit)
        self.choices.addSeparator()
        self.choices.addAction(icon("mdi6.information-outline"), "关于…", self.show_about)
        if self.session.past is not None or self.session.archive.only_looked_at:
            self._leave_out_writing()

    def _leave_out_writing(self) -> None:
        """Of a past day nothing is written, and from it one goes back to today first; nor in the copy of a backup."""
        offered = WITHOUT_WRITING if self.session.past is not None else (*WITHOUT_WRITING, CHANGE)
        for action in self.choices.actions():
            if action.text() and action.text() not in offered:
                action.setEnabled(False)
