"""Papers to be looked at and printed."""

from __future__ import annotations

import pytest
from PySide6.QtPrintSupport import QPrinter

from models.core.jobs import finish
from models.office import settings
from models.people import listing
from models.people.person import Person
from reports.person import gathering, sheets
from ui.printing.preview import PreviewWindow


@pytest.fixture
def papers(person, identity, tmp_path):
    """The files of three people, as one PDF."""
    for name in ("张三", "李四", "王五"):
        identity(person(name=name))
    file = tmp_path / "档案.pdf"
    people = gathering.of_all(listing.people_in_order([each.id for each in Person.select()]))
    finish(sheets.write_person_files(people, file, settings.office()))
    return file


@pytest.fixture
def window(qtbot, papers):
    made = PreviewWindow(papers, "一人一档")
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(lambda: made.bookmarks.rowCount() == 3)
    yield made
    made.close()


@pytest.fixture
def printer(tmp_path):
    """A printer that prints into a PDF."""
    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    made.setOutputFileName(str(tmp_path / "纸.pdf"))
    made.setResolution(150)
    return made
