"""The rules of paying, as the office keeps them."""

from __future__ import annotations

from models.pay.grants.rules import Ways
from ui.pay.standards.rules import WaysDialog


def test_the_rules_are_kept_as_they_stand_and_say_what_no_law_says(session, qtbot, boxes):
    dialog = WaysDialog(session)
    qtbot.addWidget(dialog)
    assert dialog.ways() == Ways.kept()
    dialog.sixty.setCurrentText("满60周岁当年1月")
    dialog.excluded["参战-参试"].setChecked(True)
    dialog.layers["三属", "省"].setChecked(True)
    dialog.taken_over.set_value("去年")
    dialog.accept()
    assert "月份“去年”写法不对" in boxes[-1]
    dialog.taken_over.set_value("2021-01")
    dialog.abroad.set_value("半年")
    dialog.accept()
    assert boxes[-1] == "请写整数个月，不设定的留空"
    dialog.abroad.set_value("6")
    dialog.accept()
    assert Ways.kept().abroad_months == "6"
    kept = Ways.kept()
    assert (kept.sixty, kept.taken_over, kept.supplements) == ("满60周岁当年1月", "2021-01", "三属：省")
    assert kept.layers("三属") == ("国家", "省")
    assert "参战-参试" in {each.code for each in kept.excluded()}
    assert {dialog.rows.text(row, 3) for row in range(dialog.rows.rowCount())} == {"是", "未确认"}


def test_the_earliest_day_of_paying_is_the_office_s_own_and_marked_as_unconfirmed(session, qtbot, boxes):
    dialog = WaysDialog(session)
    qtbot.addWidget(dialog)
    assert dialog.earliest_day.value() == "16"
    dialog.earliest_day.set_value("31")
    dialog.accept()
    assert "1至28之间" in boxes[-1]
    dialog.earliest_day.set_value("5")
    dialog.accept()
    assert Ways.kept().earliest_pay_day == "5"
