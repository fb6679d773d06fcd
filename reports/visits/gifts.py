"""慰问品 on paper: what is in the store, and what came and went."""

from __future__ import annotations

from models.visits import gifts
from reports.tables.register import END, START, Heading, Register, numbered

STORE = (
    Heading("序号", 12), Heading("慰问品", 60, START), Heading("单位", 18), Heading("单价(元)", 30, END), Heading("入库", 28, END),
    Heading("出库", 28, END), Heading("库存", 28, END), Heading("库存折价(元)", 38, END), Heading("备注", 35, START),
)  # fmt: skip
MOVES = (
    Heading("序号", 12), Heading("日期", 26), Heading("慰问品", 48, START), Heading("出入库", 18), Heading("数量", 20, END),
    Heading("单价(元)", 26, END), Heading("金额(元)", 30, END), Heading("事由", 58, START), Heading("经办人", 22), Heading("备注", 17, START),
)  # fmt: skip


def store(practice: bool = False) -> Register:
    """Every kind: in − out = left."""
    lines = [
        (
            each.gift.name,
            each.gift.measure,
            each.gift.price,
            each.came,
            each.went,
            each.left,
            each.value,
            each.gift.notes,
        )
        for each in gifts.store()
    ]
    return Register("慰问品库存表", STORE, numbered(lines), (), "种", 7, practice=practice)


def moves(practice: bool = False) -> Register:
    """Every movement, the newest first."""
    lines = []
    for move in gifts.moves():
        reason = f"走访{move.visit.whom}" if move.visit is not None else move.reason
        amount = move.price * (move.count or 0) if move.price is not None else None
        about = (move.day, move.gift.name, move.way, move.count, move.price, amount)
        lines.append((*about, reason, move.handler, move.notes))
    return Register("慰问品出入库登记表", MOVES, numbered(lines), (), "笔", practice=practice)
