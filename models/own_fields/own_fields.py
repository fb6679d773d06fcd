"""A field of the office's own 自设栏目: its name, its type, and where what it says may stand."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Any
from weakref import WeakKeyDictionary

from peewee import Field, ModelSelect

from models.archive import opened
from models.archive.opened import Archive
from models.core import journal
from models.core.dates import PartDate
from models.core.journal import Writing
from models.core.masks import Secret
from models.core.record import Count, Day, Flag, Record, Text, Yuan
from models.core.rights import SET_UP
from models.core.states import State
from models.core.words import bare_heading
from models.imports.evidence.taught import OF_ROSTER
from models.imports.sheets.dictionary import dictionary_of
from models.people.identity import BankAccount, Identity
from models.people.person import Person

OWN_FIELDS = "自设栏目"
OWN_KEY = (
    "own_"  # before the uid of a field, in whatever names it: an editor, a column of a list, a condition
)
LONGEST_OWN_NAME = 20  # characters
CHOICES_APART = re.compile(r"[、，,；;\s]+")
NAME_TAKEN = "程序已有“{}”这一栏，直接用它登记，或换一个名称"
_COUNT, _MONEY = re.compile(r"0|[1-9]\d{0,11}"), re.compile(r"-?\d{1,12}\.\d\d")


class OwnType(State):
    """What a field holds, and so how it is typed, read, compared and sorted."""

    WORDS = "文字"
    DAY = "日期"
    COUNT = "整数"
    MONEY = "金额"
    FLAG = "是/否"
    CHOICE = "选项"


FIELDS_OF_TYPES: dict[str, type[Any]] = {
    OwnType.WORDS: Text, OwnType.DAY: Day, OwnType.COUNT: Count, OwnType.MONEY: Yuan, OwnType.FLAG: Flag, OwnType.CHOICE: Text,
}  # fmt: skip


class OwnField(Record):
    """One field, as the office defined it. One that is no longer asked is 停用: what it said stays."""

    NOUN = OWN_FIELDS
    NAMED_BY = "name"
    RIGHT = SET_UP
    TIMELESS = "本单位的设置"

    name = Text("栏目名称", unique=True)
    type = Text("类型")
    choices = Text("可选的词")  # one after the other, by 、
    secret = Flag("保密")
    on_file = Flag("印在登记表上")
    place = Count("次序")
    retired = Flag("停用")

    @property
    def key(self) -> str:
        """By which editors, columns and conditions know the field, in this archive and in what is kept of it."""
        return f"{OWN_KEY}{self.uid}"

    @property
    def offered(self) -> list[str]:
        """The words of an 选项, in their order."""
        return [each for each in CHOICES_APART.split(self.choices) if each]

    @property
    def hides(self) -> Secret:
        """How a masked copy writes it."""
        return Secret.ACCOUNT if self.secret else Secret.OPEN

    def field(self) -> Field:
        """The field as records have them: it tells label, type and secret to whoever asks records' fields."""
        kind = FIELDS_OF_TYPES.get(self.type, Text)
        made: Field = kind(self.name, secret=self.hides) if kind is Text else kind(self.name)
        made.name = self.key
        return made

    def says(self, value: Any) -> str:
        """A value as the archive keeps it: the words of paper, days as 1953-08-01, money with its fen."""
        if isinstance(value, bool):
            return "是" if value else "否"
        if isinstance(value, Decimal):
            return f"{value:.2f}"
        return "" if value is None else str(value).strip()

    def value(self, words: str) -> Any:
        """What kept words mean; None of nothing. Raises ``ValueError`` where they do not fit the type any more."""
        if not words:
            return "" if self.type in (OwnType.WORDS, OwnType.CHOICE) else None
        if not self._fits(words):
            raise ValueError(f"写着“{words}”，不是{self._wanted()}")
        if self.type == OwnType.DAY:
            return PartDate(*map(int, words.split("-")))
        if self.type == OwnType.FLAG:
            return words == "是"
        return {OwnType.COUNT: int, OwnType.MONEY: Decimal}.get(OwnType(self.type), str)(words)

    def shown(self, words: str) -> Any:
        """What lists and papers show: the value, or, where they do not fit, the words as they are."""
        try:
            return self.value(words)
        except ValueError:
            return words

    def _fits(self, words: str) -> bool:
        if self.type == OwnType.DAY:
            try:
                return str(PartDate.parse(words)) == words
            except ValueError:
                return False
        if self.type in (OwnType.COUNT, OwnType.MONEY):
            return (_COUNT if self.type == OwnType.COUNT else _MONEY).fullmatch(words) is not None
        if self.type == OwnType.FLAG:
            return words in ("是", "否")
        return self.type != OwnType.CHOICE or words in self.offered

    def _wanted(self) -> str:
        return "可选的词" if self.type == OwnType.CHOICE else str(self.type)

    def rules(self) -> Iterator[tuple[str, str]]:
        if not self.name.strip():
            yield "name", "请给这一栏起一个名称"
        elif len(self.name) > LONGEST_OWN_NAME or not re.search("[\u4e00-\u9fff]", self.name):
            yield "name", f"栏目名称请用汉字写，不超过{LONGEST_OWN_NAME}个字"
        elif is_taken(self.name):
            yield "name", NAME_TAKEN.format(self.name)
        if self.type not in list(OwnType):
            yield "type", "请选择类型"
        elif self.type == OwnType.CHOICE and len(set(self.offered)) < 2:
            yield "choices", "请写出至少两个可选的词，用顿号隔开，如“甲、乙、丙”"

    def conflicts(self) -> Iterator[tuple[str, str]]:
        bare = bare_heading(self.name)
        others = OwnField.select(OwnField.name).where(OwnField.id != (self.id or 0))
        if any(bare_heading(each.name) == bare for each in others):
            yield "name", f"已有自设栏目“{self.name}”，请换一个名称"


def is_taken(name: str) -> bool:
    """Whether the program has a field of that name, or reads a roster's column of that heading as one."""
    bare = bare_heading(name)
    labels = (words for model in (Person, Identity, BankAccount) for words in model.labels().values())
    listed = (
        getattr(field, each, "") for field in Person._meta.sorted_fields for each in ("short", "listed")
    )
    return any(bare == bare_heading(words) for words in (*labels, *listed)) or dictionary_of(OF_ROSTER).knows(
        name
    )


_known: WeakKeyDictionary[Archive, list[OwnField]] = WeakKeyDictionary()  # a closed archive takes them along


def all_own_fields() -> list[OwnField]:
    """All fields of the office's own in their order, retired ones too; asked of the archive once after each change."""
    if opened.opened is None:
        return []
    if opened.opened not in _known:
        _known[opened.opened] = list(in_order())
    return _known[opened.opened]


def in_order() -> ModelSelect[OwnField]:
    """All of them as the archive has them now, as a form asks them."""
    return OwnField.select().order_by(OwnField.place.is_null(), OwnField.place, OwnField.id)


def move_field(field: OwnField, by: int) -> None:
    """Put a field so many places later, inside an entry."""
    fields = list(in_order())
    here = next(place for place, each in enumerate(fields) if each.id == field.id)
    fields.insert(max(0, here + by), fields.pop(here))
    for place, each in enumerate(fields, start=1):
        if each.place != place:
            each.place = place
            each.save()


def own_fields() -> list[OwnField]:
    """Those that are asked now."""
    return [each for each in all_own_fields() if not each.retired]


def own_field(key: str) -> OwnField | None:
    """The field with that key; None once it is deleted."""
    return next((each for each in all_own_fields() if each.key == key), None)


@journal.given_up
def forget_own_fields() -> None:
    """What was read of an entry that was given up was never so."""
    _known.clear()


@journal.afterwards
def forget_changed_fields(writing: Writing) -> None:
    """Read the definitions anew after an entry that changed some."""
    if OwnField._meta.table_name in writing.tables:
        _known.clear()
