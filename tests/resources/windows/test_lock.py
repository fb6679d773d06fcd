"""The lock of the Windows program says what pyproject.toml says."""

from __future__ import annotations

import re

from resources.windows import lock


def test_the_lock_and_the_project_agree():
    assert lock.faults() == [], "refresh it: python -m resources.windows.lock"


def test_every_wheel_of_the_lock_is_proven_by_a_hash():
    lines = [line for line in lock.LOCK.read_text("utf-8").splitlines() if not line.startswith("#")]
    assert len(lines) == len(lock.read()) > 20
    assert all(re.search("--hash=sha256:[0-9a-f]{64}", line) for line in lines)


def test_a_dependency_that_is_not_locked_is_told(monkeypatch):
    locked = lock.read()
    del locked["peewee"]
    monkeypatch.setattr(lock, "read", lambda: locked)
    assert lock.faults() == ["peewee is not in the lock"]


def test_a_locked_version_that_the_project_does_not_want_is_told(monkeypatch):
    locked = lock.read()
    locked["peewee"].version = "3.0.0"
    monkeypatch.setattr(lock, "read", lambda: locked)
    [fault] = lock.faults()
    assert fault.startswith("peewee 3.0.0 is not ")


def test_a_wheel_that_nobody_needs_is_told(monkeypatch):
    locked = lock.read()
    locked["left-pad"] = lock.Locked("left-pad", "1.0", "0" * 64, ["flask"])
    monkeypatch.setattr(lock, "read", lambda: locked)
    assert lock.faults() == ["left-pad is needed by nobody"]
