"""签署 in the window: told when too early, with the words that are usual."""

from __future__ import annotations

from models.approvals.approval import Approval, ApprovalState, accept, steps_of
from models.core.dates import PartDate
from ui.approvals.signing import SignDialog, last_signer, usual_words
from ui.approvals.steps import due_words


def test_a_level_out_of_turn_is_told_while_one_types(session, qtbot, case):
    made = case()
    dialog = SignDialog(session, steps_of(made)[2])
    qtbot.addWidget(dialog)
    assert "还没有签署同意" in dialog.form.messages["verdict"].text()
    dialog.save()
    assert steps_of(made)[2].verdict == ""


def test_the_usual_words_name_the_facts_of_the_file(case, identity):
    made = identity(kind="伤残人员", nature="因公", grade="六级", state="受理")
    step = steps_of(case("评定残疾等级", made.person, identity=made))[0]
    assert usual_words(step) == "伤残性质：因公　申报等级：六级"
    rural = identity(kind="农村籍退役士兵", service_years=3, state="受理")
    approval = case("农村籍退役士兵老年生活补助", rural.person, identity=rural, starts=PartDate(2020, 10))
    assert usual_words(steps_of(approval)[2]) == "服义务兵役折算年限3年。批准从2020年10月起享受老年生活补助。"
    assert due_words(steps_of(approval)[0]) == ""


def test_who_signed_for_a_level_last_is_offered_the_next_time(session, save, person):
    assert last_signer("区级") == ""
    for name, day in (("李后", 12), ("马先", 10)):
        made = Approval(
            person=person(), matter="临时救助", accepted_on=PartDate(2020, 9, 1), state=ApprovalState.OPEN
        )
        with session.entry("受理"):
            accept(made)
        step = steps_of(made)[2]
        step.verdict, step.signed_by, step.signed_on = "同意", name, PartDate(2020, 9, day)
        save(step)
    assert last_signer(step.level) == "李后"
