"""What hangs on a row of the ledger: patrols and stages."""

from __future__ import annotations

from models.ledger.honour_steps import HonourStep
from models.ledger.honours import Honour
from models.ledger.memorials import Memorial, Patrol
from tests.ui.ledger.conftest import column
from ui.ledger.details import HonourSteps, Patrols
from ui.ledger.tab import HonoursPage, MemorialsPage


def test_a_memorial_has_its_patrols(page, dialogs, session, qtbot, save):
    save(Memorial(name="演练纪念碑"))
    shown = page(made=MemorialsPage)
    shown.table.selectRow(0)
    opened = []
    dialogs.fill = lambda dialog: opened.append(dialog.rows)
    shown.patrol()
    assert isinstance(opened[0], Patrols)
    patrols = Patrols(session, Memorial.get())
    qtbot.addWidget(patrols)

    def fill(dialog):
        dialog.form.editors["finding"].setText("碑文脱色")
        dialog.save()

    dialogs.fill = fill
    patrols.add()
    assert (Patrol.get().finding, Patrol.get().waiting) == ("碑文脱色", True)
    assert patrols.rows.text(0, 4) == "待整改"


def test_a_proposal_goes_on_stage_by_stage(page, dialogs, session, qtbot, save):
    save(Honour(year=2020, honour="最美退役军人", name="张三", stage="推荐"))
    shown = page(made=HonoursPage)
    steps = HonourSteps(session, Honour.get())
    qtbot.addWidget(steps)

    def fill(dialog):
        dialog.form.editors["stage"].set_value("初选")
        dialog.save()

    dialogs.fill = fill
    steps.add()
    assert HonourStep.get().stage == Honour.get().stage == "初选"
    assert column(shown, "stage") == ["初选"]
