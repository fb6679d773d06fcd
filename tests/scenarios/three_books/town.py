"""A town whose three books agree: its people with rights, accounts, papers, scans and a paid month, and what the superior knows of each."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from PIL import Image

from models.archive import scans
from models.core import journal
from models.core.dates import PartDate
from models.core.record import db, insert_all
from models.pay.runs.runs import LineKind, PayLine, PayOutcome, PayRun, RunKind, RunState
from models.payments.payment import REGULAR, Payment
from models.people.identity import BankAccount, Identity
from models.people.materials import Material, Scan, catalogue
from models.people.person import Person
from tests import factories

USER = "王芳"
MONTH = PartDate(2020, 8)
DEAD_ON = PartDate(2020, 9, 20)
KINDS = ("参战退役人员", "伤残人员", "农村籍退役士兵")
SURNAMES, GIVEN = (
    "王李张刘陈杨赵黄周吴徐孙马朱胡郭何高林罗",
    "建国文明志强海山春生光荣玉兰秀英德福永贵长青世平",
)
PLACES = [
    (f"{s}镇", f"{c}村")
    for s in ("总寨", "多巴", "鲁沙尔", "上新庄")
    for c in ("清河", "谢家寨", "新城", "王沟尔", "泉湾")
]
GRADES = ("一级", "二级", "三级", "五级", "六级", "七级")


@dataclass
class Townsman:
    """Somebody of the town: the records, and what the superior's list says, by fields."""

    person: Person
    identity: Identity
    account: BankAccount
    listed: dict[str, object] = field(default_factory=dict)


def found_town(folder, people: int, seed: int) -> list[Townsman]:
    """Make the town and write it into the open archive; every tenth has died."""
    lots = random.Random(seed)
    names = [
        s + a + b for s in SURNAMES for a in GIVEN for b in GIVEN if a != b
    ]  # nobody is called like another
    town = [_townsman(number, name, lots) for number, name in enumerate(lots.sample(names, people))]
    with journal.entry("建档", USER):
        insert_all(Person, [each.person for each in town])
        insert_all(Identity, [each.identity for each in town])
        insert_all(BankAccount, [each.account for each in town])
        insert_all(Payment, [_payment(each, lots) for each in town])
        _file_papers(folder, town)
    _pay_all(town)
    for each in town:
        each.listed = _as_listed(each)
    return town


def _pay_all(town: list[Townsman]) -> None:
    """The run of the month, of which the bank has paid every line."""
    with journal.entry("发放批次", USER):
        run = PayRun(
            number="202008-1",
            kind=RunKind.REGULAR,
            first=MONTH,
            last=MONTH,
            state=RunState.DRAWN,
            drawn_by=USER,
        )
        run.save()
        insert_all(PayLine, [_line(run, number, each) for number, each in enumerate(town, start=1)])
    with journal.program_entry("发放批次"):  # the steps between are others' tests
        db.execute_sql("UPDATE pay_run SET state = ?", (RunState.RETURNED,))
    paid = {each.person_id: each for each in Payment.select()}
    with journal.entry("回盘", USER):
        insert_all(
            PayOutcome,
            [PayOutcome(line=line, run=run, day=PartDate(2020, 8, 15), payment=paid[line.person_id], source="回盘.xlsx") for line in PayLine.select()],
        )  # fmt: skip


def _line(run: PayRun, position: int, each: Townsman) -> PayLine:
    return PayLine(
        run=run, position=position, kind=LineKind.DUE, person=each.person, identity=each.identity, month=MONTH, item=REGULAR,
        amount=Payment.get(Payment.person == each.person).amount, name=each.person.name, number=each.person.number,
        bank=each.account.bank, account=each.account.account, holder=each.account.holder,
    )  # fmt: skip


def _townsman(number: int, name: str, lots: random.Random) -> Townsman:
    born = date(1938, 1, 1) + timedelta(days=lots.randrange(5000))
    sex = lots.choice("男女")
    street, community = PLACES[number % len(PLACES)]
    died = DEAD_ON if number % 10 == 9 else None
    person = Person(
        number=factories.citizen_number(born, sex), name=name, sex=sex, born=PartDate.of(born), ethnic=lots.choice(("汉族", "回族", "藏族")),
        household=lots.choice(("农村", "城镇")), household_address=f"西宁市湟中区{street}{community}{number + 1}号",
        residence=f"西宁市城西区海晏路{number + 1}号", street=street, community=community, phone=f"139{number:08d}",
        insurance=lots.choice(("城乡居民基本医疗保险", "城镇职工基本医疗保险")), marital=lots.choice(("已婚", "丧偶")),
        education=lots.choice(("小学", "初中")), died=died, file_no=f"{number + 1:05d}", volume=number + 1,
    )  # fmt: skip
    kind = KINDS[number % len(KINDS)]
    joined = born + timedelta(days=365 * 19)
    identity = Identity(
        person=person, kind=kind, state="去世" if died else "享受待遇", certificate=f"青字{number + 1:06d}", approved=PartDate(2013, 7, 1 + number % 28),
        joined=PartDate.of(joined), left=PartDate.of(joined + timedelta(days=1400)), paid_to=PartDate(2020, 8),
    )  # fmt: skip
    if kind == "伤残人员":
        identity.category, identity.grade, identity.nature = (
            "残疾军人",
            lots.choice(GRADES),
            lots.choice(("因战", "因公")),
        )
    elif kind == "参战退役人员":
        identity.battle = "援越抗美作战"
    account = BankAccount(
        person=person,
        identity=identity,
        bank="青海银行",
        holder=name,
        account=factories.card_number(number + 1),
    )
    return Townsman(person, identity, account)


def _payment(each: Townsman, lots: random.Random) -> Payment:
    amount = Decimal(lots.randrange(30_000, 900_000)) / 100
    return Payment(
        person=each.person,
        identity=each.identity,
        month=MONTH,
        item="定期补助",
        programme=REGULAR,
        amount=amount,
        paid_on=PartDate(2020, 8, 15),
    )


def _file_papers(folder, town: list[Townsman]) -> None:
    picture = folder / "材料.png"
    Image.new("RGB", (40, 40), "white").save(picture)
    kept = scans.keep_scan(picture)
    wanted = [line for line in catalogue() if line.required]
    materials = [
        Material(person=each.person, title=line.title, number=line.number, pages=1)
        for each in town
        for line in wanted
        if line.fits([each.identity])
    ]
    insert_all(Material, materials)
    insert_all(
        Scan,
        [
            Scan(person=m.person, material=m, position=1, sha256=kept.sha256, media=kept.media, pages=1)
            for m in materials
        ],
    )


def _as_listed(each: Townsman) -> dict[str, object]:
    """What the superior knows: the same facts."""
    facts = {f"person.{n}": v for n, v in each.person.__data__.items()}
    facts |= {f"identity.{n}": v for n, v in each.identity.__data__.items()}
    facts |= {f"account.{n}": v for n, v in each.account.__data__.items()}
    return facts | {"amount": Payment.get(Payment.person == each.person).amount}
