"""Leaks 泄露: whole numbers, telephones and accounts in a file that is to leave the office, with the place where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from models.core.masks import Secret, plain_characters, secrets_in
from models.core.record import KINDS_OF_RECORDS, db
from reports.changes.changed_words import secret_of
from reports.disclosure.file_words import file_words
from reports.disclosure.said import SaidWords

SHORTEST_SECRET = 7  # digits of a telephone without its area code; what is shorter stands anywhere by chance
BETWEEN_NUMBERS = re.compile(r"[、，,；;／/]")  # between the numbers of one field
UNMISTAKABLE = 11  # digits that stand together by chance nowhere
GROUP, LONG_RUNS = re.compile("[0-9]+X?"), re.compile(f"[0-9]{{{UNMISTAKABLE - 1},}}X?")
BETWEEN_DIGITS = re.compile(r"(?<=[0-9])(?:[^\w*]|_){1,3}(?=[0-9X])")
SECRET_NOUNS = {Secret.NUMBER: "身份证号", Secret.PHONE: "电话", Secret.ACCOUNT: "账号", Secret.OPEN: "号码"}


class Leak(NamedTuple):
    """A secret that stands whole in a file: where, of which kind, and how it may be named without telling it again."""

    where: str
    secret: Secret
    shown: str

    def told(self) -> str:
        return f"{self.where}：{SECRET_NOUNS[self.secret]} {self.shown}"


class KnownSecrets:
    """The numbers, telephones and accounts that the archive holds, by their bare characters."""

    def __init__(self, bare: dict[str, Secret] | None = None) -> None:
        self.bare = bare or {}
        lengths = {len(each) for each in self.bare}
        self.lengths = sorted((each for each in lengths if each >= UNMISTAKABLE), reverse=True)

    @classmethod
    def of_archive(cls) -> KnownSecrets:
        """Of everybody in the open archive."""
        known: dict[str, Secret] = {}
        for kind in KINDS_OF_RECORDS.values():
            for field in kind._meta.sorted_fields:
                if (secret := secret_of(field)) is not Secret.OPEN:
                    for (words,) in db.execute(kind.select(field).where(field != "").distinct()):
                        known |= dict.fromkeys(
                            filter(_long_enough, map(_bare, BETWEEN_NUMBERS.split(words))), secret
                        )
        return cls(known)

    def among(self, words: str) -> Iterator[tuple[str, Secret]]:
        """Those that stand in words, the long ones whatever stands between their digits."""
        if not self.bare:
            return
        plain = plain_characters(words).upper()
        for group in GROUP.findall(plain):
            if group in self.bare:
                yield group, self.bare[group]
        for run in LONG_RUNS.findall(BETWEEN_DIGITS.sub("", plain)):
            yield from self._inside(run)

    def _inside(self, run: str) -> Iterator[tuple[str, Secret]]:
        place = 0
        while place < len(run):
            length = next((each for each in self.lengths if run[place : place + each] in self.bare), 1)
            if length > 1:
                yield run[place : place + length], self.bare[run[place : place + length]]
            place += length


def leaks(paths: Iterable[Path], known: KnownSecrets, open_numbers: Iterable[str] = ()) -> list[Leak]:
    """What stands whole in these files, each place and number once: those of the archive, and whatever is shaped like one.

    ``open_numbers`` are the office's own, which a public notice says on purpose.
    """
    allowed = {_bare(each) for each in open_numbers}
    found: dict[Leak, None] = {}
    for path in paths:
        for where, words in file_words(path):
            for bare, secret in _secrets(SaidWords(where, words), known):
                if bare not in allowed:
                    found[Leak(f"{path.name} {where}", secret, secret.hide(bare))] = None
    return list(found)


def _secrets(said: SaidWords, known: KnownSecrets) -> Iterator[tuple[str, Secret]]:
    yield from known.among(said.words)
    yield from ((each.bare, each.secret) for each in secrets_in(said.words))


def _bare(words: str) -> str:
    return re.sub(r"[^0-9X]", "", plain_characters(words).upper())


def _long_enough(bare: str) -> bool:
    return len(bare) >= SHORTEST_SECRET
