"""Said values: whether two books say the same of a field, however each writes it, and how a value is shown.

A day of which one book knows only the year agrees with the other's; an address agrees with one that only names the county before it;
a bank with its branch. What a look-up left in a cell (``#N/A``, 待核实) says nothing.
"""

from __future__ import annotations

import re
from typing import Any

from models.core import codes
from models.core.dates import PartDate
from models.core.personal_names import names_agree
from models.core.record import Record, Text
from models.core.words import half_width
from models.imports.registers.rows import told_value
from models.imports.weighing import is_worthless

NAMES_OF_PEOPLE = frozenset(["name", "holder", "fallen_name"])
ADDRESSES = frozenset(["household_address", "residence"])
PARTS_OF_PLACE = {
    "street": re.compile(r"(街道办事处|办事处)$"),
    "community": re.compile(r"(村民委员会|村委会|居民委员会|居委会)$"),
}
SPELT_AS = {"street": "街道", "community": ""}
UNHEARD = re.compile(r"[\s　,，.。·;；:：\-—()（）]")
BETWEEN_PHONES = re.compile(r"[、,，/;；\s]+")


def is_silent(name: str, value: Any) -> bool:
    return value in (None, "") or is_worthless(name, value)


def say_alike(record: Record, name: str, here: Any, there: Any) -> bool:
    """Whether a value of a record's field and what another book says of it are the same fact."""
    if isinstance(here, PartDate) and isinstance(there, PartDate):
        return here.agrees(there)
    if not (isinstance(here, str) and isinstance(there, str)):
        return bool(here == there)
    if name in NAMES_OF_PEOPLE:
        return names_agree(there, here)
    field = type(record)._meta.fields[name]
    if isinstance(field, Text) and field.codes:
        table = codes.table(field.codes)
        return (table.read(here) or here) == (table.read(there) or there)
    return _same_words(name, here, there)


def _same_words(name: str, here: str, there: str) -> bool:
    one, other = _bare(name, here), _bare(name, there)
    if name in ADDRESSES:
        return one.endswith(other) or other.endswith(one)
    if name == "bank":
        return one.startswith(other) or other.startswith(one)
    return one == other


def _bare(name: str, words: str) -> str:
    """Words without what two hands write differently."""
    if name in PARTS_OF_PLACE:
        words = PARTS_OF_PLACE[name].sub(SPELT_AS[name], words)
        words = (
            words.removesuffix("街道") if name == "street" else words.removesuffix("村").removesuffix("社区")
        )
    return UNHEARD.sub("", half_width(words)).upper()


def one_of_phones(there: str, *known: str) -> bool:
    """Whether a telephone is among those that the file knows."""
    return _bare("phone", there) in {
        _bare("phone", each) for each in known for each in BETWEEN_PHONES.split(each)
    }


def shown_value(value: Any) -> str:
    """A value as it is typed into another system: days as ``2013-07-08``."""
    return told_value(value)
