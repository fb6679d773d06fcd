"""The section 指标: every figure of the yearly report, exact and as printed, with its rows; and the office's own."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QWidget

from models.core.jobs import Job, Step
from models.core.record import Refusal
from models.office import settings
from models.year.figures.own_figures import OWN_SECTION, PREFIX, OwnFigure, plans
from models.year.figures.spans import SpanOfDays
from models.year.summary import report, texts
from models.year.summary.report import Summary
from models.year.summary.told_figures import LAST_YEARS, Told, told_in_span
from reports.official import paper
from reports.paper.fonts import Missing
from reports.year import summary as document
from ui.forms.record_dialog import RecordDialog
from ui.jobs import messages
from ui.jobs.operations import attempt_entry
from ui.jobs.session import Session
from ui.printing.print_button import PrintButton
from ui.tables.word_table import Grid
from ui.widgets import theme
from ui.widgets.buttons import act_button
from ui.widgets.dialogs import run_dialog
from ui.widgets.spoken_names import called
from ui.year.own_figures import OwnFigureForm
from ui.year.spans import DaysBox, SpansDialog
from ui.year.year_section import YearSection, quiet

FIGURE_HEADINGS = ("章节", "指标", "报告数", "准确值", "上年", "计划", "数据来源")


class FigureLine(NamedTuple):
    """A figure and where it comes from."""

    told: Told
    source: str
    against_plan: str  # of the office's own, where it planned


class CountedFigures(NamedTuple):
    """The figures of a year with the summary that tells them, or of a span of days."""

    span: SpanOfDays | None
    summary: Summary | None
    lines: list[FigureLine]


class FiguresSection(YearSection):
    """The figures of a year in the order of the report."""

    NAME = "figures"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.grid = called(Grid(), "指标")
        self.lines: list[FigureLine] = []
        self._summary: Summary | None = None
        self._wanted: SpanOfDays | None = None  # the span that is chosen
        self._span: SpanOfDays | None = None  # the span that is shown
        self.days_box = DaysBox()
        self.fault = theme.look(QLabel(), "problem")  # why the days that are typed make no span
        self.print_button = PrintButton()
        self.print_button.offer_paper("指标及数据来源表", self._paper)
        self.spans_button = act_button("时段…", "mdi6.calendar-range", self.name_spans)
        self.new_button = act_button("新建指标", "mdi6.plus", self.add)
        self.change_button = act_button("修改指标", "mdi6.pencil-outline", self.change)
        self.delete_button = act_button("删除指标", "mdi6.trash-can-outline", self.delete)
        self._lay_out()
        self.days_box.changed.connect(self.refresh)
        self.grid.opened.connect(lambda row, _: self.open_figure(row))
        self.grid.selectionModel().currentChanged.connect(lambda *_: self._mark())
        self._mark()

    def read(self) -> None:
        """Count, in the background, unless the days that are typed make no span."""
        self.years.offer()
        self.days_box.offer()
        self.years.setEnabled(self.days_box.is_of_year)
        try:
            self._wanted = self.days_box.span(self.years.year())
        except Refusal as why:
            self._show_lines([], str(why))
            self.say(str(why))
            return
        super().read()

    @property
    def told_time(self) -> str:
        return super().told_time if self._span is None else self._span.said

    def count(self, year: int) -> CountedFigures:
        if self._wanted is not None:
            found = told_in_span(self._wanted)
            lines = [
                FigureLine(each, document.source(each.figure), "")
                for each in found
                if not each.goes_without_saying
            ]
            return CountedFigures(self._wanted, None, lines)
        summary, planned = report.summary_of(texts.YEARLY_SUMMARY, year), plans()
        lines = [
            FigureLine(each, document.source(each.figure), planned(each.figure))
            for each in summary.figures
            if not each.goes_without_saying
        ]
        return CountedFigures(None, summary, lines)

    def show_counted(self, counted: CountedFigures) -> None:
        self._span, self._summary, lines = counted
        self._show_lines(lines)
        nothing = sum(each.told.is_nothing for each in self.lines)
        self.say(
            f"{self.told_time}共{len(self.lines)}项指标，其中{nothing}项没有记录　双击一项打开其中的记录"
        )

    def open_figure(self, row: int) -> None:
        """Show the records that a figure counts."""
        self.open_figure_rows(self.lines[row].told.figure)

    def own(self) -> OwnFigure | None:
        """The office's own figure in the current row, if it is one."""
        row = self.grid.row()
        if not 0 <= row < len(self.lines) or self.lines[row].told.figure.section != OWN_SECTION:
            return None
        name = self.lines[row].told.figure.key.removeprefix(PREFIX)
        found: OwnFigure | None = OwnFigure.get_or_none(OwnFigure.name == name)
        return found

    def add(self) -> None:
        """Ask for a new figure."""
        self._ask(OwnFigure(measure="条数", display="照实"), "新建指标")

    def change(self) -> None:
        if (figure := self.own()) is not None:
            self._ask(figure, f"修改指标：{figure.name}")

    def delete(self) -> None:
        """Delete the office's own figure after a question."""
        figure = self.own()
        if figure is None or not messages.ask_losing(
            self, f"要删除指标“{figure.name}”吗？\n总结模板里用到它的地方会标出来。", "删除", "不删除"
        ):
            return
        attempt_entry(self, self.session, f"删除指标：{figure.name}", figure.delete_instance)

    def name_spans(self) -> None:
        """Show the spans that the office's own figures may be asked for."""
        run_dialog(SpansDialog(self.session, self))

    def _ask(self, figure: OwnFigure, title: str) -> None:
        form = OwnFigureForm()
        form.edit(figure)
        run_dialog(RecordDialog(self.session, form, title, None, self, QSize(760, 560)))

    def _lay_out(self) -> None:
        self.head.add(self.days_box, self.fault)
        for button in (
            self.new_button,
            self.change_button,
            self.delete_button,
            self.spans_button,
            self.print_button,
        ):
            self.head.add(button)
        self.column.addWidget(self.grid, 1)
        self.column.addWidget(
            quiet(
                "报告数按公文习惯取整（有零头的加“余”），准确值是记录的实数。“修改指标”“删除指标”只用于本单位自己建的指标。"
                "选了时段，只算这段日子里的；按年登记、没有日期的（任务、考评）不列。"
            )
        )

    def _show_lines(self, lines: list[FigureLine], fault: str = "") -> None:
        self.lines = lines
        self.grid.show_words(FIGURE_HEADINGS, [_words(each) for each in lines], left=(0, 1, 6))
        self.fault.setText(fault)
        self.fault.setVisible(bool(fault))
        self.print_button.setEnabled(bool(lines))
        self._mark()

    def _mark(self) -> None:
        for button in (self.change_button, self.delete_button):
            button.setEnabled(self.own() is not None)

    def _paper(self, file: Path) -> Job[tuple[Missing, ...]]:
        yield Step(0, 0, "正在排版")
        if self._span is not None:
            annex = document.span_annex(self._span, [each.told for each in self.lines])
        else:
            assert self._summary is not None
            annex = document.official(self._summary, ()).annexes[0]
        office, practice = settings.office().name, self.session.practice
        return paper.write_annex(annex, office, file, practice).missing


def _words(line: FigureLine) -> list[str]:
    figure = line.told.figure
    return [
        figure.section, figure.text, figure.shown, document.exactly(figure), line.told.said(LAST_YEARS) or "", line.against_plan, line.source,
    ]  # fmt: skip
