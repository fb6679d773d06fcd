"""A worse list a week later changes nothing that it should not, and what it says otherwise is told."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from models.core.jobs import finish
from models.imports import imports
from models.people.identity import BankAccount, Identity, IdentityState
from models.people.person import Person
from tests import factories
from tests.factories import workbook
from tests.scenarios.offices.office import Somebody, invent
from tests.scenarios.offices.test_offices import SEEDS
from tests.scenarios.offices.worse import ALIKE, worse

HEADINGS = {
    "name": "姓名", "number": "身份证号", "kind": "优抚对象类别", "state": "优抚对象状态", "phone": "联系电话", "street": "街道",
    "community": "村(社区)", "residence": "家庭住址", "bank": "开户银行", "account": "银行账号", "grade": "伤残等级",
    "nature": "伤残性质",
}  # fmt: skip
KEPT = ("state", "phone", "street", "community", "residence", "bank", "account")


def listed(file, people: list[Somebody]):
    rows = [
        [someone.kind if name == "kind" else someone.facts.get(name, "") for name in HEADINGS]
        for someone in people
    ]
    return workbook(file, {"名册": [["优抚对象花名册"], list(HEADINGS.values()), *rows]})


def archived():
    """Everybody as the archive has him, by number."""
    accounts = {each.person_id: each for each in BankAccount.select().where(BankAccount.until.is_null())}
    found = {}
    for identity in Identity.select():
        person, account = identity.person, accounts.get(identity.person_id)
        facts = {
            name: getattr(person, name) for name in ("name", "phone", "street", "community", "residence")
        }
        facts |= {
            "state": identity.state,
            "account": account and account.account,
            "bank": account and account.bank,
        }
        found[person.number] = facts
    return found


@pytest.mark.parametrize("seed", SEEDS)
def test_a_worse_list_changes_nothing_that_it_should_not(archive, take_in, tmp_path, seed, monkeypatch):
    monkeypatch.setattr(factories, "BORN", Counter())  # the same numbers, whatever ran before
    people = invent(seed).people
    take_in(listed(tmp_path / "a.xlsx", people))
    before, states = archived(), IdentityState.select().count()
    later = worse(people, random.Random(f"later {seed}"))
    plan = finish(imports.read_workbooks([listed(tmp_path / "b.xlsx", later)]))
    finish(imports.apply(plan, "王芳"))
    after = archived()
    for number, facts in before.items():
        assert {name: after[number][name] for name in KEPT} == {name: facts[name] for name in KEPT}
        assert after[number]["name"][:-1] == facts["name"][:-1]
        assert after[number]["name"][-1] in (facts["name"][-1], ALIKE.get(facts["name"][-1]))
    assert (Person.select().count(), IdentityState.select().count()) == (len(people), states)
    assert not _untold(plan, people, later)


def _untold(plan, people, later):
    """The rows that say something else than is known, and of which nothing is told."""
    rows = {remark.row for sheet in plan.sheets for remark in (*sheet.refused, *sheet.findings)}
    rows |= {proposal.row for proposal in plan.proposals}
    return [
        (row, facts)
        for row, (one, other) in enumerate(zip(people, later, strict=True), start=3)
        if row not in rows and (facts := _said_otherwise(one, other))
    ]


def _said_otherwise(one, other):
    return {
        name: said for name, said in other.facts.items() if said not in ("", "无") and said != one.facts[name]
    }
