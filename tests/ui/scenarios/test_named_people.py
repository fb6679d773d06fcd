"""Whatever a window offers on paper tells of each whom it names, so that it stands in the ledger of readers of his own file."""

from __future__ import annotations

import os

import pytest
from pypdf import PdfReader
from PySide6.QtWidgets import QDialog

from models.core.jobs import finish
from models.core.record import Refusal
from models.people.person import Person
from models.printing.named_people import keep_named, named_in, sets_with
from tests.ui.every_window import every_window, made
from ui.pages.page import Page
from ui.printing.print_button import PrintButton

WAITS = (
    AssertionError,
    IndexError,
    ZeroDivisionError,
    Refusal,
)  # for a choice of the officer, or has nothing to print


@pytest.fixture
def papers(monkeypatch):
    """What is offered on paper, as it is offered: whose window, title, and how it is made."""
    offered = []
    usual = PrintButton.offer_paper

    def offer(button, title, make):
        offered.append((button, title, make))
        usual(button, title, make)

    monkeypatch.setattr(PrintButton, "offer_paper", offer)
    return offered


@pytest.mark.skipif(not os.environ.get("YOUFU_PROOFS"), reason="draws every paper that a window offers")
def test_a_paper_tells_of_each_whom_it_names(office, qapp, papers, tmp_path):
    windows = [made(kind, office) for kind in every_window() if issubclass(kind, Page | QDialog)]
    people = {str(person.name): str(person.uid) for person in Person.select()}
    silent, told = {}, 0
    for number, (button, title, make) in enumerate(papers):
        file = tmp_path / f"{number}.pdf"
        try:
            finish(make(file))
        except WAITS:
            continue
        said = "".join(page.extract_text() for page in PdfReader(file).pages)
        kept = keep_named(named_in(file))
        forgotten = [name for name, uid in people.items() if name in said and kept not in sets_with([uid])]
        told += bool(kept)
        if forgotten:
            silent[type(button.window()).__name__, title] = forgotten
    assert silent == {}
    assert (told > 20, len(windows) > 20) == (True, True)
