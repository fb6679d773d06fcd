"""The plan at a glance, and each team's sheet."""

from __future__ import annotations

from pypdf import PdfReader

from models.visit_plans.planned_visits import PlannedVisit
from models.visits.units import Unit
from reports.visit_plans import plan as plans
from tests.reports.visit_plans.prepared import text


def test_the_plan_sums_up_teams_and_categories(ready, tmp_path):
    first, second = text(plans.overview(ready), tmp_path / "计划.pdf")
    assert "2020年八一走访慰问计划" in first
    assert "第一组区领导王芳、李强总寨镇7月28日至7月29日21,000.00大米2袋" in first
    assert "金额1,300.00元大写：壹仟叁佰元整" in first
    assert "参战退役人员301,300.00大米2袋" in second


def test_each_team_has_a_sheet_of_its_own_with_a_bookmark(ready, tmp_path):
    first, second = text(plans.team_sheets(ready), tmp_path / "小组.pdf")
    assert "第一组走访表" in first
    assert "乙二" in first
    assert "总寨镇清河村18号" in first
    assert "西宁市城中区总寨镇" not in first
    assert "丙三" not in first
    assert "丙三" in second
    assert [each.title for each in PdfReader(tmp_path / "小组.pdf").outline] == [
        "2020年八一走访　第一组走访表",
        "2020年八一走访　第二组走访表",
    ]


def test_what_has_no_team_is_not_forgotten_on_paper(ready, save):
    save(PlannedVisit(campaign=ready, unit=save(Unit(name="驻区某部一分队"))))
    last = plans.team_sheets(ready)[-1]
    assert "未分组" in last.title
    assert last.rows[0][2] == "驻区某部一分队"
