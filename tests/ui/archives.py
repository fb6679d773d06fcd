"""Archives with a password, as offices have them, at a light cost of guessing; and their closing after each test."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from models import store
from models.archive import opened
from models.archive.wraps import Cost
from ui.jobs import jobs, one_thread

LIGHT = Cost(memory=8 * 1024, passes=1, lanes=1)
_kept: list[TemporaryDirectory] = []  # gone with the process
USER, PASSWORD = "王芳", "shiliu chuangtai 26"
OTHER, OTHER_PASSWORD = "李建国", "chawan dongmen 53"


def new_archive(folder):
    """Make an archive and leave it closed; returns its recovery code."""
    template, code = _made_once()
    shutil.copytree(template, folder, dirs_exist_ok=True)
    return code


@cache
def _made_once():
    _kept.append(TemporaryDirectory())
    folder = Path(_kept[0].name) / "档案库"
    return folder, store.create(folder, USER, PASSWORD, LIGHT)


@pytest.fixture(autouse=True)
def closed(qapp):
    """What a test opened is closed after it, on the thread of the window."""
    yield
    one_thread.wait_for_all()
    jobs.stop_all()
    if opened.opened is not None:
        store.close()
