"""Heirs 遗属: to whom goes what a death leaves, each with the account, the share and, where there is one, the written waiver."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from peewee import ForeignKeyField

from models.core import citizen_number
from models.core.dates import PartDate
from models.core.masks import Secret
from models.core.record import Count, Flag, Record, Refusal, Text
from models.people.person import Person

WHOLE = 100  # percent
NOBODY_NAMED = "还没有登记领取的遗属：姓名、关系、身份证号、账号"


class Heir(Record):
    """A relative of somebody who died, and what part of the money goes to whom."""

    NOUN = "遗属"
    NAMED_BY = "name"
    SINCE = ("person.died",)

    person_id: int
    person = ForeignKeyField(Person, backref="heirs", on_delete="RESTRICT")
    name = Text("姓名", personal=True, key="heir_name")
    relation = Text("与逝者关系", "family_relation")
    number = Text("身份证号", secret=Secret.NUMBER, digits=True, key="heir_number")
    phone = Text("联系电话", secret=Secret.PHONE)
    address = Text("家庭住址")
    share = Count("份额(%)")
    waived = Flag("书面放弃")  # the waiver itself is an attachment of this record
    bank = Text("开户银行")
    account = Text("银行账号", secret=Secret.ACCOUNT, digits=True)
    holder = Text("开户名称")  # empty: the relative
    notes = Text("备注", long=True)

    def rules(self) -> Iterator[tuple[str, str]]:
        if not self.name.strip():
            yield "name", "请填写遗属的姓名"
        if not self.relation.strip():
            yield "relation", "请选择与逝者的关系"
        if self.number:
            try:
                citizen_number.CitizenNumber.read(self.number)
            except ValueError:
                yield "number", "身份证号应为15位或18位"
        if self.waived and self.share:
            yield "share", "书面放弃的，不再有份额"
        elif self.share is not None and not 0 < self.share <= WHOLE:
            yield "share", "份额应是1到100的整数，几个人的合计100"

    def conflicts(self) -> Iterator[tuple[str, str]]:
        others = [each for each in heirs_of(self.person_id) if each.id != self.id]
        total = sum(each.share or 0 for each in others) + (self.share or 0)
        if total > WHOLE:
            yield "share", f"各人份额合计{total}%，超过了100%"
        if self.number and any(each.number == self.number for each in others):
            yield "number", "这个身份证号已登记为另一位遗属"


def dead_of_heir(number: str) -> int | None:
    """Who on file left somebody with that number as an heir; None where nobody did, or more than one."""
    found = {heir.person_id for heir in Heir.select(Heir.person).where(Heir.number == number)}
    return found.pop() if len(found) == 1 else None


def share_of(number: str, died: PartDate | None) -> DeathShare | None:
    """What the shares say of one heir of somebody who died on that day; None where no such heir is entered."""
    query = Heir.select(Heir, Person).join(Person).where(Heir.number == number)
    heir = next((each for each in query if died is not None and each.person.died == died), None)
    if heir is None or not number:
        return None
    every = heirs_of(heir.person_id)
    return DeathShare(heir.person.name, shares(every), next(each for each in every if each.id == heir.id))


class HeirShare(NamedTuple):
    """What goes to one relative: percent of the whole."""

    heir: Heir
    percent: int


class DeathShare(NamedTuple):
    """What one death leaves by the shares of all heirs (empty: they do not say it), and the one heir that is asked about."""

    dead: str
    shares: list[HeirShare]
    heir: Heir

    def part(self, fen: int) -> tuple[int, str]:
        """The heir's part of an amount in fen, and how it came about. ``Refusal`` says what of the shares is wanting."""
        if self.heir.waived:
            raise Refusal(f"{self.heir.name}已书面放弃{self.dead}的遗属待遇，没有份额")
        if not self.shares:
            raise Refusal(
                f"{self.dead}的几位遗属的份额合计不是100%，请先在“身后事”里填好份额，或者填写领取人数平分"
            )
        for each, part in zip(self.shares, parts_of(fen, self.shares), strict=True):
            if each.heir.id == self.heir.id:
                rest = fen * each.percent % WHOLE and each is self.shares[0]
                more = "，除不尽的归本人" if rest else ""
                return part, f"；“身后事”登记{self.heir.name}的份额{each.percent}%{more}"
        raise Refusal(f"{self.heir.name}没有登记份额，请先在“身后事”里填好{self.dead}各位遗属的份额")


def heirs_of(person: Person | int) -> list[Heir]:
    """The relatives of somebody who died, in the order in which they were entered."""
    return list(Heir.select().where(Heir.person == person).order_by(Heir.id))


def shares(some: Sequence[Heir]) -> list[HeirShare]:
    """Who gets how much: as the shares say; one alone who says none gets all. Empty where the shares do not say it."""
    taking = [each for each in some if not each.waived]
    if len(taking) == 1 and taking[0].share is None:
        return [HeirShare(taking[0], WHOLE)]
    if taking and sum(each.share or 0 for each in taking) == WHOLE:
        return [HeirShare(each, each.share or 0) for each in taking if each.share]
    return []


def parts_of(fen: int, some: Sequence[HeirShare]) -> list[int]:
    """An amount in fen by shares; what does not divide goes to the first, so that the parts come to the whole."""
    parts = [fen * each.percent // WHOLE for each in some]
    return [part + (fen - sum(parts) if number == 0 else 0) for number, part in enumerate(parts)]


def wanting_of(some: Sequence[Heir], attached: dict[str, int]) -> Iterator[str]:
    """What is still to be found out about the relatives, in sentences; ``attached``: how many papers each has, by uid."""
    if not some:
        yield NOBODY_NAMED
        return
    taking: list[Any] = [each for each in some if not each.waived]
    if not shares(some):
        yield "登记的遗属都放弃了，请登记领取人" if not taking else "几位遗属的份额合计不是100%，请核对"
    for each in taking:
        if not each.account:
            yield f"没有登记{each.name}（{each.relation}）的银行账号"
        if not each.number:
            yield f"没有登记{each.name}（{each.relation}）的身份证号"
    for each in some:
        if each.waived and not attached.get(each.uid):
            yield f"{each.name}（{each.relation}）放弃领取，还没有附上书面声明的扫描件"
