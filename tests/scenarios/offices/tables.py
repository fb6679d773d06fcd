"""Table of people in the making: its columns, the hand that writes it, and what each row written claims."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from tests.scenarios.offices.columns import Column
from tests.scenarios.offices.hands import Hand
from tests.scenarios.offices.office import Somebody
from tests.scenarios.offices.papers import Claim, Page

SPOILT = {
    "state": [0, "#N/A", "待核实", ""],
    "phone": [0, "无", "#N/A", "待核实", ""],
    "account": [6.22848e18, "6.22848E+18", "#N/A", 0, ""],
    "community": ["#N/A", 0, "待核实", ""],
}
DITTO = ["同上", "〃", "″", "merged"]
ENDS = ["2019年3月去世", "已故", "已停发", "2018年迁出"]
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
    striking: bool = False  # whether it can strike out text
    ended: str = ""  # how the remark of the row being written says that somebody is gone
    above: dict[str, Any] = field(default_factory=dict)  # of fields that may be said by a ditto mark
    merged: dict[str, list[int]] = field(
        default_factory=dict
    )  # field → first and last row of the cell being merged

    def cells(self, someone: Somebody, row: int, extra: dict[str, Any] | None = None) -> list[Any]:
        """A person's cells, with what they claim noted on the page; ``row`` as the spreadsheet shows it."""
        written = {column.name for column in self.columns if column.name}
        if self._spoil_number(someone, row):
            spoilt = self.hand.chance.choice(SPOILT_NUMBERS)
            return [spoilt if each.name == "number" else self.loose(each, someone) for each in self.columns]
        for name in ("phone", "account", "state", "joined", "left", "approved", "bank"):
            if name not in written:
                self.page.claims.append(Claim(someone.number, name, "", row, "（没有这一栏）"))
        self.page.claims.append(Claim(someone.number, "kind", someone.kind, row))
        self.ended = ""
        if "notes" in written and someone.facts["state"] == "享受待遇" and self.hand.chance.random() < 0.04:
            self.ended = self.hand.chance.choice(ENDS)  # said in words: no state until somebody has looked
            self.page.claims.append(Claim(someone.number, "state", "", row, spoilt=True))
        for name, value in (extra or {}).items():
            self.page.claims.append(Claim(someone.number, name, value, row))
        return [self._cell(column, someone, row) for column in self.columns]

    def _spoil_number(self, someone: Somebody, row: int) -> bool:
        spoil = self.hand.chance.random() < 0.02
        if spoil:
            self.page.absent[someone.number] = row
            self.forget()
        return spoil

    def forget(self) -> None:
        """A row that claims nothing stands between: below it nothing is as above."""
        self.above.clear()
        self.end()

    def loose(self, column: Column, someone: Somebody) -> Any:
        """A cell of a row that claims nothing."""
        if column.name in ("", "notes"):
            return ""
        return self.hand.write(column.name, self._fact(column, someone))

    def _fact(self, column: Column, someone: Somebody) -> Any:
        return someone.kind if column.name == "kind" else someone.facts.get(column.name, "")

    def _cell(self, column: Column, someone: Somebody, row: int) -> Any:
        chance, name = self.hand.chance, column.name
        if not name:
            return column.stranger_s(chance, len(self.page.grid)) if column.stranger else "某局"
        if name == "notes":
            return self.ended or chance.choice(["", "", "党员", "低保户"])
        value = self._fact(column, someone)
        if name == "state" and self.ended:
            return self.hand.write(name, value)
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
        mark = self._ditto(name, value, row)
        return self.hand.write(name, value) if mark is None else mark

    def _ditto(self, name: str, value: Any, row: int) -> str | None:
        """The mark for the same as above, '' where the cell is merged with that above, None where it is written."""
        mark = self.hand.habit("ditto", "", "", *DITTO)
        if name not in DITTO_FIELDS or not mark:
            return None
        same, self.above[name] = self.above.get(name) == value, value
        if mark != "merged":
            return mark if same else None
        if same and self.merging and row and self.merged.get(name, [0, 0])[1] == row - 1:
            self.merged[name][1] = row
            return ""
        self._end_merged(name)
        self.merged[name] = [row, row]
        return None

    def _end_merged(self, name: str) -> None:
        first, last = self.merged.pop(name, [0, 0])
        if last > first:
            place = [column.name for column in self.columns].index(name)
            self.page.merge(first - 1, place, last - 1, place)

    def end(self) -> None:
        """Merge what is still to be merged."""
        for name in list(self.merged):
            self._end_merged(name)


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
