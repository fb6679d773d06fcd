"""Gifts 慰问品: kinds with their price, what came into the store, what went out, and what is left."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from peewee import Case, Check, ForeignKeyField, fn

from models.core import journal
from models.core.dates import this_day
from models.core.journal import Writing
from models.core.record import Count, Day, Record, Refusal, Text, Yuan
from models.core.words import half_width
from models.visits.campaign import Campaign
from models.visits.visit import Visit

if TYPE_CHECKING:
    from peewee import ModelSelect

STOCK_IN, STOCK_OUT = "入库", "出库"


class Gift(Record):
    """One kind of gift; its price is that of one measure, and the officer's own, for no standard names any."""

    NOUN = "慰问品"
    NAMED_BY = "name"
    TIMELESS = "名录"

    name = Text("慰问品名称", unique=True)
    measure = Text("计量单位")
    price = Yuan("单价(元)")
    notes = Text("备注", long=True)

    class Meta:
        constraints = [Check('"price" IS NULL OR "price" >= 0')]

    def rules(self) -> Iterator[tuple[str, str]]:
        if not self.name.strip():
            yield "name", "请填写慰问品名称"
        elif re.search(r"[、，,；;×*]", self.name) or re.search(r"\d\s*$", half_width(self.name)):
            yield "name", "名称中不要写数量、顿号和逗号，一种慰问品登记一条"
        if self.price is not None and self.price < 0:
            yield "price", "单价不能是负数"

    def conflicts(self) -> Iterator[tuple[str, str]]:
        if Gift.select().where(Gift.name == self.name, Gift.id != (self.id or 0)).exists():
            yield "name", f"已登记过“{self.name}”"
        before = Gift.get_or_none(Gift.id == self.id) if self.id else None
        if before is not None and before.name != self.name and self.moves.exists():
            yield "name", "已有出入库记录，不能改名。请另登记一种慰问品"

    moves: ModelSelect[Stock]

    def counted(self, count: int) -> str:
        """So many of it: 大米2袋."""
        return f"{self.name}{count}{self.measure}"


class Stock(Record):
    """One movement of the store 出入库; one that a visit made goes with the visit."""

    NOUN = "慰问品出入库"
    NAMED_BY = ("way", "day")
    EXPORTED = "stock"
    SINCE = ("day",)

    gift_id: int | None
    gift = ForeignKeyField(Gift, backref="moves", on_delete="RESTRICT")
    day = Day("日期", index=True)
    way = Text("出入库")  # IN or OUT
    count = Count("数量")
    price = Yuan("单价(元)")
    campaign = ForeignKeyField(Campaign, null=True, on_delete="RESTRICT")
    visit = ForeignKeyField(Visit, null=True, backref="moves", on_delete="CASCADE")
    reason = Text("事由")
    handler = Text("经办人")
    notes = Text("备注", long=True)

    class Meta:
        constraints = [
            Check('"count" IS NOT NULL AND "count" > 0'),
            Check(f"\"way\" IN ('{STOCK_IN}', '{STOCK_OUT}')"),
        ]

    def rules(self) -> Iterator[tuple[str, str]]:
        if self.gift_id is None:
            yield "gift", "请选择慰问品"
        if self.way not in (STOCK_IN, STOCK_OUT):
            yield "way", "请选择入库或出库"
        if self.count is None or self.count <= 0:
            yield "count", "数量应是大于0的整数"
        if self.day is None:
            yield "day", "请填写日期"
        elif self.day.earliest() > this_day():
            yield "day", f"日期{self.day.chinese()}还没有到"
        if self.price is not None and self.price < 0:
            yield "price", "单价不能是负数"

    def conflicts(self) -> Iterator[tuple[str, str]]:
        others = left(self.gift, self.id or 0)
        now = others + (self.count or 0) * (1 if self.way == STOCK_IN else -1)
        if now < 0:
            yield "count", too_few(self.gift, others, self.count or 0, self.way)


def too_few(gift: Gift, there: int, wanted: int, way: str = STOCK_OUT) -> str:
    """Why so many cannot be given."""
    if way == STOCK_IN:
        return f"“{gift.name}”已经发出的比入库的还多，入库数量不能改得这么少"
    return f"“{gift.name}”只剩{max(there, 0)}{gift.measure}，不够出库{wanted}{gift.measure}，请先登记入库"


SIGNED = Case(None, [(Stock.way == STOCK_IN, Stock.count)], Stock.count * -1)


def left(gift: Gift, but: int = 0) -> int:
    """How many are in the store: in less out, always; without the movement ``but``."""
    query: Any = Stock.select(fn.COALESCE(fn.SUM(SIGNED), 0)).where(Stock.gift == gift, Stock.id != but)
    return int(query.scalar())


class GiftHeld(NamedTuple):
    """A kind of gift and its store: in − out = left."""

    gift: Gift
    came: int
    went: int
    left: int

    @property
    def value(self) -> Decimal | None:
        """What is left, at the kind's price."""
        return None if self.gift.price is None else self.gift.price * self.left


def store() -> list[GiftHeld]:
    """Every kind with what came, went and is left, by name."""
    came = fn.COALESCE(fn.SUM(Case(None, [(Stock.way == STOCK_IN, Stock.count)], 0)), 0)
    went = fn.COALESCE(fn.SUM(Case(None, [(Stock.way == STOCK_OUT, Stock.count)], 0)), 0)
    query: Any = Stock.select(Stock.gift, came, went).group_by(Stock.gift).tuples()
    sums = {gift: (int(c), int(w)) for gift, c, w in query}
    found = []
    for gift in Gift.select().order_by(Gift.name):
        c, w = sums.get(gift.id, (0, 0))
        found.append(GiftHeld(gift, c, w, c - w))
    return found


@journal.afterwards
def never_more_out_than_in(writing: Writing) -> None:
    """Whatever wrote, an undoing too: a store that would hold less than nothing is refused with the whole entry."""
    if Stock._meta.table_name not in writing.tables:
        return
    query: Any = Stock.select(Stock.gift).group_by(Stock.gift).having(fn.SUM(SIGNED) < 0)
    for move in query:
        raise Refusal(f"这样“{move.gift.name}”发出的就比入库的多了，没有保存。请先登记入库")


# --- gifts in words, as plans and visits have them: 大米×1、食用油×2

PARTED = re.compile(r"[、，,；;\n]+")
COUNTED_GIFT = re.compile(r"(.+?)\s*[×xX*]?\s*(\d+)\s*(\D{0,4})")


@dataclass(frozen=True, slots=True)
class Given:
    """So many of a kind."""

    gift: Gift
    count: int


def read_gifts(words: str) -> list[Given]:
    """The gifts that the words mean: 大米×1、食用油2桶. Raises ``Refusal`` for what is not registered or said twice."""
    known = {gift.name: gift for gift in Gift.select()}
    given: dict[str, Given] = {}
    for piece in filter(None, (each.strip() for each in PARTED.split(half_width(words)))):
        found = _one(piece, known)
        if found is None:
            raise Refusal(f"没有登记过慰问品“{piece}”，请先到“慰问品”里登记，写法如：大米×1、食用油×2")
        if found.count <= 0 or found.gift.name in given:
            raise Refusal(f"慰问品“{piece}”的数量不对，或写了两遍")
        given[found.gift.name] = found
    return list(given.values())


def unregistered_gifts(words: str) -> list[Gift]:
    """The gifts that the words mean and nobody has registered yet, to be added when the officer agrees: 食用油2桶."""
    known = {gift.name: gift for gift in Gift.select()}
    new: dict[str, Gift] = {}
    for piece in filter(None, (each.strip() for each in PARTED.split(half_width(words)))):
        found = COUNTED_GIFT.fullmatch(piece)
        name, measure = (found[1].strip(), found[3]) if found is not None else (piece, "")
        if name not in known and not list(Gift(name=name).rules()):
            new.setdefault(name, Gift(name=name, measure=measure))
    return list(new.values())


def _one(piece: str, known: dict[str, Gift]) -> Given | None:
    if piece in known:
        return Given(known[piece], 1)
    found = COUNTED_GIFT.fullmatch(piece)
    if found is None or found[1].strip() not in known:
        return None
    gift = known[found[1].strip()]
    return Given(gift, int(found[2])) if found[3] in ("", gift.measure) else None


def written_gifts(given: Iterable[Given]) -> str:
    """As a plan keeps it: 大米×1、食用油×2."""
    return "、".join(f"{each.gift.name}×{each.count}" for each in given)


def said(given: Iterable[Given]) -> str:
    """As it stands on paper: 大米1袋、食用油2桶."""
    return "、".join(each.gift.counted(each.count) for each in given)


def worth(given: Iterable[Given]) -> Decimal | None:
    """What they are worth at their prices; None when a price is not known, or nothing was given."""
    amounts = [each.gift.price * each.count if each.gift.price is not None else None for each in given]
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(amounts) else None


def settle_stock(visit: Visit, user: str) -> None:
    """Let the store follow what a visit brought, inside an entry. Words that name no registered gifts move nothing."""
    try:
        given = read_gifts(visit.gifts)
    except Refusal:
        given = []
    kept = {move.gift_id: move for move in Stock.select().where(Stock.visit == visit)}
    for each in given:
        gift = each.gift
        move = kept.pop(gift.id, None) or Stock(gift=gift, way=STOCK_OUT, visit=visit, reason="走访慰问")
        if (move.count, move.day) != (each.count, visit.day):
            move.count, move.day, move.price = each.count, visit.day, gift.price
            move.campaign, move.handler = visit.campaign, user
            move.save()
    for move in kept.values():
        move.delete_instance()


def moved(visit: Visit) -> bool:
    """Whether the store knows of what a visit brought."""
    return bool(Stock.select().where(Stock.visit == visit).exists())


def stock_moves() -> ModelSelect[Stock]:
    """Movements with their gifts, newest first."""
    return Stock.select(Stock, Gift).join(Gift).order_by(Stock.day.desc(), Stock.id.desc())
