"""States: what may become of a record, each under one name, with the word that the file keeps and an officer reads."""

from __future__ import annotations

from enum import StrEnum


class State(StrEnum):
    """One of a few words. It is that word wherever it goes, into hashes and the text of tables too."""

    __repr__ = str.__repr__
