"""An archive with a password, as offices have it, open, with a person and a scan in it; and a stick to be put in and pulled out."""

from __future__ import annotations

import subprocess
import sys

import pytest

from models import store
from models.archive import scans
from models.archive.opened import opened_archive
from models.core import journal
from models.people.person import Person
from tests.factories import citizen_number
from tests.models.archive.papers import pdf
from tests.ui.archives import LIGHT, PASSWORD, USER, new_archive


@pytest.fixture
def office(tmp_path):
    """The open archive of an office."""
    new_archive(tmp_path / "档案库")
    store.open(tmp_path / "档案库", USER, PASSWORD, LIGHT)
    register("张三")
    scans.keep_scan(pdf(1))
    yield opened_archive()
    store.close()


def register(name):
    with journal.entry(f"登记{name}", USER):
        Person.create(name=name, number=citizen_number(), sex="男")


@pytest.fixture
def stick(tmp_path):
    """A stick of a label: ``stick.put_in(tmp_path / "G")`` mounts a disk there, ``stick.pull_out()`` takes it away; or skips."""

    class Stick:
        point = None

        def put_in(self, drive, label="局备份", size="20m"):
            self.point = drive / label
            self.point.mkdir(parents=True)
            command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", self.point]
            if sys.platform != "linux" or subprocess.run(command, capture_output=True).returncode:
                self.point = None
                pytest.skip("no disk can be mounted here")
            return self.point

        def pull_out(self):
            subprocess.run(["umount", self.point], check=True)
            self.point = None

    made = Stick()
    yield made
    if made.point is not None:
        made.pull_out()
