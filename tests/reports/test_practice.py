"""The practice archive, made afresh with everything that can be printed from it."""

from __future__ import annotations

import json

import pytest
from pypdf import PdfReader

from models import store
from models.core.jobs import finish
from models.core.record import Refusal
from reports.practice import make_practice_archive


def test_it_needs_somebody(tmp_path):
    with pytest.raises(Refusal, match="至少为1"):
        finish(make_practice_archive(tmp_path / "演练库", 0))
    assert list(tmp_path.iterdir()) == []


def test_an_archive_of_the_office_is_never_discarded_for_it(tmp_path):
    store.create(tmp_path / "档案库", "王芳", "城中区-2020-八一")
    before = (tmp_path / "档案库" / "archive.db").read_bytes()
    with pytest.raises(Refusal):
        finish(make_practice_archive(tmp_path / "档案库", 1))
    assert (tmp_path / "档案库" / "archive.db").read_bytes() == before


def test_the_practice_archive_is_made_afresh_each_time(run, tmp_path):
    for count in (4, 3):
        status, said, complaint = run("demo", tmp_path / "演练", "--people", count, "--no-window")
        assert status == 0, complaint
        assert f"编造人员{count}人" in said
    status, said, _ = run("people", tmp_path / "演练", "--json")
    assert len(json.loads(said)) == 3
    prints = sorted(file.name for file in (tmp_path / "演练" / "打印").iterdir())
    assert prints == ["一人一档.pdf", "年度总结.docx", "年度总结.pdf", "花名册.pdf", "花名册.xlsx"]
    words = PdfReader(tmp_path / "演练" / "打印" / "一人一档.pdf").pages[0].extract_text()
    assert "演练" in words
