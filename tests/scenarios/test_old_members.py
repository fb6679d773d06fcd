"""建国前老党员 from the roster to the month's pay: only where the office says that it pays them, by the time of joining the party."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core.dates import PartDate
from models.pay.dues import coverage, dues
from models.pay.dues.rates import StandardRates
from models.pay.grants import claims
from models.pay.grants.rules import NOT_PAID_HERE, PAID_HERE, Ways, keep_ways
from models.pay.policy import policy_documents
from models.pay.standards import months
from models.pay.standards.standards import Standard
from models.people.findings import Finding
from models.people.identity import OLD_MEMBERS, Identity
from tests.conftest import USER
from tests.factories import citizen_number, workbook

MIDDLE = "1937年7月7日至1945年9月2日入党"
MONTH = months.month(2017, 11)


@pytest.fixture
def member(granted, person):
    """An old member of the party who is 享受待遇: ``member(category=…)``."""

    def make(someone=None, **facts):
        facts = {"kind": OLD_MEMBERS, "category": MIDDLE, "grade": "", "nature": "", **facts}
        return granted("2005-10-01", someone or person(born=PartDate(1921, 3, 4)), **facts)

    return make


@pytest.fixture
def confirmed(archive):
    """The office confirmed what is shipped of old members and says whether it pays them."""

    def say(answer=PAID_HERE):
        rows = [each for each in Standard.select() if each.kind == OLD_MEMBERS]
        known = [each for each in rows if not policy_documents.unconfirmable(each)]
        policy_documents.confirm_rows(known, USER)
        keep_ways(Ways(local_kinds=f"{OLD_MEMBERS}：{answer}" if answer else ""), USER)

    return say


def of(identity, month=MONTH):
    return list(dues.dues(month, claims.claims_of_person(identity.person)))


def test_where_the_office_has_not_said_that_it_pays_them_it_is_asked(member, confirmed):
    confirmed("")
    (due,) = of(member())
    assert (due.refused, due.fen) == (True, 0)
    assert "还没有设定" in due.reason


def test_where_another_office_pays_them_nothing_is_due_and_nothing_is_asked(member, confirmed):
    confirmed(NOT_PAID_HERE)
    assert of(member()) == []


@pytest.mark.parametrize(
    ("category", "yuan"),
    [("1937年7月6日前入党", 670), (MIDDLE, 610), ("1945年9月3日至1949年9月30日入党", 530)],
)
def test_what_the_notice_prints_is_paid_by_the_time_of_joining(member, confirmed, category, yuan):
    confirmed()
    (due,) = of(member(category=category))
    assert due.yuan == Decimal(yuan)


def test_without_the_time_of_joining_the_amount_is_asked_for(member, confirmed):
    confirmed()
    (due,) = of(member(category=""))
    assert "优抚对象类别" in due.reason


def test_a_year_of_which_no_notice_was_read_is_not_paid_by_the_one_before(member, confirmed):
    confirmed()
    (due,) = of(member(), months.month(2019, 1))
    assert (due.refused, "缺少2019年1月" in due.reason) == (True, True)


def test_beside_another_pension_an_officer_decides_and_who_is_paid_the_small_sum_is_not_asked(
    member, granted, confirmed, standard
):
    confirmed()
    standard("12000", kind="在乡复员军人", layer="省")
    first = member()
    granted("1990-01-01", first.person, kind="在乡复员军人", category="", grade="", nature="")
    asked = {due.claim.kind: due for due in of(first)}
    assert asked[OLD_MEMBERS].held
    assert "每月50元" in asked[OLD_MEMBERS].ask.clause
    second = member(category="已享受抚恤补助的建国前老党员")
    granted("1990-01-01", second.person, kind="在乡复员军人", category="", grade="", nature="")
    paid = {due.claim.kind: due for due in of(second)}
    assert (paid[OLD_MEMBERS].yuan, paid[OLD_MEMBERS].held) == (Decimal(50), False)


def test_what_is_wanting_is_listed_only_where_the_office_pays_them(archive):
    def kinds(ways):
        return {gap.kind for gap in coverage.coverage_gaps(MONTH, MONTH, StandardRates(ways))}

    assert OLD_MEMBERS not in kinds(Ways())
    assert OLD_MEMBERS in kinds(Ways(local_kinds=f"{OLD_MEMBERS}：{PAID_HERE}"))


def test_a_roster_of_old_members_is_known_by_its_title(take_in, tmp_path):
    number = citizen_number(PartDate(1921, 3, 4).earliest())
    rows = [
        ["建国前入党的老党员生活补贴花名册"],
        ["姓名", "身份证号", "入党时间", "状态"],
        ["张三", number, "1944-05-01", "享受待遇"],
    ]
    take_in(workbook(tmp_path / "名册.xlsx", {"Sheet1": rows}))
    made = Identity.get()
    assert (made.kind, made.party_joined) == (OLD_MEMBERS, PartDate(1944, 5, 1))
    assert f"类别应为“{MIDDLE}”" in "；".join(each.message for each in Finding.select())


@pytest.mark.parametrize(
    ("joined", "category", "doubted"),
    [
        ("1945-09-02", MIDDLE, ""), ("1945-09-03", MIDDLE, "应为"), ("1945-09", MIDDLE, ""), ("1937-07-06", "1937年7月6日前入党", ""),
        ("1937-07-07", "1937年7月6日前入党", "应为"), ("1949-10-01", MIDDLE, "不在1949年9月30日以前"),
        ("1949-09-30", "1945年9月3日至1949年9月30日入党", ""), ("1944-01-01", "已享受抚恤补助的建国前老党员", ""),
    ],
)  # fmt: skip
def test_the_time_of_joining_and_the_category_are_compared(member, joined, category, doubted):
    made = member(category=category, party_joined=PartDate.parse(joined))
    said = "；".join(each.message for each in made.doubts() if "入党" in each.message)
    assert (doubted in said) if doubted else said == ""
