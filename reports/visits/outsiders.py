"""未建档人员名单: people whom the office visits or pays and who have no file."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reports.tables.register import START, Heading, Register, numbered

HEADINGS = (
    Heading("序号", 12), Heading("姓名", 26), Heading("身份证号", 40), Heading("人员类别", 38), Heading("街道(镇)", 30),
    Heading("家庭住址", 66, START), Heading("联系电话", 30), Heading("走访次数", 18), Heading("备注", 17, START),
)  # fmt: skip


def register(found: Iterable[Any], practice: bool = False) -> Register:
    """The register of these people, each with its ``calls``."""
    lines = [
        (each.name, each.number, each.category, each.street, each.address, each.phone, each.calls, each.notes)
        for each in found
    ]
    return Register("未建档人员名单", HEADINGS, numbered(lines), (), "人", practice=practice)
