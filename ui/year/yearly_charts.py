"""The yearly charts 图表, each bar with its rows; printed by the code that draws them."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from models.core.jobs import Job, Step
from models.office import settings
from models.year.statistics import charts as counted_charts
from models.year.statistics.charts import Chart
from reports.charts import drawing as drawn
from reports.official import Annex, paper
from reports.paper.fonts import Missing
from reports.year.statistics.words import diagram
from ui.jobs.session import Session
from ui.printing.print_button import PrintButton
from ui.widgets import theme
from ui.widgets.charts import Chart as ChartView
from ui.year.year_section import YearSection


class ChartsSection(YearSection):
    """All charts of the year below one another, two abreast where there is room."""

    NAME = "yearly_charts"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.charts: list[Chart] = []
        self.views: list[ChartView] = []
        self.print_button = PrintButton()
        self.print_button.offer_paper("统计图", self._paper)
        self.head.add(self.print_button)
        self.area = QScrollArea()
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.column.addWidget(self.area, 1)

    def count(self, year: int) -> list[Chart]:
        return counted_charts.charts_of_year(year)

    def show_counted(self, counted: list[Chart]) -> None:
        self.charts = counted
        if [view.property("title") for view in self.views] != [chart.title for chart in counted]:
            self._build()
        for view, chart in zip(self.views, counted, strict=True):
            view.show_facts(diagram(chart).facts)
        self.say(f"{self.year}年共{len(counted)}张图　点一根柱子打开其中的记录")

    def open_bar(self, number: int, label: str) -> None:
        """Show the records behind a bar."""
        chart = self.charts[number]
        self.open_rows(f"{self.year}年{chart.title}　{label}", chart.records(label))

    def _build(self) -> None:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(10)
        for column in (0, 1):
            grid.setColumnStretch(column, 1)
        self.views = []
        for number, chart in enumerate(self.charts):
            view = ChartView(drawn.bars if chart.lying else drawn.columns, chart.unit)
            view.setProperty("title", chart.title)
            view.clicked.connect(partial(self.open_bar, number))
            self.views.append(view)
            grid.addWidget(_card(f"{chart.title}（{chart.unit}）", view), number // 2, number % 2)
        self.area.setWidget(inside)

    def _paper(self, file: Path) -> Job[tuple[Missing, ...]]:
        yield Step(0, 0, "正在排版")
        parts = tuple(diagram(chart) for chart in self.charts)
        annex = Annex(f"{self.year}年优抚统计图", parts)
        return paper.write_annex(annex, settings.office().name, file, self.session.practice).missing


def _card(title: str, chart: ChartView) -> QFrame:
    card = theme.look(QFrame(), "card")
    column = QVBoxLayout(card)
    column.addWidget(theme.look(QLabel(title), "heading"))
    column.addWidget(chart, 1)
    return card
