"""Trying a change of the standards 试算: asked in a small question, answered beside what is needed today; nothing is written."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any

from PySide6.QtWidgets import QWidget

from models.core import codes
from models.core.record import Refusal
from models.core.words import half_width
from models.forecast.standard_changes import StandardChange
from models.pay.standards import months
from models.pay.standards.months import Month
from ui.forms.combo_boxes import CodeBox
from ui.forms.editors import LineEdit, YuanEdit
from ui.forms.small_question import Asking

TRY, TRIED_WORDS = "试算标准", "只是试算，不改动任何标准。百分比按每一条标准计算，四舍五入到分。"
BY_PERCENT, BY_AMOUNT, BY_DRAFTS = WAYS_OF_TRYING = ("按百分比提高", "改为新的金额", "按未确认的新标准")


def ask_change(parent: QWidget, first: Month, take: Callable[[StandardChange], Any]) -> Asking:
    """The question, ready to be run; ``take`` gets the change and may refuse it."""
    asking = Asking(parent, TRY, TRIED_WORDS, "试算", lambda values: take(change_of(values)))
    asking.add("way", "怎样变", CodeBox(names=WAYS_OF_TRYING), BY_PERCENT)
    asking.add("begins", "从哪个月起", LineEdit(12, "如2026-08"), months.iso(first))
    asking.add("percent", "提高百分之几", LineEdit(12, "如5，降低的写-5"), "5", required=False)
    asking.add("kind", "哪种身份(空着为全部)", CodeBox("kind"), "", required=False)
    asking.add("amount", "新的金额(元)", YuanEdit(), required=False)
    way = asking.editors["way"]

    def offer() -> None:
        """Only what the way asks for can be filled in; without a kind all standards rise."""
        for name, ways in (
            ("percent", (BY_PERCENT,)),
            ("kind", (BY_PERCENT, BY_AMOUNT)),
            ("amount", (BY_AMOUNT,)),
        ):
            editor = asking.editors[name]
            assert isinstance(editor, QWidget)
            editor.setEnabled(way.value() in ways)

    assert isinstance(way, CodeBox)
    way.changed.connect(offer)
    offer()
    return asking


def change_of(values: dict[str, Any]) -> StandardChange:
    """The change that was asked for. Raises ``Refusal`` for what is wanting or cannot be read."""
    begins = months.read_month(values["begins"])
    if values["way"] == BY_DRAFTS:
        return StandardChange(begins, drafts=True)
    if values["way"] == BY_AMOUNT:
        if not values["kind"] or values["amount"] is None:
            raise Refusal("请选择身份，并填写新的金额")
        return StandardChange(begins, amounts={values["kind"]: values["amount"]})
    kind = values["kind"] if values["kind"] in codes.table("kind").names() else ""
    return StandardChange(begins, _percent(values["percent"]), kind)


def _percent(text: str) -> Decimal:
    try:
        percent = Decimal(half_width(text).rstrip("%"))
    except InvalidOperation:
        percent = Decimal("NaN")
    if not percent.is_finite():
        raise Refusal(f"百分比“{text}”写法不对，请写成 5 或 5.5 这样")
    return percent
