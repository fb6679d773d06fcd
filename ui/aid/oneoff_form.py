"""The form of a oneoff 一次性发放: only what its kind depends on is asked, and the amount can be reckoned."""

from __future__ import annotations

from decimal import Decimal
from typing import cast

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from models.aid import oneoffs
from models.aid.budgets import BUDGET_SOURCES
from models.aid.death_gratuity import WAYS_TO_DIE, honour_names
from models.aid.items import items
from models.aid.oneoffs import MEDICAL_ITEMS, OneOff
from models.aid.reckoning import DEGREES, HARD_POSTINGS, MERITS, WAYS_TO_RECKON
from models.core.record import Refusal
from models.payments.once_matters import PER_MONTH
from models.people.outsiders import recipient
from models.people.person import Person
from ui.aid.cases import CaseBox
from ui.forms.combo_boxes import CodeBox, FlagBox
from ui.forms.editors import CountEdit
from ui.forms.file_forms import FileForm
from ui.forms.outsider_box import OutsiderBox
from ui.forms.person_box import PersonBox
from ui.jobs.session import Session
from ui.widgets import theme
from ui.widgets.icons import icon

ONEOFF_FACTS = ("household", "place", "merit", "degree", "died", "way", "honour", "wage", "rest")
HOUSEHOLDS = ("城镇", "农村")
BY_HAND = "金额为手工填写"


class OneOffForm(FileForm[OneOff]):
    """One line; the amount is reckoned by the office's own data, or written by hand."""

    ROOM = QSize(760, 560)  # a kind's name and the described case can be read whole

    def __init__(self, session: Session, person: Person | None = None, asks: bool = True) -> None:
        super().__init__()
        self._cases = CaseBox()
        if asks:
            self.bind("person", "领取人", PersonBox())
            self.bind("outsider", "领取人(未建档)", OutsiderBox(session))
            for name in ("person", "outsider"):
                self.editors[name].changed.connect(self._offer_cases)
        self.bind("item", "发放项目", CodeBox(names=items()), required=True)
        self.for_fields(OneOff, ["year"], required=["year"])
        self.section("计算依据")
        self.bind("household", "户籍类别", CodeBox(names=HOUSEHOLDS))
        self.bind("place", "服役地区", CodeBox(names=HARD_POSTINGS))
        self.bind("merit", "立功受奖", CodeBox(names=MERITS))
        self.bind("degree", "入伍学历", CodeBox(names=DEGREES))
        self.for_fields(OneOff, ["died"])
        self.bind("way", "牺牲病故情形", CodeBox(names=WAYS_TO_DIE))
        self.bind("honour", "功勋荣誉", CodeBox(names=honour_names()))
        self.for_fields(OneOff, ["wage"])
        self.bind("quantity", "数量", CountEdit())
        self.bind("rest", "尾差归本人", FlagBox())
        self.bind("case", "医疗救助病例", self._cases)
        self.for_fields(OneOff, ["month"])
        self.reckon_button = QPushButton(icon("mdi6.calculator"), "按标准计算金额")
        self.reckon_button.setAutoDefault(False)
        self.reckon_button.clicked.connect(self.reckon)
        self.said = theme.look(QLabel(wordWrap=True), "quiet")
        self.add_wide(self.reckon_button)
        self.add_wide(self.said)
        self.said.hide()
        self.section("发放")
        self.for_fields(OneOff, ["amount"], required=["amount"])
        self.bind("fund", "资金来源", CodeBox(names=BUDGET_SOURCES, editable=True))
        self.for_fields(OneOff, ["batch", "category", "reckoned", "notes"], wide=["reckoned"])
        self.editors["item"].changed.connect(self._show_what_fits)
        self.editors["amount"].changed.connect(self._by_hand)
        self._told: tuple[Decimal | None, str] = (
            None,
            "",
        )  # the amount that the words explain, and the words
        self.reckon_button.setEnabled(False)

    def edit(self, record: OneOff) -> None:
        self._cases.offer(recipient(record))
        self._told = record.amount, record.reckoned
        super().edit(record)
        self._show_what_fits()

    def reckon(self) -> None:
        """Fill the amount in, or say which amount is not set."""
        if self.record is None:
            return
        try:
            found = oneoffs.reckon_one(self.record)
        except Refusal as refusal:
            theme.look(self.said, "problem").setText(str(refusal))
            self.said.show()
            return
        theme.look(self.said, "good").setText(found.words)
        self.said.show()
        self.editors["amount"].set_value(found.amount)
        self.editors["reckoned"].set_value(found.words)
        self._told = found.amount, found.words

    def _by_hand(self) -> None:
        """Words that explain another amount do not stay beside one that was typed."""
        amount, words = self.editors["amount"].value(), self.editors["reckoned"].value()
        if amount is not None and words and words == self._told[1] and amount != self._told[0]:
            self.editors["reckoned"].set_value(BY_HAND)

    def _offer_cases(self) -> None:
        if self.record is not None:
            self._cases.offer(recipient(self.record))

    def _show_what_fits(self) -> None:
        """Only what the kind of payment depends on is asked."""
        name = self.editors["item"].value()
        known = items().get(name)
        shown = {
            **{field: bool(known and field in known.asks) for field in ONEOFF_FACTS},
            "quantity": bool(known and known.quantity), "case": name in MEDICAL_ITEMS,
            "month": bool(known and known.once == PER_MONTH),
        }  # fmt: skip
        for field, wanted in shown.items():
            for widget in (self.editors[field], self.labels[field]):
                cast(QWidget, widget).setVisible(wanted)
        self._grid.close_up()
        if known and known.quantity:
            self.labels["quantity"].setText(known.quantity)
        self.reckon_button.setEnabled(name in WAYS_TO_RECKON)
        self.reckon_button.setToolTip("" if name in WAYS_TO_RECKON else "这一项没有固定算法，请直接填写金额")
