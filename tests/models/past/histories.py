"""Random histories: what an office may do to an archive, in any order, with the refusals that come of it."""

from __future__ import annotations

import random
from collections.abc import Callable
from decimal import Decimal

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.core.record import Refusal
from models.merging.merging import merge
from models.pay.grants.grants import Grant
from models.pay.runs import drawing_up, steps
from models.pay.runs.runs import PayRun, RunState
from models.payments.payment import Payment
from models.people.identity import BankAccount, EntitlementState, Identity, IdentityState
from models.people.person import FamilyMember, Person
from models.people.state_changes import change_state
from models.undo.undo import undo
from models.visits.visit import Visit
from tests import factories

USER, OTHER = "王芳", "李明"
MONTH = PartDate(2019, 9)


class History:
    """Some actions one after another, all told by one seed."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)

    def go_on(self, actions: int) -> None:
        for _ in range(actions):
            act = self.chance.choice(ACTIONS)
            try:
                act(self)
            except Refusal:
                continue  # an answer, and nothing was written

    def any(self, kind):
        """Some record of a kind; the action is refused where there is none."""
        found = list(kind.select())
        if not found:
            raise Refusal("没有")
        return self.chance.choice(found)

    def day(self) -> PartDate:
        return PartDate(
            self.chance.randint(2015, 2020), self.chance.randint(1, 12), self.chance.randint(1, 28)
        )

    def register(self) -> None:
        with journal.entry("登记", USER):
            someone = Person(
                name=self.name(), sex="男", number=factories.citizen_number(), born=PartDate(1950, 6, 15)
            )
            someone.save()
            right = Identity(person=someone, kind="带病回乡退役军人", state="享受待遇", approved=self.day())
            right.save()
            BankAccount(person=someone, bank="青海银行", holder=someone.name, account="6228480000001").save()
            Grant(identity=right, person=someone, begins=PartDate(2019, 1), basis="局务会").save()

    def correct(self) -> None:
        someone = self.any(Person)
        with journal.entry("更正", USER):
            someone.name, someone.phone = self.name(), self.chance.choice(["", "13900001234", "13900005678"])
            someone.born = self.chance.choice([None, PartDate(1950), PartDate(1950, 6, 15)])
            someone.income = self.chance.choice([None, Decimal("12.50")])
            someone.save()

    def change_account(self) -> None:
        with journal.entry("改账户", USER):
            account = self.any(BankAccount)
            account.until = self.chance.choice([None, self.day()])
            account.save()

    def change_state(self) -> None:
        right = self.any(Identity)
        state = self.chance.choice([EntitlementState.STOPPED, EntitlementState.IN_PAY, EntitlementState.DEAD])
        change = IdentityState(
            identity=right, person=right.person_id, state=state, since=self.day(), reason="核实"
        )
        change.died_on = self.day() if state == EntitlementState.DEAD else None
        with journal.entry("变更状态", USER):
            change_state(change)

    def pay(self) -> None:
        with journal.entry("登记发放", USER):
            Payment(
                person=self.any(Person), programme="定期抚恤补助", item="带病回乡退役军人生活补助", month=MONTH, amount=Decimal(500),
            ).save()  # fmt: skip

    def visit(self) -> None:
        with journal.entry("走访", USER):
            Visit(person=self.any(Person), day=self.day(), occasion="春节", money=Decimal(300)).save()

    def add_family(self) -> None:
        with journal.entry("家庭", USER):
            FamilyMember(person=self.any(Person), name=self.name(), relation="配偶").save()

    def delete(self) -> None:
        gone = self.any(
            self.chance.choice([FamilyMember, Visit, Payment, Person, BankAccount, IdentityState])
        )
        with journal.entry("删除", USER):
            gone.delete_instance()

    def merge(self) -> None:
        kept, other = self.any(Person), self.any(Person)
        merge(kept, other, USER, taken=self.chance.choice([(), ("name", "number")]), confirmed=True)

    def run(self) -> None:
        finish(drawing_up.draw_up_run(MONTH, MONTH, USER))

    def step(self) -> None:
        run = self.any(PayRun)
        if self.chance.random() < 0.25:
            steps.send_back(run, OTHER, "重算")
        elif run.state == RunState.DRAWN:
            finish(steps.check_run(run, OTHER))
        elif run.state == RunState.CHECKED:
            steps.approve_run(run, OTHER)
        else:
            steps.pay_run(run, USER, PartDate(2020, 1, 5))

    def drop_run(self) -> None:
        steps.drop_run(self.any(PayRun), USER)

    def undo(self) -> None:
        undo(self.chance.randint(max(1, journal.last_number() - 5), max(1, journal.last_number())), USER)

    def name(self) -> str:
        return self.chance.choice("王李张陈马") + self.chance.choice(["建国", "延河", "秀兰", "文"])


ACTIONS: list[Callable[[History], None]] = [
    History.register, History.register, History.correct, History.change_account, History.change_state, History.pay, History.visit,
    History.add_family, History.delete, History.merge, History.run, History.step, History.step, History.drop_run, History.undo, History.undo,
]  # fmt: skip
