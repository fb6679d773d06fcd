"""The law of the day: no paper cites what was not in force on its date, and no article stands anywhere but in the table of clauses."""

from __future__ import annotations

import re
from dataclasses import fields
from decimal import Decimal

import pytest

from models.approvals import matters
from models.approvals.approval import Approval, ApprovalState
from models.core import codes
from models.core.dates import PartDate
from models.law.texts import TEXT_IN_WORDS, law_rows, law_texts, texts_named
from models.office.settings import Office
from models.pay.dues.dues import Dues
from models.pay.dues.missing import Missing
from models.pay.dues.rates import StandardRates
from models.pay.grants.claims import Claim, StateLine
from models.pay.grants.entitlements import entitlement
from models.pay.grants.grants import Grant
from models.pay.grants.rules import Ways
from models.pay.standards import months
from models.pay.standards.standards import Standard
from models.people.identity import DISABLED, GONE, RECEIVING
from reports.approvals import forms, letters
from reports.paper.layout import Gaps
from reports.person import gathering, sheets
from tests.sources import HOUSE, source, sources

ARTICLE = re.compile("第[一二三四五六七八九十百]+条(?:第[一二三四五六七八九十]+款)?")
CITED = re.compile(f"(?:{TEXT_IN_WORDS.pattern})((?:{ARTICLE.pattern}、?)*)")
CITED_SOMEWHERE = re.compile(f"(?<!登记){ARTICLE.pattern}")
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


def words_on(strips):
    """All that is printed on strips, in the order in which it is written."""
    words = []
    for strip in strips:
        marks = (*strip.marks, *(strip.print.marks if strip.print else ()))
        words += [mark.text for mark in marks]
        words += [words_on(strip.heads)]
    return "".join(words)


def test_no_article_stands_anywhere_but_in_the_table_of_clauses():
    tables = [
        file
        for file in (HOUSE / "resources").rglob("*.csv")
        if file.parent.name not in ("law", "schema")
        and "windows" not in file.parts
        and file.name
        != "disclosure.csv"  # sources of what a copy may say, of laws that no matter here rests on
    ]
    found = [
        f"{file.name}: {text}"
        for file in sources("models", "reports", "ui")
        for _, text in source(file).strings
        if CITED_SOMEWHERE.search(text)
    ]
    found += [f"{file.name}: {line}" for file in tables for line in file.read_text("utf-8").splitlines() if CITED_SOMEWHERE.search(line)]  # fmt: skip
    assert found == []


def test_the_check_itself_finds_what_is_wrong():
    assert wrong_citations("依据《军人抚恤优待条例》（2024年修订）第十九条", "2024-09-30")
    assert wrong_citations("依据《军人抚恤优待条例》（2024年修订）第九十九条", "2024-10-01")
    assert wrong_citations("依据《烈士褒扬条例》（2024年修订）第二十三条", "2024-10-01")
    assert wrong_citations("依据《军人抚恤优待条例》（2004年）第十五条", "2008-10-01")
    assert wrong_citations("依据《军人抚恤优待条例》（2024年修订）第十九条", "2024-10-01") == []
    assert wrong_citations("依据民发〔2011〕110号，印《受理通知书》", "2012-10-01") == []


@pytest.fixture
def identities(person, identity):
    """One of each kind and category, approved on a day."""

    def make(day):
        grade = {"grade": "八级", "nature": "因公"}
        facts = {"approved": PartDate.parse(day), "joined": None}
        someone = person(born=PartDate(1940, 3, 1))
        return [
            identity(someone, kind=kind, category=category, **facts, **(grade if kind == DISABLED else {}))
            for kind, category in CATEGORIES
        ]

    return make


def claim_of(kind, category, day, *states, **facts):
    """A claim as it is read from a file, approved on a day; ``states`` come after."""
    blank = dict.fromkeys((field.name for field in fields(Claim)), "")
    known = {
        "identity": 1,
        "person": 1,
        "kind": kind,
        "category": category,
        "approved": day,
        "years": 3,
        "grant": None,
    }
    grade = {"grade": "八级", "nature": "因公"} if kind == DISABLED else {}
    plain = {"died": None, "paid_to": None, "left": None, "born": "1940-03-01", "regrades": []}
    state = states[-1].state if states else RECEIVING
    history = [StateLine(RECEIVING, day, None, None, ""), *states]
    return Claim(**{**blank, **plain, **known, **grade, "state": state, "history": history, **facts})


@pytest.mark.parametrize("day", DAYS)
def test_no_paper_of_an_approval_cites_what_was_not_in_force_on_its_date(identities, day):
    on, words = PartDate.parse(day), []
    for place, identity in enumerate(identities(day)):
        for matter in matters.matters().values():
            if matter.kind != identity.kind and (matter.kind or place):
                continue
            whom = identity.category or identity.kind, identity.kind
            approval = Approval(person=identity.person, identity=identity, matter=matter.name, accepted_on=on)
            approval.basis = "、".join(matters.clauses_for(matter.name, day, *whom))
            approval.state, approval.refusal, approval.decided_on = ApprovalState.REFUSED, "材料不实", on
            strips = *forms.approval_form(approval).strips(Gaps()), *letters.decision(approval, Gaps())
            words += [words_on(strips), *letters.decided(approval)]
    said = "".join(words)
    assert "不予认定决定书" in said
    assert wrong_citations(said, day) == []


@pytest.mark.parametrize("day", DAYS)
def test_the_sheets_of_a_file_cite_the_law_of_the_day_of_approval(identities, day):
    files = gathering.of_all([identities(day)[0].person])
    bound = [sheets.parts(file, Office(), sheets.Copy(sections=["身份"]), Gaps()) for file in files]
    said = words_on(
        placed.strip for parts in bound for part in parts for page in part.pages for placed in page
    )
    assert "登记信息表" in said  # an approval form stands there only where somebody signed one here
    assert wrong_citations(said, day) == []


@pytest.mark.parametrize("day", DAYS)
def test_no_sentence_of_pay_cites_what_was_not_in_force_on_the_day_of_the_fact(day):
    for kind, category in CATEGORIES:
        stops = [StateLine(state, day, None, None, "") for state in ("停发", "中止", "取消", "迁移")]
        ended = [
            claim_of(kind, category, day, stop) for stop in (*stops, StateLine(GONE, day, None, day, ""))
        ]
        came = claim_of(kind, category, day, history=[StateLine(RECEIVING, day, None, None, "外省")])
        stopped = StateLine("停发", "2003-05-01", None, None, "")
        back = StateLine(RECEIVING, day, None, None, "")
        again = claim_of(kind, category, "2003-01-01", stopped, back)
        left = claim_of(kind, category, day, left=day)
        for claim in (*ended, came, left, again):
            made = entitlement(claim, Ways())
            said = "".join((made.ended, *(spell.begun for spell in made.spells[-1:])))
            assert said, (kind, category)
            assert wrong_citations(said, day) == []


@pytest.mark.parametrize("day", DAYS)
def test_what_a_death_leaves_and_what_a_month_rests_on_cite_the_law_of_their_time(archive, day):
    ways = Ways(alike="继续发放")
    paid = {
        "unit": "月",
        "amount": Decimal(100),
        "begins": PartDate(1990, 1),
        "confirmed": True,
        "source": "测试",
    }
    every = [(kind, layer) for kind in codes.table("kind").names() for layer in ways.layers(kind)]
    rates = StandardRates(ways, [Standard(kind=kind, layer=layer, **paid) for kind, layer in every])
    for kind, category in CATEGORIES:
        claim = claim_of(kind, category, "1999-01-01", died=day, grant=Grant(cause="因病"))
        reckoner = Dues(ways, rates)
        found = reckoner.extra(claim)
        assert not isinstance(found, Missing), found.words()
        if found is not None:
            assert wrong_citations(found[0].clause, day) == []
        (due,) = reckoner.at([claim], months.first_in(day))
        assert wrong_citations(due.clause + due.why(begun=False), day) == []
