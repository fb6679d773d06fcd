"""The leading groups, and how their members changed."""

from __future__ import annotations

import pytest

from models.core import journal
from models.core.dates import PartDate
from models.core.record import Invalid
from models.ledger import leading_groups
from models.ledger.leading_groups import LeadingGroup
from tests.conftest import USER
from tests.models.ledger.conftest import DAY, TOMORROW


def test_a_change_of_members_keeps_how_it_was(save):
    facts = {"level": "镇（街道）", "unit": "总寨镇", "name": "双拥工作领导小组"}
    first = save(LeadingGroup(**facts, leader="李强", members="甲、乙", since=PartDate(2019, 3, 1)))
    second = leading_groups.successor(first)
    assert (second.leader, second.members, second.since) == ("李强", "甲、乙", None)
    second.leader, second.since, second.reason = "赵海林", PartDate(2020, 5, 8), "人事变动"
    with journal.entry("调整", USER):
        leading_groups.succeed(first, second)
    kept = list(LeadingGroup.select().order_by(LeadingGroup.since))
    assert [(each.leader, str(each.since), str(each.until or "")) for each in kept] == [
        ("李强", "2019-03-01", "2020-05-07"),
        ("赵海林", "2020-05-08", ""),
    ]


def test_a_unit_has_one_present_group_of_a_name(save):
    facts = {"unit": "总寨镇", "name": "双拥工作领导小组", "leader": "李强", "since": DAY}
    save(LeadingGroup(**facts))
    with pytest.raises(Invalid, match="人员调整"):
        save(LeadingGroup(**facts))
    save(LeadingGroup(**facts | {"until": PartDate(2020, 5, 1)}))


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        ({"unit": ""}, "单位"), ({"leader": ""}, "组长"), ({"since": None}, "起始日期"), ({"since": TOMORROW}, "还没有到"),
        ({"until": PartDate(2019)}, "早于起始"), ({"level": "省级"}, "层级请选"),
    ],
)  # fmt: skip
def test_what_no_group_can_be(save, facts, reason):
    with pytest.raises(Invalid, match=reason):
        save(LeadingGroup(**{"unit": "总寨镇", "leader": "李强", "since": DAY, **facts}))


FACTS = {"unit": "总寨镇", "name": "双拥工作领导小组", "leader": "李强", "since": DAY}


def test_a_group_that_ends_on_the_day_on_which_it_began_is_one(save):
    save(LeadingGroup(**FACTS, until=DAY))
    save(LeadingGroup(**FACTS))
    save(LeadingGroup(**FACTS | {"name": "退役军人工作领导小组"}))
    save(LeadingGroup(**FACTS | {"unit": "七一社区"}))


def test_a_change_takes_all_that_stays_and_leaves_why_and_from_when_to_be_said(save):
    facts = {
        "deputies": "甲",
        "members": "乙",
        "office": "丙",
        "document": "1号",
        "reason": "成立",
        "notes": "备注",
    }
    after = leading_groups.successor(save(LeadingGroup(**FACTS, **facts)))
    assert (after.unit, after.name, after.leader, after.deputies, after.members, after.office) == (
        "总寨镇",
        "双拥工作领导小组",
        "李强",
        "甲",
        "乙",
        "丙",
    )
    assert (after.document, after.reason, after.notes, after.id) == ("", "", "", None)


def test_a_change_before_the_group_began_is_refused(save):
    first = save(LeadingGroup(**FACTS))
    second = leading_groups.successor(first)
    second.since = PartDate(2020, 3, 31)
    with pytest.raises(Invalid, match="早于起始"), journal.entry("调整", USER):
        leading_groups.succeed(first, second)
    assert LeadingGroup.get().until is None


def test_the_form_of_a_change_may_be_filled_in_while_the_old_group_still_stands(save):
    after = leading_groups.successor(save(LeadingGroup(**FACTS)))
    after.since = PartDate(2020, 5, 8)
    assert after.problems() == {}
    assert "请用“人员调整”" in LeadingGroup(**FACTS | {"since": PartDate(2020, 5, 8)}).problems()["since"]


def test_a_group_changed_on_the_day_on_which_it_began_ends_on_that_day(save):
    first = save(LeadingGroup(**FACTS))
    second = leading_groups.successor(first)
    second.since = first.since
    with journal.entry("调整", USER):
        leading_groups.succeed(first, second)
    assert LeadingGroup.get_by_id(first.id).until == first.since
