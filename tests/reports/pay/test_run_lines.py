"""The lines of a run on paper, as the officer looks through them."""

from __future__ import annotations

from models.pay.runs.run_lines import GROUP_ALL, GROUP_UNKNOWN, run_lines_of
from reports.pay.run_lines import lines_register
from tests.reports.papers import printed, told


def test_a_line_that_could_not_be_reckoned_has_no_amount_and_is_not_summed_up(entitled, run, tmp_path):
    entitled("甲某", 1)
    entitled("乙某", kind="三属")  # a survivor of whom nobody said whose
    made = run("2019-12")
    register = lines_register(made, GROUP_ALL, run_lines_of(made))
    rows = {told(register, n)["姓名"]: told(register, n) for n in range(len(register.rows))}
    assert rows["乙某"]["金额(元)"] == ""
    assert rows["甲某"]["金额(元)"] != ""
    total = rows["甲某"]["金额(元)"]
    assert f"金额{total}元" in printed(register, tmp_path)


def test_the_title_names_the_run_and_the_group_when_it_is_not_all(entitled, run):
    entitled("甲某", 1)
    made = run("2019-12")
    assert lines_register(made, GROUP_ALL, []).title == f"发放批次{made.number}明细"
    assert lines_register(made, GROUP_UNKNOWN, []).title == f"发放批次{made.number}明细（{GROUP_UNKNOWN}）"
