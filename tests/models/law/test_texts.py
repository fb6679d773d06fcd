"""Texts of law, each from its first day to its last."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from models.law.texts import later_text, law_texts, span_of, texts_named, texts_of_day

REGULATION, MARTYRS, MEASURES = "《军人抚恤优待条例》", "《烈士褒扬条例》", "《伤残抚恤管理办法》"


def editions(day):
    return {text.name: text.edition for text in texts_of_day(day)}


@pytest.mark.parametrize(
    ("day", "name", "edition"),
    [
        ("2004-09-30", REGULATION, "1988年"), ("2004-10-01", REGULATION, "2004年"), ("2011-07-31", REGULATION, "2004年"),
        ("2011-08-01", REGULATION, "2011年修订"), ("2019-03-02", REGULATION, "2011年修订，2019年修正"),
        ("2024-09-30", REGULATION, "2011年修订，2019年修正"), ("2024-10-01", REGULATION, "2024年修订"),
        ("2011-07-31", MARTYRS, None), ("2011-08-01", MARTYRS, "2011年"), ("2019-08-01", MARTYRS, "2019年修订"),
        ("2024-12-31", MARTYRS, "2019年修订"), ("2025-01-01", MARTYRS, "2024年修订"),
        ("2007-07-31", MEASURES, None), ("2007-08-01", MEASURES, "2007年"), ("2013-07-05", MEASURES, "2013年修订"),
        ("2020-01-31", MEASURES, "2013年修订"), ("2020-02-01", MEASURES, "2019年修订"),
    ],
)  # fmt: skip
def test_a_day_has_the_edition_that_was_in_force_on_it(day, name, edition):
    assert editions(day).get(name) == edition


def test_no_day_has_two_editions_of_one_text_and_none_is_lost_between_two():
    for text in law_texts().values():
        later = later_text(text)
        if later is not None:
            day_after = date.fromisoformat(text.ends) + timedelta(days=1)
            assert later.begins == day_after.isoformat(), text.code
    assert later_text(law_texts()["安置2011"]).code == "安置2024"
    for day in {text.begins for text in law_texts().values()}:
        names = [text.name for text in texts_of_day(max(day, "1950-01-01"))]
        assert len(names) == len(set(names)), day


def test_every_text_says_where_it_was_found():
    assert all(text.source for text in law_texts().values())


def test_a_month_in_which_the_text_changed_is_of_neither():
    assert span_of("2019-03") == ("2019-03-01", "2019-03-31")
    assert span_of("2024-09") == ("2024-09-01", "2024-09-30")
    assert span_of("2024") == ("2024-01-01", "2024-12-31")
    assert REGULATION not in editions("2019-03")
    assert editions("2024-09")[REGULATION] == "2011年修订，2019年修正"
    assert editions("2019-02")[REGULATION] == "2011年修订"
    assert editions("2023")[REGULATION] == "2011年修订，2019年修正"


def test_a_sentence_names_its_texts_and_one_without_an_edition_is_that_of_the_day():
    words = "依据《军人抚恤优待条例》（2024）第三十条、《烈士褒扬条例》第二十一条和民发〔2011〕110号，另见《不是法规》第一条"
    named = [text.code for text in texts_named(words, "2020-05-01")]
    assert named == ["条例2024", "褒扬2019", "农村籍2011"]
    assert [
        t.code for t in texts_named("《军人抚恤优待条例》（2011年修订，2019年修正）第十六条", "2025-01-01")
    ] == ["条例2019"]
    assert [t.code for t in texts_named("《伤残抚恤管理办法》（退役军人事务部令第1号）", "2021-01-01")] == [
        "办法2020"
    ]
