"""Exam cards 体检卡: the year's list, handed out against a signature, used, given back, settled with the hospital."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from peewee import ModelSelect
from PySide6.QtWidgets import QPushButton, QWidget

from models.aid import exam_cards
from models.aid.budgets import BUDGET_SOURCES
from models.aid.exam_cards import CARD_STATES, CardState, ExamCard
from models.core.amounts import yuan
from models.core.dates import PartDate, this_day
from models.core.record import Refusal
from reports.aid import exam_cards as papers
from ui.forms.combo_boxes import CodeBox
from ui.forms.editors import DateEdit, LineEdit
from ui.forms.file_forms import FileForm
from ui.forms.person_box import PersonBox
from ui.forms.small_question import Asking
from ui.jobs import messages
from ui.jobs.session import Session
from ui.lists.record_list import RecordList
from ui.printing.print_button import PrintButton
from ui.widgets.dialogs import run_dialog
from ui.widgets.icons import icon


class CardForm(FileForm[ExamCard]):
    """One card."""

    def __init__(self, asks: bool) -> None:
        super().__init__()
        if asks:
            self.bind("person", "姓名", PersonBox(), required=True)
        self.for_fields(ExamCard, ["year", "amount", "card", "hospital"], required=["year", "amount"])
        self.bind("state", "状态", CodeBox(names=CARD_STATES), required=True)
        self.for_fields(ExamCard, ["issued_on", "signed_by", "used_on", "returned_on", "notes"])


class CardsPage(RecordList):
    """The section 体检卡."""

    NOUN = "体检卡"
    LISTING = papers.CARD_LIST
    EMPTY = "这一年还没有体检名单。\n\n先在“一次性标准”里填写体检卡面额，再点“生成名单”。"

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(session, None, parent)
        self.line.choose_year("年度", self.year())

    def fill_line(self) -> None:
        self.line.add_choice("年度")
        self.line.add_choice("状态", CARD_STATES)

    def reload_line(self) -> None:
        self.line.offer_years("年度", exam_cards.exam_years())

    def year(self) -> int:
        return self.line.year("年度") or next(iter(exam_cards.exam_years()), this_day().year)

    def query(self) -> ModelSelect[Any]:
        self._asked = self.year()
        return exam_cards.cards(self._asked, self.line.words(), self.line.chosen("状态"))  # type: ignore[no-any-return]

    def told(self, query: ModelSelect[Any]) -> str:
        year = self._asked
        counts, used = exam_cards.exam_progress(year)
        parts = "，".join(f"{state}{counts[state]:,}" for state in CARD_STATES if counts.get(state))
        return f"{year}年度体检卡{sum(counts.values()):,}张：{parts or '无'}；已体检合计{yuan(used)}元"

    def form(self, record: ExamCard) -> FileForm[Any]:
        return CardForm(asks=record.person_id is None)

    def new(self) -> ExamCard:
        return ExamCard(year=self.year(), state=CardState.LISTED)

    def named(self, record: ExamCard) -> str:
        return f"{record.person.name}的体检卡"

    def drop(self, record: ExamCard) -> None:
        if record.payment_id is not None:
            raise Refusal(f"{record.person.name}的体检费已经结算，不能删除")
        record.delete_instance()

    def more_acts(self) -> list[tuple[str, str, Callable[[], object]]]:
        return [
            ("领卡…", "mdi6.card-account-details-outline", self.issue),
            ("已体检…", "mdi6.stethoscope", self.use),
            ("退卡…", "mdi6.card-remove-outline", self.give_back),
            ("结算…", "mdi6.cash-check", self.settle),
        ]

    def more_widgets(self) -> list[QPushButton]:
        begin = QPushButton(icon("mdi6.playlist-plus"), "生成名单…")
        begin.setAutoDefault(False)
        begin.clicked.connect(lambda: self.begin())
        prints = PrintButton()
        prints.offer_register(
            "体检卡领取花名册",
            lambda: partial(papers.exam_roster, self.query(), self.year(), self.session.practice),
        )
        return [begin, prints]

    def begin(self) -> None:
        """Put everybody who is eligible on a year's list."""

        def act(values: dict[str, Any]) -> None:
            if not values["year"].isdecimal():
                raise Refusal("年度应是四位数字，如2020")
            with self.session.entry(f"生成{values['year']}年体检名单"):
                exam_cards.list_all(int(values["year"]), values["hospital"])
            self.line.choose_year("年度", int(values["year"]))

        asked = Asking(
            self, "生成体检名单", "把在享待遇、没有去世的人都列入，面额照“一次性标准”里填的。", "生成", act
        )
        asked.add("year", "年度", LineEdit(4), str(this_day().year))
        asked.add("hospital", "体检机构", LineEdit(60), required=False)
        run_dialog(asked)

    def issue(self) -> None:
        """Hand the chosen card out against a signature."""
        card = self._current()
        if card is None:
            return

        def act(values: dict[str, Any]) -> None:
            with self.session.entry(f"领取体检卡：{card.person.name}"):
                exam_cards.issue(ExamCard.get_by_id(card.id), values["card"], values["day"], values["by"])

        asked = Asking(self, "领卡", f"{card.person.name}领取{card.year}年度体检卡。", "登记", act)
        asked.add("card", "卡号", LineEdit(40), card.card, required=False)
        asked.add("day", "领取日期", DateEdit(), PartDate.of(this_day()))
        asked.add("by", "领取人(签字)", LineEdit(40), card.person.name)
        run_dialog(asked)

    def use(self) -> None:
        self._ask_day("已体检", "体检日期", CardState.ISSUED, lambda card, day: exam_cards.use(card, day))

    def give_back(self) -> None:
        self._ask_day(
            "退卡", "退回日期", CardState.ISSUED, lambda card, day: exam_cards.give_back(card, day, "")
        )

    def settle(self) -> None:
        """Settle the selected cards that were used."""
        chosen = [each for each in self._chosen() if each.state == CardState.USED and each.payment_id is None]
        if not chosen:
            messages.tell(self, "选中的没有“已体检”而未结算的卡")
            return

        def act(values: dict[str, Any]) -> None:
            with self.session.entry(f"结算体检费{len(chosen)}人"):
                exam_cards.settle_cards(chosen, values["day"], values["fund"])

        total = sum(each.amount for each in chosen if each.amount)
        words = f"结算{len(chosen)}人的体检费{total:,.2f}元，记入各人的待遇发放。"
        asked = Asking(self, "结算", messages.with_doubts(words, exam_cards.card_doubts(chosen)), "结算", act)
        asked.add("day", "结算日期", DateEdit(), PartDate.of(this_day()))
        asked.add("fund", "资金来源", CodeBox(names=BUDGET_SOURCES, editable=True), "区级财政")
        run_dialog(asked)

    def _ask_day(
        self, title: str, label: str, state: str, deed: Callable[[ExamCard, PartDate], None]
    ) -> None:
        """The same day for all selected cards that are in that state."""
        chosen = [each for each in self._chosen() if each.state == state]
        if not chosen:
            messages.tell(self, f"选中的没有“{state}”的卡")
            return

        def act(values: dict[str, Any]) -> None:
            whose = chosen[0].person.name if len(chosen) == 1 else f"{len(chosen)}人"
            with self.session.entry(f"体检卡{title}：{whose}"):
                for each in chosen:
                    deed(ExamCard.get_by_id(each.id), values["day"])

        asked = Asking(self, title, f"给选中的{len(chosen)}张卡登记{label}。", "登记", act)
        asked.add("day", label, DateEdit(), PartDate.of(this_day()))
        run_dialog(asked)

    def _current(self) -> ExamCard | None:
        now = self.table.record()
        if now is None or now.state not in (CardState.LISTED, CardState.RETURNED):
            messages.tell(self, "请选一张待领（或已退回）的卡")
            return None
        found: ExamCard = ExamCard.get_by_id(now.id)
        return found

    def _chosen(self) -> list[ExamCard]:
        return [ExamCard.get_by_id(key) for key in self.table.selected_keys()]
