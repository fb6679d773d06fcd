"""Standing 现在有效的操作: which entries of the journal stand at present, and which were turned back by others, however often."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from models.core.journal import Entry


class StandingEntries:
    """Which entries stand, as the journal says at this moment; read once, for undoings are few among the entries."""

    def __init__(self) -> None:
        pairs: Any = Entry.select(Entry.number, Entry.undoes).where(Entry.undoes.is_null(False)).tuples()
        self.undoes: dict[int, int] = dict(pairs)
        self._turned_by: dict[int, list[int]] = defaultdict(list)
        self._known: dict[int, bool] = {}
        for number, undone in sorted(self.undoes.items(), reverse=True):
            self._turned_by[undone].append(number)
            self.stands(number)  # the newest first: whatever turns one back is known by then

    def stands(self, number: int) -> bool:
        """Whether what an entry did holds: no entry that stands has turned it back."""
        if number not in self._known:
            self._known[number] = self.undone_by(number) is None
        return self._known[number]

    def undone_by(self, number: int) -> int | None:
        """The entry by which another one is turned back at present; None while it stands."""
        return next((each for each in self._turned_by.get(number, ()) if self.stands(each)), None)

    def root(self, number: int) -> int:
        """The action that an undoing, or the undoing of an undoing, was about; of any other entry itself."""
        while number in self.undoes:
            number = self.undoes[number]
        return number

    def is_redoing(self, number: int) -> bool:
        """Whether turning this entry back would do again what was undone."""
        return number in self.undoes and not self.is_redoing(self.undoes[number])

    def later_than(self, number: int, others: Iterable[int]) -> set[int]:
        """Those of some entries that came later than one and hold; an undoing of what came later too has nothing left to say."""
        return {
            each
            for each in others
            if each > number and self.stands(each) and self.undoes.get(each, 0) <= number
        }
