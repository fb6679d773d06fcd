"""The asides of a roster: rows below its heading that are no person's, such as feet, titles and numbered blanks."""

from __future__ import annotations

import re
from typing import Any

from models.imports.rosters.headings import roster_dictionary
from models.imports.rosters.tables import RosterTable
from models.imports.sheets.cells import shown
from models.imports.sheets.row_kinds import is_footer, is_numbering, is_running, repeats_heading, said_in

HAN = re.compile(r"[㐀-鿿]")
MANY_CHARACTERS = 4  # in a cell of the numbers: a sentence, and nobody's number
SHORT_NUMBER = 14  # digits; less is no citizen number
SECTION_TITLE = re.compile(r"^[（(]?[一二三四五六七八九十]{1,3}[)）、.]")
NAMES_NOBODY = re.compile(r"\d|(街道|镇|乡|村|社区|局|办事处|名单|名册|一览表|人员|军人|士兵|子女|遗属)$")


def is_foot_of_roster(table: RosterTable, cells_of: list[Any], number: str) -> bool:
    """Whether what stands in the column of numbers is a foot's: a telephone behind 审核人, a note on how to fill it in."""
    name = shown(table.name.cell(cells_of))
    if len(HAN.findall(number)) >= MANY_CHARACTERS and not name:
        return True
    first = next(filter(None, map(shown, cells_of)), "")
    return len(re.sub(r"\D", "", number)) < SHORT_NUMBER and (is_footer(name) or is_footer(first))


def words_aside(table: RosterTable, cells_of: list[Any], above: list[Any]) -> str | None:
    """What a row says that is no person's: '' when nothing of its own; None when it is a person's after all."""
    said = said_in(cells_of)
    filled = table.filled(cells_of)
    if not filled and all(map(is_running, said)):
        return ""  # blank, or numbered beforehand and not used
    above_each = ((reader.heading, reader.cell(cells_of)) for reader in table.readers)
    if repeats_heading(above_each, roster_dictionary()):
        return ""
    if (
        all(reader.cell(cells_of) == reader.cell(above) for reader in filled)
        and len(said) == len(filled) == 1
    ):
        return ""  # a merged cell that reaches over rows not used
    if is_numbering(said):
        return "　".join(said)
    footer = any(map(is_footer, said[:3]))
    nobody = len(filled) <= 1 and table.name not in filled and table.number not in filled
    title = len(said) == 1 and (NAMES_NOBODY.search(said[0]) or SECTION_TITLE.match(said[0]))
    return "　".join(said) if footer or nobody or title else None
