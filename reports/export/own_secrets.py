"""People's own secrets, hidden in whatever is written about them, of any length and shape."""

from __future__ import annotations

from collections import defaultdict
from typing import Any

from models.core.masks import Secret
from models.core.record import KINDS_OF_RECORDS, among, db
from models.people.person import Person
from reports.person.changed_words import secret_of

SHORTEST = 5  # characters; what is shorter stands in any sentence by chance


class OwnSecrets:
    """The numbers, telephones and accounts that the records of some people hold."""

    def __init__(self, people: list[int]) -> None:
        self._known: dict[int, dict[str, str]] = defaultdict(dict)  # what is hidden → how it is shown
        for kind in KINDS_OF_RECORDS.values():
            whose = Person.id if kind is Person else kind._meta.fields.get("person")
            for field in kind._meta.sorted_fields if whose is not None else ():
                if (secret := secret_of(field)) is not Secret.OPEN:
                    self._learn(
                        kind.select(whose, field).where(among(whose, people), field != "").distinct(), secret
                    )

    def _learn(self, query: Any, secret: Secret) -> None:
        for person, words in db.execute(query):
            if len(words) >= SHORTEST:
                self._known[person][words] = secret.hide(words)

    def hidden(self, person: int, row: list[Any]) -> list[Any]:
        """A row about that person, whose secret fields are hidden already."""
        known = self._known[person]
        return [_without(words, known) if isinstance(words, str) else words for words in row]


def _without(words: str, known: dict[str, str]) -> str:
    if len(words) >= SHORTEST:
        for secret, shown in known.items():
            if secret in words:
                words = words.replace(secret, shown)
    return words
