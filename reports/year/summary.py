"""The summary of the year as an official document: its text, a table of its figures with their sources, and charts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from pathlib import Path

from models.core.dates import PartDate
from models.core.record import Refusal
from models.heads import journal_heads
from models.year.figures import Figure, Standing
from models.year.figures.spans import SpanOfDays
from models.year.statistics.charts import Chart
from models.year.summary.document_kinds import DOCUMENT_KINDS
from models.year.summary.report import Summary
from models.year.summary.told_figures import LAST_YEARS, Told
from models.year.summary.told_rates import FULL_RATES_KEY, RatesTold
from reports.official import Annex, Column, Official, Remark, Table, paper, word
from reports.paper.fonts import Missing, stand_ins
from reports.paper.layout import START
from reports.year.statistics.words import diagram

FIGURES = (
    Column("序号", 9), Column("指标", 46, START), Column("报告数", 23), Column("准确值", 31), Column("上年", 21),
    Column("数据来源", 36, START),
)  # fmt: skip
SUFFIXES = (".pdf", ".docx")


def official(summary: Summary, charts: Sequence[Chart], practice: bool = False) -> Official:
    """The summary with the annexes that its kind has; 日志核对码 stands below the table, or at the foot of every page."""
    kind, code = DOCUMENT_KINDS[summary.kind], journal_heads.head_now().words()
    annexes = []
    if kind.has_table:
        remarks = (Remark(population(summary)), Remark(code))
        annexes.append(Annex("主要指标及数据来源", (Table(FIGURES, tuple(_rows(summary))), *remarks)))
    drawn = tuple(diagram(chart) for chart in charts if any(bar.value for bar in chart.bars))
    if kind.has_charts and drawn:
        annexes.append(Annex("统计图", (*drawn, Remark(population(summary)))))
    return Official(
        summary.title,
        tuple(summary.paragraphs),
        summary.office,
        summary.day,
        tuple(annexes),
        practice,
        "" if kind.has_table else code,
    )


def span_annex(span: SpanOfDays, told: Sequence[Told]) -> Annex:
    """The table of the figures of a span of days."""
    rows = [(str(number), *_row(each)) for number, each in enumerate(told, start=1)]
    return Annex(
        "主要指标及数据来源",
        (Remark(f"统计时段：{span.said}；上年栏为上年同期。"), Table(FIGURES, tuple(rows))),
    )


def write_summary_document(document: Official, out: Path) -> tuple[int | None, tuple[Missing, ...]]:
    """Write it as the name of the file says; the count of pages where it is known, and what no font has.

    Raises ``Refusal`` for another kind of file.
    """
    if out.suffix.lower() == ".pdf":
        written = paper.write_official_pdf(document, out)
        return written.pages, written.missing
    if out.suffix.lower() == ".docx":
        word.write_official_word(document, out)
        return None, ()
    raise Refusal(f"总结可以写成 .pdf 或 .docx，不能写成“{out.suffix or out.name}”")


def typefaces_missing() -> str:
    """Which official typefaces are printed in another face on this PC; empty when all are here."""
    lacking = stand_ins()
    return (
        f"本机没有{'、'.join(lacking)}字体，PDF用思源字体代替；.docx 在装有这些字体的电脑上照公文字体显示"
        if lacking
        else ""
    )


def source(figure: Figure) -> str:
    """Where a figure comes from: the registers, and how many records."""
    counted = [(query.model, query.count()) for query in figure.all_rows()]
    found = [each for each in counted if each[1]] or counted[:1]
    return "、".join(f"{kind.REGISTER or kind.COUNTED}{count:,}条" for kind, count in found)


def population(summary: Summary) -> str:
    """Whom the text, its figures and its charts count, who are the same people but for a difference that it tells."""
    filed, paid = (summary.told[key] for key in ("files.persons", "files.paid"))
    assert isinstance(filed, Told)
    assert isinstance(paid, Told)
    whom = "图中人数是其中当日享受定期抚恤补助的"
    count = paid.figure.shown if paid.figure.value != filed.figure.value else "全部，与正文人数相同"
    return (
        f"人数口径：正文和指标表的{filed.figure.shown}，是{PartDate.of(summary.day).chinese()}在世、已认定的在册对象，"
        f"一人有几种身份的只计一次；{whom}{count}，一人有几种身份的在各类中各计一次。"
    )


def exactly(figure: Figure) -> str:
    """The number itself, with its unit, to the fen."""
    value = figure.value
    return f"{value:,.2f}{figure.unit}" if isinstance(value, Decimal) else f"{value:,}{figure.unit}"


def _rows(summary: Summary) -> Iterator[tuple[str, ...]]:
    rates = summary.told[FULL_RATES_KEY]
    assert isinstance(rates, RatesTold)
    rows = [_row(told) for told in summary.figures if not told.goes_without_saying]
    for each in rates.standings:
        rows.append((each.name, each.shown, f"{each.done:,}/{each.due:,}", "", _asked(each)))
    yield from ((str(number), *row) for number, row in enumerate(rows, start=1))


def _row(told: Told) -> tuple[str, ...]:
    figure = told.figure
    return figure.text, figure.shown, exactly(figure), told.said(LAST_YEARS) or "", source(figure)


def _asked(standing: Standing) -> str:
    return "按档案查询" if standing.missing() is not None else "双拥台账·百分百指标"
