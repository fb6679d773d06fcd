"""The command that says which months lack standards."""

from __future__ import annotations

import json


def test_what_is_wanting_is_listed_by_month_and_kind(folder, run):
    status, out, _ = run(
        "standards", folder, "--user", "王芳", "--from", "2019-08", "--to", "2019-09", "--json"
    )
    found = json.loads(out)
    assert status == 0
    assert {each["month"] for each in found} == {"2019-08", "2019-09"}
    assert [each["kind"] for each in found if each["month"] == "2019-09"] == ["伤残人员", "在乡复员军人"]


def test_people_are_told_in_lines(folder, run):
    status, out, _ = run("standards", folder, "--user", "王芳", "--from", "2019-08", "--to", "2019-09")
    assert status == 0
    assert "2019年8月至9月　伤残人员：未确认23条，其中推算23条" in out
    assert out.splitlines()[-1].startswith("2个月缺标准或有标准未确认")


def test_a_month_that_is_none_is_refused(folder, run):
    status, _, err = run("standards", folder, "--user", "王芳", "--from", "去年")
    assert (status, "写法不对" in err) == (2, True)
