from __future__ import annotations

from models.core.dates import PartDate
from models.people.person import Person
from ui.people.people_table import PeopleRows


def test_the_days_of_an_identity_can_be_shown(session, identity):
    """The columns 批准日期 and 抚恤金已发至, hidden at first, say dates and not words."""
    identity(approved=PartDate(2009, 3, 4), paid_to=PartDate(2020, 7))
    rows = PeopleRows()
    rows.show(Person.select())
    said = {column.key: rows.text(0, place) for place, column in enumerate(rows.columns)}
    assert (said["approved"], said["paid_to"]) == ("2009-03-04", "2020-07")
