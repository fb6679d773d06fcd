"""Office texts 法规文本: editions of texts of law that the program does not carry, or carries otherwise, entered by the office."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal

from models.law.office_law import OfficeText
from models.law.texts import earlier_text, law_texts
from reports.tables.list_columns import ListColumn, Listing
from ui.forms.combo_boxes import CodeBox, FlagBox
from ui.forms.file_forms import FileForm
from ui.jobs import messages
from ui.pay.policy.policy_list import POLICY_CONFIRMED, PolicyList

TEXT_LIST = Listing(
    OfficeText,
    (
        POLICY_CONFIRMED,
        ListColumn("code", 130),
        ListColumn("title", 330, heading="名称和版本", words=lambda text: text.title()),
        ListColumn("number", 190),
        ListColumn("begins", 124, heading="施行"),
        ListColumn("ends", 124),
        ListColumn("replaces", 130),
        ListColumn("source", 280),
        ListColumn("notes", 240),
    ),
)
NOT_IN_FORCE = "请先对照原文把这个文本确认，确认以后才代替旧文本"
REPLACES_NONE = (
    "这个文本没有代替别的文本：名称与旧文本相同的自动代替；换了名称的，请在“代替的文本”里选旧文本的代号"
)


class OfficeTextForm(FileForm[OfficeText]):
    """One edition of a text."""

    def __init__(self) -> None:
        super().__init__()
        known = list(law_texts())
        self.for_fields(OfficeText, ["code"], required=["code"])
        self.bind("confirmed", "已确认", FlagBox())
        self.for_fields(OfficeText, ["name"], required=["name"], wide=["name"])
        self.for_fields(OfficeText, ["edition", "number", "begins", "ends"])
        self.bind("replaces", "代替的文本", CodeBox(names=known))
        self.bind("numbered", "条号同", CodeBox(names=known))
        self.for_fields(OfficeText, ["source", "notes"], wide=["source"])


class OfficeTextsPage(PolicyList):
    """The section 法规文本; a text that took another's place leads to who still stands on the old one."""

    old_text_wanted = Signal(str)  # the code of a text that was replaced

    NOUN = OfficeText.NOUN
    RECORD = OfficeText
    LISTING = TEXT_LIST
    HINT = "名称、代号、文号……"
    EMPTY = "没有本单位登记的法规文本。\n\n程序里没有的新法规，在这里登记名称、文号、施行日期，再到“法规条款”登记条文。"
    UNUSED = "未确认，不引用"

    def found(self, words: str = "", unconfirmed: bool = False) -> Any:
        return super().found(words, unconfirmed).order_by(OfficeText.begins.desc(), OfficeText.id)

    def form(self, record: OfficeText) -> OfficeTextForm:
        return OfficeTextForm()

    def new(self) -> OfficeText:
        return OfficeText(confirmed=False)

    def more_acts(self) -> list[tuple[str, str, Callable[[], object]]]:
        return [("看谁还依据旧文本", "mdi6.account-search-outline", self.show_standing)]

    def show_standing(self) -> None:
        """Ask for those who stand on the text whose place the chosen one took."""
        chosen = self.table.record()
        text = law_texts().get(chosen.code) if chosen is not None and chosen.confirmed else None
        old = earlier_text(text) if text is not None else None
        if old is not None:
            self.old_text_wanted.emit(old.code)
        elif chosen is not None:
            messages.tell(self, REPLACES_NONE if text is not None else NOT_IN_FORCE)
