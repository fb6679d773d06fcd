"""Every figure of the program's own texts, typed by hand in its sentence: with a wrong number it is told, with the right one it is not.

Wrong is the right wording of some other figure, one more, two digits that changed places, or another unit.
``YOUFU_PROOFS=1 pytest tests/scenarios/test_typed_numbers.py`` does it in all places; else a few of each kind of document.
"""

from __future__ import annotations

import os
import random
import re

import pytest

from models.core.jobs import finish
from models.practice import filling
from models.year.summary import report, texts
from models.year.summary.template import CONDITION_FORMS
from models.year.summary.told_figures import WORD_FORMS
from models.year.summary.typed import typed
from tests.conftest import USER

PLACES, OTHERS = (None, 12) if os.environ.get("YOUFU_PROOFS") else (8, 4)
PLACE = re.compile(r"\{([^{}|]+)(?:\|([^{}]*))?\}")
NUMBER = re.compile(r"\d[\d.]*")
HERE = "⟦⟧"


def quoted(text, told):
    """Each place of a figure that says a number: its line with a mark in its place, its key, and its right wordings."""
    for line in text.splitlines():
        for found in PLACE.finditer(line):
            key, form = found[1], found[2] or ""
            figure = told.get(key)
            if figure is None or figure.is_nothing or form in (*CONDITION_FORMS, *WORD_FORMS):
                continue
            if NUMBER.match(said := figure.said(form) or ""):
                yield (
                    f"{line[: found.start()]}{HERE}{line[found.end() :]}",
                    said,
                    {said, *figure.wordings(form)},
                )


def changed(said):
    """The number with one more, with its first digits in the other order, and with another unit."""
    digits = NUMBER.match(said)[0]
    yield said.replace(digits, f"{float(digits) + 1:g}", 1)
    yield f"{digits[1]}{digits[0]}{digits[2:]}{said[len(digits) :]}" if len(digits) > 1 else f"9{said}"
    yield digits + ("人" if said.endswith("名") else "名")


@pytest.mark.timeout(600)
def test_a_wrong_number_is_told_wherever_it_is_typed_and_a_right_one_nowhere(archive):
    finish(filling.fill_archive(30, USER))
    chance = random.Random(17)
    for kind in texts.SUMMARY_KINDS:
        asked = report.ask(kind, filling.INVENTED_YEAR, texts.shipped_text(kind))
        found = list(quoted(texts.shipped_text(kind), asked.told))
        wordings = sorted({said for _, said, _ in found})
        for line, said, right in found if PLACES is None else chance.sample(found, min(PLACES, len(found))):
            written = report.write_summary(asked, f"题\n{line}").prose.paragraphs
            if not any(HERE in span.text for each in written for span in each):
                continue  # it stood under a condition alone, and is not said

            def told(words, written=written, asked=asked):
                spans = [
                    [span._replace(text=span.text.replace(HERE, words)) for span in each] for each in written
                ]
                return [each.text for each in typed(spans, asked.told, texts.places())]

            others = chance.sample(wordings, min(OTHERS, len(wordings)))
            for wrong in {*changed(said), *others} - right:
                assert told(wrong), (kind, line, wrong)
            for each in filter(NUMBER.match, right):
                assert told(each) == [], (kind, line, each)
