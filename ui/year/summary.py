"""The summary 年度总结 and the other documents of a year: the text on the left, what it says now on the right, below what should be looked at."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from models.core.jobs import Job, Step
from models.desk import NEEDS_SECTION
from models.ledger.rates import Rate
from models.year.proposals.expected_need import ExpectedNeed
from models.year.statistics import charts
from models.year.summary import names, proposals, report, texts
from models.year.summary.late_months import MissingMonths
from models.year.summary.report import Asked, Summary
from models.year.summary.told_figures import Told
from models.year.summary.told_rates import RatesTold
from reports.paper.fonts import Missing
from reports.year import summary as document
from ui.forms.combo_boxes import Box
from ui.jobs import messages
from ui.jobs.operations import attempt
from ui.jobs.saving import PDF, WORD, ask_place, save_aside
from ui.jobs.session import Session
from ui.printing.print_button import PrintButton, file_name
from ui.widgets import theme
from ui.widgets.buttons import act_button
from ui.widgets.dialogs import run_dialog
from ui.widgets.icons import icon
from ui.widgets.scrolling import HighEnough
from ui.widgets.spoken_names import called
from ui.year.proposals import ProposalsDialog
from ui.year.summary_text import BRIEFLY, InsertDialog, SummaryView, TemplateEdit
from ui.year.year_section import YearSection, quiet

CHANGED = "这一年的文字有改动，还没有保存"
NO_DOUBT = "没有要核对的地方。"
SAVED_AS = (
    ("存为PDF", ".pdf", False),
    ("存为Word（WPS、Word都能打开）", ".docx", False),
    ("存为PDF（对外公开，不写姓名）", ".pdf", True),
    ("存为Word（对外公开，不写姓名）", ".docx", True),
)


class SummaryCounted(NamedTuple):
    """What was asked of the archive, and the office's text."""

    asked: Asked
    text: str
    tell_zero: bool
    names_people: bool
    names: dict[str, str]
    origin: str  # where the text comes from; empty: it is the year's own


class SummarySection(YearSection):
    """The yearly or half-yearly report, news, data or notes of a year, edited with live figures, previewed, printed and saved."""

    NAME = "summary"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.kinds = called(Box(), "文种")
        self.kinds.addItems(list(texts.SUMMARY_KINDS))
        self.kinds.setMinimumContentsLength(9)
        self.tell_zero = QCheckBox("没有的事项也写明")
        self.names_people = QCheckBox("写出个人姓名")
        self.names_people.setToolTip("只管这一份；存成“对外公开”的一份时，总是不写姓名")
        self.text, self.view, self.doubts = TemplateEdit(), SummaryView(), QListWidget()
        for each, words in ((self.text, "文稿的模板"), (self.view, "文稿"), (self.doubts, "疑点")):
            called(each, words)
        self.state = theme.look(QLabel(), "quiet")
        self.insert_button = act_button("插入指标", "mdi6.plus", self.insert)
        self.propose_button = act_button("问题和打算", "mdi6.playlist-check", self.propose)
        self.keep_button = act_button("保存模板", "mdi6.content-save-outline", self.keep)
        self.restore_button = act_button("恢复原模板", "mdi6.backup-restore", self.restore)
        self.print_button = PrintButton("打印、另存")
        self.summary: Summary | None = None
        self._counted: SummaryCounted | None = None
        self._kind = texts.YEARLY_SUMMARY  # of the text that is shown
        self._lay_out()
        self._join()

    # what YearSection asks for

    def count(self, year: int) -> SummaryCounted:
        kept = texts.summary_text_of(self._kind, year)
        known = names.names()
        spoken = names.spoken(kept.text, known)
        origin = texts.text_origin(self._kind, year)
        return SummaryCounted(
            report.ask_proposals(report.ask(self._kind, year, kept.text)),
            spoken,
            bool(kept.tell_zero),
            bool(kept.names_people),
            known,
            origin,
        )

    def show_counted(self, counted: SummaryCounted) -> None:
        if counted.asked.kind != self._kind:
            return
        if not self.dirty():
            self.text.show_text(counted.text)
            self.tell_zero.setChecked(counted.tell_zero)
            self.names_people.setChecked(counted.names_people)
        self._counted = counted
        self.render_text()

    # what can be done

    def dirty(self) -> bool:
        """Whether the text differs from what the office keeps."""
        kept = self._counted
        if kept is None:
            return False
        return (
            self.text.toPlainText() != kept.text
            or self.tell_zero.isChecked() != kept.tell_zero
            or self.names_people.isChecked() != kept.names_people
        )

    def render_text(self) -> None:
        """Fill in the figures as the text stands now."""
        if self._counted is None:
            return
        self.summary = self._written(self.names_people.isChecked())
        self.view.show_summary(self.summary)
        self._show_doubts()
        self._mark()

    def insert(self) -> None:
        """Ask for a figure and put it where the cursor is."""
        if self.summary is None or self._counted is None:
            return
        dialog = InsertDialog(self.summary, self._counted.names, self)
        if run_dialog(dialog) and (chosen := dialog.chosen())[0]:
            self.text.insert_place(*chosen)

    def propose(self) -> None:
        """Ask which sentences of what is lacking and what is planned the text is to have."""
        if self._counted is None:
            return
        asked, known = self._counted.asked, self._counted.names
        text = names.keyed(self.text.toPlainText(), known)
        dialog = ProposalsDialog(proposals.proposed_sentences(asked, text), self)
        if run_dialog(dialog):
            changed = proposals.with_proposals(asked.kind, text, *dialog.chosen())
            self.text.write_anew(names.spoken(changed, known))
            self.render_text()

    def keep(self) -> bool:
        """Keep the text for the office; False when its brackets do not fit."""
        assert self._counted is not None
        text = names.keyed(self.text.toPlainText(), self._counted.names)
        zero, named, user = self.tell_zero.isChecked(), self.names_people.isChecked(), self.session.user
        year = self._counted.asked.year
        if not attempt(self, lambda: texts.keep_text(self._kind, year, text, zero, user, named)):
            return False
        self._counted = self._counted._replace(
            text=self.text.toPlainText(), tell_zero=zero, names_people=named, origin=""
        )
        self.session.wrote()
        self._mark()
        return True

    def restore(self) -> None:
        """Go back to the program's text after a question."""
        if self._counted is None or not messages.ask(
            self,
            f"要把{self.year}年的{self._kind}恢复成程序自带的文字吗？\n本单位改过的文字可以用“撤销”（Ctrl+Z）找回来。",
            "恢复",
            "不恢复",
        ):
            return
        self._counted = self._counted._replace(
            text=self.text.toPlainText(),
            tell_zero=self.tell_zero.isChecked(),
            names_people=self.names_people.isChecked(),
        )  # what was typed is given up
        texts.restore_text(self._kind, self._counted.asked.year, self.session.user)
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

    def save(self, suffix: str, public: bool = False) -> None:
        """Ask where, and write the report; a copy for the public names nobody."""
        if self.summary is None:
            return
        name = f"{file_name(self.summary.title.splitlines()[-1].strip('—'))}{suffix}"
        out = ask_place(self, name, PDF if suffix == ".pdf" else WORD)
        if out is not None:
            out = out if out.suffix.lower() == suffix else out.with_name(out.name + suffix)
            save_aside(self, f"正在写{self._kind}", self._paper(out, public), out)

    # how it is made

    def _written(self, names_people: bool) -> Summary:
        """The summary as the text stands now, with people named or not."""
        assert self._counted is not None
        text = names.keyed(self.text.toPlainText(), self._counted.names)
        return report.write_summary(self._counted.asked, text, self.tell_zero.isChecked(), names_people)

    def _paper(self, file: Path, public: bool = False) -> Job[tuple[Missing, ...]]:
        summary = self._written(self.names_people.isChecked() and not public)
        yield Step(0, 0, "正在画统计图")
        drawn = charts.charts_of_year(summary.year, summary.day)
        yield Step(0, 0, "正在排版")
        made = document.official(summary, drawn, self.session.practice)
        return document.write_summary_document(made, file)[1]

    def _show_doubts(self) -> None:
        assert self.summary is not None
        self.doubts.clear()
        for doubt in self.summary.doubts:
            item = QListWidgetItem(icon("mdi6.alert-outline", "doubt"), doubt.message)
            item.setToolTip(doubt.message)
            item.setData(Qt.ItemDataRole.UserRole, doubt.keys)
            self.doubts.addItem(item)
        if not self.summary.doubts:
            self.doubts.addItem(NO_DOUBT)
        typed = len(self.summary.typed)
        words = f"，手写数字{typed}处" if typed else ""
        self.say(
            f"{self.summary.year}年{self._kind}：要核对{len(self.summary.doubts)}处{words}　点蓝色数字打开其中的记录"
        )

    def _open_doubt(self, item: QListWidgetItem) -> None:
        for key in (item.data(Qt.ItemDataRole.UserRole) or ())[:2]:
            self.open_figure(key)

    def _mark(self) -> None:
        self.keep_button.setEnabled(self.dirty())
        kept = f"{self.year}年的{self._kind}已保存"
        if self._counted is not None and self._counted.origin:
            kept = f"{self._counted.origin}；改好后保存，就是{self.year}年自己的文字"
        self.state.setText(CHANGED if self.dirty() else kept)

    def _on_kind(self) -> None:
        wanted = self.kinds.currentText()
        if wanted == self._kind:
            return
        if self.dirty() and not self._let_go():
            blocked = self.kinds.blockSignals(True)
            self.kinds.setCurrentText(self._kind)
            self.kinds.blockSignals(blocked)
            return
        self._kind, self._counted, self.summary = wanted, None, None
        self.refresh()

    def _on_year(self) -> None:
        if self.dirty() and not self._let_go():
            blocked = self.years.blockSignals(True)
            self.years.setCurrentIndex(self.years.findData(self.year))
            self.years.blockSignals(blocked)
            return
        self._counted, self.summary = None, None
        super()._on_year()

    def _follow(self) -> None:
        if not self.dirty():  # what is being written belongs to its year
            super()._follow()

    def _let_go(self) -> bool:
        """Ask what becomes of the changed text; False when the officer stays with it."""
        return messages.let_go(self, f"{self.year}年的{self._kind}有改动，要保存吗？", self.keep)

    def _join(self) -> None:
        self.kinds.changed.connect(self._on_kind)
        self.text.settled.connect(self.render_text)
        for choice in (self.tell_zero, self.names_people):
            choice.toggled.connect(lambda _: self.render_text())
        self.view.asked.connect(self.open_figure)
        self.doubts.itemActivated.connect(self._open_doubt)
        self.print_button.offer_paper("预览、打印", self._paper)
        self.print_button.part()
        for words, suffix, public in SAVED_AS:
            self.print_button.choices.addAction(
                icon("mdi6.file-download-outline"), words, partial(self.save, suffix, public)
            )

    def _lay_out(self) -> None:
        self.head.add(theme.look(QLabel("文种"), "label"), self.kinds)
        self.head.add(self.tell_zero)
        self.head.add(self.names_people)
        for button in (
            self.insert_button,
            self.propose_button,
            self.keep_button,
            self.restore_button,
            self.print_button,
        ):
            self.head.add(button)
        for part in (self.text, self.view):
            part.setMinimumSize(200, 160)
        split = QSplitter()
        split.addWidget(_titled("模板", self.text, quiet(BRIEFLY)))
        split.addWidget(_titled("文稿（数字随档案库变化）", self.view))
        split.setSizes([440, 560])
        split.setChildrenCollapsible(False)
        below = _titled("要核对的地方", self.doubts)
        self.doubts.setWordWrap(True)
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
