"""What an officer hands to whoever helps tells all that helps, and nothing of anybody."""

from __future__ import annotations

import json
import sys
import zipfile

import pytest

from models.archive import program_folders
from models.core.jobs import finish
from models.core.record import Refusal
from models.people.identity import BankAccount
from models.people.person import FamilyMember, Person
from models.practice import filling
from reports.support.problem_report import PICTURE_NAME, write_problem_report
from reports.support.self_test_run import run_self_test

SECRETS = "欧阳建国", "630103195001011234", "13800001111", "6217000012345678901"


def said(file):
    """Everything that a packed file says, by name."""
    with zipfile.ZipFile(file) as packed:
        return {name: packed.read(name).decode("utf-8", errors="replace") for name in packed.namelist()}


@pytest.fixture
def log(tmp_path, monkeypatch):
    """A log as an older program has left it, with somebody in it."""
    file = tmp_path / "youfu.log"
    lines = f"2020-08-01 09:30:00 KeyError: '{SECRETS[0]}'\n  row {' '.join(SECRETS)}\n"
    file.write_text(lines, "utf-8")
    monkeypatch.setattr(program_folders, "log", lambda: file)
    return file


def test_the_file_of_a_full_archive_names_nobody(archive, tmp_path, log):
    finish(filling.fill_archive(12, "王芳"))
    finish(
        write_problem_report(
            tmp_path / "求助.zip", [{"check": "字体", "ok": False, "said": f"no {SECRETS[0]}"}]
        )
    )
    told = said(tmp_path / "求助.zip")
    everything = "\n".join(told.values())
    facts = {
        str(getattr(row, field.name) or "")
        for kind in (Person, FamilyMember, BankAccount)
        for row in kind.select()
        for field in kind._meta.sorted_fields
        if field.name in ("name", "number", "phone", "other_phone", "account", "holder", "residence", "uid")
    }
    assert {
        each
        for each in (*facts, *SECRETS, str(archive), archive.name)
        if len(each) > 1 and each in everything
    } <= {
        "档案库"  # the word itself
    }
    assert json.loads(told["概况.json"])["rows"]["person"] == 12
    assert "2020-08-01 09:30:00 KeyError: …" in told["youfu.log"]
    assert PICTURE_NAME not in told


def test_it_is_packed_without_an_archive_too(tmp_path, log):
    finish(write_problem_report(tmp_path / "求助.zip", (), b"\x89PNG"))
    assert set(said(tmp_path / "求助.zip")) == {"说明.txt", "版本.json", "youfu.log", PICTURE_NAME}


def test_the_self_test_runs_in_a_process_of_its_own(tmp_path):
    """The whole of it is run in tests/test_main.py; here the process is a small stand-in."""
    answer = '{"checks": [{"check": "字体", "ok": true, "said": "齐全"}]}'
    program = f"import sys; print('通过'); open(sys.argv[2], 'w', encoding='utf-8').write({answer!r})"
    checks = finish(run_self_test(tmp_path, [sys.executable, "-c", program]))
    assert checks == [{"check": "字体", "ok": True, "said": "齐全"}]


def test_a_self_test_that_dies_is_told(tmp_path):
    with pytest.raises(Refusal, match="没有做完"):
        finish(run_self_test(tmp_path, [sys.executable, "-c", "raise SystemExit(9)"]))
