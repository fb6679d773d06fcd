"""Files for the bank: one row for each person's account, in the columns that the bank asks for."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from functools import cache

import resources
from models.core.record import Flag, Record, Refusal, Text
from models.core.rights import SET_UP
from models.core.words import half_width
from models.pay.runs import runs
from models.pay.runs.runs import PayLine, PayRun
from models.pay.standards import months

BANK_FORMATS = ("xlsx", "csv", "txt")
SERIAL_FACT, AMOUNT_FACT, FEN_FACT, ACCOUNT_FACT, NAME_FACT = "序号", "金额", "金额(分)", "银行账号", "姓名"
HOLDER_FACT, NUMBER_FACT, BANK_FACT, REMARK_FACT = "户名", "身份证号", "开户银行", "摘要"
ITEM_FACT, MONTH_FACT, STREET_FACT, BLANK_FACT = "项目", "月份", "街道", "空白"
FACTS = (
    SERIAL_FACT, NAME_FACT, HOLDER_FACT, NUMBER_FACT, ACCOUNT_FACT, BANK_FACT, AMOUNT_FACT, FEN_FACT, REMARK_FACT, ITEM_FACT,
    MONTH_FACT, "批次号", STREET_FACT, "人员类别", BLANK_FACT,
)  # fmt: skip
AMOUNT_FACTS = frozenset([AMOUNT_FACT, FEN_FACT])
NO_HEADING_HERE = "(无表头)"  # of a column whose heading is an empty cell
LARGEST_TRANSFER = Decimal(1_000_000)  # yuan to one account; more is a mistake
UNFIT_CHARACTERS = str.maketrans(
    {"&": "＆", "#": "＃", "\t": " ", "\n": " ", "\r": " "}
)  # what banks' programs stumble over


class BankTemplate(Record):
    """A bank's file: its format and its columns, ``heading=what``, separated by ``|`` or lines.

    ``opening`` and ``closing`` are lines above the heading and below the payees, their cells separated by ``|``; in them and
    in fixed words a place such as ``{月份}`` or ``{总金额}`` is filled in for each run (``models.pay.templates``).
    """

    NOUN = "银行模板"
    NAMED_BY = "name"
    RIGHT = SET_UP
    TIMELESS = "本单位的设置"

    name = Text("模板名称", unique=True)
    format = Text("文件格式")
    encoding = Text("字符编码")  # of text files
    separator = Text("分隔符")
    heading = Flag("首行为表头")
    columns = Text("各栏")
    opening = Text("表头以上的行", long=True)
    closing = Text("明细以下的行", long=True)
    notes = Text("说明", long=True)

    def rules(self) -> Iterator[tuple[str, str]]:
        if not self.name.strip():
            yield "name", "请填写模板名称"
        if self.format not in BANK_FORMATS:
            yield "format", f"文件格式只能是{'、'.join(BANK_FORMATS)}"
        elif self.format != "xlsx":
            yield from self._rules_of_text()
        try:
            chosen = [what for _, what in self.parts()]
        except Refusal as refusal:
            yield "columns", str(refusal)
            return
        for needed, facts in ((AMOUNT_FACT, AMOUNT_FACTS), (ACCOUNT_FACT, {ACCOUNT_FACT})):
            if sum(what in facts for what in chosen) != 1:
                yield "columns", f"模板里应有一栏“{needed}”，不能没有，也不能有两栏"
                return

    def _rules_of_text(self) -> Iterator[tuple[str, str]]:
        try:
            codecs.lookup(self.encoding)
        except LookupError:
            yield "encoding", "请选择字符编码：gbk 或 utf-8-sig"
        if not self.separator or self.separator.isalnum():
            yield "separator", "请填写分隔符，如逗号或竖线"

    def parts(self) -> list[tuple[str, str]]:
        """Heading and content of each column; content in quotation marks is written as it is."""
        found = []
        for part in self.columns.replace("\n", "|").split("|"):
            heading, _, what = (word.strip() for word in part.partition("="))
            if not heading:
                continue
            what = what or heading
            if what not in FACTS and not (what[0] == what[-1] == '"' and len(what) > 1):
                raise Refusal(f"不认识“{what}”这一栏的内容，可选：{'、'.join(FACTS)}，或写在引号里的固定文字")
            found.append((heading, what))
        return found


@dataclass(slots=True)
class Payee:
    """One row for the bank: a person's account, and the lines that come to its amount."""

    number: str
    name: str
    account: str
    bank: str
    holder: str
    street: str
    lines: list[PayLine] = field(default_factory=list)

    @property
    def amount(self) -> Decimal:
        return sum((line.amount or Decimal(0) for line in self.lines), Decimal(0))

    @property
    def category(self) -> str:
        return "、".join(dict.fromkeys(line.category for line in self.lines))


def templates() -> list[BankTemplate]:
    """The office's own templates by name, and those that come with the program."""
    own = {each.name: each for each in BankTemplate.select().order_by(BankTemplate.id)}
    return [*own.values(), *(each for each in shipped_templates() if each.name not in own)]


def template(name: str = "") -> BankTemplate:
    """The template of that name, or the first; ``Refusal`` when there is none of the name."""
    found = [each for each in templates() if name in ("", each.name)]
    if not found:
        raise Refusal(f"没有银行模板“{name}”，现有：{'、'.join(each.name for each in templates())}")
    return found[0]


@cache
def shipped_templates() -> tuple[BankTemplate, ...]:
    """The templates that come with the program; banks differ, so each is to be compared with the bank's own sample."""
    import csv

    with resources.path("bank_templates.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(
            BankTemplate(
                name=r["name"], format=r["format"], encoding=r["encoding"], separator=r["separator"],
                heading=r["heading"] == "是", columns=r["columns"], notes=r["source"],
            )
            for r in csv.DictReader(lines)
        )  # fmt: skip


def payees(run: PayRun) -> list[Payee]:
    """Everybody to whom the run pays something, a row for each account; nobody whose lines come to nothing."""
    found: dict[tuple[int, str], Payee] = {}
    for line in runs.lines_of(run, *runs.TO_BANK):
        payee = found.setdefault(
            (line.person_id, line.account),
            Payee(line.number, line.name, line.account, line.bank, line.holder, line.street),
        )
        payee.lines.append(line)
    return [payee for payee in _netted(found) if payee.amount > 0]


def _netted(found: dict[tuple[int, str], Payee]) -> Iterable[Payee]:
    """What is deducted from one account of a person and uses it up is reckoned with another one of the same person."""
    by_person: dict[int, list[Payee]] = {}
    for (person, _), payee in found.items():
        by_person.setdefault(person, []).append(payee)
    for group in by_person.values():
        for short in [payee for payee in group if payee.amount <= 0 and len(group) > 1]:
            richest = max(group, key=lambda payee: payee.amount)
            richest.lines += short.lines
            short.lines = []
    return found.values()


def refuse_unpayable(run: PayRun) -> list[Payee]:
    """The payees of a run for the bank file; ``Refusal`` when an amount is absurd or there is nothing to pay."""
    found = payees(run)
    if not found:
        raise Refusal(f"{run.title()}没有要发放的金额")
    if absurd := next((payee for payee in found if payee.amount > LARGEST_TRANSFER), None):
        raise Refusal(f"{absurd.name}这一批应发{absurd.amount}元，明显过大，请核对后再报银行")
    return found


def fact(what: str, payee: Payee, position: int, run: PayRun) -> str | int | Decimal:
    """What stands in a column for a payee."""
    if what[0] == '"':
        return what[1:-1]
    span = months.span_words(run.span[0], run.span[-1])
    items = "、".join(dict.fromkeys(line.item for line in payee.lines))
    said: dict[str, str | int | Decimal] = {
        SERIAL_FACT: position, "姓名": payee.name, "户名": payee.holder or payee.name, "身份证号": payee.number,
        ACCOUNT_FACT: payee.account, "开户银行": payee.bank, AMOUNT_FACT: payee.amount, FEN_FACT: int(payee.amount * 100), "项目": items, "月份": span,
        "批次号": run.number, "街道": payee.street, "人员类别": payee.category, "空白": "", "摘要": f"{run.number} {span}{items}",
    }  # fmt: skip
    found = said[what]
    return found.translate(UNFIT_CHARACTERS) if isinstance(found, str) else found


def bare_account(text: str) -> str:
    """An account as it is compared: without spaces and hyphens."""
    return half_width(text).replace(" ", "").replace("-", "")
