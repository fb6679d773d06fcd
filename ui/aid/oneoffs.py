"""Oneoffs 一次性发放: what is to be paid once, drawn up by kind, approved, paid, signed for."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import Any

from peewee import ModelSelect
from PySide6.QtWidgets import QPushButton, QWidget

from models.aid import lists, oneoff_register, oneoff_steps
from models.aid.budgets import BUDGET_SOURCES
from models.aid.items import eligible, items
from models.aid.oneoffs import ONEOFF_STATES, OneOff, OneOffState
from models.core.amounts import yuan
from models.core.dates import PartDate, this_day
from models.core.record import Refusal
from reports.aid import list_rosters
from ui.aid.oneoff_form import OneOffForm
from ui.forms.combo_boxes import CodeBox
from ui.forms.editors import CountEdit, DateEdit, LineEdit
from ui.forms.file_forms import FileForm
from ui.forms.small_question import Asking
from ui.jobs import messages
from ui.jobs.session import Session
from ui.lists.record_list import RecordList
from ui.printing.print_button import PrintButton
from ui.widgets.dialogs import run_dialog
from ui.widgets.icons import icon


class OneOffsList(RecordList):
    """One-off payments with their filter line."""

    NOUN = "一次性发放"
    LISTING = list_rosters.ONEOFF_LIST
    PERSONAL = frozenset({"name", "number", "street"})
    EMPTY = "还没有一次性发放。\n\n点“生成名单”按项目列出应发的人，或者点“登记一次性发放”逐人登记。"

    def fill_line(self) -> None:
        self.line.add_choice("年度")
        self.line.add_choice("项目", items())
        self.line.add_choice("状态", ONEOFF_STATES)
        self.line.add_choice("批次")

    def reload_line(self) -> None:
        self.line.offer_years("年度", oneoff_register.oneoff_years())
        year = self.line.year("年度")
        self.line.offer("批次", oneoff_register.batches(year))

    def query(self) -> ModelSelect[Any]:
        line = self.line
        year = line.year("年度")
        query = oneoff_register.oneoffs(
            line.words(),
            year,
            line.chosen("项目"),
            line.chosen("状态"),
            line.chosen("批次"),
        )
        return query if self.person is None else query.where(OneOff.person == self.person)  # type: ignore[no-any-return]

    def told(self, query: ModelSelect[Any]) -> str:
        sums = oneoff_register.oneoff_sums(query)
        people = f"，{sums.people:,}人" if self.person is None else ""
        return f"共{sums.lines:,}笔{people}，合计{yuan(sums.amount)}元（取消的不计）"

    def form(self, record: OneOff) -> FileForm[Any]:
        return OneOffForm(self.session, record.person, asks=not record.whom)

    def new(self) -> OneOff:
        return OneOff(person=self.person, year=this_day().year, state=OneOffState.DRAWN)

    def named(self, record: OneOff) -> str:
        return f"{record.whom}的{record.item}{yuan(record.amount)}元"

    def drop(self, record: OneOff) -> None:
        if record.state != OneOffState.DRAWN:
            raise Refusal(f"{record.whom}的{record.item}{record.state}，不能删除；批准后不发的请用“取消”")
        record.delete_instance()

    def more_acts(self) -> list[tuple[str, str, Callable[[], object]]]:
        return [
            ("批准…", "mdi6.check-decagram-outline", self.approve),
            ("登记发放…", "mdi6.cash-check", self.pay),
            ("退回…", "mdi6.undo-variant", self.send_back),
            ("取消…", "mdi6.close-circle-outline", self.cancel),
        ]

    def more_widgets(self) -> list[QPushButton]:
        prints = PrintButton()
        prints.offer_register(
            "发放花名册（签字）",
            lambda: partial(list_rosters.aid_roster, self.wanted(), practice=self.session.practice),
        )
        if self.person is not None:
            return [prints]
        draw = QPushButton(icon("mdi6.playlist-plus"), "生成名单…")
        draw.setAutoDefault(False)
        draw.clicked.connect(lambda: self.draw_up())
        return [draw, prints]

    def wanted(self) -> list[OneOff]:
        """The selected rows when there are several, else all that the list shows."""
        keys = self.table.selected_keys()
        return self.chosen() if len(keys) > 1 else list(self.query())

    def chosen(self) -> list[OneOff]:
        """The selected rows, read anew."""
        return [OneOff.get_by_id(key) for key in self.table.selected_keys()]

    def draw_up(self) -> None:
        """Ask for which kind, and put everybody who is eligible on a list."""
        names = [name for name, item in items().items() if item.listed]
        words = "按档案列出应发的人和金额，列出以后可以逐人增减，批准以后才发放。金额照“一次性标准”里填的算。"
        year = this_day().year
        asked = Asking(self, "生成发放名单", words, "生成", self._draw_up)
        asked.add("item", "发放项目", CodeBox(names=names), names[0])
        asked.add("year", "年度", LineEdit(4), str(year))
        asked.add("batch", "批次名称", LineEdit(60), _batch_name(asked.values()))
        asked.add(
            "fund", "资金来源", CodeBox(names=BUDGET_SOURCES, editable=True), "区级财政", required=False
        )
        asked.add("month", "所属月份", DateEdit(), required=False)
        asked.add("quantity", "月数（价格临时补贴）", CountEdit(), required=False)
        follow = _BatchName(asked)
        for name in ("item", "year"):
            asked.editors[name].changed.connect(follow.follow)
        run_dialog(asked)

    def approve(self) -> None:
        """Approve the selected lines."""
        chosen = [one for one in self.chosen() if one.state == OneOffState.DRAWN]
        if not chosen:
            messages.tell(self, "选中的没有“拟发”的，不用批准")
            return

        def act(values: dict[str, Any]) -> None:
            with self.session.entry(f"批准一次性发放：{_told(chosen)}"):
                oneoff_steps.approve_oneoffs(
                    [OneOff.get_by_id(one.id) for one in chosen], values["day"], self.session.user
                )

        words = messages.with_doubts(f"批准{_told(chosen)}。", oneoff_steps.oneoff_doubts(chosen))
        asked = Asking(self, "批准发放", words, "批准", act)
        asked.add("day", "批准日期", DateEdit(), PartDate.of(this_day()))
        run_dialog(asked)

    def pay(self) -> None:
        """Write down that the selected lines were paid."""
        chosen = [one for one in self.chosen() if one.state == OneOffState.APPROVED]
        if not chosen:
            messages.tell(self, "选中的没有“已批准”的，批准以后才能登记发放")
            return

        def act(values: dict[str, Any]) -> None:
            with self.session.entry(f"登记一次性发放：{_told(chosen)}"):
                oneoff_steps.pay_oneoffs([OneOff.get_by_id(one.id) for one in chosen], values["day"])

        words = f"登记已发放{_told(chosen)}，记入各人的待遇发放。"
        words = messages.with_doubts(words, oneoff_steps.oneoff_doubts(chosen))
        asked = Asking(self, "登记发放", words, "登记", act)
        asked.add("day", "发放日期", DateEdit(), PartDate.of(this_day()))
        run_dialog(asked)

    def send_back(self) -> None:
        """Let approved lines be changed and approved anew."""
        chosen = [one for one in self.chosen() if one.state == OneOffState.APPROVED]
        if not chosen:
            messages.tell(self, "选中的没有“已批准”的，不用退回")
            return

        def act(values: dict[str, Any]) -> None:
            with self.session.entry(f"退回一次性发放：{_told(chosen)}"):
                oneoff_steps.send_back_oneoffs([OneOff.get_by_id(one.id) for one in chosen], values["reason"])

        asked = Asking(self, "退回", f"退回{_told(chosen)}，改好以后要重新批准。", "退回", act)
        asked.add("reason", "退回的原因", LineEdit(200))
        run_dialog(asked)

    def cancel(self) -> None:
        """Strike the selected lines."""
        chosen = self.chosen()

        def act(values: dict[str, Any]) -> None:
            with self.session.entry(f"取消一次性发放：{_told(chosen)}"):
                for one in chosen:
                    oneoff_steps.cancel(OneOff.get_by_id(one.id), values["reason"])

        asked = Asking(self, "取消", f"取消{_told(chosen)}。", "取消发放", act)
        asked.add("reason", "取消的原因", LineEdit(200))
        run_dialog(asked)

    def _draw_up(self, values: dict[str, Any]) -> None:
        if not values["year"].isdecimal():
            raise Refusal("年度应是四位数字，如2020")
        if not eligible(values["item"]).count():
            raise Refusal(f"档案中没有符合“{values['item']}”条件的人")
        drawn = lists.draw_up_list(
            values["item"],
            int(values["year"]),
            values["batch"],
            values["fund"],
            values["quantity"],
            values["month"],
        )
        if not drawn.lines:
            name, why = drawn.left_out[0]
            raise Refusal(f"{len(drawn.left_out)}人都没有列入，没有生成名单，如{name}：{why}")
        with self.session.entry(f"生成{values['item']}名单：{values['batch']}"):
            lists.keep_list(drawn)
        total = sum((one.amount or Decimal(0) for one in drawn.lines), Decimal(0))
        words = f"列入{len(drawn.lines):,}人，合计{total:,.2f}元"
        if drawn.left_out:
            name, why = drawn.left_out[0]
            words += f"；{len(drawn.left_out)}人没有列入，如{name}：{why}"
        messages.tell(self, words)


def _batch_name(values: Mapping[str, Any]) -> str:
    return f"{values['year']}年{values['item']}"


class _BatchName:
    """Lets a batch be called by its year and kind, until the officer calls it otherwise."""

    def __init__(self, asked: Asking) -> None:
        self._asked, self._own = asked, _batch_name(asked.values())

    def follow(self) -> None:
        batch, name = self._asked.editors["batch"], _batch_name(self._asked.values())
        if batch.value() in ("", self._own):
            batch.set_value(name)
        self._own = name


class OneOffsPage(OneOffsList):
    """The section 一次性发放."""

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, None, parent)


def _told(some: Sequence[OneOff]) -> str:
    """How many lines, whose, and how much."""
    total = sum((one.amount or Decimal(0) for one in some), Decimal(0))
    whose = f"{some[0].whom}的{some[0].item}" if len(some) == 1 else f"{len(some)}笔"
    return f"{whose}，{total:,.2f}元"
