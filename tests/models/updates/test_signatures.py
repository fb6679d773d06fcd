"""A signature is judged by Windows alone; elsewhere nothing is said of it."""

from __future__ import annotations

import sys

import pytest

from models.updates.signatures import signed


@pytest.mark.skipif(sys.platform == "win32", reason="Windows judges")
def test_elsewhere_a_file_is_neither_trusted_nor_banned(tmp_path):
    assert signed(tmp_path / "setup.exe") is None
