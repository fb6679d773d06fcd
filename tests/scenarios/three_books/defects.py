"""Defects of nearly fifty kinds: what one book of the town says otherwise, by which items it must be told, and how it is mended."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from models.core import journal
from models.core.citizen_number import check_digit
from models.core.dates import PartDate
from models.core.record import Record
from models.pay.runs.pay_notices import NoticeEnd, NoticeKind, PayNotice
from models.pay.runs.runs import PayLine, PayOutcome
from models.people.materials import Material, Scan
from models.signed_papers.signed_page import SignedPage
from models.signed_papers.waiting_page import WaitingPage, WaitingReason
from tests.scenarios.three_books.town import USER, Townsman

Mend = Callable[[], None]


@dataclass(frozen=True)
class Seeded:
    """A defect that was put in: whose, by which of the items it is told, and which book is wrong ('' = of both sides one)."""

    kind: str
    uid: str
    items: frozenset[str]
    wrong: str
    mend: Mend


@dataclass(frozen=True)
class Defect:
    """A kind of defect: whom it can be of, and what puts it in and says how it is mended."""

    kind: str
    items: frozenset[str]
    wrong: str
    fits: Callable[[Townsman], bool]
    put_in: Callable[[Townsman], Mend]

    def seed(self, each: Townsman) -> Seeded:
        return Seeded(self.kind, each.person.uid, self.items, self.wrong, self.put_in(each))


def _alive(each: Townsman) -> bool:
    return each.person.died is None


def on_list(
    kind: str,
    key: str,
    value: Callable[[Townsman], object],
    item: str = "",
    fits: Callable[[Townsman], bool] = _alive,
) -> Defect:
    """The superior's list says something else in a column."""

    def put_in(each: Townsman) -> Mend:
        before = each.listed[key]
        each.listed[key] = value(each)
        assert each.listed[key] != before, kind

        def mend() -> None:
            each.listed[key] = before

        return mend

    return Defect(kind, frozenset([item or key]), "上级系统", fits, put_in)


def in_archive(
    kind: str, item: str, record: Callable[[Townsman], Record], name: str, value: object
) -> Defect:
    """The archive's own record says something else, as somebody typed it."""

    def put_in(each: Townsman) -> Mend:
        of = record(each)
        before = getattr(of, name)

        def write(said: object) -> None:
            with journal.entry("修改", USER):
                setattr(of, name, said)
                of.save()

        write(value)
        return lambda: write(before)

    return Defect(kind, frozenset([item]), "档案库", _alive, put_in)


def of_row(kind: str, item: str, rows: Callable[[dict], list[dict]]) -> Defect:
    """The list has no row of somebody, or several."""

    def put_in(each: Townsman) -> Mend:
        before = dict(each.listed)
        each.listed["rows"] = rows(before)

        def mend() -> None:
            del each.listed["rows"]

        return mend

    return Defect(kind, frozenset([item]), "上级系统", _alive, put_in)


def of_paper(kind: str, item: str, write: Callable[[Townsman], Callable[[], object]]) -> Defect:
    """Something of the papers is not as the archive says; ``write`` puts it in and returns what mends it."""

    def put_in(each: Townsman) -> Mend:
        with journal.entry("材料", USER):
            mends = write(each)

        def mend() -> None:
            with journal.entry("材料", USER):
                mends()

        return mend

    return Defect(kind, frozenset([item]), "纸质档案", lambda each: True, put_in)


def other_digit(number: str, place: int) -> str:
    return number[:place] + str((int(number[place]) + 1) % 10) + number[place + 1 :]


def stranger(row: dict) -> dict:
    """Somebody of whom the archive knows nothing."""
    body = f"632122{date(1931, 5, 1):%Y%m%d}{row['person.number'][14:17]}"
    number = body + check_digit(body)
    return row | {"person.name": "未建" + row["person.name"][:1], "person.number": number, "person.sex": "男" if int(body[16]) % 2 else "女",
                  "person.born": PartDate(1931, 5, 1), "amount": Decimal("0.00")}  # fmt: skip


def of_kind(*kinds: str) -> Callable[[Townsman], bool]:
    return lambda each: _alive(each) and each.identity.kind in kinds


def _first(each: Townsman) -> Material:
    return each.person.materials.order_by(Material.id).first()


def _lose(each: Townsman):
    material = _first(each)
    scans = list(material.scans)
    for scan in scans:
        scan.delete_instance()
    material.delete_instance()

    def mend():
        material.save(force_insert=True)
        for scan in scans:
            scan.save(force_insert=True)

    return mend


def _unscan(each: Townsman):
    (scan,) = _first(each).scans
    scan.delete_instance()
    return lambda: scan.save(force_insert=True)


def _change(record: Record, name: str, value: object):
    before = getattr(record, name)
    setattr(record, name, value)
    record.save()

    def mend():
        setattr(record, name, before)
        record.save()

    return mend


def _sign_part(each: Townsman):
    pages = [
        SignedPage(person=each.person, scan=Scan.get(Scan.person == each.person), form="DJ", sheet=n, of=3)
        for n in (1, 3)
    ]
    for page in pages:
        page.save()
    return lambda: [page.delete_instance() for page in pages]


def _wait(each: Townsman):
    page = WaitingPage(
        person=each.person, reason=WaitingReason.STALE, form="DJ", sheet=1, of=3, file_name="扫描.pdf"
    )
    page.save()
    return page.delete_instance


def of_bank(kind: str, item: str, wrong: str, write: Callable[[PayOutcome], Callable[[], object]]) -> Defect:
    """The bank's return says of a line what the archive does not."""

    def put_in(each: Townsman) -> Mend:
        outcome = PayOutcome.select().join(PayLine).where(PayLine.person == each.person).get()
        with journal.entry("回盘", USER):
            mends = write(outcome)

        def mend() -> None:
            with journal.entry("回盘", USER):
                mends()

        return mend

    return Defect(kind, frozenset([item]), wrong, lambda each: True, put_in)


def _send_back(outcome: PayOutcome):
    """The bank says later that the money came back; mended once an officer says that it stands."""
    notice = PayNotice(
        line=outcome.line, run=outcome.run, kind=NoticeKind.BOUNCED, words="账号已销户", day=PartDate(2020, 8, 20), source="退汇.xlsx"
    )  # fmt: skip
    notice.save()
    return lambda: _change(notice, "decided", NoticeEnd.STANDS)


def _silence(outcome: PayOutcome):
    outcome.delete_instance()
    return lambda: outcome.save(force_insert=True)


DEAD = "去世"
DEFECTS = (
    of_row("名单上没有此人", "list.no_person_there", lambda row: []),
    of_row("档案库里没有此人", "list.no_person_here", lambda row: [row, stranger(row)]),
    of_row("同一身份写了两次", "list.twice", lambda row: [row, row | {"amount": Decimal("0.00")}]),
    on_list("号码错一位", "person.number", lambda each: other_digit(each.person.number, 16)),
    on_list("姓名写错", "person.name", lambda each: "穆" + each.person.name[1:] + "里"),
    on_list("性别写错", "person.sex", lambda each: "女" if each.person.sex == "男" else "男"),
    on_list("出生日期写错", "person.born", lambda each: replace(each.person.born, year=each.person.born.year + 1)),
    on_list("民族不同", "person.ethnic", lambda each: "土族"),
    on_list("户籍类别不同", "person.household", lambda each: "城镇" if each.person.household == "农村" else "农村"),
    on_list("户口簿住址不同", "person.household_address", lambda each: "西宁市大通县桥头镇园林路1号"),
    on_list("居住地址不同", "person.residence", lambda each: "西宁市城东区夏都大街9号"),
    on_list("街道不同", "person.street", lambda each: "多巴镇" if each.person.street != "多巴镇" else "总寨镇"),
    on_list("村不同", "person.community", lambda each: "泉湾村" if each.person.community != "泉湾村" else "新城村"),
    on_list("电话不同", "person.phone", lambda each: "13700000001"),
    on_list("医保不同", "person.insurance", lambda each: "公费医疗"),
    on_list("婚姻不同", "person.marital", lambda each: "离异"),
    on_list("文化程度不同", "person.education", lambda each: "高中"),
    on_list("上级已按去世", "identity.state", lambda each: DEAD, "list.dead_there"),
    on_list("上级没有按去世", "identity.state", lambda each: "享受待遇", "list.dead_here", lambda each: not _alive(each)),
    on_list("上级已停发", "identity.state", lambda each: "停发", "list.state"),
    on_list("类别不同", "identity.category", lambda each: "伤残人民警察", "identity.category", of_kind("伤残人员")),
    on_list("证书编号不同", "identity.certificate", lambda each: "青字999999"),
    on_list("批准日期不同", "identity.approved", lambda each: PartDate(2011, 1, 5)),
    on_list("已发至月份不同", "identity.paid_to", lambda each: PartDate(2020, 5)),
    on_list("等级不同", "identity.grade", lambda each: "四级", fits=of_kind("伤残人员")),
    on_list("性质不同", "identity.nature", lambda each: "因战" if each.identity.nature == "因公" else "因公", fits=of_kind("伤残人员")),
    on_list("参战类别不同", "identity.battle", lambda each: "抗美援朝", fits=of_kind("参战退役人员")),
    on_list("入伍时间不同", "identity.joined", lambda each: replace(each.identity.joined, year=each.identity.joined.year + 1)),
    on_list("退役时间不同", "identity.left", lambda each: replace(each.identity.left, year=each.identity.left.year + 2)),
    on_list("账号不同", "account.account", lambda each: other_digit(each.account.account, 12)),
    on_list("开户银行不同", "account.bank", lambda each: "中国邮政储蓄银行"),
    on_list("户名不同", "account.holder", lambda each: "赵六"),
    on_list("金额差一分", "amount", lambda each: each.listed["amount"] + Decimal("0.01"), "list.amount"),
    on_list("上级没有填电话", "person.phone", lambda each: ""),
    on_list("上级没有填证书编号", "identity.certificate", lambda each: ""),
    in_archive("档案没有填批准日期", "identity.approved", lambda each: each.identity, "approved", None),
    in_archive("档案没有填民族", "person.ethnic", lambda each: each.person, "ethnic", ""),
    of_bank("银行退汇没有处理", "bank.bounced", "", _send_back),
    of_bank("银行发成没有登记", "bank.no_payment", "档案库", lambda outcome: _change(outcome, "payment", None)),
    of_bank("银行发了没成没有重发", "bank.failed", "", lambda outcome: _change(outcome, "failed", "账号不存在")),
    of_bank("银行没有回盘", "bank.silent", "银行回盘", _silence),
    of_paper("缺必备材料", "paper.missing", _lose),
    of_paper("材料没有扫描", "paper.unscanned", _unscan),
    of_paper("扫描件丢失", "paper.scan_lost", lambda each: _change(_first(each).scans.first(), "sha256", "0" * 64)),
    of_paper("页数不符", "paper.pages", lambda each: _change(_first(each), "pages", 3)),
    of_paper("没有案卷号", "paper.no_volume", lambda each: _change(each.person, "volume", None)),
    of_paper("签回的页不齐", "paper.signed_part", _sign_part),
    of_paper("签回的页待归档", "paper.waiting", _wait),
)  # fmt: skip
