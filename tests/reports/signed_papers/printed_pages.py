"""Pages printed of people on file, as pictures of a scanner, and piles of them."""

from __future__ import annotations

import pypdfium2
import pytest

from models.core import journal
from models.core.jobs import finish
from models.office import settings
from models.people.file_numbers import assign_file_numbers
from reports.person import gathering
from reports.person.sheets import Copy, write_person_files
from reports.signed_papers.pile import scan_in

USER = "王芳"
LONG = "曾参加集体生产劳动，后回乡务农。" * 120  # more than a page of notes
SIGNED = ["封面", "登记表", "备考"]


@pytest.fixture
def on_file(person):
    """Make people with file numbers."""

    def make(**facts):
        someone = person(**facts)
        with journal.entry("编号", USER):
            assign_file_numbers([someone], [])
            someone.save()
        return someone

    return make


@pytest.fixture
def printed_pages(tmp_path):
    """Print sheets of people and give back the pages as grey pictures of 150 dpi."""

    def make(*people, sections=SIGNED, **copy):
        file = tmp_path / "印.pdf"
        finish(write_person_files(gathering.of_all(people), file, settings.office(), Copy(sections, **copy)))
        with pypdfium2.PdfDocument(file) as pdf:
            return [page.render(scale=150 / 72, grayscale=True).to_pil() for page in pdf]

    return make


@pytest.fixture
def pile(tmp_path):
    """Lay pictures into a folder, in their order."""

    def make(*pictures, name="扫描"):
        folder = tmp_path / name
        folder.mkdir(exist_ok=True)
        for number, picture in enumerate(pictures, start=1):
            picture.save(folder / f"{number:03}.png")
        return folder

    return make


def scanned(*paths):
    return finish(scan_in(paths, USER))
