"""Saved papers 存成的文件: a PDF that went nowhere but into a file, in the print ledger with its place."""

from __future__ import annotations

from pathlib import Path

from models.printing import printings
from models.printing.named_people import named_in
from models.printing.printings import Printing
from models.printing.printouts import PaperMatter, keep_printout


def note_saved(file: Path, pages: int, matter: PaperMatter, user: str) -> Printing:
    """Write down that a paper was saved in this file."""
    printings.let_go_of_old()
    kept = keep_printout(file.read_bytes(), pages, matter, named_in(file))
    return printings.saved_as(kept, user, str(file.resolve()))
