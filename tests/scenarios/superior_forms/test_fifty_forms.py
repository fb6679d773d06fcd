"""Fifty forms as superiors send them: nearly all headings are understood, every wrong or unknown one is told, nothing else changes."""

from __future__ import annotations

from collections import Counter

import pytest

from models.superior_forms.form_fields import BY_HAND
from reports.superior_forms.form_files import read_form
from tests.scenarios.superior_forms.forms import ALL_FORMS
from tests.scenarios.superior_forms.headings import ASKED
from tests.scenarios.superior_forms.papers import make_form


def bare(words: str) -> str:
    return "".join(words.split()).strip("：")


def judged(folder, form) -> Counter[str]:
    """Of each heading whether it was understood, told as open, or, worst, taken wrongly and for sure."""
    asked = {}
    for fact in read_form(make_form(folder, form)).form.asked():
        asked.setdefault(bare(fact.heading), fact)
    verdicts: Counter[str] = Counter()
    for words in form.headings:
        fact, truth = asked.get(bare(words)), ASKED[words]
        if fact is None:
            verdicts["lost"] += 1
        elif truth in ("", BY_HAND):
            verdicts["right" if fact.open or fact.field == truth else "wrong"] += 1
        elif fact.sure:
            verdicts["right" if fact.field == truth else "wrong"] += 1
        else:
            verdicts["open"] += 1
        if fact is None or (fact.sure and fact.field != truth) or (truth and not fact.sure):
            print(form.title, form.layout, words, fact and (fact.field, fact.sure))
    return verdicts


@pytest.mark.parametrize("form", ALL_FORMS, ids=lambda form: form.title)
def test_no_heading_of_a_form_is_taken_for_another_or_lost(archive, tmp_path, form):
    verdicts = judged(tmp_path, form)
    assert not verdicts["wrong"]
    assert not verdicts["lost"]


def test_of_fifty_forms_nearly_all_headings_are_understood(archive, tmp_path):
    assert len(ALL_FORMS) == 50
    whole = sum((judged(tmp_path, form) for form in ALL_FORMS), Counter())
    assert whole["right"] >= 0.95 * whole.total()
