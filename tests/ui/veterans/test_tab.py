"""The tab 服务保障: every register as a list with a form, undone like everything else."""

from __future__ import annotations

from decimal import Decimal

from models.core.dates import PartDate
from models.payments.payment import Payment
from models.veterans.hardship_aid import HardshipAid
from models.veterans.petitions import Petition
from reports.ledger.registers import VETERANS, kinds_of
from tests.ui.ledger.conftest import column
from ui.veterans.tab import ServingPage


def test_every_register_has_a_section_and_opens_empty(session, qtbot):
    shown = ServingPage(session)
    qtbot.addWidget(shown)
    shown.show()
    for kind in kinds_of(VETERANS):
        section = shown.show_section(kind.section)
        assert section.kind is kind
        assert "登记第一条" in section.table._empty


def test_a_petition_is_registered_about_somebody_on_file(page, dialogs, person):
    someone = person()

    def fill(dialog):
        dialog.save()
        assert dialog.form.messages["way"].text() == "请选择信访方式"
        editors = dialog.form.editors
        editors["person"].set_value(someone)
        editors["way"].set_value("来访")
        editors["people"].setText("3")
        editors["matter"].setText("安置待遇")
        dialog.save()

    dialogs.fill = fill
    shown = page("信访")
    shown.add()
    shown.refresh()
    assert Petition.get().person_id == someone.id
    assert shown.sentence.text() == "共1批次，共3人次"
    assert column(shown, "state") == ["办理中"]


def test_money_of_a_help_is_a_payment_and_is_undone_with_it(page, dialogs, person, session):
    someone = person()

    def fill(dialog):
        editors = dialog.form.editors
        editors["person"].set_value(someone)
        editors["day"].set_value(PartDate(2020, 5, 1))
        editors["money"].setText("2000")
        dialog.save()
        assert "请填写帮扶日期" in dialog.form.messages["helped"].text()
        editors["helped"].set_value(PartDate(2020, 5, 6))
        editors["fund"].set_value("区级")
        dialog.save()

    dialogs.fill = fill
    shown = page("困难帮扶")
    shown.add()
    shown.refresh()
    paid = Payment.get()
    assert (paid.amount, paid.person_id, paid.programme) == (Decimal(2000), someone.id, "困难帮扶")
    assert column(shown, "money") == ["2,000.00"]
    dialogs.fill = lambda dialog: (dialog.form.editors["money"].setText("1500"), dialog.save())
    shown.table.selectRow(0)
    shown.change()
    assert Payment.get().amount == Decimal(1500)
    session.undo(session.last_undoable().number)
    session.undo(session.last_undoable().number)
    assert (Payment.select().count(), HardshipAid.select().count()) == (0, 0)
