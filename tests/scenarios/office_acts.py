"""What officers do, at random: an act of every kind the program has, each as its own room does it; what is refused is no act."""

from __future__ import annotations

import random
from contextlib import suppress
from dataclasses import replace
from decimal import Decimal

from peewee import IntegrityError

from models import records
from models.aid.oneoff_steps import approve_oneoffs, cancel, pay_oneoffs
from models.aid.oneoffs import OneOff
from models.approvals.approval import Approval, accept, steps_of
from models.approvals.signing import sign_step, withdraw
from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.core.record import Refusal
from models.filters.filters import Filter
from models.filters.saved_filters import keep_filter
from models.imports import imports
from models.imports.sheet_answers import SheetAnswers
from models.merging.merging import merge
from models.office import roles, settings
from models.pay.policy.policy_documents import confirm_rows, policy_documents
from models.pay.returns import returns
from models.pay.runs import bank_files, drawing_up, following_runs, steps
from models.pay.runs.pay_notices import NoticeEnd, decide_bounced
from models.pay.runs.runs import PayRun, RunState
from models.pay.standards.standards import Standard
from models.payments.payment import Payment
from models.people import attachments, materials, two_people
from models.people.identity import BankAccount, Identity, IdentityState
from models.people.person import FamilyMember, Person, Remark
from models.people.state_changes import change_state
from models.transfers.transfer import HandedVolume, Transfer, remember_transfer
from models.undo import restore
from models.visits.gifts import Gift, Stock
from models.visits.visit import Visit
from models.visits.wishes import WishStep, take_wish_step
from tests import factories
from tests.models.archive import papers
from tests.models.migrations import old_archives

ME, OTHER = "王芳", "李明"
DAY = PartDate(2020, 8, 3)
SICK = "带病回乡退役军人"
MONTHS = [PartDate(2019, month) for month in (9, 10, 11)]
# Kinds that the acts below make by their own rules, or that others read as rules; of all the rest any row is somebody's act.
BY_THEIR_RULES = {
    "person", "identity", "identity_state", "bank_account", "merged_file", "two_people", "pay_run", "pay_outcome", "pay_notice",
    "standard", "policy_figure", "grant", "grade_change", "eligibility_decision", "aid_rule", "budget", "one_off", "payment", "medical_case",
    "role", "account_event", "head_check", "setting", "office_text", "office_clause", "approval", "approval_step", "stock", "transfer", "transferred_volume",
    "scan", "attachment", "signed_page", "waiting_page", "returned_card", "calendar_day", "summary_text", "own_figure", "bank_template",
    "catalogue_line", "public_notice", "confirmation", "death_match", "planned_visit", "scope", "saved_filter", "settlement",
}  # fmt: skip
PLAIN = [model for model in records.RECORDS if model._meta.table_name not in BY_THEIR_RULES]


def one_of(dice: random.Random, query):
    found = list(query)
    if not found:
        raise Refusal("没有")
    return dice.choice(found)


def someone(dice: random.Random) -> Person:
    return one_of(dice, Person.select().order_by(Person.id))


def new_person(dice: random.Random) -> Person:
    born = PartDate(dice.randint(1940, 1960), dice.randint(1, 12), dice.randint(1, 28))
    number = factories.citizen_number(born.earliest())
    made = Person(
        name=dice.choice("甲乙丙丁戊己庚辛") * 2, sex="男", number=number, born=born, street="总寨镇"
    )
    with journal.entry(f"登记{made.name}", ME):
        made.save()
        identity = Identity(person=made, kind=SICK, state="享受待遇", approved=PartDate(2013, 7, 4))
        identity.save()
        IdentityState(identity=identity, person=made, state="享受待遇", since=PartDate(2013, 7, 4)).save()
        BankAccount(person=made, identity=identity, bank="青海银行", holder=made.name,
                    account=factories.card_number(dice.randrange(10**9))).save()  # fmt: skip
    return made


def change_person(dice: random.Random) -> None:
    whom = someone(dice)
    with journal.entry(f"修改{whom.name}的联系电话", ME):
        setattr(whom, dice.choice(["phone", "residence", "community"]), f"139{dice.randrange(10**8):08d}")
        whom.save()


def delete_person(dice: random.Random) -> None:
    whom = someone(dice)
    with journal.entry(f"删除{whom.name}", ME):
        for model in (BankAccount, IdentityState, Identity):
            for each in model.select().where(model.person == whom):
                each.delete_instance()
        whom.delete_instance()


def add_to_file(dice: random.Random) -> None:
    whom = someone(dice)
    with journal.entry(f"登记{whom.name}的家庭成员", ME):
        FamilyMember(person=whom, name="李四", relation="妻子").save()
        Remark(person=whom, label="备注", words=str(dice.random())).save()


def take_from_file(dice: random.Random) -> None:
    gone = one_of(dice, dice.choice([FamilyMember, Remark, BankAccount]).select())
    with journal.entry("删除一条", ME):
        gone.delete_instance()


def bring_back(dice: random.Random) -> None:
    change = one_of(
        dice, journal.Change.select().where(journal.Change.after.is_null(), journal.Change.table == "remark")
    )
    restore.bring_back(change, ME)


def change_of_state(dice: random.Random) -> None:
    identity = one_of(dice, Identity.select())
    state = dice.choice(["享受待遇", "停发", "中止"])
    with journal.entry("变更状态", ME):
        change_state(
            IdentityState(identity=identity, person=identity.person_id, state=state, since=DAY, reason="核实")
        )


def another_account(dice: random.Random) -> None:
    account = one_of(dice, BankAccount.select())
    with journal.entry("换账号", ME):
        account.account = factories.card_number(dice.randrange(10**9))
        account.save()


def merging(dice: random.Random) -> None:
    merge(someone(dice), someone(dice), ME, confirmed=True)


def keeping_apart(dice: random.Random) -> None:
    one, other = someone(dice), someone(dice)
    if one != other:
        two_people.keep_apart(one, other, ME)


def attaching(dice: random.Random) -> None:
    with journal.entry("收入材料", ME):
        line = dice.choice(materials.catalogue())
        material = materials._received(someone(dice), line)
        materials.attach_scan(material, _paper(dice))


def visiting(dice: random.Random) -> None:
    visit = Visit(person=someone(dice), day=DAY, occasion="春节", visitors="张科", wish="修房顶")
    with journal.entry("登记走访", ME):
        visit.save()
        if dice.random() < 0.3:
            attachments.attach_file(visit, _paper(dice))


def changing_a_visit(dice: random.Random) -> None:
    visit = one_of(dice, Visit.select())
    with journal.entry("修改走访", ME):
        if dice.random() < 0.4:
            attachments.take_away(visit)
            WishStep.delete().where(WishStep.visit == visit).execute()
            visit.delete_instance()
        else:
            take_wish_step(WishStep(visit=visit, day=DAY, state="办理中", words="已报镇里", handler=ME))


def gifts(dice: random.Random) -> None:
    with journal.entry("慰问品出入库", ME):
        gift = Gift.get_or_none(Gift.name == "大米") or Gift(name="大米", measure="袋", price=Decimal(50))
        gift.save()
        way = dice.choice(["入库", "出库"])
        Stock(gift=gift, way=way, count=dice.randint(1, 5), day=DAY, reason="采购", handler=ME).save()


def approval(dice: random.Random) -> None:
    made = Approval(person=someone(dice), matter="临时救助", accepted_on=DAY, handler=ME)
    with journal.entry("受理", ME):
        accept(made)


def signing(dice: random.Random) -> None:
    made = one_of(dice, Approval.select().where(Approval.decided_on.is_null()))
    with journal.entry("签署", ME):
        if dice.random() < 0.2:
            withdraw(made, "本人撤回")
            return
        step = next(each for each in steps_of(made) if not each.verdict)
        step.verdict, step.opinion = dice.choice(["同意", "同意", "不同意", "退回补正"]), "意见"
        step.signed_by, step.signed_on = "负责人", DAY
        sign_step(step, ME)


def oneoff(dice: random.Random) -> None:
    with journal.entry("拟发一次性", ME):
        OneOff(
            person=someone(dice),
            item="临时救助",
            year=2020,
            state="拟发",
            amount=Decimal(dice.randint(1, 99)),
        ).save()


def oneoff_step(dice: random.Random) -> None:
    one = one_of(dice, OneOff.select())
    with journal.entry("一次性发放办理", ME):
        if one.state == "拟发" and dice.random() < 0.3:
            cancel(one, "重复")
        elif one.state == "拟发":
            approve_oneoffs([one], DAY, ME)
        elif dice.random() < 0.5:
            one.amount = (one.amount or 0) + 1
            one.save()


def pay_oneoff(dice: random.Random) -> None:
    with journal.entry("登记一次性发放", ME):
        pay_oneoffs([one_of(dice, OneOff.select().where(OneOff.state == "已批准"))], DAY)


def payment_by_hand(dice: random.Random) -> None:
    with journal.entry("登记发放", ME):
        Payment(
            person=someone(dice),
            month=PartDate(2018, dice.randint(1, 12)),
            item="临时救助",
            amount=Decimal(7),
        ).save()


def draw_run(dice: random.Random) -> None:
    month = dice.choice(MONTHS)
    finish(drawing_up.draw_up_run(month, month, ME))


def step_of_run(dice: random.Random) -> None:
    run = one_of(dice, PayRun.select())
    match run.state:
        case RunState.DRAWN if dice.random() < 0.3:
            steps.drop_run(run, ME)
        case RunState.DRAWN:
            finish(steps.check_run(run, OTHER))
        case RunState.CHECKED if dice.random() < 0.6:
            steps.approve_run(run, OTHER)
        case RunState.CHECKED | RunState.APPROVED:
            steps.send_back(run, OTHER, "再核一遍")


def pay_a_run(dice: random.Random) -> None:
    run = one_of(dice, PayRun.select().where(PayRun.state == RunState.APPROVED))
    steps.pay_run(run, ME, PartDate(2020, 1, 5))


def bank_return(dice: random.Random) -> None:
    run = one_of(dice, PayRun.select().where(PayRun.state.in_([RunState.PAID, RunState.RETURNED])))
    payees = bank_files.payees(run)
    reading = returns.Reading(run, f"回盘{dice.random()}")
    told = {outcome.line_id for outcome in run.outcomes}
    open_ = [each for each in payees if each.lines[0].id not in told][: dice.randint(1, 3)]
    for payee in open_:
        if dice.random() < 0.5:
            reading.paid.append(payee)
        else:
            reading.failed.append((payee, "账号不符"))
    returns.apply_return(reading, ME)


def after_a_return(dice: random.Random) -> None:
    run = one_of(dice, PayRun.select().where(PayRun.state == RunState.RETURNED))
    if dice.random() < 0.5:
        following_runs.pay_again(run, ME)
    elif dice.random() < 0.5:
        decide_bounced(run, list(run.lines), NoticeEnd.RETURNED, ME)
    else:
        steps.settle_run(run, ME)


def transferring(dice: random.Random) -> None:
    whom = someone(dice)
    with journal.entry("归档移交", ME):
        made = Transfer(day=DAY, receiver="区档案馆", folder_name="移交", people=1)
        remember_transfer(made, [HandedVolume(whom.id, "一.pdf", "0" * 64, 6, 0)])


def role(dice: random.Random) -> None:
    roles.give(dice.choice(["赵红", "钱进"]), dice.choice(["录入", "审核", "查询"]), ME)


def setting(dice: random.Random) -> None:
    settings.change_office(replace(settings.office(), fonds_number=f"{dice.randrange(10**4)}"), ME)


def saved_filter(dice: random.Random) -> None:
    keep_filter(f"筛选{dice.randrange(4)}", Filter(kind=SICK, street=dice.choice(["总寨镇", ""])), ME)


def standard(dice: random.Random) -> None:
    document = one_of(dice, policy_documents())
    if dice.random() < 0.5:
        confirm_rows(document.rows[:1], document.name, "核对原件", ME)
        return
    row = one_of(dice, Standard.select().where(Standard.kind == SICK))
    with journal.entry("修改标准", ME):
        row.notes = f"核对{dice.random()}"
        row.save()


def plain_row(dice: random.Random) -> None:
    """A row of any kind of record that only stands for itself: made, changed or deleted."""
    model = dice.choice(PLAIN)
    there = list(model.select())
    words = [
        each
        for each in model._meta.sorted_fields
        if type(each).__name__ == "Text" and not each.codes and each.name != "uid"
    ]
    with journal.entry(f"{model.NOUN}登记", ME):
        if there and dice.random() < 0.3:
            dice.choice(there).delete_instance()
        elif there and words and dice.random() < 0.3:  # some kinds have none
            one = dice.choice(there)
            model.update({dice.choice(words): f"改{dice.random()}"}).where(model.id == one.id).execute()
        else:
            old_archives.insert(model, dice.randint(1, 12))


def importing(dice: random.Random) -> None:
    """A roster of new people and of some that the archive has, who are changed by it."""
    rows = [factories.combatant("兵" + dice.choice("甲乙丙")) for _ in range(2)]
    for whom in Person.select().limit(2):
        rows.append(
            factories.combatant(whom.name, 身份证号=whom.number, 出生日期=whom.born.earliest(), 银行账号="")
        )
    file = factories.roster(FOLDER[0] / f"花名册{dice.randrange(10**9)}.xlsx", *rows)
    plan = finish(imports.read_workbooks([file], SheetAnswers.of_kinds({})))
    finish(imports.apply(plan, ME))


def _paper(dice: random.Random):
    file = FOLDER[0] / f"扫描{dice.randrange(10**9)}.pdf"
    file.write_bytes(papers.pdf(dice.randint(1, 3)))
    return file


FOLDER: list = []
ACTS = [
    new_person, new_person, change_person, delete_person, add_to_file, take_from_file, bring_back, change_of_state, another_account,
    merging, keeping_apart, attaching, visiting, changing_a_visit, gifts, approval, signing, signing, oneoff, oneoff_step,
    payment_by_hand, draw_run, draw_run, step_of_run, step_of_run, role, setting, saved_filter, standard, plain_row, plain_row, importing,
]  # fmt: skip
RUN_ACTS = [draw_run, step_of_run, step_of_run]
LASTING_ACTS = [pay_oneoff, pay_a_run, pay_a_run, bank_return, bank_return, after_a_return, transferring]


def act(dice: random.Random, lasting: bool) -> str:
    """One act at random; returns what kind, empty when it was refused."""
    deed = dice.choice([*ACTS, *LASTING_ACTS * 2, *RUN_ACTS * 4] if lasting else ACTS)
    before = journal.last_number()
    with suppress(Refusal, IntegrityError):
        deed(dice)
    return deed.__name__ if journal.last_number() > before else ""
