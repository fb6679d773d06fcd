"""An official document, written as a Word file and opened."""

from __future__ import annotations

import docx

from reports.official import word
from tests.reports.official.documents import document


def opened(tmp_path, *paragraphs, **options):
    word.write_official_word(document(*paragraphs, **options), tmp_path / "总结.docx")
    return docx.Document(str(tmp_path / "总结.docx"))
