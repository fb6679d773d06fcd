"""Records change exactly the sentences that speak of them: records of each kind are entered, changed and deleted at random.

``YOUFU_PROOFS=1 pytest tests/scenarios/test_sentences_of_records.py`` does it 300 times.
"""

from __future__ import annotations

import os
import random
from decimal import Decimal

import pytest

from models.aid.exam_cards import CardState, ExamCard
from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.core.record import Refusal
from models.ledger.activities import Activity
from models.ledger.briefs import Brief
from models.ledger.good_news import GoodNews
from models.ledger.honours import Honour
from models.ledger.publicity import Publicity
from models.ledger.rates import Rate
from models.ledger.services import Service
from models.payments.medical_case import MedicalCase
from models.payments.payment import Payment
from models.people.identity import Identity
from models.people.person import Person
from models.practice import filling
from models.visits.visit import Visit
from models.year.summary import report, texts
from models.year.summary.sentences import text
from models.year.summary.template import places_in, read_template
from models.year.summary.told_figures import Told
from tests.conftest import USER

TIMES = 300 if os.environ.get("YOUFU_PROOFS") else 6
YEAR = filling.INVENTED_YEAR
KINDS = (
    Publicity,
    Brief,
    Activity,
    Service,
    Honour,
    GoodNews,
    Visit,
    Payment,
    MedicalCase,
    ExamCard,
    Rate,
    Identity,
    Person,
)
WORDS = {
    "form": ("双拥宣传牌", "横幅", "LED屏", "慰问信", "慰问金"), "channel": ("", "市双拥办", "省报", "《中国双拥》", "今日头条"),
    "theme": ("春节", "迎春", "两节", "八一", "建军节", "七一", "清明"), "organiser": ("", "区文化馆"),
    "kind": ("慰问活动", "社区文化慰问", "主题党日", "网上祭英烈", "双拥信息", "报刊刊登", "大病救助", "异地就医"),
    "matter": ("军人子女入学", "接收安置退役军人"), "result": ("", "已安置", "未安置"), "stage": ("推荐", "初选", "入选"),
    "honour": ("最美退役军人", "最美军嫂"), "category": ("复员干部", "现役军人家属", "残疾军人六级", "残疾军人七级"),
    "occasion": ("春节", "八一", "日常"), "notes": ("", "荣立三等功", "执行特殊任务", "送喜报"), "item": ("三等功慰问金", "二等功慰问金", "体检卡"),
    "programme": ("立功奖励", "自主就业", "体检", "门诊补助", "代缴医保", "物价补贴", "定期抚恤补助"),
    "state": ("享受待遇", "停发", "不予认定", CardState.ISSUED, CardState.USED), "insurance": ("无", "城乡居民基本医疗保险"),
}  # fmt: skip
NUMBERS = ("quantity", "people", "books", "scrolls", "units", "stations", "done", "due")
DAYS = ("day", "paid_on", "delivered", "received", "issued_on", "used_on", "died", "approved")


class Telling:
    """What a summary says: its sentences with figures by their number, and the records that its figures count."""

    def __init__(self):
        template = read_template(texts.shipped_text(texts.YEARLY_SUMMARY))
        found = report.summary_of(texts.YEARLY_SUMMARY, YEAR)
        asked = {
            n: [p for p in places_in(s) if p.key in found.told] for n, s in enumerate(template.sentences())
        }
        spans = [span for paragraph in found.prose.paragraphs for span in paragraph]
        self.sentences = {
            n: words
            for n, places in asked.items()
            if places and (words := text(tuple(span for span in spans if span.sentence == n)))
        }
        self.told = {
            n: [self._say(found.told[p.key], p) for p in places] for n, places in asked.items() if places
        }
        rows = {key: _rows(told) for key, told in found.told.items()}
        self.rows = {n: [rows[place.key] for place in places] for n, places in asked.items() if places}

    @staticmethod
    def _say(told, place):
        return told.is_nothing if place.is_condition else (told.is_nothing, told.said(place.form))


def _rows(told):
    """Each record that a figure counts, this year and last, or its whole, with all that it says; of rates what they stand at."""
    if not isinstance(told, Told):
        return repr(told)
    read = (told.figure, told.before, *([told.whole] if told.whole else ()))
    queries = (query for figure in read for query in figure.all_rows())
    return {(query.model.__name__, *row) for query in queries for row in query.tuples()}


def change_something(chance):
    """Enter, change or delete one record."""
    kind = chance.choice(KINDS)
    record = chance.choice(list(kind.select().limit(200)) or [None])
    deed = chance.choice(("change", "change", "copy", "delete"))
    if record is None or (deed != "change" and kind in (Person, Identity)):
        return
    if deed == "delete":
        record.delete_instance()
        return
    if deed == "copy":
        record.id, record.uid = None, kind().uid
    for name in chance.sample(list(kind._meta.fields), len(kind._meta.fields)):
        value = _other(chance, name)
        if value is not None:
            setattr(record, name, value)
            break
    record.save()


def _other(chance, name):
    if name in WORDS:
        return chance.choice(WORDS[name])
    if name in NUMBERS:
        return chance.randint(1, 90)
    if name in DAYS:
        return PartDate(chance.choice((YEAR - 1, YEAR, YEAR)), chance.randint(1, 8), chance.randint(1, 28))
    return Decimal(chance.randint(1, 9000)) if name in ("amount", "money", "gift_value", "cost") else None


@pytest.mark.timeout(3600)
def test_records_change_the_sentences_that_speak_of_them_and_no_others(archive):
    chance = random.Random(17)
    finish(filling.fill_archive(30, USER))
    with journal.entry("登记", USER):
        GoodNews(
            received=PartDate(YEAR, 7, 1), delivered=PartDate(YEAR, 7, 2), soldier="甲", merit="三等功"
        ).save()
    before, moved = Telling(), 0
    for _ in range(TIMES):
        try:
            with journal.entry("改动", USER):
                change_something(chance)
        except Refusal:
            continue
        after = Telling()
        numbers = before.told.keys()
        changed = {n for n in numbers if before.sentences.get(n) != after.sentences.get(n)}
        told = {n for n in numbers if before.told[n] != after.told[n]}
        reading = {n for n in numbers if before.rows[n] != after.rows[n]}
        assert changed <= told <= reading
        assert not [n for n in told - changed if n in before.sentences or n in after.sentences]
        before, moved = after, moved + bool(changed)
    assert moved or TIMES < 20
