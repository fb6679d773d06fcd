"""Clauses, asked for by the matter, the day of the fact and whom it is about."""

from __future__ import annotations

import re

import pytest

from models.core import codes
from models.law import clauses
from models.law.texts import law_rows, law_texts

REGULATION, MARTYRS, MEASURES = "《军人抚恤优待条例》", "《烈士褒扬条例》", "《伤残抚恤管理办法》"
OLD = f"{REGULATION}（2011年修订，2019年修正）"
NEW = f"{REGULATION}（2024年修订）"
ARTICLES = re.compile("(第[一二三四五六七八九十百]+条(第[一二三四五六七八九十]+款)?、?)*")


@pytest.mark.parametrize(
    ("matter", "day", "whom", "cited"),
    [
        ("起发月份", "2019-06-12", ("残疾军人", "伤残人员"), f"{MEASURES}（2013年修订）第二十二条"),
        ("起发月份", "2024-09-30", ("残疾军人", "伤残人员"), f"{MEASURES}（2019年修订）第二十三条"),
        ("起发月份", "2024-10-15", ("残疾军人", "伤残人员"), f"{NEW}第二十七条第二款"),
        ("起发月份", "2025-03-10", ("烈士子女",), f"{MARTYRS}（2024年修订）第二十一条"),
        ("起发月份", "1998-03-10", ("残疾军人", "伤残人员"), ""),
        ("烈士子女定期生活补助", "2025-03-10", ("烈士子女",), f"{MARTYRS}（2024年修订）第二十一条"),
        ("丧葬补助", "2021-09-03", ("残疾军人", "伤残人员"), f"{OLD}第二十八条第二款"),
        ("丧葬补助", "2024-10-01", ("参战退役人员",), f"{NEW}第六十二条第二款"),
        ("丧葬补助", "2024-09-30", ("参战退役人员",), ""),
        ("丧葬补助", "2021-09-10", ("伤残民兵民工", "伤残人员"), f"{OLD}第五十二条第二款、第二十八条第二款"),
        ("停发待遇", "2021-05-20", ("烈士遗属", "三属"), f"{MARTYRS}（2019年修订）第二十条第一款"),
        ("停发待遇", "2021-05-20", ("参战退役人员",), ""),
        ("停发待遇", "2021-05-20", ("因公牺牲军人遗属", "三属"), ""),
        ("停发待遇", "2021-05-20", ("残疾军人", "伤残人员"), f"{MEASURES}（2019年修订）第二十五条、第二十六条"),
        ("停发待遇", "2025-05-20", ("烈士遗属", "三属"), f"{MARTYRS}（2024年修订）第二十三条第一款"),
        ("残疾关系迁入", "2024-10-08", ("残疾军人", "伤残人员"), f"{NEW}第三十条第一款"),
        ("中止待遇", "2024-11-01", ("参战退役人员",), f"{NEW}第五十九条"),
        ("中止待遇", "2019-11-01", ("参战退役人员",), f"{OLD}第五十条"),
    ],
)  # fmt: skip
def test_the_citation_is_that_of_the_day_of_the_fact(matter, day, whom, cited):
    assert clauses.cite(matter, day, *whom) == cited


def test_an_article_that_nobody_read_is_not_printed_as_certain():
    assert clauses.cite("三属定期抚恤金", "2008-05-01", "三属") == f"{REGULATION}（2004年）"
    assert clauses.cite("评定残疾等级", "2008-05-01", "伤残人员") == f"{REGULATION}（2004年）第二十二条"
    for matter in {row["matter"] for row in law_rows("clauses") if row["read"] != "是"}:
        for each in clauses.clauses_between(matter, "1990-01-01", "2030-12-31"):
            assert each.read or each.cited() == each.text.title()


def test_a_day_that_may_lie_under_two_texts_cites_neither():
    assert clauses.cite("三属定期抚恤金", "2011", "三属") == ""
    assert clauses.cite("三属定期抚恤金", "2012", "三属") == f"{REGULATION}（2011年修订）第十六条"


def test_what_is_nearest_to_the_person_comes_first_and_without_a_person_all_are_offered():
    martyr = clauses.citations("三属定期抚恤金", "2025-02-01", "烈士遗属", "三属")
    assert martyr == (f"{MARTYRS}（2024年修订）第十七条", f"{NEW}第十九条")
    assert clauses.citations("三属定期抚恤金", "2025-02-01", "病故军人遗属", "三属") == (f"{NEW}第十九条",)
    assert clauses.citations("三属定期抚恤金", "2025-02-01") == martyr


def test_a_clause_tells_what_it_says():
    told = clauses.clause_told("丧葬补助", "2024-11-01", "三属")
    assert told == f"{NEW}第二十二条：继续发放6个月其原享受的定期抚恤金，作为丧葬补助"
    assert clauses.clause_told("丧葬补助", "2024-11-01", "农村籍退役士兵") == ""


def test_every_line_of_the_table_is_of_a_text_and_of_people_that_there_are_and_says_its_source():
    known = {*codes.table("kind").names(), *codes.table("category").names(), ""}
    for row in law_rows("clauses"):
        assert row["text"] in law_texts()
        assert set(row["whom"].split("|")) <= known, row
        assert row["what"], row
        assert row["source"], row
        assert row["read"] in ("是", "推断"), row
        assert ARTICLES.fullmatch(row["article"]), row
