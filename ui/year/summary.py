"""The summary 年度总结 and the other documents of a year: the text on the left, what it says now on the right, below what should be looked at."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from models.desk import NEEDS_SECTION
from models.ledger.rates import Rate
from models.year.proposals.expected_need import ExpectedNeed
from models.year.summary import texts
from models.year.summary.late_months import MissingMonths
from models.year.summary.report import Summary
from models.year.summary.told_figures import Told
from models.year.summary.told_rates import RatesTold
from ui.forms.combo_boxes import Box
from ui.jobs import messages
from ui.jobs.jobs import Progress
from ui.jobs.operations import attempt
from ui.jobs.session import Session
from ui.widgets import theme
from ui.widgets.buttons import act_button
from ui.widgets.dialogs import run_dialog
from ui.widgets.scrolling import HighEnough
from ui.widgets.spoken_names import called
from ui.year.doubts import DoubtList
from ui.year.draft import CountedDraft, OfferedSentences, SummaryDraft, count_draft
from ui.year.proposals import ProposalsDialog
from ui.year.summary_papers import SummaryPapers
from ui.year.summary_text import BRIEFLY, InsertDialog, SummaryView
from ui.year.year_section import YearSection, quiet

CHANGED = "这一年的文字有改动，还没有保存"


class SummarySection(YearSection):
    """The yearly or half-yearly report, news, data or notes of a year, edited with live figures, previewed, printed and saved."""

    NAME = "summary"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.kinds = called(Box(), "文种")
        self.kinds.addItems(list(texts.SUMMARY_KINDS))
        self.kinds.setMinimumContentsLength(9)
        self.draft = SummaryDraft(self)
        self.text = self.draft.text
        self.view, self.doubts = called(SummaryView(), "文稿"), DoubtList()
        self.state = theme.look(QLabel(), "quiet")
        self.insert_button = act_button("插入指标", "mdi6.plus", self.insert)
        self.propose_button = act_button("问题和打算", "mdi6.playlist-check", self.propose)
        self.keep_button = act_button("保存模板", "mdi6.content-save-outline", self.keep)
        self.restore_button = act_button("恢复原模板", "mdi6.backup-restore", self.restore)
        self.print_button = SummaryPapers(self.draft.written, session.practice)
        self.summary: Summary | None = None
        self._kind = texts.YEARLY_SUMMARY  # of the text that is shown
        self._lay_out()
        self._join()
        self._forget()

    # what YearSection asks for

    def count(self, year: int) -> CountedDraft:
        return count_draft(self._kind, year)

    def show_counted(self, counted: CountedDraft) -> None:
        if counted.asked.kind == self._kind:
            self.draft.show_counted(counted)
            self.print_button.setEnabled(True)
            self.render_text()

    # what can be done

    def render_text(self) -> None:
        """Fill in the figures as the text stands now."""
        if self.draft.counted is None:
            return
        self.summary = self.draft.written()
        self.view.show_summary(self.summary)
        self._show_doubts(self.summary)
        self._mark()

    def insert(self) -> None:
        """Ask for a figure and put it where the cursor is."""
        if self.summary is None or self.draft.counted is None:
            return
        dialog = InsertDialog(self.summary, self.draft.counted.names, self)
        if run_dialog(dialog) and (chosen := dialog.chosen())[0]:
            self.text.insert_place(*chosen)

    def propose(self) -> None:
        """Ask which sentences of what is lacking and what is planned the text is to have."""
        if self.draft.counted is not None:
            Progress(self, "正在找要写的问题和打算", self.draft.propose()).then(self._offer).start()

    def keep(self) -> bool:
        """Keep the text for the office; False when its brackets do not fit."""
        if not attempt(self, lambda: self.draft.keep(self.session.user)):
            return False
        self.session.wrote()
        self._mark()
        return True

    def restore(self) -> None:
        """Go back to the program's text after a question."""
        if self.draft.counted is None or not messages.ask(
            self,
            f"要把{self.year}年的{self._kind}恢复成程序自带的文字吗？\n本单位改过的文字可以用“撤销”（Ctrl+Z）找回来。",
            "恢复",
            "不恢复",
        ):
            return
        self.draft.give_up()
        texts.restore_text(self._kind, self.draft.counted.asked.year, self.session.user)
        self.session.wrote()
        self.refresh()

    def open_figure(self, key: str, form: str = "") -> None:
        """Show the records behind a number of the text, which is written in that form."""
        told = self.summary.told.get(key) if self.summary is not None else None
        if isinstance(told, Told):
            self.open_figure_rows(told.figure_of(form))
        elif isinstance(told, RatesTold):
            asked = [each.rate.id for each in told.standings]
            self.open_rows(f"{self.year}年百分百指标", Rate.select().where(Rate.id.in_(asked)))
        elif isinstance(told, ExpectedNeed):
            self.section_wanted.emit(NEEDS_SECTION)
        elif isinstance(told, MissingMonths):
            self.open_rows(f"{self.year}年发放批次", told.rows())

    # how it is made

    def _offer(self, offered: OfferedSentences) -> None:
        dialog = ProposalsDialog(offered.sentences, self)
        if run_dialog(dialog):
            self.draft.take_proposals(offered.asked, *dialog.chosen())

    def _show_doubts(self, summary: Summary) -> None:
        self.doubts.show_doubts(summary.doubts)
        words = f"，手写数字{len(summary.typed)}处" if summary.typed else ""
        self.say(
            f"{summary.year}年{self._kind}：要核对{len(summary.doubts)}处{words}　点蓝色数字打开其中的记录"
        )

    def _mark(self) -> None:
        changed, counted = self.draft.dirty(), self.draft.counted
        self.keep_button.setEnabled(changed)
        kept = f"{self.year}年的{self._kind}已保存"
        if counted is not None and counted.origin:
            kept = f"{counted.origin}；改好后保存，就是{self.year}年自己的文字"
        self.state.setText(CHANGED if changed else kept)

    def _on_kind(self) -> None:
        wanted = self.kinds.currentText()
        if wanted == self._kind:
            return
        if self.draft.dirty() and not self._let_go():
            blocked = self.kinds.blockSignals(True)
            self.kinds.setCurrentText(self._kind)
            self.kinds.blockSignals(blocked)
            return
        self._kind = wanted
        self._forget()
        self.refresh()

    def _on_year(self) -> None:
        if self.draft.dirty() and not self._let_go():
            blocked = self.years.blockSignals(True)
            self.years.setCurrentIndex(self.years.findData(self.year))
            self.years.blockSignals(blocked)
            return
        self._forget()
        super()._on_year()

    def _follow(self) -> None:
        if not self.draft.dirty():  # what is being written belongs to its year
            super()._follow()

    def _let_go(self) -> bool:
        """Ask what becomes of the changed text; False when the officer stays with it."""
        return messages.let_go(self, f"{self.year}年的{self._kind}有改动，要保存吗？", self.keep)

    def _forget(self) -> None:
        """Nothing is counted yet of the kind and year that are chosen, so that nothing can be saved as theirs."""
        self.draft.counted = self.summary = None
        for button in (self.keep_button, self.print_button):
            button.setEnabled(False)

    def _join(self) -> None:
        self.kinds.changed.connect(self._on_kind)
        self.draft.changed.connect(self.render_text)
        self.view.asked.connect(self.open_figure)
        self.doubts.asked.connect(self.open_figure)

    def _lay_out(self) -> None:
        self.head.add(theme.look(QLabel("文种"), "quiet"), self.kinds)
        self.head.add(*self.draft.choices.boxes.values())
        self.head.add(self.insert_button, self.propose_button, self.keep_button)
        self.head.add(self.restore_button, self.print_button)
        for part in (self.text, self.view):
            part.setMinimumSize(200, 160)
        split = QSplitter()
        split.addWidget(_titled("模板", self.text, quiet(BRIEFLY)))
        split.addWidget(_titled("文稿（数字随档案库变化）", self.view))
        split.setSizes([440, 560])
        split.setChildrenCollapsible(False)
        below = _titled("要核对的地方", self.doubts)
        down = QSplitter(Qt.Orientation.Vertical)
        down.addWidget(split)
        down.addWidget(below)
        down.setSizes([420, 110])
        down.setChildrenCollapsible(False)
        self.column.addWidget(down, 1)
        self.column.addWidget(self.state)


def _titled(title: str, widget: QWidget, *others: QWidget) -> QWidget:
    box = HighEnough()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(theme.look(QLabel(title), "heading"))
    column.addWidget(widget, 1)
    for other in others:
        column.addWidget(other)
    return box
