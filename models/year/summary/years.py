"""The years of which an archive has something to tell."""

from __future__ import annotations

from models.core.dates import this_day
from models.core.record import KINDS_OF_RECORDS
from models.ledger import years
from models.ledger.activities import Activity
from models.ledger.rates import Rate
from models.payments import payment
from models.visits.visit import Visit


def known_years() -> list[int]:
    """Years with a record, and the present one, newest first."""
    found = {this_day().year, *payment.payment_years()}
    for kind in KINDS_OF_RECORDS.values():
        if (kind.COUNTED or kind is Rate) and {"day", "year"} & kind._meta.fields.keys():
            found |= set(years.years_of(kind))
    return sorted(found, reverse=True)


def busiest() -> int:
    """The newest year that has something to tell; the present one where none has."""
    return max(
        (year for model in (Visit, Activity) for year in years.years_of(model)), default=this_day().year
    )
