"""Worthless cells of registers: 待核实, #N/A or 0 where an account or a telephone belongs is told and never kept.

Of rosters, whose fields may be known better already, ``draft`` asks the same.
"""

from __future__ import annotations

from collections.abc import Iterable

from models.imports.registers.kinds import REGISTER_KINDS
from models.imports.registers.lines import RegisterLine
from models.imports.weighing import CONTACTS, WORTHLESS_WORDS, is_worthless


def drop_worthless(lines: Iterable[RegisterLine]) -> None:
    """Take out of each line what says nothing of how to reach or pay somebody, and tell it."""
    for line in lines:
        fields = REGISTER_KINDS[line.kind].fields
        for name in sorted(CONTACTS & line.facts.keys()):
            value = line.facts[name]
            if is_worthless(name, value):
                line.doubt(name, value, WORTHLESS_WORDS.format(value, fields[name].label))
                del line.facts[name]
