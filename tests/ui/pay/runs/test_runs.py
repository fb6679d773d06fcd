"""发放批次 in the window: drawn up, checked by another, handed to the bank, read back, paid again, settled."""

from __future__ import annotations

from PySide6.QtTest import QAbstractItemModelTester

from ui.pay.runs.new_run import NewRunDialog


def test_an_empty_page_says_how_to_begin(page):
    assert page.run() is None
    assert not page.steps.isVisible()
    assert "编制批次" in page.lines.table._empty


def test_a_month_is_drawn_up_with_what_cannot_be_reckoned(page, people, only_printed, monkeypatch, qtbot):
    def run(dialog):
        dialog.first.set_value("2019-09")
        return 1

    monkeypatch.setattr(NewRunDialog, "exec", run)
    page.acts.draw_up()
    qtbot.waitUntil(lambda: page.run() is not None)
    assert page.title.text() == "2019年9月 定期抚恤补助（201909-1）　3人　1,800.00元"
    QAbstractItemModelTester(page.lines.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    shown = {words: button.text() for words, button in page.lines.groups.items() if not button.isHidden()}
    assert shown == {"全部": "全部 4", "未计算": "未计算 1", "没有账号": "没有账号 1"}
    page.lines.show_group("未计算")
    assert [page.lines.rows.text(0, n) for n in (0, 2)] == ["丁", "未算"]
    page.lines.table.setCurrentIndex(page.lines.rows.index(0, 0))
    assert "缺少2019年9月的国家标准" in page.lines.why.text()


def test_what_is_written_while_nobody_looks_is_read_when_somebody_does(page, draw, people):
    page.hide()
    draw("2019-09")
    page.session.wrote()
    assert page.rows.rowCount() == 0
    page.show()
    assert page.rows.rowCount() == 1


def test_months_nobody_paid_here_are_told_above_the_lines_with_what_to_do(page, draw, people):
    draw("2019-09")
    draw("2019-12")
    page.refresh()
    assert "以前月份没有发过的6行一并补发，合计3,600.00元" in page.sums.text()
    assert "本档案库从哪个月起发放" in page.sums.text()
    assert page.sums.isVisible()
