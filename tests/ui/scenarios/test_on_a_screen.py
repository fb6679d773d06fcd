"""The program itself on a real (virtual) screen, two days running: nothing of it is known here but its command line."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from pypdf import PdfReader

from models import store
from models.core.journal import Entry
from models.people.person import Person
from tests.ui import officer

ROOT = Path(__file__).parents[3]
ROSTER = ROOT / "tests" / "data" / "2020-优抚对象花名册.xlsx"
MISSING = "NOT DRIVEN ON A SCREEN: install xvfb, libxcb-cursor0 and what .ci/run names besides"


@pytest.fixture
def screen():
    """A screen of its own, as small as the office's; its number is whichever is free."""
    if shutil.which("Xvfb") is None:
        pytest.skip(MISSING)
    said, says = os.pipe()
    command = ["Xvfb", "-displayfd", str(says), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[says], stderr=subprocess.DEVNULL)
    os.close(says)
    with os.fdopen(said) as line:
        number = line.readline().strip()
    assert number, "Xvfb did not start"
    probe = "from PySide6.QtWidgets import QApplication; QApplication([])"
    there = {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    if subprocess.run([sys.executable, "-c", probe], env=there, capture_output=True).returncode:
        server.terminate()
        pytest.skip(MISSING)
    yield f":{number}"
    server.terminate()
    server.wait()


@pytest.fixture
def work(screen, tmp_path):
    """Let an officer go through a script, as a user of this PC who has nothing yet; returns what was complained of."""
    home = tmp_path / "home"
    (home / "Documents").mkdir(parents=True)
    places = {name: str(home / name) for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")}
    environment = {**os.environ, **places, "HOME": str(home), "DISPLAY": screen, "QT_QPA_PLATFORM": "xcb"}

    def go(script):
        command = [sys.executable, "-m", officer.__name__, script, str(ROSTER), str(tmp_path / "打印.pdf")]
        done = subprocess.run(
            command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=240, check=False
        )
        assert done.returncode == 0, done.stderr
        return done.stderr

    return go


@pytest.mark.timeout(600)
def test_start_import_find_correct_print_quit_and_start_again(work, tmp_path):
    assert work("first") == ""
    pages = PdfReader(tmp_path / "打印.pdf").pages
    assert "姜伟福" in pages[0].extract_text()
    assert any("13899998888" in page.extract_text() for page in pages)

    assert work("again") == ""
    with store.session(tmp_path / "home" / "Documents" / "优抚一人一档", "王芳", officer.PASSWORD):
        assert Person.select().count() == 681
        assert Person.get(Person.name == "姜伟福").phone == "13899998888"
        assert [entry.title for entry in Entry.select().order_by(Entry.number)][-2:] == [
            "导入2020-优抚对象花名册.xlsx：新增681",
            "修改姜伟福的基本信息",
        ]
