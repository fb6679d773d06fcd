"""Imports point one way, and neither the records nor the reports know Qt."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAY_IMPORT = {
    "models": {"models", "resources"},
    "reports": {"reports", "models", "resources"},
    "ui": {"ui", "reports", "models", "resources"},
    "resources": {"resources"},
}
FORBIDDEN = {
    "models": {"PySide6", "reportlab", "openpyxl"},
    "reports": {"PySide6"},
    "ui": {"reportlab", "openpyxl"},
    "resources": set(),
}
OURS = {*MAY_IMPORT, "main", "tests"}
FILES = [file for package in MAY_IMPORT for file in (ROOT / package).rglob("*.py")]


def imports(file: Path) -> set[str]:
    nodes = list(ast.walk(ast.parse(file.read_text("utf-8"))))
    names = {node.module for node in nodes if isinstance(node, ast.ImportFrom) and node.module}
    names |= {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    return {name.partition(".")[0] for name in names}


@pytest.mark.parametrize("file", FILES, ids=lambda file: str(file.relative_to(ROOT)))
def test_imports_point_one_way(file):
    package = file.relative_to(ROOT).parts[0]
    found = imports(file)
    assert found & OURS <= MAY_IMPORT[package]
    assert not found & FORBIDDEN[package]


@pytest.mark.parametrize("file", [ROOT / "main.py", *FILES], ids=lambda file: str(file.relative_to(ROOT)))
def test_no_file_outgrows_its_noun(file):
    assert len(file.read_text("utf-8").splitlines()) <= 400
