"""What an officer taught holds while a file is read, and for tables of that form."""

from __future__ import annotations

from models.imports.evidence.taught import (
    OF_ROSTER,
    TableForm,
    Taught,
    joined_fields,
    reading_as_taught,
    taught_by_office,
)

FORM = TableForm.of(OF_ROSTER, ["姓名", "身份证号 ", "手头电话："])


def test_a_form_is_all_its_headings_bare_and_in_order():
    assert TableForm.of(OF_ROSTER, ["姓 名", "身份证号", "手头电话"]) == FORM
    assert TableForm.of(OF_ROSTER, ["身份证号", "姓名", "手头电话"]) != FORM
    assert TableForm.of("走访个人登记", ["姓名", "身份证号", "手头电话"]) != FORM


def test_it_is_at_hand_while_reading_and_not_afterwards():
    taught = Taught({FORM: {2: "person.phone"}})
    with reading_as_taught(taught):
        assert taught_by_office() is taught
    assert not taught_by_office().forms


def test_what_is_said_now_goes_before_what_was_said():
    before, now = {FORM: {0: "", 2: "person.phone"}}, {FORM: {2: "person.other_phone"}}
    assert joined_fields(before, now) == {FORM: {0: "", 2: "person.other_phone"}}


def test_words_of_registers_are_no_words_of_rosters():
    taught = Taught(words={"金额": "register.amount", "住处": "person.residence"})
    assert (taught.word(OF_ROSTER, "住处"), taught.word("register", "金额")) == ("person.residence", "amount")
    assert taught.word(OF_ROSTER, "金额") is None
    assert taught.word("register", "住处") is None


def test_a_word_of_one_register_is_not_taught_for_another_sort_of_table():
    taught = Taught(words={"金额": "register.amount", "结果": "return.result"})
    assert taught.word("return", "结果") == "result"
    assert taught.word("register", "结果") is None
    assert taught.word("register", "没有教过") is None
