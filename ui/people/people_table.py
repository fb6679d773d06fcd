"""The table of people: its columns, and its rows, each person with the identities that the row tells of."""

from __future__ import annotations

from typing import Any, NamedTuple

from peewee import ModelSelect
from PySide6.QtCore import QObject

from models.filters.filters import Filter
from models.people import listing, search
from models.people.identity import Identity
from models.people.person import Person
from reports.person.people_roster import PEOPLE_LIST
from ui.tables.list_columns import table_columns
from ui.tables.tables import QueryModel


class PersonRow(NamedTuple):
    """A person as a row of the list shows him or her."""

    person: Person
    identities: list[Identity]


class PeopleRows(QueryModel):
    """People as a filter finds them."""

    PAGE = 50  # rows; a person is so much to read that 200 would be felt
    HELD = 100

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(table_columns(PEOPLE_LIST), parent)
        self.filter = Filter()

    def expect(self, total: int) -> None:
        """Among many people every search is made in the background, however few it may find."""
        self.MANY = QueryModel.MANY if total <= QueryModel.MANY else -1

    def show_filter(self, wanted: Filter) -> None:
        self.filter = wanted
        self.show(wanted.query())

    def show(self, query: ModelSelect[Any]) -> None:
        words = self.filter.words
        if words and self.filter == Filter(words=words) and self._sorted[0] < 0 and not self.searching():
            self._query = query
            self._take(query, search.find_ids(words))  # from memory: as one types, the file would be too slow
        else:
            super().show(query)

    def _fetch(self, number: int) -> list[Any]:
        keys = self._keys[number * self.PAGE : (number + 1) * self.PAGE]
        people = {
            person.id: person for person in listing.people_in_order(keys)
        }  # without asking the filter once more
        held = listing.identities_of(keys)
        return [PersonRow(people[key], held[key]) if key in people else None for key in keys]
