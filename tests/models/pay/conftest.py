from __future__ import annotations

from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.pay.dues import dues
from models.pay.dues.open_questions import open_questions
from models.pay.eligibility import eligibility_decisions
from models.pay.eligibility.eligibility_decisions import EligibilityAnswer, EligibilityDecision
from models.pay.grants import claims
from models.pay.standards import months
from models.pay.standards.standards import Standard
from models.people.identity import Identity, IdentityState

USER = "王芳"


@pytest.fixture
def granted(identity):
    """An identity that is 享受待遇, with its first state, approved on a day."""

    def make(approved="2013-07-04", someone=None, states=(), **facts):
        facts = {"kind": "伤残人员", "category": "残疾军人", "grade": "一级", "nature": "因战", **facts}
        made = identity(someone, approved=approved and PartDate.parse(approved), **facts)
        first = {"state": "享受待遇", "since": approved}
        for state in (first, *states):
            tell(made, **state)
        return Identity.get_by_id(made.id)

    return make


def tell(identity, state, since=None, **facts):
    """Enter a line of the history of states, and let the identity show it."""
    days = {n: PartDate.parse(v) for n, v in {"since": since, **facts}.items() if v and n != "place"}
    with journal.entry("变更状态", USER):
        IdentityState(
            identity=identity, person=identity.person_id, state=state, place=facts.get("place", ""), **days
        ).save()
        identity.state = state
        identity.save()


@pytest.fixture
def answered(archive):
    """Answer what is open against an identity in a month: it goes on, unless told otherwise."""

    def make(identity, month, answer=EligibilityAnswer.GOES_ON, **facts):
        mine = claims.claims_of_person(identity.person)
        asked = [each.question for each in open_questions(months.read_month(month), mine)]
        for each in asked:
            if each.identity == identity.id:
                made = EligibilityDecision(
                    person=identity.person, identity=identity, rule=each.rule.code, answer=answer,
                    clause=each.clause, reason="已核实", facts=each.facts, **facts,
                )  # fmt: skip
                eligibility_decisions.decide(made, USER)
        return asked

    return make


@pytest.fixture
def standard(archive):
    """Enter a confirmed standard."""

    def make(amount, begins="2000-01", **facts):
        facts = {
            "layer": "国家",
            "kind": "伤残人员",
            "unit": "年",
            "confirmed": True,
            "source": "测试",
            **facts,
        }
        if isinstance(ends := facts.pop("ends", None), str):
            facts["ends"] = PartDate.parse(ends)
        made = Standard(amount=Decimal(amount), begins=PartDate.parse(begins), **facts)
        with journal.entry("登记标准", USER):
            made.save()
        return made

    return make


@pytest.fixture
def only_printed(archive):
    """An office that has thrown the derived standards away: what no text gave is missing then."""
    with journal.entry("删除推算的标准", USER):
        Standard.delete().where(Standard.derived_by != "").execute()


@pytest.fixture
def due(archive):
    """What somebody's only entitled identity is due in a month: the ``Due``, or None."""

    def ask(identity, month):
        found = list(dues.dues(months.read_month(month), claims.claims_of_person(identity.person)))
        return next((each for each in found if each.claim.identity == identity.id), None)

    return ask
