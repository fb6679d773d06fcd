"""The years of which an archive has something to tell."""

from __future__ import annotations

from datetime import date
from typing import Any

from models.ledger import years
from models.ledger.activities import Activity
from models.ledger.briefs import Brief
from models.ledger.honours import Honour
from models.ledger.publicity import Publicity
from models.ledger.rates import Rate
from models.ledger.services import Service
from models.payments import payment
from models.payments.medical_case import MedicalCase
from models.visits.visit import Visit

KEPT: tuple[Any, ...] = (Visit, MedicalCase, Activity, Brief, Honour, Publicity, Rate, Service)


def known() -> list[int]:
    """Years with a record, and the present one, newest first."""
    found = {date.today().year, *payment.years()}
    for model in KEPT:
        found |= set(years.of(model))
    return sorted(found, reverse=True)


def busiest() -> int:
    """The newest year that has something to tell; the present one where none has."""
    return max((year for model in (Visit, Activity) for year in years.of(model)), default=date.today().year)
