"""Office clauses 法规条款: what an article of a text says of a matter, entered by the office where the program does not carry it."""

from __future__ import annotations

from typing import Any

from models.law.clauses import clause_matters
from models.law.office_law import OfficeClause, OfficeText
from models.law.texts import law_texts
from reports.tables.list_columns import ListColumn, Listing
from ui.forms.combo_boxes import CodeBox, FlagBox
from ui.forms.editors import LineEdit
from ui.forms.file_forms import FileForm
from ui.pay.policy.policy_list import POLICY_CONFIRMED, PolicyList

WHOM_BETWEEN, WHOM_SHOWN_BETWEEN = "|", "、"
OFFICE_CLAUSES = Listing(
    OfficeClause,
    (
        POLICY_CONFIRMED,
        ListColumn("matter", 190),
        ListColumn(
            "whom",
            200,
            words=lambda clause: clause.whom.replace(WHOM_BETWEEN, WHOM_SHOWN_BETWEEN) or "所有人",
        ),
        ListColumn("text", 140),
        ListColumn("article", 150),
        ListColumn("what", 360),
        ListColumn("begins", 110),
        ListColumn("ends", 110),
        ListColumn("source", 260),
        ListColumn("notes", 220),
    ),
)


class WhomEdit(LineEdit):
    """Kinds and categories, typed with 、 between them."""

    def value(self) -> str:
        words = super().value().replace("，", WHOM_SHOWN_BETWEEN).replace(WHOM_BETWEEN, WHOM_SHOWN_BETWEEN)
        return WHOM_BETWEEN.join(filter(None, (each.strip() for each in words.split(WHOM_SHOWN_BETWEEN))))

    def set_value(self, value: str) -> None:
        super().set_value(value.replace(WHOM_BETWEEN, WHOM_SHOWN_BETWEEN))


class OfficeClauseForm(FileForm[OfficeClause]):
    """One clause."""

    def __init__(self) -> None:
        super().__init__()
        own = [each.code for each in OfficeText.select(OfficeText.code).order_by(OfficeText.id)]
        self.bind("matter", "事项", CodeBox(names=clause_matters(), editable=True, free=True), required=True)
        self.bind("confirmed", "已确认", FlagBox())
        self.bind("text", "文本", CodeBox(names=dict.fromkeys([*own, *law_texts()])), required=True)
        self.for_fields(OfficeClause, ["article"])
        self.bind(
            "whom", "对象", WhomEdit(200, "身份或类别，如残疾军人、伤残人员；不填的是所有人"), self.COLUMNS
        )
        self.for_fields(OfficeClause, ["what"], wide=["what"])
        self.for_fields(OfficeClause, ["begins", "ends"])
        self.for_fields(OfficeClause, ["source", "notes"], wide=["source"])


class OfficeClausesPage(PolicyList):
    """The section 法规条款."""

    NOUN = OfficeClause.NOUN
    RECORD = OfficeClause
    LISTING = OFFICE_CLAUSES
    HINT = "事项、对象、条文……"
    EMPTY = (
        "没有本单位登记的法规条款。\n\n程序里没有的条文，在这里登记：哪个事项、在哪个文本第几条、写的是什么。"
    )
    UNUSED = "未确认，不引用"

    def found(self, words: str = "", unconfirmed: bool = False) -> Any:
        return super().found(words, unconfirmed).order_by(OfficeClause.text, OfficeClause.id)

    def form(self, record: OfficeClause) -> OfficeClauseForm:
        return OfficeClauseForm()

    def new(self) -> OfficeClause:
        last: OfficeClause | None = self.table.record()
        said = {"text": last.text, "matter": last.matter} if last is not None else {}
        return OfficeClause(confirmed=False, **said)
