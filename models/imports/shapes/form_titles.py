"""Form titles: what stands over each form of a sheet, and the kinds that they tell where these are several."""

from __future__ import annotations

import re
from collections.abc import Sequence

from models.imports.sheets.cells import shown
from models.imports.sheets.whose import ROLE
from models.imports.words.kind_words import kind_named
from models.imports.workbooks.sheet import Cell

KIND_HEADING = "优抚类别"
OF_RELATIVES = re.compile(r"家庭|亲属|成员|关系")


def form_title(row: Sequence[Cell]) -> str:
    """The words of a row that is nothing but a title naming a kind; '' for another row."""
    said = [words for cell in row if (words := shown(cell))]
    return said[0] if len(set(said)) == 1 and kind_named(said[0]) else ""


def words_above(rows: Sequence[Sequence[Cell]]) -> str:
    """What these rows say, in one line."""
    return " ".join(words for row in rows for cell in row if (words := shown(cell)))


def stands_over_form(row: Sequence[Cell]) -> bool:
    """Whether a row is nothing but a title below which the next person's form begins: 参战人员登记表, 审批表."""
    said = {words for cell in row if (words := shown(cell))}
    title = said.pop() if len(said) == 1 else ""
    if OF_RELATIVES.search(title) or (ROLE.search(title) and not kind_named(title)):
        return False
    return title.rstrip("）) ").endswith("表") or bool(kind_named(title))


def kinds_over_forms(titles: Sequence[str]) -> list[str]:
    """The kind of each form by its title; empty where all have the same, which then tells it of the whole sheet."""
    kinds = [kind_named(title) for title in titles]
    return kinds if len(set(kinds)) > 1 else []
