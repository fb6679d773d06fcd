"""The registers of the ledger: their rows, their years, their rates."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.ledger.leading_groups import LeadingGroup
from models.ledger.rates import Rate
from reports.ledger.registers import register_of

USER = "王芳"


def save(*records):
    with journal.entry("登记", USER):
        for record in records:
            record.save()


@pytest.mark.parametrize(
    ("done", "due", "shown"),
    [(681, 681, "100%"), (23, 24, "95.8%"), (0, 0, ""), (1, 2, "50%"), (999, 1000, "99.9%")],
)
def test_a_rate_is_never_rounded_up(done, due, shown):
    assert Rate(done=done, due=due).rate == shown


def test_groups_stand_from_the_district_down(archive):
    facts = {"name": "领导小组", "leader": "某", "since": PartDate(2020)}
    for level, unit in (("村（社区）", "七一社区"), ("镇（街道）", "总寨镇"), ("区级", "城中区")):
        save(LeadingGroup(level=level, unit=unit, **facts))
    assert [each.unit for each in register_of("组织领导").rows()] == ["城中区", "总寨镇", "七一社区"]
