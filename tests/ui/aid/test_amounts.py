"""The office's own amounts in the window: unset until the office says them."""

from __future__ import annotations

from models.aid.amounts import AidRule
from ui.aid.amounts import UNSET, RulesDialog


def test_every_amount_stands_unset_until_the_office_says_it(session, qtbot, archive, answers):
    dialog = RulesDialog(session)
    qtbot.addWidget(dialog)
    head = dialog.tree.topLevelItem(0)
    assert head.child(0).text(1) == UNSET
    answers.update(value="一千", year="2020", document="某文件")
    dialog.ask(head.child(0))
    assert "不是数字" in answers.said
    answers["value"] = "12,000元"
    dialog.ask(dialog.tree.topLevelItem(0).child(0))
    assert AidRule.get().amount == 12000
    assert dialog.tree.topLevelItem(0).child(0).text(1) == "12,000.00元"
