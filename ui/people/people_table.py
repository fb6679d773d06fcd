"""The table of people: its columns, and its rows."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from peewee import ModelSelect
from PySide6.QtCore import QObject

from models.filters.filters import Filter
from models.own_fields.own_fields import all_own_fields
from models.pay.dues.listed_people import ListedPeople
from models.people import listing, search
from reports.person.people_roster import people_list
from ui.tables.list_columns import table_columns
from ui.tables.tables import Column, QueryModel


class PeopleRows(QueryModel):
    """People as a filter finds them."""

    PAGE = 50  # rows; a person is so much to read that 200 would be felt
    HELD = 100

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(table_columns(people_list()), parent)
        self.filter = Filter()
        self._own = all_own_fields()

    def newly_defined(self) -> list[Column] | None:
        """The columns, where the office has changed its own fields since they were made."""
        if self._own is all_own_fields():
            return None
        self._own = all_own_fields()
        return table_columns(people_list())

    def show_filter(self, wanted: Filter) -> None:
        self.filter = wanted
        self.show(wanted.query())

    def show(self, query: ModelSelect[Any]) -> None:
        words = self.filter.words
        if (
            words
            and self.filter == Filter(words=words)
            and self._sorted[0] < 0
            and not self.filters
            and not self.searching()
        ):
            self._query = query
            self._take(query, search.find_ids(words))  # from memory: as one types, the file would be too slow
        else:
            super().show(query)

    def _take(self, query: ModelSelect[Any], keys: list[int]) -> None:
        """People of a pasted list stand in its order until a heading was clicked."""
        if self.filter.ids is not None and self._sorted[0] < 0:
            places = {key: place for place, key in enumerate(self.filter.ids)}
            keys = sorted(keys, key=lambda key: places.get(key, len(places)))
        super()._take(query, keys)

    def _records(self, query: ModelSelect[Any] | None, keys: Sequence[int]) -> list[Any]:
        people = ListedPeople(listing.people_in_order(keys))  # without asking the filter once more
        rows = {row.person.id: row for row in people.rows()}
        return [rows.get(key) for key in keys]
