"""What the program uses of Qt is what the Windows program carries."""

from __future__ import annotations

import re
from pathlib import Path

from resources.windows import trim

ROOT = Path(__file__).parent.parent.parent.parent


def test_every_part_of_qt_that_the_window_imports_is_carried():
    used = set()
    for file in (ROOT / "ui").rglob("*.py"):
        used |= set(re.findall(r"PySide6\.Qt(\w+)", file.read_text("utf-8")))
    assert used
    for part in used:
        assert trim.wanted(f"PySide6/Qt{part}.pyd"), part
        assert trim.wanted(f"PySide6/Qt6{part}.dll"), part


def test_what_qt_brings_for_others_stays_behind():
    for name in (
        "PySide6/Qt6WebEngineCore.dll",
        "PySide6/opengl32sw.dll",
        "PySide6/QtGui.pyi",
        "PySide6/lupdate.exe",
    ):
        assert not trim.wanted(name)


def test_an_old_runtime_is_never_taken_from_elsewhere():
    assert trim.is_cpp_runtime("PySide6/vcruntime140_1.dll")
    assert not trim.is_cpp_runtime("deploy_libs/VCRUNTIME140.dll")


def test_of_the_icons_one_face_is_carried_and_of_helpers_that_nothing_runs_none():
    carried = {
        "qtawesome/__init__.py",
        "qtawesome/fonts/materialdesignicons6-webfont-6.9.96.ttf",
        "qtawesome/fonts/materialdesignicons6-webfont-charmap-6.9.96.json",
        "packaging-26.3.dist-info/METADATA",
    }
    left = {
        "qtawesome/fonts/remixicon-2.5.0.ttf",
        "qtawesome/icon_browser.py",
        "qtpy/QtCore.py",
        "packaging/markers.py",
    }
    assert {name for name in carried | left if trim.wanted(name)} == carried
