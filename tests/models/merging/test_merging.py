"""Two files of one person become one, and nothing of either is lost."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.record import KINDS_OF_RECORDS, Refusal, db
from models.merging import belongings
from models.merging.merging import differences, merge, paid_twice, warnings
from models.payments.payment import Payment
from models.people import findings, search
from models.people.identity import BankAccount, Identity
from models.people.person import MergedFile, Person
from models.people.two_people import TwoPeople, keep_apart
from models.undo.undo import undo
from models.visits.visit import Visit
from reports.changes import changes
from tests import factories
from tests.models.migrations import old_archives

USER = "王芳"
VETERAN = "参战退役人员"


def enter(*records):
    with journal.entry("登记", USER):
        for record in records:
            record.save()
    return records[-1]


def pay(someone, month="2021-03", amount="100", identity=None, item="参战退役人员生活补助"):
    return enter(
        Payment(
            person=someone, identity=identity, month=PartDate.parse(month), item=item, amount=Decimal(amount)
        )
    )


@pytest.fixture
def two(person):
    """A file, and a second one of the same person with one digit typed wrong."""
    kept = person(name="刘建国", number="63010319500615001X", phone="13800000001", community="清河村")
    other = person(name="刘建囯", number="630103195006150018", phone="13900000002", ethnic="藏族")
    return kept, other


def everything():
    """Every row of every table of records, by its uid."""
    return {
        table: sorted(db.execute_sql(f'SELECT * FROM "{table}"').fetchall()) for table in KINDS_OF_RECORDS
    }


def test_every_kind_of_record_goes_along_and_comes_back(person):
    """Also one that a later version will have: the links of the records are followed, no list is kept."""
    kept = person()
    with journal.program_entry("登记"):
        old_archives.fill(1)
    other = Person.select().order_by(Person.id.desc()).get()
    before = everything()
    hanging = {
        model.__name__
        for model, field in belongings.links_to(Person)
        if model.select().where(field == other).exists()
    }
    assert hanging == {model.__name__ for model, _ in belongings.links_to(Person)}
    entry = merge(kept, other, USER, confirmed=True)
    for model, field in belongings.links_to(Person):
        assert not model.select().where(field == other.id).exists()
        assert model is TwoPeople or model.select().where(field == kept.id).exists(), model
    assert db.execute_sql('SELECT DISTINCT "person_id" FROM "pay_line"').fetchall() == [(kept.id,)]
    assert db.execute_sql("PRAGMA foreign_key_check").fetchall() == []
    undo(entry, USER)
    assert everything() == before
    assert db.execute_sql('SELECT DISTINCT "person_id" FROM "pay_line"').fetchall() == [(other.id,)]


def test_differences_are_chosen_one_by_one_and_what_only_one_says_is_kept(two):
    kept, other = two
    assert [each.field for each in differences(kept, other)] == ["number", "name", "phone"]
    merge(kept, other, USER, taken={"phone"})
    left = Person.get_by_id(kept.id)
    assert (left.name, left.number, left.phone) == ("刘建国", kept.number, "13900000002")
    assert (left.ethnic, left.community, left.file_no) == ("藏族", "清河村", kept.file_no)
    assert Person.select().count() == 1


def test_the_number_and_the_name_that_are_given_up_are_remembered(two):
    kept, other = two
    merge(kept, other, USER)
    assert Person.numbered(other.number) == kept
    gone = MergedFile.get()
    assert (gone.number, gone.name, gone.person) == (other.number, "刘建囯", kept)
    assert list(search.find_people(other.number)) == [kept]
    with pytest.raises(Refusal, match="已并入：刘建国"), journal.entry("登记", USER):
        Person(name="刘建囯", number=other.number).save()


def test_the_other_number_may_be_the_right_one(two):
    kept, other = two
    merge(kept, other, USER, taken={"number", "name"})
    left = Person.get()
    assert (left.number, left.name) == (other.number, "刘建囯")
    assert Person.numbered(kept.number) == left
    assert MergedFile.get().name == "刘建国"


def test_a_merging_is_one_entry_and_can_be_undone(two, identity):
    kept, other = two
    identity(other, kind=VETERAN)
    pay(other)
    entries = journal.last_number()
    entry = merge(kept, other, USER)
    assert journal.last_number() == entries + 1
    undo(entry, USER)
    assert Payment.get().person == other
    assert Identity.get().person == other
    assert Person.numbered(other.number) == other
    assert list(search.find_people(other.number)) == [other]
    assert MergedFile.select().count() == 0


def test_one_right_is_one_identity_afterwards(two, identity):
    kept, other = two
    mine = identity(kept, kind=VETERAN, battle="")
    its = identity(other, kind=VETERAN, certificate="青战0001")
    identity(other, kind="伤残人员", grade="七级", nature="因战")
    pay(other, identity=its)
    enter(BankAccount(person=other, identity=its, account="6228480001110001", holder="刘建国"))
    merge(kept, other, USER)
    assert {each.kind for each in kept.identities} == {VETERAN, "伤残人员"}
    assert kept.identities.count() == 2
    assert Identity.get_by_id(mine.id).certificate == "青战0001"
    assert Payment.get().identity == mine
    assert BankAccount.get().identity == mine
    assert not [each for each in findings.findings_of(kept) if "登记了两次" in each.message]


def test_a_month_that_was_paid_to_both_is_never_passed_over_in_silence(two):
    kept, other = two
    pay(kept, amount="100")
    pay(other, amount="120")
    pay(other, month="2021-04")
    assert [(each.month, each.amounts) for each in paid_twice(kept, other)] == [
        ("2021-03", (Decimal(100), Decimal(120)))
    ]
    with pytest.raises(Refusal, match=r"2021-03参战退役人员生活补助（100\.00元、120\.00元）"):
        merge(kept, other, USER)
    assert Person.select().count() == 2
    merge(kept, other, USER, confirmed=True)
    assert Payment.select().where(Payment.person == kept).count() == 3
    noted = Payment.select().where(Payment.notes.contains("待核实"))
    assert [each.amount for each in noted] == [Decimal(120)]


def test_a_file_is_not_merged_with_itself(two):
    with pytest.raises(Refusal, match="同一份"):
        merge(two[0], Person.get_by_id(two[0].id), USER)


def test_two_valid_numbers_with_other_births_are_a_warning(person):
    one = person(number=factories.citizen_number(PartDate(1950, 6, 15).earliest()), name="张三")
    other = person(
        number=factories.citizen_number(PartDate(1951, 6, 15).earliest()),
        born=PartDate(1951, 6, 15),
        name="李四",
    )
    assert [
        "出生日期却不同" in words or "两种写法" in words or "性别" in words for words in warnings(one, other)
    ]
    assert any("出生日期却不同（1950年6月15日，1951年6月15日）" in words for words in warnings(one, other))


def test_a_slip_of_the_number_is_no_warning(two):
    assert warnings(*two) == []


def test_the_same_words_are_not_said_twice(two):
    kept, other = two
    for someone in two:
        enter(BankAccount(person=someone, bank="青海银行", account="6228480001110001", holder="刘建国"))
    enter(Visit(person=other, day=PartDate(2021, 1, 1)))
    merge(kept, other, USER)
    assert kept.accounts.count() == 1
    assert kept.visits.count() == 1


def test_those_found_to_be_two_people_can_be_merged_all_the_same(two):
    kept, other = two
    keep_apart(kept, other, USER)
    merge(kept, other, USER)
    assert TwoPeople.select().count() == 0


def test_a_file_that_was_merged_before_goes_on_with_its_memory(two, person):
    kept, other = two
    merge(kept, other, USER)
    third = person(name="刘建国", number="630103195006150026")
    merge(third, kept, USER)
    assert Person.numbered(other.number) == Person.numbered(kept.number) == third


def test_what_hangs_on_a_file_is_counted_for_the_window(two, identity):
    identity(two[1])
    assert ("优抚身份", 1) in belongings.counted(two[1])


def test_the_history_of_both_files_is_that_of_the_kept_one(two):
    kept, other = two
    merge(kept, other, USER)
    told = {each.change.uid for each in changes.items(kept.uid)}
    assert {kept.uid, other.uid} <= told
