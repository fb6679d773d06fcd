"""Form fields 栏目: all that a superior's form may ask and the archive can answer, and what a heading asks.

They are the fields of rosters (``person.name``, ``identity.grade``, ``account.bank``), so that what one can read the other can
write, and a few that only a form has (``row.serial``, ``row.age``: ``resources/superior_headings.csv``).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from models.core.fields import Text
from models.core.record import Record, Sealed
from models.core.words import bare_heading
from models.imports.rosters.headings import KIND_LABEL, label_of, roster_dictionary
from models.imports.sheets.columns import FoundColumn
from models.imports.sheets.dictionary import NOTHING, Dictionary, Meaning, Reason, dictionary_of
from models.people.identity import BankAccount, Identity
from models.people.person import Person

OF_SUPERIOR, OF_SUPERIOR_PAGE = "superior", "superior.page"
SERIAL, AGE_ASKED, OFFICE, TODAY, BY_HAND = "row.serial", "row.age", "row.office", "row.today", "row.by_hand"
GRADE_NATURE, KIND, NOTES = "row.grade_nature", "row.kind", "identity.notes"
MONTH_DUE = "row.due"  # what is paid regularly in the month of the day, in yuan
BY_FORMULA = "row.formula"
LEFT_EMPTY = ""  # the officer's word that a column stays empty
NOT_ANSWERED = frozenset([LEFT_EMPTY, NOTHING, BY_HAND, BY_FORMULA])
RECORDS_ASKED: dict[str, type[Record]] = {"person": Person, "identity": Identity, "account": BankAccount}
OWN_LABELS = {
    SERIAL: "序号", AGE_ASKED: "年龄（周岁，按今天）", OFFICE: "本单位名称", TODAY: "今天的日期", KIND: "身份",
    GRADE_NATURE: "伤残等级和性质", "family.relation": "家庭成员的称谓", "family.name": "家庭成员的姓名", "family.sex": "家庭成员的性别",
    "family.born": "家庭成员的出生日期", "family.age": "家庭成员的年龄", "family.number": "家庭成员的身份证号",
    "family.employer": "家庭成员的工作单位", "family.phone": "家庭成员的联系电话", "family.notes": "家庭成员的备注", MONTH_DUE: "本月应发金额（元）", "person.file_no": "档案编号", BY_HAND: "留空，由人手写或盖章",
    BY_FORMULA: "留给表上的公式",
}  # fmt: skip
CODE_ENDINGS = ("代码", "编码")
SURE = frozenset({Reason.OFFICE, Reason.SPELT, Reason.SHORTENED, Reason.OTHER_KIND})


def superior_dictionary() -> Dictionary:
    """The headings that only forms have."""
    return dictionary_of(OF_SUPERIOR)


@cache
def fields_offered() -> dict[str, str]:
    """Every field that a form may ask, and what an officer calls it, as a choice offers them."""
    found = dict(OWN_LABELS)
    for owner, model in RECORDS_ASKED.items():
        for name, label in model.labels().items():
            if not isinstance(model._meta.fields[name], Sealed) and name not in ("number_found", "kind"):
                found.setdefault(f"{owner}.{name}", "身份备注" if f"{owner}.{name}" == NOTES else label)
    return found


def field_words(field: str) -> str:
    """What an officer calls a field."""
    return fields_offered().get(field) or (KIND_LABEL if field == KIND else label_of(field))


@cache
def code_table_of(field: str) -> str:
    """The code table of a field's values, '' where it has none; 是 and 否 are one as well."""
    if field == KIND:
        return "kind"
    owner, _, name = field.partition(".")
    known = RECORDS_ASKED[owner]._meta.fields.get(name) if owner in RECORDS_ASKED else None
    if isinstance(known, Text):
        return known.codes
    return "yesno" if type(known).__name__ == "Flag" else ""


def asked_meaning(heading: str, kind: str = "") -> Meaning:
    """What a heading asks: in the words of forms first, then in those of rosters; 性别代码 asks the same as 性别."""
    own = superior_dictionary().meaning(heading)
    if own.field and own.reason in SURE:
        return own
    for words in _wordings(heading):
        known = roster_dictionary().meaning(words, kind)
        if known.field and known.field != NOTHING:
            return known
    return own


def asks_code(heading: str) -> bool:
    """Whether a heading wants the code of a value, not its name."""
    return bare_heading(heading).endswith(CODE_ENDINGS)


def _wordings(heading: str) -> Iterator[str]:
    yield heading
    bare = bare_heading(heading)
    for ending in CODE_ENDINGS:
        if bare.endswith(ending) and code_table_of(
            roster_dictionary().meaning(bare.removesuffix(ending)).field
        ):
            yield bare.removesuffix(ending)


def as_form_column(column: FoundColumn, kind: str = "") -> FoundColumn:
    """A column as rosters understand it, with what forms alone know; what the office said of it stands."""
    own = superior_dictionary().meaning(column.written)
    if own.field == BY_HAND and column.reason is Reason.OTHERS:
        return replace(column, field=BY_HAND, reason=Reason.SPELT)
    if column.reason is Reason.OFFICE or column.reason is Reason.OTHERS:
        return column
    if own.field and own.reason in SURE:
        return replace(column, field=own.field, reason=own.reason, again=False)
    if column.field not in ("", NOTHING):
        return column
    known = asked_meaning(column.written, kind)
    return replace(column, field=known.field, reason=known.reason, again=False)
