"""Offices whose papers are none alike come in as the papers say, or it is told; nothing is silently lost or wrong.

Twelve in the suite; two hundred with ``YOUFU_PROOFS=1``.
"""

from __future__ import annotations

import os
from collections import Counter

import pytest

from models.core.jobs import finish
from models.imports import imports
from tests import factories
from tests.scenarios.offices.desks import papers
from tests.scenarios.offices.office import invent
from tests.scenarios.offices.verdicts import faults
from tests.scenarios.offices.writers import written

SEEDS = range(200 if os.environ.get("YOUFU_PROOFS") else 12)


@pytest.mark.parametrize("seed", SEEDS)
def test_every_paper_of_an_office_comes_in_as_it_says_or_is_told(archive, tmp_path, seed, monkeypatch):
    monkeypatch.setattr(factories, "BORN", Counter())  # the same numbers, whatever ran before
    made = papers(invent(seed))
    files = [written(paper, tmp_path) for paper in made]
    plan = finish(imports.read_workbooks(files))
    finish(imports.apply(plan, "王芳"))
    assert not [*faults(plan, [(file.name, paper) for file, paper in zip(files, made, strict=True)])]
