"""What the archive holds of a person is on the paper of the file, whatever its sheets leave out, join or add up."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest
from peewee import ForeignKeyField
from pypdf import PdfReader

from models.core import journal
from models.core.dates import PartDate
from models.core.fields import Count, Day, Flag, Sealed, Text, Yuan
from models.core.jobs import finish
from models.office.settings import Office
from models.payments.medical_case import MedicalCase
from models.payments.payment import Payment
from models.people.identity import BankAccount, Identity, IdentityState
from models.people.materials import Material
from models.people.person import FamilyMember, Person, Remark
from models.visits.visit import Visit
from reports.changes.changed_words import worded
from reports.person import gathering, sheets
from reports.person.identity_forms import FORMS_BY_KIND, form_of
from tests.factories import citizen_number

USER = "王芳"
OF_THE_PROGRAM = ("number_found",)


def written(model, skipped=()):
    """A value for every field of a record that an officer can write, no two alike."""
    facts = {}
    for serial, field in enumerate(model._meta.sorted_fields, start=1):
        if isinstance(field, Sealed | ForeignKeyField) or field.name in (
            *skipped,
            *OF_THE_PROGRAM,
            "id",
            "uid",
        ):
            continue
        if isinstance(field, Text):
            facts[field.name] = f"{model.__name__[:3]}词{serial}末"
        elif isinstance(field, Day):
            facts[field.name] = PartDate(1950 + serial, serial % 12 + 1, serial % 28 + 1)
        elif isinstance(field, Yuan):
            facts[field.name] = Decimal(f"{serial}0{serial}.37")
        elif isinstance(field, Count):
            facts[field.name] = 700 + serial
        elif isinstance(field, Flag):
            facts[field.name] = True
    return facts


def said_of(person, tmp_path, **copy):
    file = tmp_path / "卷.pdf"
    finish(sheets.write_person_files(gathering.of_all([person]), file, Office(), sheets.Copy(**copy)))
    return "".join(re.sub(r"\s", "", page.extract_text()) for page in PdfReader(file).pages)


def lost(facts, said):
    words = {name: re.sub(r"\s", "", worded(value)) for name, value in facts.items()}
    return [name for name, told in words.items() if told not in said]


@pytest.fixture
def someone(person):
    facts = written(Person, ("number", "born", "died", "file_no", "volume"))
    facts |= {"number": citizen_number(), "born": PartDate(1950, 6, 15)}
    return person(**facts, died=PartDate(2021, 3, 4), file_no="6301030100001", volume=88), facts


def test_every_fact_of_a_person_and_of_what_hangs_on_it_is_on_paper(someone, tmp_path):
    made, facts = someone
    told = [facts]
    for model in (FamilyMember, BankAccount, Material, Remark, Visit, MedicalCase):
        own = written(model, ("number", "unit", "category") if model in (Material, Visit) else ())
        if "insured" in own:
            own["cost"], own["insured"] = own["insured"], own["cost"]  # no more is reimbursed than it cost
        with journal.entry("登记", USER):
            model(person=made, **own).save()
        told.append(own)
    for paper_day in (own for own in told if "document_no" in own):
        paper_day["day"] = str(paper_day["day"]).replace("-", "")
    said = said_of(made, tmp_path)
    assert [lost(own, said) for own in told] == [[]] * len(told)
    for flag in (
        "孤老：是",
        "孤儿：是",
        "在学：是",
        "低保：是",
        "五保：是",
        "有房：是",
        "去世日期：2021年3月4日",
    ):
        assert flag in said


def test_every_fact_that_the_forms_of_identities_ask_for_is_on_paper(person, identity, tmp_path, monkeypatch):
    monkeypatch.setattr(Identity, "rules", lambda self: iter(()))
    someone, told = person(), {}
    for serial, kind in enumerate((*FORMS_BY_KIND, "优抚其他")):
        facts = {
            name: f"{value}{serial}" if isinstance(value, str) else value
            for name, value in written(Identity, ("kind",)).items()
        }
        made = identity(someone, **facts | {"kind": kind})
        with journal.entry("状态", USER):
            change = written(IdentityState)
            IdentityState(identity=made, person=someone, **change).save()
        asked = set(form_of(kind).form.asked())
        told[kind] = {name: value for name, value in facts.items() if name in asked}
    said = said_of(someone, tmp_path)
    assert {kind: lost(facts, said) for kind, facts in told.items()} == {kind: [] for kind in told}
    assert lost(change, said) == []
    assert min(map(len, told.values())) > 5


@pytest.mark.parametrize("months", [False, True])
def test_every_month_and_every_fen_of_pay_is_on_paper(identity, tmp_path, months):
    made = identity()
    amounts = [Decimal("650.00")] * 8 + [Decimal("712.50")] * 2 + [Decimal("300.25"), Decimal("650.01")]
    with journal.entry("发放", USER):
        for month, amount in enumerate(amounts, start=1):
            Payment(
                person=made.person, identity=made, month=PartDate(2020, month), item="生活补助费", standard="650元/月",
                amount=amount, paid_on=PartDate(2020, month, 15), account="622848000" + str(month // 7),
            ).save()  # fmt: skip
    said = said_of(made.person, tmp_path, months=months)
    for fact in ("650.00", "712.50", "300.25", "650.01", "6228480000", "6228480001", "650元/月"):
        assert fact in said
    for month in range(1, 13):
        assert f"{month}月15日" in said
    if not months:
        assert "1—12月" in said
        assert f"{sum(amounts)}" in said
        assert "9月712.50元；10月712.50元；11月300.25元" in said
