"""The card of one grant: by what right, from and until when, what a month comes to and why; and what is wanting."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from models.core.amounts import yuan
from models.pay.dues import held_grants
from models.pay.dues.held_grants import HeldCondition, HeldGrant
from models.pay.standards import months
from models.pay.standards.standards import LAYERS
from models.people.identity import RECEIVING as IN_PAY
from ui.widgets import theme
from ui.widgets.buttons import act_button
from ui.widgets.flow_layout import FlowLayout


class GrantCard(QFrame):
    """Says ``standard_wanted`` with the standard that is missing or not confirmed, ``decision_wanted`` with the grant."""

    standard_wanted = Signal(object)
    decision_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None, opens: bool = True) -> None:
        """``opens``: whether somebody listens who can open a standard."""
        super().__init__(parent)
        theme.look(self, "card")
        self._opens = opens
        self.shown: HeldGrant | None = None
        self.title, self.state = theme.look(QLabel(), "heading"), QWidget()
        self._badge = FlowLayout(self.state)
        self.right, self.amount = theme.look(QLabel(wordWrap=True), "quiet"), QLabel(wordWrap=True)
        self.why = QLabel(wordWrap=True)
        self.asked = QLabel(wordWrap=True)
        self.button = act_button("打开这条标准", "mdi6.arrow-top-right", self._want)
        self.decide_button = act_button("核定…", "mdi6.gavel", lambda: self.decision_wanted.emit(self.shown))
        self._lay_out()

    def show_grant(self, grant: HeldGrant | None, named: bool = True) -> None:
        """Show a grant; with its person's name where that is not known from the place."""
        self.shown = grant
        self.setVisible(grant is not None)
        if grant is None:
            return
        name = f"{grant.claim.name}　" if named else ""
        self.title.setText(f"{name}{grant.claim.title()}")
        self._badge.empty()  # a label whose look changes keeps the room of its old one
        look = "chip" if grant.claim.state == IN_PAY else "doubtchip"
        self._badge.addWidget(theme.look(QLabel(grant.claim.state or "状态未登记"), look))
        self.right.setText("　".join(filter(None, (grant.when(), grant.right()))))
        self.right.setVisible(bool(self.right.text()))
        self.amount.setText(_amount(grant))
        self._show_asked(grant)
        self.why.setText(grant.brief())
        theme.look(self.why, "problem" if grant.condition == HeldCondition.UNKNOWN else "quiet")
        wanted = held_grants.wanted_standard(grant.due.missing) if grant.due is not None else None
        self.button.setVisible(wanted is not None and self._opens)
        if wanted is not None:
            self.button.setText("打开这条标准" if wanted.id else "登记这条标准")

    def _show_asked(self, grant: HeldGrant) -> None:
        """What stands open against it, and the way to answer."""
        self.asked.setText(grant.asked())
        theme.look(self.asked, "problem" if grant.condition == HeldCondition.HELD else "doubt")
        for widget in (self.asked, self.decide_button):
            widget.setVisible(bool(grant.asked()))

    def _want(self) -> None:
        if self.shown is not None and self.shown.due is not None:
            self.standard_wanted.emit(held_grants.wanted_standard(self.shown.due.missing))

    def _lay_out(self) -> None:
        for label in (self.right, self.asked, self.amount, self.why):
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        top = QHBoxLayout()
        top.addWidget(self.title)
        top.addWidget(self.state, 1)
        top.addWidget(self.decide_button)
        top.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        column.addLayout(top)
        for label in (self.right, self.asked, self.amount, self.why):
            column.addWidget(label)


def _amount(grant: HeldGrant) -> str:
    """What the month comes to, in its layers where there are several."""
    month = months.month_words(grant.month)
    if grant.condition == HeldCondition.UNKNOWN:
        return f"{month}：没有计算"
    if grant.condition == HeldCondition.HELD and grant.due is not None:
        return f"{month}：没有核定，不发；核定继续享受的，应发 {yuan(grant.due.yuan)}元"
    if grant.due is None or grant.condition != HeldCondition.PAID:
        return f"{month}：不发"
    parts = [
        f"{layer}{yuan(Decimal(fen).scaleb(-2))}元"
        for layer, fen in zip(LAYERS, grant.due.amounts, strict=True)
        if fen
    ]
    layers = f"（{'，'.join(parts)}）" if len(parts) > 1 else ""
    return f"{month}应发 {yuan(grant.due.yuan)}元{layers}"
