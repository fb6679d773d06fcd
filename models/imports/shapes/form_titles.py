"""Form titles: what stands over each form of a sheet, and the kinds that they tell where these are several."""

from __future__ import annotations

from collections.abc import Sequence

from models.imports.sheets.cells import shown
from models.imports.words.kind_words import kind_named
from models.imports.workbooks.sheet import Cell

KIND_HEADING = "优抚类别"


def form_title(row: Sequence[Cell]) -> str:
    """The words of a row that is nothing but a title naming a kind; '' for another row."""
    said = [words for cell in row if (words := shown(cell))]
    return said[0] if len(set(said)) == 1 and kind_named(said[0]) else ""


def kinds_over_forms(titles: Sequence[str]) -> list[str]:
    """The kind of each form by its title; empty where all have the same, which then tells it of the whole sheet."""
    kinds = [kind_named(title) for title in titles]
    return kinds if len(set(kinds)) > 1 else []
