"""Births on a roster: a day of an old calendar gives way to the citizen number."""

from __future__ import annotations

from models.core import citizen_number
from models.imports.rosters.lines import RosterLine

BIRTH_BY_NUMBER = "“{}”换算为公历{}，与身份证号中的{}不一致，没有采用，按身份证号登记，请核对"


def settle_birth(line: RosterLine) -> None:
    """Take the number's day of birth where the converted one is another."""
    words, born = line.converted.get("person.born"), line.person.get("born")
    if line.refused or not words or not born:
        return
    numbered = citizen_number.birth_in(line.person["number"])
    if numbered and citizen_number.plausible(line.person["number"]) and not numbered.agrees(born):
        del line.person["born"]
        told = BIRTH_BY_NUMBER.format(words, born.chinese(), numbered.chinese())
        line.doubt("person.born", words, told)
