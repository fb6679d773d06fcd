"""A table of many people, as the tables have it."""

from tests.ui.tables.conftest import people, rows, table

__all__ = ["people", "rows", "table"]
