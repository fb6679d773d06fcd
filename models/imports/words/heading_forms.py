"""The forms of one heading: as it stands, and without what people add to it: a count, a note, a unit, a kind."""

from __future__ import annotations

import re
from collections.abc import Iterator

from models.core.words import bare_heading
from models.imports.words.kind_words import own_heading

TRAILING = re.compile(r"\([^()]*\)$")
COUNT_BEFORE = re.compile(r"^\(?\d{1,2}[.,)]+(?=\D)")  # 1.姓名
UNIT = re.compile(r"[/:_-]?(人民币)?万?元(整)?$")


def heading_forms(heading: str, strangers: re.Pattern[str]) -> Iterator[str]:
    """Bare forms of a heading, the nearest to what is written first; several may be the same.

    A note that speaks of ``strangers``, as in 姓名（监护人）, says whose the column is and is never left out.
    """
    yield (name := bare_heading(heading))
    yield own_heading(name)
    yield (shorter := COUNT_BEFORE.sub("", name))
    if not any(strangers.search(note) for note in TRAILING.findall(shorter)):
        yield (shorter := TRAILING.sub("", shorter))
        yield own_heading(shorter)
    yield UNIT.sub("", shorter)
    first, _, rest = heading.strip().partition("\n")
    if rest and not strangers.search(rest):
        yield bare_heading(first)
