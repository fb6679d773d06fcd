"""What is different in a run, told shortly."""

from __future__ import annotations

from decimal import Decimal

from models.pay.runs import runs
from reports.pay import differences, run_rosters


def test_people_who_changed_for_one_reason_are_told_together(late_rise):
    found = {each.what: each for each in differences.differences(late_rise[0])}
    assert set(found) == {"其他变更", "补发"}
    assert (found["补发"].who, found["补发"].span, found["补发"].amount) == (
        "甲某、乙某",
        "2021年8月至9月",
        Decimal(200),
    )
    assert found["其他变更"].reason.startswith("标准由650元/月变为700元/月：国家标准")


def test_the_list_of_changes_names_who_could_not_be_reckoned(entitled, run, only_printed):
    entitled("甲某", 1, kind="伤残人员", grade="二级", nature="因战")
    made = run_rosters.changes_register(run("2019-09"))
    assert [row[1:5] for row in made.rows] == [("甲某", made.rows[0][2], "伤残人员 二级因战", "未算")]
    assert "缺少2019年9月的国家标准" in made.rows[0][-1]
    assert runs.lines_of(runs.runs()[0])[0].kind == "未算"
