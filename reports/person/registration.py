"""The registration form 优抚对象登记表: everything the office knows of a person, with identities, accounts and family.

It is one page for nearly everybody: the short facts that answer one question stand together in one cell, and what is too much
for the page takes first the headings of its tables away, then the lines that say nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from reportlab.lib.units import mm

from models.people.person import FamilyMember, Person
from reports.paper.forms import Field, Form, Ledger, LedgerColumn, Photo, caption, section, title
from reports.paper.layout import DENSE, DENSE_ROW, FULL, Gaps, Strip
from reports.paper.page_breaks import SLACK
from reports.paper.penned_rows import StaticRow
from reports.person.person_file import PersonFile

SECTION_BAR = 6.2 * mm
TOGETHER = {  # facts that stand in one cell, each after its name
    "situation": (
        "alone", "orphan", "mental", "at_school", "disabled", "low_income", "five_guarantees", "died",
    ),
    "house": (
        "owns_house", "house_ownership", "house_state", "house_type", "house_structure", "rooms", "house_built",
        "floor_area", "area_each",
    ),
}  # fmt: skip
TABLE_NAME, BLANK_LINE = "heading of a table", "line that says nothing"
ASKING = ("是否", "享受")  # what a name in a cell of several need not say


def own(name: str, span: int = 2) -> Field:
    """A field of the person under the name that the archive gives it; the form's own words are said beside the key."""
    field = Person._meta.fields[name]
    return Field(field.short or str(field.verbose_name), name, span)


LOWER_TRACKS = (22, 38, 22, 33, 20, 30)  # mm, as forms.FORM_TRACKS, with more room for a kind of insurance
REGISTRATION_HEAD = Form(
    Photo((
        (own("name"), own("sex")),
        (own("former_names"), own("ethnic")),
        (own("number", 4),),
        (Field("出生日期", "birthday"), own("marital")),
        (own("politics"), own("education")),
        (own("head_relation"), own("household")),
        (own("phone"), Field("其他电话", "other_phone")),
    )),
    height=DENSE_ROW, style=DENSE,
)  # fmt: skip
REGISTRATION_LINES = tuple(
    Form(line, tracks=LOWER_TRACKS, height=DENSE_ROW, style=DENSE)
    for line in (
        (own("household_address", 4), Field("区划代码", "household_area")),
        (own("residence", 4), Field("区划代码", "residence_area")),
        (Field("街道(镇)", "street"), Field("村(社区)", "community"), own("postcode")),
        (own("veteran_card"), own("family_size"), Field("年收入(元)", "income")),
        (own("insurance"), own("insurance_no", 4)),
        (own("pension"), own("pension_no", 4)),
        (own("employment"), own("labour"), own("health")),
        (Field("工作单位名称", "employer", 4), own("employer_nature")),
        (Field("工作单位地址", "employer_address", 4), own("employer_phone")),
        (own("selfcare"), own("support"), own("living")),
        (own("body", 6),),
        (own("economy", 6),),
        (Field("个人情况", "situation", 6),),
        (Field("住房情况", "house", 6),),
        (own("notes", 6),),
    )
)

IDENTITIES = Ledger(
    LedgerColumn("优抚身份", 38), LedgerColumn("类别", 35), LedgerColumn("等级性质", 22), LedgerColumn("证书编号", 28),
    LedgerColumn("批准日期", 24), LedgerColumn("状态", 18), style=DENSE, height=DENSE_ROW, least=DENSE_ROW,
)  # fmt: skip
ACCOUNTS_LEDGER = Ledger(
    LedgerColumn("开户银行", 44), LedgerColumn("开户名称", 26), LedgerColumn("银行账号", 43), LedgerColumn("启用", 26),
    LedgerColumn("停用", 26), style=DENSE, height=DENSE_ROW, least=DENSE_ROW,
)  # fmt: skip
FAMILY_BREADTHS = {
    "relation": 15,
    "name": 24,
    "sex": 10,
    "born": 27,
    "number": 36,
    "employer": 28,
    "phone": 25,
}  # mm
FAMILY = Ledger(
    *(LedgerColumn(FamilyMember.labels()[name], breadth) for name, breadth in FAMILY_BREADTHS.items()),
    style=DENSE,
    height=DENSE_ROW,
    least=DENSE_ROW,
)
REMARKS = Ledger(
    LedgerColumn("登记事项", 50), LedgerColumn("内容", 115), style=DENSE, height=DENSE_ROW, least=DENSE_ROW
)
SIGNATURES = StaticRow(
    "", "本人（家属）确认以上登记内容属实。　本人（家属）签字：　　　　　　　　年　　月　　日",
    ("登记人：　　　　　　　审核人：　　　　　　　登记日期：　　　　年　　月　　日",),
    14 * mm,
)  # fmt: skip


def registration_strips(file: PersonFile, office: str, gaps: Gaps) -> list[Strip]:
    """The form, with as much as has room on one page; where even the shortest has none, it runs on."""
    pieces = _pieces(file, office, gaps)
    for spared in ((), (TABLE_NAME,), (TABLE_NAME, BLANK_LINE)):
        laid = [strip for sort, strips in pieces if sort not in spared for strip in strips]
        if sum(strip.height for strip in laid) <= FULL + SLACK:
            return laid
    return laid


def together(facts: Mapping[str, str]) -> dict[str, str]:
    """The facts of the cells that hold several, each after its name; what is not known is left for the pen."""
    labels = Person.labels()
    return {
        cell: "　".join(f"{_short(Person._meta.fields[name].short or labels[name])}：{facts.get(name) or '　'}" for name in names)
        for cell, names in TOGETHER.items()
    }  # fmt: skip


def _short(label: str) -> str:
    for word in ASKING:
        label = label.removeprefix(word)
    return label.removesuffix("待遇")


def _pieces(file: PersonFile, office: str, gaps: Gaps) -> list[tuple[str, list[Strip]]]:
    """The pieces of the form, each with what it is when room is short."""
    table = REGISTRATION_HEAD
    head = [
        title("优抚对象登记表", air=2 * mm),
        caption(f"登记单位：{office}", f"一人一档编号：{file.archive}", gaps),
    ]
    pieces = [("", [*head, *table.strips(file.facts, gaps, file.photo)])]
    facts = {**file.facts, **together(file.facts)}
    for line in REGISTRATION_LINES:
        sort = "" if _says(line, file.facts) else BLANK_LINE
        pieces.append((sort, line.strips(facts, gaps, table=table)))
    for words, ledger, rows in _tables(file):
        pieces.append((TABLE_NAME, [section(words, table, SECTION_BAR)]))
        pieces.append(("", ledger.strips(rows, gaps, table)))
    return [*pieces, ("", [SIGNATURES.strip(table)])]


def _says(line: Form, facts: Mapping[str, str]) -> bool:
    keys = (key for name in line.asked() for key in TOGETHER.get(name, (name,)))
    return any(facts.get(key) for key in keys)


def _tables(file: PersonFile) -> Iterator[tuple[str, Ledger, Sequence[Sequence[str]]]]:
    identities = [
        (i.kind, i.facts.get("category", ""), i.facts.get("grade_nature", ""), i.facts.get("certificate", ""),
         i.facts.get("approved", ""), i.facts.get("state", ""))
        for i in file.identities
    ]  # fmt: skip
    yield "优抚身份", IDENTITIES, identities
    yield "发放账户", ACCOUNTS_LEDGER, file.accounts
    yield "家庭成员", FAMILY, file.family
    if file.own:
        yield "本单位自设栏目", REMARKS, file.own
    if file.remarks:
        yield "其他登记事项", REMARKS, file.remarks
