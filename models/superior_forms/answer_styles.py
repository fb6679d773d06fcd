"""Styles of answers 写法: in which of the form's own words, codes and formats a value is written into it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from models.core import codes
from models.core.words import bare_heading, half_width
from models.superior_forms.day_styles import DayStyle, style_of
from models.superior_forms.form_fields import asks_code, code_table_of

CODE_FIRST = re.compile(r"(\d{1,2})\s*[-.、:：=—]?\s*([㐀-鿿]{1,12})")
NAME_FIRST = re.compile(r"([㐀-鿿]{1,12})\s*[-:：=—]?\s*(\d{1,2})")
IN_BRACKETS = re.compile(r"\(([^()]*)\)|\n(.*)", re.DOTALL)
CHOICES = re.compile(r"[/、,;|或 ]+")
IN_TEN_THOUSANDS = re.compile(r"万元")
SEVERAL_CHOICES = 2
WHOLE_DAYS = DayStyle()


@dataclass(frozen=True, slots=True)
class AnswerStyle:
    """How one column or blank is answered.

    ``options`` are what may stand there, of a drop-down list; ``codes`` maps the archive's names to what the form writes for
    them; ``by_code`` wants the code of the table. ``day_cells`` are cells with a format of days, whose value is a day itself,
    ``day_in_format`` says how much of it their format shows; ``text_cells`` are formatted as text.
    """

    day: DayStyle = WHOLE_DAYS
    options: tuple[str, ...] = ()
    codes: tuple[tuple[str, str], ...] = ()
    by_code: bool = False
    day_cells: bool = False
    text_cells: bool = False
    ten_thousands: bool = False
    short_nation: bool = False  # 汉 for 汉族


def answer_style(
    field: str,
    heading: str,
    example: str = "",
    options: tuple[str, ...] = (),
    day_parts: int = 0,
    text_cells: bool = False,
) -> AnswerStyle:
    """The style for a field under a heading; ``day_parts`` of cells with a format of days, else 0."""
    table = code_table_of(field)
    known = codes_in_heading(heading, table) if table else ()
    shown_code = (
        bool(table) and example.strip().isdigit() and codes.table(table).read(example.strip()) is not None
    )
    day = style_of(heading, example)
    if day_parts:
        day = DayStyle(day_parts, day.between, day.noughts, day.chinese)
    return AnswerStyle(
        day, options, known, bool(table) and (asks_code(heading) or shown_code), day_parts > 0, text_cells,
        bool(IN_TEN_THOUSANDS.search(heading)),
        table == "ethnic" and bool(example) and not example.endswith("族"),
    )  # fmt: skip


def codes_in_heading(heading: str, table: str) -> tuple[tuple[str, str], ...]:
    """The codes that a heading explains, 性别(1男2女), as ``(name, code)``; and choices in its words, 是否低保(有/无)."""
    read = codes.table(table).read
    for note in (
        a or b for a, b in IN_BRACKETS.findall(half_width(heading).replace("（", "(").replace("）", ")"))
    ):
        pairs = [(name, code) for code, name in CODE_FIRST.findall(note)]
        if len(pairs) < SEVERAL_CHOICES or not all(read(name) for name, _ in pairs):
            pairs = NAME_FIRST.findall(note)
        if len(pairs) < SEVERAL_CHOICES:
            pairs = [(each, each) for each in CHOICES.split(bare_heading(note)) if each]
        named = [(name, code) for words, code in pairs if (name := read(words))]
        if len(named) >= SEVERAL_CHOICES and len(named) == len(pairs):
            return tuple(named)
    return ()


def option_for(value: str, options: tuple[str, ...], table: str) -> str | None:
    """What of a drop-down list says a value: the same words, or another word or code for the same; None when nothing does."""
    exact = next((each for each in options if bare_heading(each) == bare_heading(value)), None)
    if exact is not None or not table:
        return exact
    read = codes.table(table).read
    name = read(value)
    if name is None:
        return None
    same = [each for each in options if read(_unnumbered(each)) == name or read(each) == name]
    return same[0] if len(same) == 1 else None


def _unnumbered(option: str) -> str:
    """男 of 1-男 and of 01.男."""
    found = CODE_FIRST.fullmatch(half_width(option).strip())
    return found[2] if found else option
