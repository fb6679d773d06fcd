"""People's own secrets, hidden in whatever is written about them, of any length and shape."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Any

from models.core.masks import Secret
from models.core.record import KINDS_OF_RECORDS, among, db
from reports.changes.changed_words import secret_of

AT_ONCE = 1000  # people whose rows, and secrets, are held together
SHORTEST = 5  # characters; what is shorter stands in any sentence by chance
BLANKS = re.compile(r"[\s-]+")
PLAIN_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")
BROKEN_UP = re.compile(r"[0-9A-Za-z][\s-]+[0-9A-Za-z]|[０-９]")
SEVERAL = re.compile(r"[、，,；;／/]")  # between the numbers of one field


class OwnSecrets:
    """The numbers, telephones and accounts that the records of some people, or outsiders, hold."""

    def __init__(self, owner: Any, people: list[int]) -> None:
        self._known: dict[int, dict[str, Secret]] = defaultdict(dict)  # by what is written, without blanks
        for kind in KINDS_OF_RECORDS.values():
            whose = kind.id if kind is owner else kind._meta.fields.get(owner._meta.table_name)
            for field in kind._meta.sorted_fields if whose is not None else ():
                if (secret := secret_of(field)) is not Secret.OPEN:
                    self._learn(
                        kind.select(whose, field).where(among(whose, people), field != "").distinct(), secret
                    )
        # The longest first: a telephone may stand in an account.
        self._shown = {
            person: {words: known[words].hide(words) for words in sorted(known, key=lambda each: (-len(each), each))}
            for person, known in self._known.items()
        }  # fmt: skip

    def _learn(self, query: Any, secret: Secret) -> None:
        for person, words in db.execute(query):
            for each in SEVERAL.split(words.translate(PLAIN_DIGITS)):
                if len(bare := BLANKS.sub("", each)) >= SHORTEST:
                    self._known[person][bare] = secret

    def hidden(self, person: int, row: list[Any]) -> list[Any]:
        """A row about that person, whose secret fields are hidden already."""
        shown = self._shown.get(person, {})
        return [_without(words, shown) if isinstance(words, str) else words for words in row]


def _without(words: str, shown: dict[str, str]) -> str:
    if len(words) < SHORTEST:
        return words
    if BROKEN_UP.search(words):
        return _without_blanks(words, shown)
    for secret, instead in shown.items():
        if secret in words:
            words = words.replace(secret, instead)
    return words


def _without_blanks(words: str, shown: dict[str, str]) -> str:
    """Words whose numbers are written with blanks, dashes or full-width digits."""
    words = words.translate(PLAIN_DIGITS)
    for secret, instead in shown.items():
        if secret in BLANKS.sub("", words):
            words = instead.join(re.split(r"[\s-]*".join(map(re.escape, secret)), words))
    return words
