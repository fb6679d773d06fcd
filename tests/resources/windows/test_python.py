"""Python's own library in the Windows program is the one of the signed binaries' version, nothing else."""

from __future__ import annotations

import sys
import sysconfig
import tarfile
from pathlib import Path

import pytest

from resources.windows import python


def test_the_kept_library_is_pythons_own():
    if sys.version_info[:3] != python.VERSION:
        pytest.skip(f"only Python {python.VERSION} has the originals to compare with")
    library = Path(sysconfig.get_path("stdlib"))
    with tarfile.open(python.LIBRARY) as packed:
        for entry in packed.getmembers():
            content = packed.extractfile(entry)
            assert content is not None
            assert content.read() == (library / entry.name).read_bytes(), entry.name


def test_the_kept_library_has_what_the_program_imports():
    with tarfile.open(python.LIBRARY) as packed:
        names = set(packed.getnames())
    assert {
        "argparse.py",
        "json/__init__.py",
        "ctypes/__init__.py",
        "encodings/gbk.py",
        "LICENSE.txt",
    } <= names
    assert "PSF" in python.licence()
