"""A value's sort: what a cell is by itself, whatever heading stands above it.

``resources/value_sorts.csv`` says of which sort the values of a field are, in each sort of table.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Callable
from enum import StrEnum
from functools import cache, lru_cache

import resources
from models.core import citizen_number, codes
from models.core.words import bare_heading, half_width
from models.imports.words.kind_words import kinds_named
from models.imports.words.return_words import BankAnswer, answer_in
from models.people.identity import luhn


class ValueSort(StrEnum):
    """A sort of value, as the data files call it."""

    NUMBER = "number"  # a citizen number with its right check digit, or one of which places are hidden
    ACCOUNT = "account"  # 16 to 19 digits with the right check digit of ISO/IEC 7812-1
    PHONE = "phone"  # a mobile telephone of eleven digits
    NAME = "name"
    SEX = "sex"
    ETHNIC = "ethnic"
    HOUSEHOLD = "household"
    INSURANCE = "insurance"
    STATE = "state"
    KIND = "kind"
    GRADE = "grade"
    NATURE = "nature"
    BANK = "bank"
    STREET = "street"
    COMMUNITY = "community"
    BIRTH = "birth"  # the day that the citizen number of the same row tells
    DAY = "day"
    MONEY = "money"
    RESULT = "result"  # a bank's word of what became of a payment


# Sorts that are numbers of somebody or something: a cell of one is never of another.
NUMBER_SORTS = frozenset({ValueSort.NUMBER, ValueSort.ACCOUNT, ValueSort.PHONE})
WORD_SORTS = frozenset(
    {
        ValueSort.SEX,
        ValueSort.ETHNIC,
        ValueSort.HOUSEHOLD,
        ValueSort.INSURANCE,
        ValueSort.STATE,
        ValueSort.KIND,
        ValueSort.GRADE,
        ValueSort.NATURE,
        ValueSort.BANK,
        ValueSort.RESULT,
    }
)
HIDDEN_NUMBER = re.compile(r"\d{3,14}[*?]{3,12}[\dX]{0,6}")
LONG_DIGITS = re.compile(r"\d{16,19}")
MOBILE_NUMBER = re.compile(r"(\+?86)?1[3-9]\d{9}")
FIXED_LINE = re.compile(r"0\d{2,3}[-)]?[2-9]\d{6,7}(-\d{1,6})?")
SEVERAL_PHONES = re.compile(r"[/、,;，；]")
HAN_NAME = re.compile(r"[㐀-鿿𠀀-𲎯]{2,4}|[㐀-鿿𠀀-𲎯]{1,7}(·[㐀-鿿𠀀-𲎯]{1,9})+")
DAY_FORM = re.compile(
    r"(19[0-9]\d|20[0-4]\d)([-./年])(0?[1-9]|1[0-2])(([-./月])(0?[1-9]|[12]\d|3[01])?日?)?( 00:00:00)?"
    r"|(19[0-9]\d|20[0-4]\d)(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])"
)
MONEY_FORM = re.compile(r"[¥￥]?\d{1,3}(,\d{3})*(\.\d{1,2})?元?|[¥￥]?\d{1,8}(\.\d{1,2})?元?")
STREET_NAME = re.compile(
    r"(?!.*[区县市省].)[㐀-鿿]{1,8}(街道|街道办事处|街道办|镇|(?<!回)乡)"
)  # 带病回乡 is none
COMMUNITY_NAME = re.compile(
    r"([㐀-鿿]{1,8}(街道|镇|乡))?[㐀-鿿]{1,10}(村|社区|居委会|村委会|居民委员会|村民委员会)"
)
GRADE_WORDS = re.compile(
    r"(伤残|残疾|因[战公病])?([一二三四五六七八九十]|10|[1-9])级(伤残|残疾)?(\(.{2,4}\))?"
)
SPOKEN_STATE = re.compile(
    r"(正在|正常|继续)?(享受|发放|领取|在享|在领)(中|待遇|补助)?|(已|因.{1,4})?(去世|死亡|亡故|故去|病逝|停发|迁出|迁走|外迁|中止|取消|注销|转出|停止发放)了?"
)
# Names of tables whose words are a sort, and how short a word may be and still speak.
TABLES = {
    ValueSort.SEX: ("sex", 1),
    ValueSort.ETHNIC: ("ethnic", 1),
    ValueSort.HOUSEHOLD: ("household", 2),
    ValueSort.INSURANCE: ("insurance", 3),
    ValueSort.STATE: ("state", 2),
    ValueSort.NATURE: ("nature", 2),
    ValueSort.BANK: ("bank", 2),
}
WITHIN_DISTRICT = re.compile(r"[区县市省].")  # an address, and no street's own name
CODE_OF_DISTRICT = 6  # digits (GB/T 2260); what is longer is a street or town
HAN_CHARACTER = re.compile(r"[㐀-鿿]")
SAYS_BANK = re.compile(r"银行|信用社|农商行|信用联社|农信")


def is_long_number(text: str) -> bool:
    """Whether a text has the length of an account, right check digit or not."""
    return LONG_DIGITS.fullmatch(_digits(text)) is not None


@lru_cache(maxsize=32768)
def sorts_of_value(text: str) -> frozenset[ValueSort]:
    """The sorts that a cell's text may be of; empty when it speaks for none. ``BIRTH`` is asked of whole rows."""
    digits = _digits(text)
    if len(digits) >= 11 and (number := _number_sort(digits)) is not None:
        return frozenset({number})
    if not HAN_CHARACTER.search(text):
        plain = half_width(text).replace(" ", "")
        tests: tuple[tuple[ValueSort, bool], ...] = (
            (ValueSort.DAY, DAY_FORM.fullmatch(half_width(text)) is not None),
            (ValueSort.MONEY, MONEY_FORM.fullmatch(plain) is not None),
            (ValueSort.PHONE, all(map(_is_phone, filter(None, SEVERAL_PHONES.split(plain))))),
        )
        return frozenset(sort for sort, fits in tests if fits)
    return frozenset(_of_words("".join(half_width(text).split())))


def _digits(text: str) -> str:
    return half_width(text).replace(" ", "").replace("-", "").lstrip("'’‘`").upper()


def _number_sort(digits: str) -> ValueSort | None:
    if len(digits) == 18 and digits[:17].isdecimal() and _is_citizen(digits):
        return ValueSort.NUMBER
    if HIDDEN_NUMBER.fullmatch(digits) and len(digits) >= 14:
        return ValueSort.NUMBER
    if LONG_DIGITS.fullmatch(digits) and luhn(digits):
        return ValueSort.ACCOUNT
    return ValueSort.PHONE if MOBILE_NUMBER.fullmatch(digits) else None


def _is_phone(text: str) -> bool:
    return bool(MOBILE_NUMBER.fullmatch(_digits(text)) or FIXED_LINE.fullmatch(text.lstrip("'(")))


def _is_citizen(digits: str) -> bool:
    return citizen_number.is_right(digits) and citizen_number.birth_in(digits) is not None


def _of_words(words: str) -> set[ValueSort]:
    found = {
        sort
        for sort, (table, least) in TABLES.items()
        if len(words) >= least and HAN_CHARACTER.search(words) and codes.table(table).read(words)
    }
    for sort, pattern in PATTERNS.items():
        if pattern.fullmatch(words):
            found.add(sort)
    if _is_street(words):
        found.add(ValueSort.STREET)
    if SAYS_BANK.search(words) and len(words) < 20:
        found.add(ValueSort.BANK)
    if _says_kind(words):
        found.add(ValueSort.KIND)
    if len(words) > 1 and answer_in(words) is not BankAnswer.UNKNOWN:  # 是 and 否 answer any question
        found.add(ValueSort.RESULT)
    if not found and HAN_NAME.fullmatch(words):
        found.add(ValueSort.NAME)
    return found


PATTERNS = {
    ValueSort.DAY: DAY_FORM,
    ValueSort.MONEY: MONEY_FORM,
    ValueSort.GRADE: GRADE_WORDS,
    ValueSort.STATE: SPOKEN_STATE,
    ValueSort.STREET: STREET_NAME,
    ValueSort.COMMUNITY: COMMUNITY_NAME,
}


def _is_street(words: str) -> bool:
    """Whether words are a street or town of the table of places, however short: 总寨, 南滩街道办事处."""
    place = None if len(words) < 2 or WITHIN_DISTRICT.search(words) else codes.table("place").read(words)
    return place is not None and len(codes.table("place").code(place)) > CODE_OF_DISTRICT


def _says_kind(words: str) -> bool:
    """Whether words name one kind of people: 残疾军人, 参战."""
    if len(words) < 2:
        return False
    known: tuple[Callable[[str], str | None], ...] = (codes.table("kind").read, codes.kind_of_category)
    return any(read(words) for read in known) or len(kinds_named(bare_heading(words))) == 1


@cache
def _sorts() -> dict[tuple[str, str], ValueSort]:
    with resources.path("value_sorts.csv").open(encoding="utf-8", newline="") as lines:
        return {(row["dictionary"], row["field"]): ValueSort(row["sort"]) for row in csv.DictReader(lines)}


def sort_of_field(dictionary: str, field: str) -> ValueSort | None:
    """The sort of a field's values in such tables; None where values do not tell it."""
    return _sorts().get((dictionary, field))


def fields_of_sort(dictionary: str, sort: ValueSort) -> list[str]:
    """The fields of such tables whose values are of a sort, the likelier first."""
    return [field for (name, field), each in _sorts().items() if name == dictionary and each is sort]
