"""Gifts 慰问品 on paper: what is in the store, and what came and went."""

from __future__ import annotations

from decimal import Decimal

from models.visits import gifts
from models.visits.gifts import Gift, Stock
from reports.tables.list_columns import ListColumn, Listing
from reports.tables.register import END, START, Register


def reason_of(move: Stock) -> str:
    """Why it came or went; to whom, when a visit brought it."""
    return f"走访{move.visit.whom}" if move.visit is not None else move.reason


def _amount(move: Stock) -> Decimal | None:
    return move.price * (move.count or 0) if move.price is not None else None


STORE_LIST = Listing(
    Gift,
    (
        ListColumn("name", 180, 60, START, "慰问品"),
        ListColumn("measure", 60, 18, heading="单位"),
        ListColumn("price", 90, 30, END),
        ListColumn("came", 80, 28, END, "入库", words=lambda held: held.came),
        ListColumn("went", 80, 28, END, "出库", words=lambda held: held.went),
        ListColumn("left", 80, 28, END, "库存", words=lambda held: held.left),
        ListColumn("value", 110, 38, END, "库存折价(元)", words=lambda held: held.value),
        ListColumn("notes", 160, 35, START),
    ),
    record=lambda held: held.gift, number=12, money="value", counted="种",
)  # fmt: skip
MOVE_LIST = Listing(
    Stock,
    (
        ListColumn("day", 96, 26),
        ListColumn("gift", 160, 48, START, "慰问品", "gift.name"),
        ListColumn("way", 70, 18),
        ListColumn("count", 70, 20, END, summed=True),
        ListColumn("price", 90, 26, END),
        ListColumn("amount", paper=30, align=END, heading="金额(元)", words=_amount),
        ListColumn("reason", 240, 58, START, words=reason_of, order=Stock.reason),
        ListColumn("handler", 90, 22),
        ListColumn("notes", 140, 17, START),
    ),
    number=12, counted="笔",
)  # fmt: skip


def store(practice: bool = False) -> Register:
    """Every kind: in − out = left."""
    return STORE_LIST.register("慰问品库存表", gifts.store(), practice=practice)


def moves(practice: bool = False) -> Register:
    """Every movement, the newest first."""
    return MOVE_LIST.register("慰问品出入库登记表", gifts.stock_moves(), practice=practice)
