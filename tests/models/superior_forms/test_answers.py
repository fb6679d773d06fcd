from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.people.findings import dossiers
from models.people.identity import BankAccount
from models.superior_forms.answer_styles import AnswerStyle, answer_style
from models.superior_forms.answers import AnswerFacts, answer_for, other_identities
from models.superior_forms.day_styles import DayStyle
from models.superior_forms.form_people import person_in_form
from tests.conftest import USER

FACTS = AnswerFacts("本局", date(2020, 8, 1))


def in_form(someone, kind=""):
    return person_in_form(dossiers([someone])[0], kind)


def test_a_number_is_text_and_money_a_number(person):
    whom = in_form(person(income=Decimal("12000.50")))
    assert isinstance(answer_for(whom, "person.number", AnswerStyle(), FACTS).value, str)
    assert answer_for(whom, "person.income", AnswerStyle(), FACTS).value == Decimal("12000.50")
    ten_thousands = answer_style("person.income", "年收入（万元）")
    assert answer_for(whom, "person.income", ten_thousands, FACTS).value == Decimal("1.20005")


def test_what_is_not_on_file_stays_empty_and_says_why(person):
    whom = in_form(person())
    assert answer_for(whom, "person.phone", AnswerStyle(), FACTS) == ("", "档案中没有登记联系电话")
    assert (
        answer_for(whom, "identity.grade", AnswerStyle(), FACTS).reason
        == "档案中没有登记身份，不知道伤残等级"
    )
    assert answer_for(whom, "identity.notes", AnswerStyle(), FACTS) == ("", "")


def test_what_another_fact_tells_is_not_missing(person):
    whom = in_form(person(sex="", household_address="清河村1号"))
    assert answer_for(whom, "person.sex", AnswerStyle(), FACTS).value == "男"
    assert answer_for(whom, "person.residence", AnswerStyle(), FACTS).value == "清河村1号"


def test_a_day_cell_gets_a_day_only_where_the_day_is_known(identity):
    style = AnswerStyle(day=DayStyle(3), day_cells=True)
    whole, part = (
        in_form(identity(joined=PartDate(1968, 5, 22)).person),
        in_form(identity(joined=PartDate(1968, 5)).person),
    )
    assert answer_for(whole, "identity.joined", style, FACTS).value == date(1968, 5, 22)
    assert answer_for(part, "identity.joined", style, FACTS).value == "1968-05"


def test_a_drop_down_list_is_respected(person):
    whom = in_form(person(health="健康"))
    listed = AnswerStyle(options=("甲", "乙"))
    assert answer_for(whom, "person.health", listed, FACTS) == ("", "表上的下拉列表里没有“健康”")


def test_what_a_kind_has_not_is_not_missed(identity):
    whom = in_form(identity(kind="三属").person)
    assert answer_for(whom, "identity.grade", AnswerStyle(), FACTS) == ("", "")


def test_of_several_rights_the_one_of_the_forms_kind_counts(identity, person):
    someone = person()
    identity(someone, kind="参战退役人员", certificate="战1")
    identity(someone, kind="伤残人员", grade="七级", nature="因战", certificate="残1")
    for kind, certificate in (("伤残人员", "残1"), ("参战退役人员", "战1")):
        whom = in_form(someone, kind)
        assert answer_for(whom, "identity.certificate", AnswerStyle(), FACTS).value == certificate
        assert other_identities(whom, kind) == ""
    assert "参战退役人员" in other_identities(in_form(someone), "")


def test_the_account_in_use_is_the_identitys_own(identity):
    right = identity()
    with journal.entry("登记", USER):
        BankAccount(person=right.person, bank="甲银行", account="1111111111").save()
        BankAccount(person=right.person, identity=right, bank="乙银行", account="2222222222").save()
        BankAccount(person=right.person, identity=right, bank="旧", account="3", until=PartDate(2019)).save()
    assert answer_for(in_form(right.person), "account.bank", AnswerStyle(), FACTS).value == "乙银行"


@pytest.mark.parametrize(("field", "value"), [("row.age", 70), ("row.office", "本局"), ("row.serial", 5)])
def test_what_only_forms_ask(person, field, value):
    whom = in_form(person(born=PartDate(1950, 6, 15)))
    assert answer_for(whom, field, AnswerStyle(), FACTS, 5).value == value
