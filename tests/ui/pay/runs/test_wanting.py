"""The standards that a run lacks."""

from __future__ import annotations

from models.core.dates import PartDate
from models.pay.runs import wanting
from tests.ui.pay.runs.conftest import SICK
from ui.pay.runs.wanting import WantingDialog
from ui.pay.standards.standards import StandardsPage
from ui.pay.tab import PayingPage


def test_what_is_wanting_is_listed_by_how_many_wait_for_it(
    session, qtbot, draw, people, granted, person, only_printed, monkeypatch
):
    granted(someone=person(name="戊"), grade="三级")
    granted(someone=person(name="己"), grade="三级")
    run = draw("2019-09")
    found = wanting.of_run(run)
    assert [(each.standard.grade, len(each.people)) for each in found] == [("三级", 2), ("二级", 1)]
    asked = []
    whole = PayingPage(session)
    qtbot.addWidget(whole)
    page = whole.show_section("发放批次")
    monkeypatch.setattr(WantingDialog, "exec", lambda dialog: dialog.open_chosen() or dialog.result())
    monkeypatch.setattr(StandardsPage, "propose", lambda page, wanted: asked.append(wanted))
    assert not page.acts.buttons["缺的标准"][0].isHidden()
    page.acts.tell_wanting()
    assert (asked[0].grade, asked[0].begins) == ("三级", PartDate(2019, 9))


def test_a_standard_to_be_confirmed_is_opened(session, qtbot, draw, granted, person):
    granted(someone=person(name="甲"), **SICK)
    dialog = WantingDialog(wanting.of_run(draw("2020-09")))
    qtbot.addWidget(dialog)
    assert [dialog.rows.text(0, n) for n in (0, 1, 4)] == ["确认", "带病回乡退役军人", "2020年9月"]
    dialog.open_chosen()
    assert dialog.chosen.id is not None
