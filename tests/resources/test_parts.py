"""What the program is made of is told whole."""

from __future__ import annotations

import re
from pathlib import Path

from resources import parts


def test_every_locked_package_and_whatever_is_no_package_is_told():
    told = {part.name.lower().replace("_", "-"): part for part in parts.parts()}
    assert {"python", "qt", "sqlcipher", "peewee", "pyside6-essentials", "优抚一人一档"} <= told.keys()
    assert all(
        part.version for name, part in told.items() if name in ("python", "qt", "peewee", "优抚一人一档")
    )


def test_every_package_brings_the_text_of_its_licence_or_is_qts():
    lacking = [part.name for part in parts.parts() if part.licence and not part.text and "/" not in part.name]
    assert all(
        name.startswith(("PySide6", "shiboken6", "SQLite", "Microsoft", "NSIS")) for name in lacking
    ), lacking


def test_the_version_is_the_projects_and_the_newest_of_the_changelog():
    changelog = (Path(parts.__file__).parent.parent / "CHANGELOG.md").read_text("utf-8")
    assert parts.version() == re.findall(r"^## (\d+\.\d+\.\d+)$", changelog, re.M)[0]
