from __future__ import annotations

import pytest

from models.core.jobs import finish
from models.forecast import forecasts
from models.pay.standards import months
from tests.ui.forecast.conftest import paid

__all__ = ["paid"]
FIRST = months.month(2019, 9)


@pytest.fixture
def made(paid):
    """The forecast of some months from September 2019, with a change where one is given."""

    def reckon(count=4, change=None):
        return finish(forecasts.forecast(range(FIRST, FIRST + count), change))

    return reckon
