"""What is shipped of standards beside the amounts (``resources/standards/*.csv``): rises, starts, further months.

The amounts themselves came into the file by a step of its form (``resources/schema/003-standards.csv``).
"""

from __future__ import annotations

import csv
from typing import NamedTuple

import resources

MARKED_YES = "是"
MARKED_ASK = "问"  # of a line that no text settles


class Rise(NamedTuple):
    """By how much a standard rose, where only that is known: shown beside the standards, never used for pay."""

    kind: str
    begins: str
    words: str
    source: str


def rises() -> list[Rise]:
    """The rises that were found without an amount."""
    return [Rise(**row) for row in standard_rows("rises")]


def standard_rows(name: str) -> list[dict[str, str]]:
    """The lines of a file of ``resources/standards``."""
    with resources.path(f"standards/{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))
