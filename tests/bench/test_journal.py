"""How long it takes to turn an import back, and to prove that nobody altered the journal."""

from __future__ import annotations

from pathlib import Path

from models import store
from models.core import journal
from models.core.jobs import finish
from models.imports import imports
from models.undo.undo import undo
from tests.bench import town
from tests.bench.measured import Clock, Measured, best

PEOPLE = 681  # in the district


def measure(folder: Path, clock: Clock = best) -> list[Measured]:
    """Undo of a whole import and proof of the chain, each against the import itself."""
    folder.mkdir(exist_ok=True)
    file = folder / "花名册.xlsx"
    town.workbook(file, PEOPLE)
    town.new_archive(folder / "档案库")
    numbers: list[int] = []

    def take_in() -> None:
        plan = finish(imports.read_workbooks([file]))
        numbers.append(finish(imports.apply(plan, town.USER)) or 0)

    with store.session(folder / "档案库", town.USER, town.PASSWORD, town.CHEAP):
        imported = best(take_in, rounds=1)
        proven = best(journal.chain_faults)
        undone = clock(lambda: undo(numbers[-1], town.USER), rounds=1)
        assert journal.chain_faults() == []
    return [
        Measured(f"undo of an import of {PEOPLE} rows, against the import", undone, imported, "s"),
        Measured("proof of the journal's chain, against the import", proven, imported, "s"),
    ]


def test_turning_an_import_back(tmp_path, clock, keep):
    keep(*measure(tmp_path, clock))
