"""Files are written whole or not at all."""

from __future__ import annotations

import pytest

from models.core.jobs import finish
from models.core.record import Refusal
from reports.person import sheets
from tests.reports.person.files import usual
from tests.reports.person.printing import OFFICE


def test_an_old_file_stays_when_printing_fails(tmp_path):
    file = tmp_path / "卷.pdf"
    file.write_bytes(b"old")

    def people():
        yield usual()
        raise OSError("the disk is gone")

    with pytest.raises(OSError, match="gone"):
        finish(sheets.write_person_files(people(), file, OFFICE))
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_a_folder_that_cannot_be_written_is_refused(tmp_path):
    with pytest.raises(Refusal, match="不能写入"):
        finish(sheets.write_person_files([usual()], tmp_path / "没有" / "卷.pdf", OFFICE))
