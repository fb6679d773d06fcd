"""The help menu 帮助: the manual in the window and on paper, the first tour, and what helps when something does not work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QMenu

from models.core.jobs import Job
from reports.manual.term_index import INDEX_TITLE
from ui.jobs.jobs import Progress
from ui.jobs.saved_files import tell_saved
from ui.jobs.saving import PDF, ask_place, note_saved
from ui.support import problem_report, self_test
from ui.support.self_test import Checks
from ui.widgets.icons import icon

if TYPE_CHECKING:
    from ui.main.main_window import MainWindow

MANUAL_NAME = "使用手册"


class HelpMenu(QMenu):
    """Stands below 帮助 on the line of tools; F1 goes straight to the manual."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.window_of = window
        for picture, words, act in (
            ("mdi6.book-open-outline", "使用手册（F1）", window.show_help),
            ("mdi6.sort-alphabetical-ascending", f"{INDEX_TITLE}…", self.show_index),
            ("mdi6.printer-outline", "打印使用手册…", self.print_manual),
            ("mdi6.file-pdf-box", "使用手册存为PDF…", self.save_manual),
            ("", "", None),
            ("mdi6.school-outline", "五步入门…", window.begin_tour),
            ("", "", None),
            ("mdi6.stethoscope", "自检…", self.try_this_pc),
            ("mdi6.package-variant-closed", "打包日志…", self.pack_log),
        ):
            if act is None:
                self.addSeparator()
            else:
                self.addAction(icon(picture), words, act)

    def show_index(self) -> None:
        """Open the manual at the index of terms."""
        self.window_of.show_manual_at(INDEX_TITLE)

    def print_manual(self) -> None:
        """Preview the manual, to be printed from there."""
        from reports.manual.manual_paper import write_manual  # when wanted
        from ui.printing.print_button import preview_paper

        preview_paper(self.window_of, MANUAL_NAME, write_manual)

    def save_manual(self) -> None:
        """Save the manual as a PDF; it says nothing of anybody, so everybody may."""
        from reports.manual.manual_paper import write_manual  # when wanted

        place = ask_place(self.window_of, f"优抚一人一档{MANUAL_NAME}.pdf", PDF, deed="")
        if place is None:
            return

        def told(_: object) -> None:
            note_saved(place)
            tell_saved(self.window_of, place)

        job: Job[object] = write_manual(place)
        Progress(self.window_of, "正在排版", job).then(told).start()

    def try_this_pc(self) -> None:
        self_test.try_this_pc(self.window_of, self.pack_log)

    def pack_log(self, checks: Checks | None = None) -> None:
        """Pack the log, with what a self-test has just found."""
        problem_report.pack_log(self.window_of, self._picture(), checks or None)

    def _picture(self) -> QPixmap:
        """The window as it is now, its numbers masked."""
        mask = self.window_of.screen_mask
        turn = not mask.on()
        if turn:
            mask.turn()
        picture = self.window_of.grab()
        if turn:
            mask.turn()
        return picture
