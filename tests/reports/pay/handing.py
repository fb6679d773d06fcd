"""A run handed over to the bank, and the words of papers."""

from __future__ import annotations

from pypdf import PdfReader

from models.core.dates import PartDate
from models.core.jobs import finish
from models.pay.runs import steps

USER = "王芳"


def words(file):
    return ["".join(page.extract_text().split()) for page in PdfReader(file).pages]


def handed_over(made):
    finish(steps.check_run(made, "李明"))
    steps.approve_run(made, "李明")
    steps.pay_run(made, USER, PartDate(2020, 1, 5))
    return made
