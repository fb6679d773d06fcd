"""The law of the day: no paper cites what was not in force on its date, and no article stands anywhere but in the table of clauses."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from models.approvals import matters
from models.approvals.approval import Approval, accept, steps_of
from models.approvals.signing import sign_step
from models.core import codes, journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.law.texts import TEXT_IN_WORDS, law_rows, law_texts, texts_named
from models.office.settings import Office
from models.pay.dues import claims
from models.pay.dues.dues import Dues
from models.pay.dues.entitlements import entitlement
from models.pay.dues.grants import Grant
from models.pay.dues.rules import Ways
from models.people.identity import Identity
from models.people.person import Person
from reports.approvals import forms, letters
from reports.paper import plain_pages
from reports.paper.layout import Gaps
from reports.pay import dues as due_answers
from reports.person import gathering, sheets
from tests.models.pay.conftest import USER, tell
from tests.reports.papers import text_of

HOUSE = Path(__file__).parent.parent.parent
ARTICLE = re.compile("第[一二三四五六七八九十百]+条(?:第[一二三四五六七八九十]+款)?")
CITED = re.compile(TEXT_IN_WORDS.pattern + "((?:" + ARTICLE.pattern + "、?)*)")
DAYS = ("2005-03-01", "2009-06-01", "2011-12-20", "2019-05-10", "2021-09-03", "2024-09-30", "2024-10-15", "2025-03-10", "2026-01-05")  # fmt: skip
CATEGORIES = (
    ("伤残人员", "残疾军人"), ("伤残人员", "伤残民兵民工"), ("伤残人员", "伤残人民警察"), ("三属", "烈士遗属"), ("三属", "病故军人遗属"),
    ("在乡退伍红军老战士", ""), ("在乡复员军人", ""), ("带病回乡退役军人", ""), ("参战退役人员", ""), ("参试退役人员", ""),
    ("农村籍退役士兵", ""), ("烈士子女", ""),
)  # fmt: skip


def wrong_citations(words, day):
    """What a text of a paper cites that was not in force on its date, or that the table of clauses does not have as read."""
    words = "".join(words.split())
    known = {(row["text"], row["article"]) for row in law_rows("clauses") if row["read"] == "是"}
    found = []
    for name, edition, number, articles in CITED.findall(words):
        if name and not any(f"《{name}》" in text.name for text in law_texts().values()):
            continue  # a book, a form, a letter
        named = f"《{name}》（{edition}）" if edition else f"《{name}》" if name else number
        texts = [text for text in texts_named(named, day) if text.in_force(day)]
        wrong = [text for text in texts if edition and text.edition != edition]
        own = {article for text in texts for code, joined in known if code == text.numbered for article in ARTICLE.findall(joined)}  # fmt: skip
        if not texts or wrong or not set(ARTICLE.findall(articles)) <= own:
            found.append(f"{day}: {named}{articles}")
    return found


def strings_of(file):
    """All strings of a source that are not docstrings, each with what its f-string says between its values."""
    tree = ast.parse(file.read_text("utf-8"))
    said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    return [
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said
    ]


def test_no_article_stands_anywhere_but_in_the_table_of_clauses():
    sources = [file for room in ("models", "reports", "ui") for file in (HOUSE / room).rglob("*.py")]
    tables = [
        file
        for file in (HOUSE / "resources").rglob("*.csv")
        if file.parent.name not in ("law", "schema") and "windows" not in file.parts
    ]
    found = [f"{file.name}: {text}" for file in sources for text in strings_of(file) if ARTICLE.search(text)]
    found += [f"{file.name}: {line}" for file in tables for line in file.read_text("utf-8").splitlines() if ARTICLE.search(line)]  # fmt: skip
    assert found == []


def test_the_check_itself_finds_what_is_wrong():
    assert wrong_citations("依据《军人抚恤优待条例》（2024年修订）第十九条", "2024-09-30")
    assert wrong_citations("依据《军人抚恤优待条例》（2024年修订）第九十九条", "2024-10-01")
    assert wrong_citations("依据《烈士褒扬条例》（2024年修订）第二十三条", "2024-10-01")
    assert wrong_citations("依据《军人抚恤优待条例》（2004年）第十五条", "2008-10-01")
    assert wrong_citations("依据《军人抚恤优待条例》（2024年修订）第十九条", "2024-10-01") == []
    assert wrong_citations("依据民发〔2011〕110号，印《受理通知书》", "2012-10-01") == []


@pytest.fixture
def somebody(archive):
    def make(kind, category, approved="", **facts):
        born = PartDate(1940, 3, 1)
        with journal.entry("登记", USER):
            someone = Person(name="张三", sex="男", born=born)
            someone.save()
            made = Identity(person=someone, kind=kind, category=category, state="享受待遇", **facts)
            made.approved = PartDate.parse(approved) if approved else None
            if kind == "伤残人员":
                made.grade, made.nature = "八级", "因公"
            made.save()
        return made

    return make


@pytest.mark.parametrize("day", DAYS)
def test_no_paper_of_an_approval_cites_what_was_not_in_force_on_its_date(somebody, day, tmp_path):
    on, strips, words = PartDate.parse(day), [], []
    for kind, category in CATEGORIES:
        identity = somebody(kind, category)
        for matter in matters.matters().values():
            if matter.kind not in ("", kind):
                continue
            offered = matters.clauses_for(matter.name, day, category or kind, kind)
            approval = Approval(person=identity.person, identity=identity, matter=matter.name, accepted_on=on)
            approval.basis = "、".join(offered)
            with journal.entry("受理", USER):
                accept(approval)
                step = steps_of(approval)[0]
                step.verdict, step.opinion, step.signed_by, step.signed_on = (
                    "不同意",
                    "材料不实",
                    "负责人",
                    on,
                )
                sign_step(step, USER)
            approval = Approval.get_by_id(approval.id)
            gaps = Gaps()
            strips += [forms.approval_form(approval).strips(gaps), letters.decision(approval, gaps)]
            words += letters.decided(approval)
    plain_pages.write_plain_pages(strips, tmp_path / "审批.pdf", "审批", "", True)
    said = text_of(tmp_path / "审批.pdf")
    assert "不予认定决定书" in said
    assert wrong_citations(said, day) == []
    assert wrong_citations("".join(words), day) == []


@pytest.mark.parametrize("day", DAYS)
def test_no_sentence_of_pay_cites_what_was_not_in_force_on_the_day_of_the_fact(somebody, day):
    for kind, category in CATEGORIES:
        for state in ("停发", "中止", "取消", "迁移", "去世"):
            identity = somebody(kind, category, day)
            told = day if state != "去世" else None
            tell(identity, state, day, **({"died_on": day} if told is None else {}))
            (claim,) = claims.claims_of_person(identity.person)
            made = entitlement(claim, Ways())
            assert wrong_citations("".join((made.ended, *(spell.begun for spell in made.spells))), day) == []
        came = somebody(kind, category, day)
        tell(came, "享受待遇", day, place="外省")
        left = somebody(kind, category, day, left=PartDate.parse(day))
        again = somebody(kind, category, "2003-01-01")
        tell(again, "停发", "2003-05-01")
        tell(again, "享受待遇", day)
        for identity in (came, left, again):
            (claim,) = claims.claims_of_person(identity.person)
            spell = entitlement(claim, Ways()).spells[-1]
            assert wrong_citations(spell.begun, day) == [], (kind, category)


@pytest.mark.parametrize("day", DAYS)
def test_what_a_death_leaves_and_what_a_month_rests_on_cite_the_law_of_their_time(somebody, standard, day):
    for kind in codes.table("kind").names():
        standard("1200", kind=kind)
    for kind, category in CATEGORIES:
        identity = somebody(kind, category, "1999-01-01", service_years=3)
        identity.person.died = PartDate.parse(day)
        with journal.entry("去世", USER):
            identity.person.save()
            Grant(person=identity.person, identity=identity, cause="因病").save()
        (claim,) = claims.claims_of_person(identity.person)
        reckoner = Dues(Ways(alike="继续发放"))
        found = reckoner.extra(claim)
        if isinstance(found, tuple):
            assert wrong_citations(found[0].clause, day) == []
        month = int(day[:4]) * 12 + int(day[5:7]) - 1
        for due in reckoner.at([claim], month):
            answer = due_answers.due_answer(due)
            assert wrong_citations(answer["clause"] or "", day) == []


@pytest.mark.parametrize("day", DAYS)
def test_the_sheets_of_a_file_cite_the_law_of_the_day_of_approval(somebody, day, tmp_path):
    for kind, category in CATEGORIES:
        somebody(kind, category, day)
    office = Office()
    finish(sheets.write_person_files(gathering.of_all(Person.select()), tmp_path / "档案.pdf", office))
    said = text_of(tmp_path / "档案.pdf")
    assert "因病致残评定一至六级" in said
    assert wrong_citations(said, day) == []
