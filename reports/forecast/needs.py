"""The table of needs 资金预测表: months by fund, sums of years, people, the band, and what a change would cost; on paper and in a book."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal

from models.forecast.forecasts import Forecast
from models.forecast.fund_needs import FundNeed, MonthlyNeeds
from models.pay.standards import months
from models.pay.standards.months import Month
from models.people.identity import Identity
from models.year.statistics.frame import StatisticCell, StatisticHeading, StatisticSheet
from reports.charts.drawing import Fact

NEEDED_MONEY = "需要金额(元)"
UNITS_OF_NEED = (  # from so many fen on: what a bar counts, and how many fen that is
    (100_000_00, "万元", 10_000_00),
    (10_000_00, "千元", 1_000_00),
    (0, "元", 1_00),
)


def needs_sheet(forecast: Forecast) -> StatisticSheet:
    """The forecast as a table of numbers; the sums of each year stand below its months."""
    columns = _columns(forecast)
    rows, cells = [], []
    for year in sorted({month // 12 for month in forecast.span}):
        mine = [month for month in forecast.span if month // 12 == year]
        for some, label in ((mine[at : at + 1], months.month_words(mine[at])) for at in range(len(mine))):
            rows.append(StatisticHeading(label))
            cells.append(_row(columns, some))
        if len(mine) > 1:
            part = "" if len(mine) == 12 else f"{len(mine)}个月"
            rows.append(StatisticHeading(f"{year}年{part}合计", total=True))
            cells.append(_row(columns, mine))
    tried = [f"试算：{forecast.change.words()}"] if forecast.change else []
    notes = (*tried, *(each.words() for each in forecast.budgets), *forecast.notes())
    return StatisticSheet(
        f"{months.span_words(forecast.span[0], forecast.span[-1])}优抚资金预测表", "元", "月份", Identity,
        tuple(rows), tuple(heading for heading, _ in columns), tuple(cells), (), notes,
    )  # fmt: skip


def need_facts(forecast: Forecast) -> tuple[str, list[Fact]]:
    """The months as bars, and the unit that they count: what is needed, under the change where one is tried."""
    shown, now = _by_month(forecast.shown), _by_month(forecast.now)
    most = max(shown.values(), default=0)
    unit, fen = next((unit, fen) for least, unit, fen in UNITS_OF_NEED if most >= least)
    facts = []
    for month in forecast.span:
        label = f"{month // 12 % 100}年" if month % 12 == 0 else str(month % 12 + 1)
        told = f"{months.month_words(month)}需要{_yuan(shown.get(month, 0)):,.2f}元"
        if forecast.tried is not None:
            told += f"，现行标准{_yuan(now.get(month, 0)):,.2f}元"
        if band := forecast.band(month):
            told += f"\n上下限{_yuan(band[0]):,.2f}至{_yuan(band[1]):,.2f}元"
        facts.append(Fact(months.iso(month), label, months.half_up(shown.get(month, 0), fen), told))
    return unit, facts


def need_answers(forecast: Forecast) -> list[dict[str, object]]:
    """The forecast for programs: a row for each month and fund, money as yuan with two places."""
    return [
        {"month": months.iso(n.month), "fund": n.fund, "people": n.people, "amount": f"{_yuan(n.fen):.2f}"}
        for n in forecast.shown.lines
    ]


def need_lines(forecast: Forecast) -> list[str]:
    """The forecast for people: a line for each month, then the years and what must be known."""
    shown, now = _by_month(forecast.shown), _by_month(forecast.now)
    told = []
    for month in forecast.span:
        line = f"{months.month_words(month)}：需要{_yuan(shown.get(month, 0)):,.2f}元"
        if forecast.tried is not None:
            line += f"，比现行标准多{_yuan(shown.get(month, 0) - now.get(month, 0)):,.2f}元"
        told.append(line)
    return [*told, *(each.words() for each in forecast.budgets), *forecast.notes()]


Tells = Callable[[list[Month]], int | Decimal | None]  # what a column says of some months


def _columns(forecast: Forecast) -> list[tuple[StatisticHeading, Tells]]:
    shown = forecast.shown.lines
    found: list[tuple[StatisticHeading, Tells]] = [(StatisticHeading("合计", total=True), _summing(shown))]
    if forecast.tried is not None:
        found.append((StatisticHeading("现行标准", group="试算"), _summing(forecast.now.lines)))
        found.append((StatisticHeading("多需", group="试算"), _more(forecast)))
    if forecast.band(forecast.span[-1]) is not None:
        for which, words in enumerate(("下限", "上限")):
            found.append((StatisticHeading(words, group="上下限"), _band(forecast, which)))
    for fund in forecast.funds():
        mine = [need for need in shown if need.fund == fund]
        found.append((StatisticHeading(fund, group=NEEDED_MONEY), _summing(mine)))
    found.append((StatisticHeading("待核定", group="没有计入"), _summing(shown, lambda need: need.held_fen)))
    found.append((StatisticHeading("享受项数"), _paid_grants(shown)))
    return found


def _row(columns: list[tuple[StatisticHeading, Tells]], some: list[Month]) -> tuple[StatisticCell, ...]:
    return tuple(StatisticCell(tells(some), ()) for _, tells in columns)


def _summing(lines: Iterable[FundNeed], what: Callable[[FundNeed], int] = lambda need: need.fen) -> Tells:
    """The money of some months, in yuan."""
    by_month: dict[Month, int] = {}
    for line in lines:
        by_month[line.month] = by_month.get(line.month, 0) + what(line)
    return lambda some: _yuan(sum(by_month.get(month, 0) for month in some))


def _more(forecast: Forecast) -> Tells:
    shown, now = _by_month(forecast.shown), _by_month(forecast.now)
    return lambda some: _yuan(sum(shown.get(month, 0) - now.get(month, 0) for month in some))


def _band(forecast: Forecast, which: int) -> Tells:
    bands = {month: forecast.band(month) or (0, 0) for month in forecast.span}
    return lambda some: _yuan(sum(bands[month][which] for month in some))


def _paid_grants(lines: Iterable[FundNeed]) -> Tells:
    """How many are paid from the funds in a month; of several months it says nothing, for they are the same people."""
    by_month: dict[Month, int] = {}
    for line in lines:
        by_month[line.month] = by_month.get(line.month, 0) + line.people
    return lambda some: by_month.get(some[0], 0) if len(some) == 1 else None


def _by_month(needs: MonthlyNeeds) -> dict[Month, int]:
    found: dict[Month, int] = {}
    for line in needs.lines:
        found[line.month] = found.get(line.month, 0) + line.fen
    return found


def _yuan(fen: int) -> Decimal:
    return Decimal(fen).scaleb(-2)
