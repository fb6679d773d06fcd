"""Aid that was decided, given once and confirmed for invented people in a year, so that no page of a practice archive is empty.

All amounts here are invented for practice, and say so; a real archive begins without any.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

from models.aid import exam_cards, lists, oneoff_steps, oneoffs
from models.aid.amounts import set_rule
from models.aid.budgets import Budget
from models.aid.exam_cards import ExamCard
from models.aid.oneoffs import OneOff
from models.approvals import confirmation_steps, confirmations, matters
from models.approvals.approval import Approval, ApprovalState, Verdict, accept, steps_of
from models.approvals.confirmations import Confirmation
from models.approvals.notices import new_notice
from models.approvals.signing import sign_step
from models.core.dates import PartDate, this_day
from models.deaths.matching import ONE_PLACE_WRONG, SAME_NAME_AND_BIRTH, SAME_NUMBER
from models.deaths.sentinel import DeathMatch
from models.payments.medical_case import MedicalCase
from models.payments.payment import REGULAR, Payment
from models.people.identity import DISABLED
from models.people.outsiders import Outsider
from models.people.person import Person
from models.practice.words import Chance

AID_DOCUMENT = "演练数据"
RULES = {
    "family.town": 12000, "family.country": 9000, "family.tibet": 150, "family.merit3": 10, "merit.merit3": 2000,
    "merit.excellent": 500, "leave.year": 4500, "clinic.insured": 400, "clinic.rural": 500, "insurance.paid": 26000,
    "insurance.refund": 320, "exam.card": 1138, "price.base": 640, "price.rise": 5, "price.least": 10, "second.from": 2000,
    "second.share": 60, "second.most": 20000, "serious.from": 10000, "serious.share": 50, "serious.most": 50000,
}  # fmt: skip
PLANS = {"门诊补助": 260_000, "代缴医保": 600_000, "参保补助": 120_000, "医疗救助": 400_000, "二次报销": 120_000,
         "体检": 900_000, "立功奖励": 40_000, "优待金": 400_000, "临时救助": 50_000}  # fmt: skip
MATTERS = ("临时救助", "医疗救助", "残疾关系迁入", "换证补证", "临时救助", "丧葬补助")
AID_CAUSES = (
    "本人患慢性病，长期服药，生活困难",
    "家中失火，房屋受损",
    "配偶住院，自付费用较高",
    "子女上学，家庭支出大",
)
HOSPITALS = ("演练市第一医院", "演练区人民医院", "演练省人民医院")
SOLDIERS = ("演练兵甲", "演练兵乙", "演练兵丙", "演练兵丁")
SIGNERS = {
    "村（社区）": "演练社区主任",
    "街道（镇）": "演练街道主任",
    "区级": "演练局长",
    "市级": "演练市局",
    "省级": "演练省厅",
}


def deal(people: Sequence[Person], year: int, user: str) -> None:
    """Fill the pages of one year, inside an entry."""
    living = [each for each in people if each.died is None]
    if len(living) < 20:
        return  # too few to choose from
    chance = Chance(year)
    for key, value in RULES.items():
        set_rule(key, year, Decimal(value), f"{AID_DOCUMENT}，金额为虚构")
    for programme, planned in PLANS.items():
        for each in (year, year + 1):
            plan = Budget(year=each, fund="区级财政", programme=programme, document=AID_DOCUMENT)
            plan.planned = Decimal(planned * (1 + len(people) // 600))  # a larger town has more to give
            plan.save()
    _approvals(chance, living, year, user)
    _confirm(chance, year, user)
    _cases(
        chance, living, year + 1, user
    )  # the year itself has its payments already, as its report tells them
    _lists(year + 1, user)
    _cards(chance, year + 1)
    _dead(year)


def _approvals(chance: Chance, living: Sequence[Person], year: int, user: str) -> None:
    """Some decided in the year, some under way now, one of them late."""
    graded = (each for each in living if any(own.kind == DISABLED and own.grade for own in each.identities))
    for number, chosen in enumerate(living[3:33:2]):
        matter = MATTERS[number % len(MATTERS)]
        person = next(graded, None) if matters.matter(matter).kind else chosen
        if person is None:
            continue  # nobody here whom the matter can be about
        lately = number >= 11
        day = (
            this_day() - timedelta(95 if number == 11 else 6)
            if lately
            else date(year, 2 + number % 8, 6 + number)
        )
        approval = Approval(
            person=person, matter=matter, state=ApprovalState.OPEN, accepted_on=PartDate.of(day), handler=user
        )
        approval.applied_on, approval.cause = approval.accepted_on, chance.choice(AID_CAUSES)
        approval.category, approval.notes = "因病" if number % 2 else "因灾", AID_DOCUMENT
        if matter.endswith("救助"):
            approval.asked = Decimal(chance.choice((1000, 2000, 3000)))
        accept(approval)
        _sign(approval, day, 1 if lately else 9, user)
        if number == 12:
            notice = new_notice(approval)
            notice.begins = PartDate.of(day + timedelta(1))
            notice.save()


def _sign(approval: Approval, day: date, most: int, user: str) -> None:
    for number, step in enumerate(steps_of(approval)[:most]):
        step.verdict, step.opinion = Verdict.YES, "情况属实，同意。"
        step.signed_by = SIGNERS[step.level]
        step.signed_on = PartDate.of(min(day + timedelta(3 * number + 1), this_day()))
        sign_step(step, user)


def _cases(chance: Chance, living: Sequence[Person], year: int, user: str) -> None:
    """Illnesses with their invoices, most of them helped with; an invoice is invented like everything."""
    for number, person in enumerate(living[8:32:3]):
        kind, item = (("大病救助", "大病救助"), ("二次报销", "二次医疗费报销"))[number % 2]
        case = MedicalCase(
            person=person, kind=kind, cause="住院治疗", hospital=chance.choice(HOSPITALS), notes=AID_DOCUMENT
        )
        case.invoice, case.day = f"YL{year}{number + 1:06d}", PartDate(year, 1 + number, 10 + number)
        case.cost = Decimal(chance.randint(30_000, 120_000))
        case.insured = (case.cost * Decimal("0.6")).quantize(Decimal("0.01"))
        case.save()
        one = OneOff(
            person=person, case=case, item=item, year=year, state=oneoffs.OneOffState.DRAWN, fund="区级财政"
        )
        one.batch = f"{year}年{kind}"
        one.amount, one.reckoned = oneoffs.reckon_one(one)
        one.save()
        if number < 6:
            _pay([one], PartDate(year, 9, 8), user)


def _lists(year: int, user: str) -> None:
    """A list for each yearly kind, and the soldiers' families."""
    for item in ("门诊医疗补助", "职工医保代缴", "居民医保参保补助"):
        drawn = lists.draw_up_list(item, year, f"{year}年{item}", "区级财政")
        lines = drawn.lines
        for one in lines:
            one.notes = AID_DOCUMENT
        lists.keep_list(drawn)
        if item != "居民医保参保补助":
            _pay(lines[: len(lines) // 2], PartDate(year, 7, 20), user)
    for number, name in enumerate(SOLDIERS):
        soldier = Outsider(name=name, category="义务兵家庭", street="演练街道", notes=AID_DOCUMENT)
        soldier.save()
        for item in ("义务兵家庭优待金", "立功受奖慰问金")[: 1 + number % 2]:
            one = OneOff(
                outsider=soldier,
                item=item,
                year=year,
                state=oneoffs.OneOffState.DRAWN,
                fund="区级财政",
                notes=AID_DOCUMENT,
            )
            one.household, one.merit, one.batch = "城镇", "三等功" if number % 2 else "", f"{year}年{item}"
            one.amount, one.reckoned = oneoffs.reckon_one(one)
            one.save()
            if number < 2:
                _pay([one], PartDate(year, 8, 1), user)


def _pay(some: Sequence[OneOff], day: PartDate, user: str) -> None:
    oneoff_steps.approve_oneoffs(some, PartDate(day.year, day.month, day.day - 1 or 1), user)
    oneoff_steps.pay_oneoffs(some, day)


def _confirm(chance: Chance, year: int, user: str) -> None:
    """Most were seen, some were told, a few are over their sixty days."""
    confirmations.begin(year)
    for number, one in enumerate(Confirmation.select().where(Confirmation.year == year)):
        if number % 20 == 7:
            confirmation_steps.notify([one], PartDate(year, 6, 1), "电话")
        elif number % 5 < 3:
            day = PartDate.of(chance.day(date(year, 3, 1), date(year, 11, 20)))
            confirmation_steps.confirm_person(one, day, chance.choice(("见面", "上门", "视频")), user)


def _cards(chance: Chance, year: int) -> None:
    """The year's cards: handed out, used, a few given back."""
    exam_cards.list_all(year, HOSPITALS[0])
    for number, card in enumerate(ExamCard.select().where(ExamCard.year == year).limit(60)):
        if number % 6 == 5:
            continue
        day = chance.day(date(year, 5, 10), date(year, 6, 20))
        exam_cards.issue(card, f"TJ{year}{number + 1:04d}", PartDate.of(day), card.person.name)
        if number % 6 < 3:
            exam_cards.use(card, PartDate.of(day + timedelta(20)))
        elif number % 6 == 4:
            exam_cards.give_back(card, PartDate.of(day + timedelta(60)), "在外地，没有体检")


def _dead(year: int) -> None:
    """Three rows of an invented list of the dead, to be looked into; each was paid for months after."""
    died = PartDate(year, 5, 12)
    paid = Payment.select(Payment.person).where(Payment.month > f"{year}-05", Payment.programme == REGULAR)
    people = (
        Person.select().where(Person.id.in_(paid), Person.died.is_null(True)).order_by(Person.id).limit(3)
    )
    for person, (how, doubt) in zip(people, _matches(), strict=False):
        made = DeathMatch(person=person, file="演练殡仪馆名单.xlsx", how=how, state="待核实", doubt=doubt)
        slip = f"{person.number[:16]}{(int(person.number[16]) + 2) % 10}{person.number[17]}"
        made.listed_number = {SAME_NUMBER: person.number, ONE_PLACE_WRONG: slip}.get(how, "")
        made.listed_name, made.listed_day, made.day_of = person.name, died, "死亡"
        made.place, made.notes = f"火化登记 第{person.id}行", AID_DOCUMENT
        made.words = f"{person.name}　{made.listed_number}　{died}"
        made.save()


def _matches() -> Iterator[tuple[str, str]]:
    yield SAME_NUMBER, ""
    yield ONE_PLACE_WRONG, ""
    yield SAME_NAME_AND_BIRTH, "名单上没有证件号"
