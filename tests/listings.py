"""Every list whose columns are said in a layer, for the rules that all of them keep."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

from reports.ledger.registers import KINDS
from reports.tables.list_columns import Listing

ROOT = Path(__file__).parent.parent


def listings(layer: str) -> dict[str, Listing]:
    """The lists by ``module.NAME``, and the registers of the ledger by their sections."""
    found = {kind.section: kind.listing() for kind in KINDS} if layer == "reports" else {}
    for file in sorted((ROOT / layer).rglob("*.py")):
        if "Listing(" in file.read_text("utf-8"):
            module = ".".join(file.relative_to(ROOT).with_suffix("").parts)
            for name, value in vars(import_module(module)).items():
                if isinstance(value, Listing):
                    found[f"{module}.{name}"] = value
    return found


def keep_the_rules(listing: Listing) -> None:
    """What is true of every list's columns."""
    keys = [each.key for each in listing.columns]
    assert len(set(keys)) == len(keys), (
        "the window remembers columns by their keys, and paper orders them by these"
    )
    assert set(listing.first) <= set(keys)
    assert len(set(listing.first)) == len(listing.first)
    assert all(listing.heading(each).strip() for each in listing.columns)
    assert sorted(listing.shown(), key=id) == sorted((c for c in listing.columns if c.width), key=id)
    assert not listing.money or listing.money in {each.key for each in listing.printed()}
