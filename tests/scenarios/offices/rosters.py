"""Rosters: the people of an office on paper, in the shapes in which streets hand them in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tests.scenarios.offices import columns as columns_
from tests.scenarios.offices.columns import Column
from tests.scenarios.offices.hands import Hand
from tests.scenarios.offices.office import Somebody
from tests.scenarios.offices.papers import ANY_ROW, Page
from tests.scenarios.offices.tables import Table, foot, heading_rows


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
        if table.striking and chance.random() < 0.02:
            _strike(table, someone)
            continue
        page.grid.append(table.cells(someone, row))
        if chance.random() < 0.02:
            page.grid.append([""] * len(table.columns))
        if table.merging and chance.random() < 0.03:
            page.hidden_rows.add(row - 1)
            page.told.append((row, "隐藏"))
    table.end()
    foot(table, len(people))


def _strike(table: Table, someone: Somebody) -> None:
    """A person whom his writer has struck out: he gets no file."""
    page, row = table.page, table.page.next_row
    page.grid.append([column.heading and table.loose(column, someone) for column in table.columns])
    page.struck_rows.add(row - 1)
    page.absent[someone.number] = row
    table.forget()


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
        table.forget()
        for someone in living:
            table.page.grid.append(table.cells(someone, table.page.next_row, {"community": village}))
    table.end()


def sections(table: Table, people: Sequence[Somebody]) -> None:
    """A block for each kind below its counted title."""
    numerals = iter("一二三四五六七八九十")
    for kind in sorted({someone.kind for someone in people}):
        some = [someone for someone in people if someone.kind == kind]
        title = f"{next(numerals)}、{table.hand.write('kind', kind)}（{len(some)}人）"
        table.page.grid.append([title] + [""] * (len(table.columns) - 1))
        table.forget()
        for someone in some:
            table.page.grid.append(table.cells(someone, table.page.next_row))
    table.end()


def halves(table: Table, people: Sequence[Somebody]) -> None:
    """Two halves of a list side by side, the right one a row shorter where it must be."""
    page, between = table.page, table.hand.chance.choice([[], [""]])
    heading = page.grid.pop()
    page.grid.append([*heading, *between, *heading])
    middle = (len(people) + 1) // 2
    for one, other in zip(people[:middle], [*people[middle:], None], strict=False):
        row = page.next_row
        left = table.cells(one, row)
        table.above, table.merged = {}, {}  # the halves know nothing of each other
        right = table.cells(other, row) if other is not None else [""] * len(heading)
        table.above, table.merged = {}, {}
        page.grid.append([*left, *between, *right])


def turned(table: Table, people: Sequence[Somebody]) -> None:
    """The table on its side: a row for each fact, a column for each person."""
    heading = table.page.grid.pop()
    rows = []
    for someone in people:
        rows.append(table.cells(someone, ANY_ROW))
        table.above, table.merged = {}, {}
    table.page.grid += [[word, *(row[at] for row in rows)] for at, word in enumerate(heading)]


Shape = Callable[[Table, Sequence[Somebody]], None]
SHAPES: dict[str, Shape] = {
    "plain": plain,
    "villages": villages,
    "halves": halves,
    "turned": turned,
    "sections": sections,
}


def roster_page(
    name: str, people: Sequence[Somebody], hand: Hand, shape: str, merging: bool, striking: bool = False
) -> Page:
    """A sheet with these people; of what kind they are stands in the title, the sheet's name or a column."""
    kinds, chance = {someone.kind for someone in people}, hand.chance
    word = hand.write("kind", min(kinds))
    with_kind = shape != "sections" and (len(kinds) > 1 or chance.random() < 0.2)
    mixed = with_kind or shape == "sections"
    page = Page(name if mixed or chance.random() < 0.5 else word)
    own = columns_.chosen(people, hand, with_kind, shape)
    groups = shape == "plain" and chance.random() < 0.4
    if groups:
        own = columns_.grouped(own, hand)
    other = columns_.strangers(hand, groups) if shape == "plain" and chance.random() < 0.5 else []
    serial = [Column("", "序号", "", "serial")] if shape == "plain" and chance.random() < 0.5 else []
    notes = [Column("notes", "备注", "")] if shape == "plain" and chance.random() < 0.5 else []
    table = Table(page, [*serial, *own, *other, *notes], hand, merging, striking)
    titled = page.name == name or hand.nameless or chance.random() < 0.7
    title = f"2020年{'优抚对象' if mixed else word}花名册" if titled else ""
    heading_rows(table, groups, title, chance.random() < 0.25 and not other and not serial and not notes)
    SHAPES[shape](table, people)
    return page
