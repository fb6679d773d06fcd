"""Plans of imports."""

from __future__ import annotations

import pytest

from models.core.jobs import finish
from models.imports import imports


@pytest.fixture
def plan_of(archive):
    return lambda *files: finish(imports.read_workbooks(files))
