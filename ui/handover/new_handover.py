"""A new handover 交接: who hands over to whom, everything that is open as it is counted now, printed for both to sign, and kept."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from models.core.dates import PartDate, this_day
from models.core.jobs import Job
from models.core.record import Invalid
from models.handover.handover import HANDOVER_KINDS, HandedOver, Handover, keep_handover
from models.handover.open_matters import HandoverSpan
from reports.handover import handover_book
from reports.paper.fonts import Missing
from ui.forms.combo_boxes import CodeBox
from ui.forms.file_forms import FileForm
from ui.jobs import messages
from ui.jobs.jobs import Progress
from ui.jobs.operations import attempt_write
from ui.jobs.session import Session
from ui.printing.print_button import preview_paper
from ui.tables.word_table import Grid
from ui.widgets import theme
from ui.widgets.buttons import act_button
from ui.widgets.spoken_names import called

MATTER_HEADINGS = ("类", "对象", "事项", "期限", "还剩")
KEPT = "已存为交接记录：{}。\n\n请打印两份，双方签字。签好的页扫描以后，在“以前的交接”里按“签字页”收进来。"
COUNTED = "共{}件事要交接，截至今天{}。改了“替班到”请重新清点，日历会算到那一天。"


class HandoverForm(FileForm[Handover]):
    """Who hands over to whom, why, until when, and what else is to be said."""

    def __init__(self) -> None:
        super().__init__()
        self.for_fields(Handover, ["giver", "taker"], required=["giver", "taker"])
        self.bind("kind", "交接类别", CodeBox(names=HANDOVER_KINDS), required=True)
        self.for_fields(Handover, ["until", "witness", "words"], wide=["words"])


class NewHandover(QWidget):
    """Counts when it is told to; what was counted is printed and kept as it was."""

    def __init__(self, session: Session, kept: Callable[[], object], parent: QWidget | None = None) -> None:
        """``kept`` is done when a handover was kept."""
        super().__init__(parent)
        self.session, self._kept = session, kept
        self.lines: list[HandedOver] = []
        self.form = HandoverForm()
        self.sentence = theme.look(QLabel(wordWrap=True), "quiet")
        self.grid = called(Grid(), "交接的事项")
        self.count_button = act_button("重新清点", "mdi6.refresh", self.count)
        self.print_button = act_button("预览打印", "mdi6.printer-outline", self.print_draft)
        self.keep_button = act_button(
            "存为交接记录", "mdi6.content-save-check-outline", self.keep, primary=True
        )
        self._begin()
        self._lay_out()

    def count(self) -> None:
        """Ask everything that is open, in the background."""
        until = self.form.editors["until"]
        span = HandoverSpan.of(this_day(), None if until.fault() else until.value())
        Progress(self, "正在清点要交接的事", handover_book.found_matters(span)).then(self._take).start()

    def print_draft(self) -> None:
        """Preview the book before it is kept."""
        if (handover := self._filled()) is not None:
            lines, practice = self.lines, self.session.practice

            def write(file: Path) -> Job[tuple[Missing, ...]]:
                return handover_book.write_handover_book(handover, lines, file, practice)

            preview_paper(self, handover_book.HANDOVER_TITLE, write)

    def keep(self) -> None:
        """Keep the handover with what was counted, and begin anew."""
        if (handover := self._filled()) is not None:
            lines = self.lines
            attempt_write(
                self, self.session, lambda: keep_handover(handover, lines, self.session.user), self._on_kept
            )

    # --- how it is made

    def _filled(self) -> Handover | None:
        """The handover as it was typed; None where the form shows what is wrong."""
        if not self.form.apply():
            return None
        handover = self.form.record
        assert handover is not None
        if found := handover.problems():
            self.form.explain(Invalid(found))
            return None
        return handover

    def _on_kept(self, handover: Handover) -> None:
        messages.tell(self, KEPT.format(handover.title()))
        self._begin()
        self._kept()

    def _begin(self) -> None:
        self.form.edit(Handover(day=PartDate.of(this_day()), giver=self.session.user, kind=HANDOVER_KINDS[0]))
        self.form.read_only(False)
        self.print_button.setEnabled(bool(self.lines))
        self.keep_button.setEnabled(bool(self.lines))

    def _take(self, lines: list[HandedOver]) -> None:
        self.lines = lines
        self.grid.show_words(MATTER_HEADINGS, lines, left=range(len(MATTER_HEADINGS)))
        told = [
            f"{subject}{len(some)}件"
            for subject, some in handover_book.subjects_of(lines)
            if subject not in handover_book.STANDING
        ]
        count = sum(line.subject not in handover_book.STANDING for line in lines)
        self.sentence.setText(COUNTED.format(count, f"（{'，'.join(told)}）" if told else ""))
        self.print_button.setEnabled(True)
        self.keep_button.setEnabled(True)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.count_button)
        buttons.addStretch()
        buttons.addWidget(self.print_button)
        buttons.addWidget(self.keep_button)
        column = QVBoxLayout(self)
        column.addWidget(self.form)
        column.addWidget(self.sentence)
        column.addWidget(self.grid, 1)
        column.addLayout(buttons)
