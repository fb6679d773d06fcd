"""The papers of somebody's file, and scans to be taken in."""

from __future__ import annotations

import pytest
from PIL import Image
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QAbstractItemModelTester

from models.core import journal
from models.people.materials import Material
from models.people.person import Person
from tests.conftest import USER
from ui.jobs import jobs
from ui.materials.tab import MaterialsPage


@pytest.fixture
def someone(identity):
    return identity(kind="参战退役人员").person


@pytest.fixture
def page(qtbot, session, someone):
    made = MaterialsPage(session, someone)
    QAbstractItemModelTester(made.rows, QAbstractItemModelTester.FailureReportingMode.Fatal)
    qtbot.addWidget(made)
    session.changed.connect(lambda: made.show_person(Person.get_by_id(someone.id)))
    made.resize(1000, 600)
    made.show()
    return made


@pytest.fixture
def scan(tmp_path):
    """A scan on the disk: a picture, or a PDF of so many pages."""

    def make(name="甲.png", colour="white", pages=1):
        picture = Image.new("L", (300, 400), colour)
        if name.endswith(".pdf"):
            picture.save(tmp_path / name, save_all=True, append_images=[picture] * (pages - 1))
        else:
            picture.save(tmp_path / name)
        return tmp_path / name

    return make


def titles(page):
    return [paper.title for paper in page.rows.papers]


def told(page, row):
    return [page.rows.index(row, column).data() for column in range(3)]


def drop(qtbot, page, files, title=None):
    """Drop files as the mouse does, on the line of that title or beside all lines."""
    given = QMimeData()
    given.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    row = titles(page).index(title) if title else -1
    place = QPointF(page.list.visualRect(page.rows.index(row, 1)).center()) if title else QPointF(5, 5)
    event = QDropEvent(
        place, Qt.DropAction.CopyAction, given, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    before = journal.Entry.select().count()
    (page.list if title else page).dropEvent(event)
    qtbot.waitUntil(lambda: journal.Entry.select().count() > before)
    qtbot.waitUntil(lambda: not jobs._running and bool(page.view.scans))


@pytest.fixture
def three(page, someone):
    with journal.entry("登记", USER):
        for number, title in enumerate("甲乙丙", start=1):
            Material.create(person=someone, number=number, title=title)
    page.show_person(someone)
    return page
