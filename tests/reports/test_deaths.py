"""What a family is asked to give back, and the list of those who were stopped."""

from __future__ import annotations

from decimal import Decimal

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.record import Refusal
from models.deaths import sentinel
from models.deaths.sentinel import DeathMatch
from models.payments.payment import Payment
from reports import deaths
from tests.reports.papers import USER, printed, save, text_of


def test_the_notice_to_the_family_names_every_month_and_its_sum(identity, person, tmp_path):
    made = identity(person(name="故某"))
    for month in range(3, 9):
        save(Payment(person=made.person, programme="定期抚恤补助", item="两参人员生活补助费", month=PartDate(2020, month), amount=Decimal("650.10")))  # fmt: skip
    match = DeathMatch(
        person=made.person, file="名单.xlsx", state="待核实", how="号码一致", listed_name="故某"
    )
    save(match)
    with pytest.raises(Refusal, match="停发以后"):
        deaths.write_recovery_notice(match, tmp_path / "通知.pdf")
    with journal.entry("停发", USER):
        sentinel.stop_dead(match, PartDate(2020, 5, 31), USER)
    deaths.write_recovery_notice(DeathMatch.get(), tmp_path / "通知.pdf")
    said = text_of(tmp_path / "通知.pdf")
    for words in (
        "发至2020年5月",
        "2020年6月至2020年8月（3个月）",
        "1,950.30元",
        "壹仟玖佰伍拾元零叁角",
        "送达回证",
    ):
        assert words in said
    for month in (6, 7, 8):
        assert f"2020年{month}月两参人员生活补助费650.10" in said
    assert "还有" not in said
    assert "故某" in printed(deaths.stop_list(sentinel.matches()), tmp_path)


def test_nothing_overpaid_needs_no_notice(person, tmp_path):
    match = DeathMatch(
        person=person(name="故某"), file="名单.xlsx", state="已停发", died=PartDate(2020, 5, 1)
    )
    save(match)
    with pytest.raises(Refusal, match="不用追回"):
        deaths.write_recovery_notice(match, tmp_path / "通知.pdf")
