"""What an officer said of the bank's words holds for the rows at hand, is remembered, and can be taken back."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.record import Refusal
from models.imports.words.return_words import BankAnswer, answer_in
from models.pay.returns import returns
from models.pay.returns.own_return_words import (
    forget_return_word,
    own_return_words,
    teach_return_word,
    use_own_return_words,
)
from tests.models.pay.conftest import USER
from tests.models.pay.runs.conftest import said


@pytest.fixture(autouse=True)
def the_table_alone(archive):
    use_own_return_words()


def test_one_word_of_the_officer_decides_of_all_rows_that_say_it(tmp_path, payee, paid):
    for serial, name in enumerate("甲乙丙", start=1):
        payee(name, serial)
    run = paid("2019-09")
    file = said(tmp_path / "一.xlsx", run, ("转人工", ""), ("转人工。", ""), ("批扣完毕", ""))
    assert returns.read_return(run, file).unknown == {"转人工": 1, "转人工。": 1, "批扣完毕": 1}
    teach_return_word("转人工", BankAnswer.PENDING, USER)
    teach_return_word("批扣完毕", BankAnswer.PAID, USER)
    reading = returns.read_return(run, file)
    assert (len(reading.paid), len(reading.asked), reading.unknown) == (1, 2, {})
    titles = [entry.title for entry in journal.Entry.select().order_by(journal.Entry.number.desc()).limit(2)]
    assert titles == ["记住回盘的说法：批扣完毕是成功", "记住回盘的说法：转人工是处理中"]


def test_what_was_said_of_a_word_is_taken_back_and_it_is_a_question_again(archive):
    teach_return_word("批扣完毕", BankAnswer.PAID, USER)
    assert answer_in(" 批扣完毕！") == BankAnswer.PAID
    entries = journal.Entry.select().count()
    teach_return_word("批扣完毕", BankAnswer.PAID, USER)
    assert journal.Entry.select().count() == entries
    forget_return_word("批扣完毕", USER)
    assert (answer_in("批扣完毕"), own_return_words()) == (BankAnswer.UNKNOWN, {})


def test_the_office_s_word_goes_before_the_table(archive):
    assert answer_in("落地处理") == BankAnswer.PENDING
    teach_return_word("落地处理", BankAnswer.FAILED, USER)
    assert answer_in("落地处理") == BankAnswer.FAILED
    forget_return_word("落地处理", USER)


@pytest.mark.parametrize(("words", "answer"), [("", "paid"), ("—", "failed"), ("转人工", "unknown")])
def test_nothing_is_taught_by_an_empty_word_or_by_no_meaning(archive, words, answer):
    with pytest.raises(Refusal, match="请选择一个看不懂的结果"):
        teach_return_word(words, BankAnswer(answer), USER)
