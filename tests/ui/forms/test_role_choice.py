"""What a role may do stands where it is chosen."""

from __future__ import annotations

from models.office.roles import rights_by_role
from ui.forms.role_choice import RoleChoice


def test_each_role_says_what_it_may_and_the_present_one_is_marked(qtbot):
    choice = RoleChoice(lambda role: f"按{role}", now="审核")
    qtbot.addWidget(choice)
    assert [button.text() for button in choice.buttons.values() if "现在" in button.text()] == [
        "审核（现在）"
    ]
    assert all(kind.words in choice.buttons[name].accessibleName() for name, kind in rights_by_role().items())
    assert choice.value() == "审核"


def test_what_follows_for_runs_is_said_at_once(qtbot):
    choice = RoleChoice(lambda role: f"按{role}", now="审核")
    qtbot.addWidget(choice)
    with qtbot.waitSignal(choice.changed):
        choice.buttons["审批"].click()
    assert choice.runs.text() == "按审批"
