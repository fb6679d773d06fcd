"""Rosters: the people of an office on paper, in the shapes in which streets hand them in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from tests.scenarios.offices import columns as columns_
from tests.scenarios.offices.columns import Column
from tests.scenarios.offices.hands import Hand
from tests.scenarios.offices.office import Somebody
from tests.scenarios.offices.papers import ANY_ROW, Claim, Page

SPOILT = {
    "state": [0, "#N/A", "待核实", ""],
    "phone": [0, "无", "#N/A", "待核实", ""],
    "account": [6.22848e18, "6.22848E+18", "#N/A", 0, ""],
    "community": ["#N/A", 0, "待核实", ""],
}
DITTO = ["同上", "〃", "″", "merged"]
DITTO_FIELDS = ("street", "community", "bank")
SPOILT_NUMBERS = [6.30103195006150e17, "6.30103E+17", "#N/A", ""]
TOTALS = ["合计：{}人", "总计 {} 人", "共{}人"]
FOOTERS = ["制表人：王芳　　审核人：李明", "填报单位（盖章）：", "注：本表一式三份"]


@dataclass
class Table:
    """A table in the making: its columns, the hand that writes, what stood in the row above."""

    page: Page
    columns: list[Column]
    hand: Hand
    merging: bool  # whether the file can merge cells
    above: dict[str, Any] = field(default_factory=dict)  # of fields that may be said by a ditto mark
    begun: dict[int, tuple[int, Any]] = field(default_factory=dict)  # column → where the merged cell begins

    def cells(self, someone: Somebody, row: int, extra: dict[str, Any] | None = None) -> list[Any]:
        """A person's cells, with what they claim noted on the page; ``row`` as the spreadsheet shows it."""
        written = {column.name for column in self.columns if column.name}
        if self._spoil_number(someone, row):
            return [self._loose(column, someone) for column in self.columns]
        for name in ("phone", "account", "state", "joined", "left", "approved", "bank"):
            if name not in written:
                self.page.claims.append(Claim(someone.number, name, "", row, "（没有这一栏）"))
        self.page.claims.append(Claim(someone.number, "kind", someone.kind, row))
        for name, value in (extra or {}).items():
            self.page.claims.append(Claim(someone.number, name, value, row))
        return [self._cell(column, someone, row) for column in self.columns]

    def _spoil_number(self, someone: Somebody, row: int) -> bool:
        spoil = self.hand.chance.random() < 0.02
        if spoil:
            self.page.absent[someone.number] = row
            self.above.clear()
        return spoil

    def _loose(self, column: Column, someone: Somebody) -> Any:
        if column.name == "number":
            return self.hand.chance.choice(SPOILT_NUMBERS)
        return self.hand.write(column.name, self._fact(column, someone)) if column.name else ""

    def _fact(self, column: Column, someone: Somebody) -> Any:
        return someone.kind if column.name == "kind" else someone.facts.get(column.name, "")

    def _cell(self, column: Column, someone: Somebody, row: int) -> Any:
        chance, name = self.hand.chance, column.name
        if not name:
            return column.stranger_s(chance) if column.stranger else "某局"
        value = self._fact(column, someone)
        if name in SPOILT and chance.random() < 0.03:
            self.above.pop(name, None)
            spoilt = chance.choice(SPOILT[name])
            says_so = spoilt not in ("", 0, "无")  # what is as good as blank need not be told
            self.page.claims.append(Claim(someone.number, name, "", row, column.heading, says_so))
            if "E+18" in str(spoilt) or isinstance(spoilt, float):
                self.page.refusable.add(someone.number)
            return spoilt if not self.hand.plain else str(spoilt)
        if name == "street":
            value = self.hand.write(name, value)  # the archive keeps his words for it
        if name != "kind":
            self.page.claims.append(Claim(someone.number, name, value, row, column.heading))
        if value == "":
            return ""
        return self._ditto(name, value) or self.hand.write(name, value)

    def _ditto(self, name: str, value: Any) -> Any:
        """The mark for the same as above, where this writer makes one and it is the same; else nothing."""
        if name not in DITTO_FIELDS:
            return None
        same, self.above[name] = self.above.get(name) == value, value
        mark = self.hand.habit("ditto", "", "", *DITTO)
        return mark if same and mark and mark != "merged" else None


def heading_rows(table: Table, groups: bool, title: str, three: bool = False) -> None:
    """The title and the heading of one, two or three rows, with the groups merged above."""
    page, width = table.page, len(table.columns)
    if title:
        page.grid.append([title] + [""] * (width - 1))
        page.merge(len(page.grid) - 1, 0, len(page.grid) - 1, width - 1)
    if groups:
        if three:
            page.grid.append(["优抚对象情况"] + [""] * (width - 1))
            page.merge(len(page.grid) - 1, 0, len(page.grid) - 1, width - 1)
        page.grid.append(_group_row(table))
    page.grid.append([column.heading for column in table.columns])


def _group_row(table: Table) -> list[str]:
    row, at = [], len(table.page.grid)
    for index, column in enumerate(table.columns):
        begins = index == 0 or table.columns[index - 1].group != column.group
        row.append(column.group if begins else "")
        if begins:
            last = index
            while last + 1 < len(table.columns) and table.columns[last + 1].group == column.group:
                last += 1
            table.page.merge(at, index, at, last)
    return row


def foot(table: Table, count: int) -> None:
    """What stands below the people: how many they are, who made the list."""
    chance, width = table.hand.chance, len(table.columns)
    if chance.random() < 0.5:
        table.page.grid.append([chance.choice(TOTALS).format(count)] + [""] * (width - 1))
    if chance.random() < 0.4:
        table.page.grid.append([chance.choice(FOOTERS)] + [""] * (width - 1))


def plain(table: Table, people: Sequence[Somebody]) -> None:
    """One person below the other; now and then an example row, the heading once more, a hidden or a struck-out row."""
    chance, page = table.hand.chance, table.page
    heading = list(page.grid[-1])
    if chance.random() < 0.1:
        page.grid.append([_example(column) for column in table.columns])
    again = chance.randrange(1, len(people)) if chance.random() < 0.15 and len(people) > 3 else -1
    for index, someone in enumerate(people):
        if index == again:
            page.grid.append(list(heading))
        row = page.next_row
        page.grid.append(table.cells(someone, row))
        if table.merging and chance.random() < 0.03:
            page.hidden_rows.add(row - 1)
            page.told.append((row, "隐藏"))
    foot(table, len(people))


def _example(column: Column) -> str:
    return {"name": "张三（示例）", "number": "123456789012345678"}.get(column.name, "")


def villages(table: Table, people: Sequence[Somebody]) -> None:
    """A block for each village below its title, which is their community."""
    form = table.hand.habit("village", "{}", "{}（{}人）", "{} {}人")
    found = sorted({str(someone.facts["community"]) for someone in people})
    for village in found:
        living = [someone for someone in people if someone.facts["community"] == village]
        table.page.grid.append([form.format(village, len(living))] + [""] * (len(table.columns) - 1))
        table.page.merge(table.page.next_row - 2, 0, table.page.next_row - 2, len(table.columns) - 1)
        for someone in living:
            table.page.grid.append(table.cells(someone, table.page.next_row, {"community": village}))


def halves(table: Table, people: Sequence[Somebody]) -> None:
    """Two halves of a list side by side, the right one a row shorter where it must be."""
    page, between = table.page, table.hand.chance.choice([[], [""]])
    heading = page.grid.pop()
    page.grid.append([*heading, *between, *heading])
    middle = (len(people) + 1) // 2
    for one, other in zip(people[:middle], [*people[middle:], None], strict=False):
        row = page.next_row
        left = table.cells(one, row)
        above, table.above = table.above, {}  # the halves know nothing of each other
        right = table.cells(other, row) if other is not None else [""] * len(heading)
        table.above = {}
        del above
        page.grid.append([*left, *between, *right])


def turned(table: Table, people: Sequence[Somebody]) -> None:
    """The table on its side: a row for each fact, a column for each person."""
    heading = table.page.grid.pop()
    rows = []
    for someone in people:
        rows.append(table.cells(someone, ANY_ROW))
        table.above = {}
    table.page.grid += [[word, *(row[at] for row in rows)] for at, word in enumerate(heading)]


def form(page: Page, someone: Somebody, hand: Hand, columns: list[Column]) -> None:
    """One person's sheet: label left, value right, two of them in a row."""
    table = Table(page, columns, hand, merging=False)
    cells = table.cells(someone, ANY_ROW)
    page.grid.append([f"{hand.write('kind', someone.kind)}登记表", "", "", ""])
    pairs = [[column.heading, cell] for column, cell in zip(columns, cells, strict=True)]
    if len(pairs) % 2:
        pairs.append(["", ""])
    page.grid += [[*pairs[at], *pairs[at + 1]] for at in range(0, len(pairs), 2)]


Shape = Callable[[Table, Sequence[Somebody]], None]
SHAPES: dict[str, Shape] = {"plain": plain, "villages": villages, "halves": halves, "turned": turned}


def roster_page(name: str, people: Sequence[Somebody], hand: Hand, shape: str, merging: bool) -> Page:
    """A sheet with these people; of what kind they are stands in the title, the sheet's name or a column."""
    kinds, chance = {someone.kind for someone in people}, hand.chance
    word = hand.write("kind", min(kinds))
    with_kind = len(kinds) > 1 or chance.random() < 0.2
    page = Page(name if with_kind or chance.random() < 0.5 else word)
    own = columns_.chosen(people, hand, with_kind, shape != "villages")
    groups = shape == "plain" and chance.random() < 0.4
    if groups:
        own = columns_.grouped(own, hand)
    other = columns_.strangers(hand, groups) if shape == "plain" and chance.random() < 0.5 else []
    table = Table(page, [*own, *other], hand, merging)
    title = (
        f"2020年{'优抚对象' if with_kind else word}花名册"
        if page.name == name or hand.nameless or chance.random() < 0.7
        else ""
    )
    heading_rows(table, groups, title, chance.random() < 0.25 and not other)
    SHAPES[shape](table, people)
    return page
