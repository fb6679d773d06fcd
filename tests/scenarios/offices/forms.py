"""Forms: one person's sheet each, label left and value right, two of them in a row."""

from __future__ import annotations

from collections.abc import Sequence

from tests.scenarios.offices.columns import chosen
from tests.scenarios.offices.hands import Hand
from tests.scenarios.offices.office import Somebody
from tests.scenarios.offices.papers import ANY_ROW, Page
from tests.scenarios.offices.tables import Table


def form_pages(people: Sequence[Somebody], hand: Hand) -> list[Page]:
    """A sheet for each of these people."""
    return [form_page(f"{at}.{someone.name}", someone, hand) for at, someone in enumerate(people, start=1)]


def form_page(name: str, someone: Somebody, hand: Hand) -> Page:
    """One person's sheet; of what kind he is stands in its title."""
    page = Page(name)
    table = Table(page, chosen([someone], hand, with_kind=False, shape="forms"), hand, merging=False)
    cells = table.cells(someone, ANY_ROW)
    page.grid.append([f"{hand.write('kind', someone.kind)}登记表", "", "", ""])
    pairs = [[column.heading, cell] for column, cell in zip(table.columns, cells, strict=True)]
    pairs += [["", ""]] * (len(pairs) % 2)
    page.grid += [[*pairs[at], *pairs[at + 1]] for at in range(0, len(pairs), 2)]
    return page
