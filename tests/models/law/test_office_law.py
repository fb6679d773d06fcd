"""The office's law: what it confirmed by its paper is cited, what it did not is not, and what the program carries stays otherwise."""

from __future__ import annotations

from collections import Counter

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.record import Invalid
from models.law import clauses, office_law
from models.law.office_law import OfficeClause, OfficeText
from models.law.texts import later_text, law_rows, law_texts, texts_of_day
from tests.conftest import USER

NEXT = {"code": "条例2030", "name": "《军人抚恤优待条例》", "edition": "2030年修订", "begins": PartDate(2030, 1, 1), "source": "演练"}  # fmt: skip
ARTICLE = {"matter": "起发月份", "whom": "伤残人员", "text": "条例2030", "article": "第九十条", "what": "从批准次月起发", "source": "演练"}  # fmt: skip
WHOM = ("残疾军人", "伤残人员")


@pytest.fixture
def keep(archive):
    def make(*records):
        with journal.entry("登记法规", USER):
            for record in records:
                record.save()
        return records[-1]

    return make


def cited(day):
    return clauses.cite("起发月份", day, *WHOM)


def test_a_new_text_and_its_articles_are_cited_from_their_day_once_they_are_confirmed(keep):
    before = cited("2029-12-31"), cited("2030-01-01")
    text, clause = OfficeText(**NEXT, confirmed=False), OfficeClause(**ARTICLE, confirmed=False)
    keep(text, clause)
    assert (cited("2029-12-31"), cited("2030-01-01")) == before  # nobody has confirmed it
    text.confirmed = True
    keep(text)
    assert cited("2029-12-31") == before[0]
    assert cited("2030-01-01") == ""  # the old text has ended, and no article of the new one was read
    clause.confirmed = True
    keep(clause)
    assert cited("2029-12-31") == before[0]
    assert cited("2030-01-01") == "《军人抚恤优待条例》（2030年修订）第九十条"
    assert clauses.clause_told("起发月份", "2030-01-01", *WHOM).endswith("：从批准次月起发")


def test_the_text_before_ends_on_the_eve_and_knows_what_took_its_place(keep):
    assert not law_texts()["条例2024"].replaced
    keep(OfficeText(**NEXT, confirmed=True))
    old = law_texts()["条例2024"]
    assert (old.ends, later_text(old).code) == ("2029-12-31", "条例2030")
    assert [t.code for t in texts_of_day("2030-01-01") if t.name == old.name] == ["条例2030"]
    assert [t.code for t in texts_of_day("2029-12-31") if t.name == old.name] == ["条例2024"]


def test_a_text_of_another_name_may_take_the_place_too(keep):
    keep(OfficeText(**NEXT | {"name": "《军人抚恤优待法》", "replaces": "条例2024"}, confirmed=True))
    assert law_texts()["条例2024"].ends == "2029-12-31"


def test_an_article_that_was_only_reckoned_gives_way_to_the_one_that_the_office_has_read(keep):
    first, last = "2005-01-01", "2005-01-01"  # under the text of 2004, which nobody has read
    rows = [row for row in law_rows("clauses") if row["text"] == "条例2004"]
    alone = Counter((row["matter"], row["whom"]) for row in rows)
    reckoned = next(r for r in rows if r["read"] != "是" and r["whom"] and alone[r["matter"], r["whom"]] == 1)
    matter, whom = reckoned["matter"], reckoned["whom"]
    assert not clauses.clauses_between(matter, first, last, *whom.split("|"))[0].read
    keep(OfficeClause(matter=matter, whom=whom, text="条例2004", article="第九百条", confirmed=True))
    found = clauses.clauses_between(matter, first, last, *whom.split("|"))
    assert [
        each.article for each in found if each.text.code == "条例2004" and "|".join(each.whom) == whom
    ] == ["第九百条"]
    assert "第九百条" in clauses.cite(matter, first, *whom.split("|"))


def test_the_same_article_about_the_same_people_is_the_offices_alone(keep):
    carried = next(
        each for each in law_rows("clauses") if each["matter"] == "起发月份" and each["text"] == "条例2024"
    )
    same = {name: carried[name] for name in ("matter", "whom", "text", "article")}
    keep(OfficeClause(**same, what="本单位核对过", confirmed=True))
    told = clauses.clause_told("起发月份", "2025-01-01", *WHOM)
    assert told.endswith("：本单位核对过")


def test_an_entry_that_was_given_up_leaves_the_law_as_it_was(keep):
    before = cited("2030-01-01")
    with pytest.raises(Invalid):
        keep(OfficeText(**NEXT, confirmed=True), OfficeText(**NEXT))
    assert cited("2030-01-01") == before


def test_without_an_archive_the_law_is_what_the_program_carries():
    assert office_law.confirmed_rows(OfficeText) == []
    assert "条例2030" not in law_texts()


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"code": ""}, "code"), ({"name": ""}, "name"), ({"begins": None, "confirmed": True}, "begins"),
        ({"begins": PartDate(2030), "confirmed": True}, "begins"), ({"begins": PartDate(2030, 1)}, "begins"),
        ({"ends": PartDate(2029, 12, 31)}, "ends"),
    ],
)  # fmt: skip
def test_what_cannot_be_a_text_is_refused(keep, facts, field):
    with pytest.raises(Invalid) as refused:
        keep(OfficeText(**NEXT | facts))
    assert set(refused.value.problems) == {field}


def test_one_code_is_one_text_and_a_clause_says_of_what_and_where_it_stands(keep):
    keep(OfficeText(**NEXT))
    for wrong in (
        OfficeText(**NEXT),
        OfficeClause(**ARTICLE | {"matter": ""}),
        OfficeClause(**ARTICLE | {"text": ""}),
    ):
        with pytest.raises(Invalid):
            keep(wrong)
