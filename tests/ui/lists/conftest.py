"""A table of many people, and a page that is a list of records, as their rooms have them."""

from tests.ui.tables.conftest import people, rows, table
from tests.ui.visits.conftest import page

__all__ = ["page", "people", "rows", "table"]
