"""Every paper is understood, taken in and told as it stands beside it; ``YOUFU_PAPERS=1`` writes that anew, to be looked at line by line."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from models.core.jobs import finish
from models.imports import imports
from tests import factories
from tests.scenarios.papers.paper import HERE, LINE, Paper
from tests.scenarios.papers.tellings import read_lists, read_paper, told_of_plan, told_of_records

READ, LISTED, PLANNED = (sorted((HERE / name).glob("*.txt")) for name in ("reading", "lists", "planning"))


def agrees(file: Path, told: list[str]) -> None:
    words = "\n".join(each.rstrip() for each in told)
    if os.environ.get("YOUFU_PAPERS"):
        written = file.read_text("utf-8").partition(LINE)[0].rstrip("\n")
        file.write_text(f"{written}\n{LINE}\n{words}\n", "utf-8")
    assert words == Paper.read(file).expected


@pytest.mark.parametrize("file", READ, ids=lambda file: file.stem)
def test_a_paper_is_understood_as_it_stands_beside_it(file):
    agrees(file, list(read_paper(Paper.read(file))))


@pytest.mark.parametrize("file", LISTED, ids=lambda file: file.stem)
def test_a_list_of_plain_facts_is_read_as_it_stands_beside_it(file):
    agrees(file, list(read_lists(Paper.read(file))))


@pytest.mark.parametrize("file", PLANNED, ids=lambda file: file.stem)
def test_a_paper_is_taken_in_as_it_stands_beside_it(archive, tmp_path, file):
    told: list[str] = []
    for number, (sheets, answers) in enumerate(Paper.read(file).imports):
        files = []
        for name in dict.fromkeys(each.file for each in sheets):
            (tmp_path / f"{number}").mkdir(exist_ok=True)
            rows = {each.name: each.rows for each in sheets if each.file == name}
            files.append(factories.workbook(tmp_path / f"{number}" / name, rows))
        plan = finish(imports.read_workbooks(files, answers))
        finish(imports.apply(plan, "王芳"))
        told += told_of_plan(plan)
    agrees(file, [*told, *told_of_records()])
