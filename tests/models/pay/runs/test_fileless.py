"""Who was paid last month and has no file is named apart."""

from __future__ import annotations

from decimal import Decimal

from models.core import journal
from models.core.dates import PartDate
from models.core.jobs import finish
from models.pay.runs import drawing_up, fileless
from models.payments.payment import Payment
from models.people.outsiders import Outsider
from tests.factories import citizen_number
from tests.models.pay.conftest import USER


def test_who_was_paid_last_month_without_a_file_is_named(archive):
    with journal.entry("登记发放", USER):
        outsider = Outsider(name="赵六", number=citizen_number())
        outsider.save()
        for month in ("2019-07", "2019-08"):
            Payment(
                outsider=outsider, programme="定期抚恤补助", month=PartDate.parse(month), item="伤残抚恤金", amount=Decimal(700)
            ).save()  # fmt: skip
    run = finish(drawing_up.draw_up_run(PartDate(2019, 9), PartDate(2019, 9), USER))
    (found,) = fileless.paid_without_file(run)
    assert (found.name, found.item, found.amount) == ("赵六", "伤残抚恤金", Decimal(700))
    assert "没有档案，本月未发放" in found.words()
