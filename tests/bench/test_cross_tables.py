"""How long a cross-table of 100,000 people takes, against reading its two columns."""

from __future__ import annotations

from models.core.record import db
from models.people.identity import Identity
from models.year.cross_tables.cross_choices import ON_REGISTER_AT_END, CrossChoice
from models.year.cross_tables.crossing import crossed
from tests.bench.measured import Measured, best

CHOICE = CrossChoice(row="street", column="identity.kind", population=ON_REGISTER_AT_END)
YEAR = 2020
BUDGET = 12.0  # of reading the rows
READ = (
    "SELECT person.id, identity.id, person.street, identity.kind FROM person"
    " LEFT JOIN identity ON identity.person_id = person.id ORDER BY person.id"
)


def measure() -> Measured:
    """In the open archive: street by kind of those on the register."""
    ours = best(lambda: crossed(CHOICE, YEAR))
    floor = best(lambda: db.execute_sql(READ).fetchall())
    work = f"a cross-table of {Identity.select().count():,} identities"
    return Measured(work, 1000 * ours, 1000 * floor, "ms", BUDGET)
