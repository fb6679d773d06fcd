"""Merging 合并档案: two files of one person become one; what differs is chosen field by field, all else goes along.

One entry of the journal, so that undoing it parts them again. The number and the name that are given up are remembered
(``MergedFile``): the next list that has them finds the kept file.
"""

from __future__ import annotations

import json
from collections.abc import Collection
from typing import Any, NamedTuple

from models.core import citizen_number, journal
from models.core.fields import Paper
from models.core.masks import Secret
from models.core.personal_names import names_agree
from models.core.pinyin import sound_of
from models.core.record import Refusal
from models.merging import belongings
from models.payments.payment import Payment
from models.people.identity import Identity
from models.people.person import MergedFile, Person

NOT_CHOSEN = frozenset(
    {"number_found", "file_no", "volume"}
)  # they go with the number, or stay with the kept file
SAME_FILE = "两份档案是同一份，请另选一份"
BOTH_PAID = (
    "两份档案有同一月份、同一项目的发放，合并后是同一人领了两次：{}。请核对；确实都发了的，确认保留为两笔"
)
TWO_BIRTHS = "两个身份证号都有效，出生日期却不同（{}，{}），很可能是两个人"
TWO_SEXES = "两个身份证号都有效，性别却不同，很可能是两个人"
TWO_NAMES = "姓名“{}”和“{}”不是一个名字的两种写法"
TWO_DEATHS = "两份档案登记的去世日期不同"
TWO_PAYMENTS = "与{}合并档案前各发一笔，同月同项目，待核实"


class FileDifference(NamedTuple):
    """A field that two files say differently: what the kept one says, what the other does."""

    field: str
    label: str
    kept: str
    other: str
    secret: Secret = Secret.OPEN


class DoublePayment(NamedTuple):
    """The same item of one month, paid to both."""

    month: str
    item: str
    amounts: tuple[Any, ...]

    def words(self) -> str:
        return f"{self.month}{self.item}（{'、'.join(f'{amount}元' for amount in self.amounts)}）"


def differences(kept: Person, other: Person) -> list[FileDifference]:
    """The fields that both files say something of, and not the same; the number first."""
    found = []
    for name, field in Person._meta.fields.items():
        mine, its = kept.__data__.get(name), other.__data__.get(name)
        if (
            not field.verbose_name
            or name in NOT_CHOSEN
            or its in (None, "")
            or mine in (None, "")
            or mine == its
        ):
            continue
        shown = ("有照片", "另一张照片") if isinstance(field, Paper) else (_shown(mine), _shown(its))
        label = getattr(field, "short", "") or field.verbose_name
        found.append(FileDifference(name, label, *shown, getattr(field, "secret", Secret.OPEN)))
    return found


def paid_twice(kept: Person, other: Person) -> list[DoublePayment]:
    """The months and items that were paid to both."""
    mine = _paid(kept)
    return [
        DoublePayment(month, item, (*mine[month, item], *amounts))
        for (month, item), amounts in sorted(_paid(other).items())
        if (month, item) in mine
    ]


def warnings(kept: Person, other: Person) -> list[str]:
    """What speaks against two files being one person's, in whole sentences."""
    found = []
    if not citizen_number.doubt(kept.number) and not citizen_number.doubt(other.number):
        births = [citizen_number.birth_in(each.number) for each in (kept, other)]
        if births[0] != births[1]:
            found.append(TWO_BIRTHS.format(*(born.chinese() for born in births if born)))
        if citizen_number.sex_in(kept.number) != citizen_number.sex_in(other.number):
            found.append(TWO_SEXES)
    names = [each.name for each in (kept, other)]
    if not names_agree(*names) and not sound_of(names[0]) == sound_of(names[1]) != "":
        found.append(TWO_NAMES.format(*names))
    if kept.died and other.died and not kept.died.agrees(other.died):
        found.append(TWO_DEATHS)
    return found


def merge(
    kept: Person, other: Person, user: str, taken: Collection[str] = (), confirmed: bool = False
) -> int:
    """Make two files one, as one entry; returns its number.

    ``taken`` names the fields of which the other file's words hold; what only one says holds anyhow. ``confirmed``: the
    officer has seen what was paid to both. Raises ``Refusal`` without that, and where both have what cannot be made one.
    """
    if kept.id == other.id:
        raise Refusal(SAME_FILE)
    twice = paid_twice(kept, other)
    if twice and not confirmed:
        raise Refusal(BOTH_PAID.format("、".join(each.words() for each in twice)))
    with journal.entry(
        f"合并档案：{other.name}（{other.number}）并入{kept.name}（{kept.file_no}）", user
    ) as writing:
        _mark(kept, other, twice)
        memory = _memory(kept, other, taken)
        belongings.move(other, kept)
        other.delete_instance()
        _take(kept, other, taken)
        memory.save()
    return writing.number


def _memory(kept: Person, other: Person, taken: Collection[str]) -> MergedFile:
    """What is remembered of the file that is no more: the number and name that are given up, and what it had."""
    ids = [each.id for each in Identity.select(Identity.id).where(Identity.person == other)]
    gone = MergedFile(
        person=kept, file_no=other.file_no, was=other.uid, was_id=other.id, identities=json.dumps(ids)
    )
    gone.number = (kept if "number" in taken else other).number
    gone.name = (kept if "name" in taken else other).name
    return gone


def _take(kept: Person, other: Person, taken: Collection[str]) -> None:
    for name, value in other.__data__.items():
        if name in ("id", "uid", *NOT_CHOSEN) or value in (None, ""):
            continue
        if name in taken or kept.__data__.get(name) in (None, ""):
            setattr(kept, name, value)
    if "number" in taken:
        kept.number_found = other.number_found
    kept.save()


def _mark(kept: Person, other: Person, twice: list[DoublePayment]) -> None:
    """Two payments of one month stay two, and each of the other file's says so."""
    for payment in Payment.select().where(Payment.person == other):
        if any((_shown(payment.month), payment.item) == (each.month, each.item) for each in twice):
            words = TWO_PAYMENTS.format(kept.file_no)
            notes = "；".join(filter(None, (payment.notes, words)))
            Payment.update(notes=notes).where(Payment.id == payment.id).execute()


def _paid(person: Person) -> dict[tuple[str, str], list[Any]]:
    found: dict[tuple[str, str], list[Any]] = {}
    for payment in Payment.select().where(Payment.person == person, Payment.month.is_null(False)):
        found.setdefault((_shown(payment.month), payment.item), []).append(payment.amount)
    return found


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "是" if value else "否"
    return "" if value is None else str(value)
