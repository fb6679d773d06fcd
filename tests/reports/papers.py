"""What tests of papers need: records saved, papers written, and their words without the blanks of the layout."""

from __future__ import annotations

from pypdf import PdfReader

from models.core import journal
from models.core.jobs import finish
from reports.tables.register import write_paper

USER = "王芳"


def text_of(file):
    return "".join("".join(page.extract_text().split()) for page in PdfReader(file).pages)


def printed(register, tmp_path):
    finish(write_paper([register], tmp_path / "表.pdf"))
    return text_of(tmp_path / "表.pdf")


def save(*records):
    with journal.entry("登记", USER):
        for each in records:
            each.save()


def told(register, row=0):
    """A row of a register by its headings."""
    return dict(zip((each.words for each in register.headings), register.rows[row], strict=True))
