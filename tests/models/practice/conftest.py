"""The invented people of 2020, invented once; and an archive of sixty of them with a year of pay, filled once."""

from __future__ import annotations

import pytest

from models import store
from models.core.jobs import finish
from models.practice import InventedPerson, filling, invented_people


@pytest.fixture(scope="session")
def people() -> list[InventedPerson]:
    return invented_people()


@pytest.fixture(scope="session")
def filled(tmp_path_factory):
    """The archive, closed; whoever opens it only looks."""
    folder = tmp_path_factory.mktemp("演练") / "档案库"
    store.create_practice(folder)
    with store.practice_session(folder, "演练"):
        finish(filling.fill_and_pay(60, "演练"))
    return folder


@pytest.fixture
def year(filled):
    with store.practice_session(filled, "演练"):
        yield filled
