"""Piles of scanned pages: whatever the scanner did to them, each goes to its own file or waits; none goes to another.

The suite tries a few pages. ``YOUFU_SCANS=1000 python -m pytest -n0 tests/scenarios/test_scanned_piles.py -s`` tries a thousand
and tells how many were filed, how many misfiled, and how many a second were read.
"""

from __future__ import annotations

import os
import random
import time
from collections import Counter

import pypdfium2
import pytest

from models.core import journal
from models.core.jobs import finish
from models.office import settings
from models.people.file_numbers import assign_file_numbers
from models.people.person import Person
from reports.person import gathering
from reports.person.sheets import SECTIONS, Copy, write_person_files
from reports.signed_papers.pile import scan_in
from tests.conftest import USER
from tests.factories import citizen_number
from tests.scenarios.scanner.scans import scanned

PAGES = int(os.environ.get("YOUFU_SCANS", "8"))
SEED = int(os.environ.get("YOUFU_SCANS_SEED", "2020"))
LEAST_FILED = 0.99


@pytest.fixture
def volumes(archive, tmp_path):
    """Files of people, printed: ``(PDF, for each page: the person's number and the page in the file)``."""
    chance = random.Random(SEED)
    people = [
        Person(name=f"甲{n}", sex="男", number=citizen_number(), street="总寨镇", phone=f"1390000{n:04}")
        for n in range(PAGES // 4 + 1)
    ]
    with journal.entry("登记", USER):
        assign_file_numbers(people, [])
        for person in people:
            person.notes = "曾参加集体生产劳动，后回乡务农。" * chance.randint(0, 160)
            person.save()
    file, truth = tmp_path / "卷.pdf", []
    finish(
        write_person_files(gathering.of_all(people), file, settings.office(), Copy(SECTIONS, practice=True))
    )
    with pypdfium2.PdfDocument(file) as pdf:
        owners = iter(people)
        for page in pdf:
            words = page.get_textpage().get_text_range()
            if "优抚对象档案" in words and "案卷题名" in words:
                owner, number = next(owners), 0
            number += 1
            truth.append((owner.number, number))
    return file, truth


@pytest.mark.timeout(4 * 3600)
def test_each_page_of_a_pile_finds_its_own_file(volumes, tmp_path):
    file, truth = volumes
    chance = random.Random(SEED)
    chosen = sorted(chance.sample(range(len(truth)), PAGES))
    folder = tmp_path / "扫描"
    folder.mkdir()
    with pypdfium2.PdfDocument(file) as pdf:
        for number in chosen:
            (folder / f"{number:05}.jpg").write_bytes(scanned(pdf[number], chance))
    began = time.process_time()
    found = finish(scan_in([folder], USER))
    spent = time.process_time() - began
    filed = {int(page.file[:5]): (page.number, page.sheet) for page in found.filed}
    misfiled = [number for number, told in filed.items() if truth[number] != told]
    left = Counter(page.reason for page in (*found.stale, *found.unknown))
    print(
        f"\n{PAGES}页：归档{len(filed)}，归错{len(misfiled)}，待处理{dict(left)}，每秒{PAGES / spent:.1f}页（一个核）"
    )
    assert not misfiled
    assert not found.stale
    assert len(filed) >= (LEAST_FILED * PAGES if PAGES >= 100 else PAGES - 1)
