"""The tab 统计报表 of the window."""

from __future__ import annotations

from ui.checkups.checkup_section import CheckupSection
from ui.forecast.events import EventsSection
from ui.forecast.month_page import MonthSection
from ui.forecast.needs import NeedsSection
from ui.pages.sections import SectionsPage
from ui.spot_checks.samples import SamplesSection
from ui.year.cross_tables import CrossSection
from ui.year.figures import FiguresSection
from ui.year.rates import RatesSection
from ui.year.statistics import StatisticsSection
from ui.year.summary import SummarySection
from ui.year.yearly_charts import ChartsSection


class ReportingPage(SectionsPage):
    """What the office tells others of its year, and what the next ones bring."""

    NAME = "reporting"
    SECTIONS = (
        ("年度总结", SummarySection),
        ("指标", FiguresSection),
        ("五个100%", RatesSection),
        ("统计表", StatisticsSection),
        ("交叉统计", CrossSection),
        ("图表", ChartsSection),
        ("资金预测", NeedsSection),
        ("月历", MonthSection),
        ("到期事项", EventsSection),
        ("数据体检", CheckupSection),
        ("抽查", SamplesSection),
    )
