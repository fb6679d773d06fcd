"""Gifts 慰问品: the kinds with their price and store above, what came and went below."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import Any

from peewee import ModelSelect
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton, QSplitter, QVBoxLayout, QWidget

from models.core.amounts import yuan
from models.core.dates import PartDate, this_day
from models.core.record import Record
from models.visits import gifts
from models.visits.gifts import STOCK_IN, STOCK_OUT, Gift, GiftHeld, Stock
from reports.visits import gifts as print_of
from ui.forms.combo_boxes import CodeBox
from ui.forms.file_forms import FileForm
from ui.forms.record_box import RecordBox
from ui.forms.record_dialog import RecordDialog
from ui.jobs import messages
from ui.jobs.session import Session
from ui.lists.record_list import RecordList
from ui.pages.page import Page
from ui.printing.print_button import PrintButton
from ui.tables.list_columns import table_columns
from ui.tables.tables import Column
from ui.widgets.dialogs import run_dialog


class GiftForm(FileForm[Gift]):
    """One kind."""

    def __init__(self) -> None:
        super().__init__()
        self.for_fields(Gift, ["name", "measure", "price", "notes"], required=["name"])


class StockForm(FileForm[Stock]):
    """One movement."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        kinds = RecordBox(session, lambda: Gift.select().order_by(Gift.name), GiftForm, Gift)
        self.bind("gift", "慰问品", kinds, required=True)
        self.bind("way", "出入库", CodeBox(names=(STOCK_IN, STOCK_OUT)), required=True)
        self.for_fields(
            Stock, ["day", "count", "price", "reason", "handler", "notes"], required=["day", "count"]
        )


class GiftsList(RecordList):
    """The kinds, each with what is in the store."""

    OF_PEOPLE = False
    HINT = "慰问品名称"
    NOUN = "慰问品"
    LISTING = print_of.STORE_LIST
    EMPTY = "还没有登记慰问品。\n\n点“登记慰问品”登记品名、单位和单价，再登记入库。"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        self.held: dict[int, GiftHeld] = {}
        super().__init__(session, None, parent)

    def columns(self) -> list[Column]:
        return table_columns(
            self.LISTING, row=lambda gift: self.held.get(gift.id, GiftHeld(gift, came=0, went=0, left=0))
        )

    def query(self) -> ModelSelect[Any]:
        self.held = {each.gift.id: each for each in gifts.store()}
        words = self.line.words()
        query: Any = Gift.select().order_by(Gift.name)
        found: ModelSelect[Any] = query.where(Gift.name.contains(words)) if words else query
        return found

    def told(self, query: ModelSelect[Any]) -> str:
        known = [each.value for each in self.held.values() if each.value is not None]
        return f"共{len(self.held):,}种慰问品，库存折价{yuan(sum(known, Decimal(0)))}元"

    def form(self, record: Gift) -> GiftForm:
        return GiftForm()

    def new(self) -> Gift:
        return Gift()

    def named(self, record: Gift) -> str:
        return f"慰问品“{record.name}”"

    def more_acts(self) -> list[tuple[str, str, Callable[[], object]]]:
        return [
            ("入库", "mdi6.package-down", lambda: self.ask_move(STOCK_IN)),
            ("出库", "mdi6.package-up", lambda: self.ask_move(STOCK_OUT)),
        ]

    def more_widgets(self) -> list[QPushButton]:
        prints = PrintButton()
        prints.offer_register("慰问品库存表", lambda: partial(print_of.store, self.session.practice))
        prints.offer_register("慰问品出入库登记表", lambda: partial(print_of.moves, self.session.practice))
        return [prints]

    def ask_move(self, way: str) -> None:
        """Ask for a movement of the chosen kind."""
        gift = self.table.record()
        if gift is None:
            messages.tell(self, "请先选一种慰问品")
            return
        ask_stock(
            self.session, Stock(gift=gift, way=way, price=gift.price, day=PartDate.of(this_day())), self
        )


def ask_stock(session: Session, move: Stock, parent: QWidget) -> None:
    """Ask for the facts of a movement."""
    form = StockForm(session)
    if move.id is None:
        move.handler = session.user
    form.edit(move)
    title = f"登记慰问品{move.way}" if move.id is None else "修改出入库"
    run_dialog(RecordDialog(session, form, title, None, parent, QSize(620, 380)))


class MovesList(RecordList):
    """What came and went, the newest first."""

    OF_PEOPLE = False
    HINT = "慰问品名称"
    NOUN = "出入库"
    EMPTY = "还没有出入库记录。登记走访结果时，发出的慰问品自动出库。"
    LISTING = print_of.MOVE_LIST

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, None, parent)

    def query(self) -> ModelSelect[Any]:
        query: Any = gifts.stock_moves()
        words = self.line.words()
        found: ModelSelect[Any] = query.where(Gift.name.contains(words)) if words else query
        return found

    def told(self, query: ModelSelect[Any]) -> str:
        return f"共{query.count():,}笔出入库"

    def new(self) -> Stock:
        return Stock(way=STOCK_IN, day=PartDate.of(this_day()))

    def add(self) -> None:
        ask_stock(self.session, self.new(), self)

    def change(self, record: Any = None) -> None:
        chosen: Any = record if isinstance(record, Record) else self.table.record()
        if chosen is not None and chosen.visit is not None:
            messages.tell(self, f"这一笔是走访{chosen.visit.whom}时发出的，请到走访记录里修改")
        elif chosen is not None:
            ask_stock(self.session, Stock.get_by_id(chosen.id), self)

    def delete(self) -> None:
        chosen = [self.rows.record(self.rows.row_of(key)) for key in self.table.selected_keys()]
        if any(move is not None and move.visit is not None for move in chosen):
            messages.tell(self, "走访时发出的慰问品随走访记录走，请到走访记录里修改")
        else:
            super().delete()

    def named(self, record: Stock) -> str:
        return f"{record.gift.name}{record.way}{record.count}{record.gift.measure}"


class GiftsPage(Page):
    """The section 慰问品."""

    HEARS = False  # its lists do

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, parent)
        self.gifts, self.moves = GiftsList(session), MovesList(session)
        parts = QSplitter(Qt.Orientation.Vertical)
        for each in (self.gifts, self.moves):
            each.setMinimumHeight(160)
            parts.addWidget(each)
        self.gifts.count_said.connect(self.count_said)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(parts)

    def how_much(self) -> str:
        return self.gifts.how_much()

    def focus(self) -> None:
        self.gifts.focus()

    def read(self) -> None:
        self.gifts.refresh()
        self.moves.refresh()
