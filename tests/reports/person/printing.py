"""People's sheets printed, and what they say."""

from __future__ import annotations

import re

from pypdf import PdfReader

from models.core.jobs import finish
from models.office.settings import Office
from reports.person import sheets
from reports.person.sheets import Copy

OFFICE = Office()


def printed(tmp_path, *people, name="卷.pdf", **copy):
    file = tmp_path / name
    written = finish(sheets.write_person_files(people, file, OFFICE, Copy(**copy)))
    return PdfReader(file), written


def words(page):
    """What a page says, without the spaces and line breaks of its layout."""
    return re.sub(r"\s", "", page.extract_text())


def all_words(pdf):
    return "".join(words(page) for page in pdf.pages)
