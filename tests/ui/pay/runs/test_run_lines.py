"""The lines of a run, by groups."""

from __future__ import annotations

from models.pay.returns import returns
from models.pay.runs import following_runs, run_lines
from tests.models.pay.conftest import tell
from tests.ui.pay.runs.conftest import USER, returned


def test_a_late_standard_is_paid_back_as_lines_of_its_own(page, draw, sent, standard, people):
    standard("80000", "2019-08", grade="二级", nature="因战", ends="2020-07")
    tell(people[0], "停发", since="2019-09-15")
    draw("2019-10")
    page.refresh()
    assert list(run_lines.group_counts(page.run()).values())[1:5] == [1, 1, 0, 1]
    page.lines.show_group("补发")
    assert page.lines.rows.text(0, 3) == "2019-09"
    page.lines.show_group("停发")
    page.lines.table.setCurrentIndex(page.lines.rows.index(0, 0))
    assert "停发" in page.lines.why.text()
    page.lines.words.setText("丁")
    page.lines.show_group("全部")
    assert {page.lines.rows.record(row).name for row in range(page.lines.rows.rowCount())} == {"丁"}


def test_a_failure_is_seen_and_paid_again_to_the_new_account(page, sent, tmp_path):
    returns.apply_return(
        returns.read_return(sent, returned(tmp_path / "回盘.csv", sent, failed=("乙",))), USER
    )
    page.refresh()
    page.lines.show_group("发放失败")
    assert {page.lines.rows.text(row, 7) for row in range(2)} == {
        "失败：已销户",
        "失败：没有银行账号，未送银行",
    }
    again = following_runs.pay_again(sent, USER)
    page.go_to(again)
    assert page.run().people == 2
