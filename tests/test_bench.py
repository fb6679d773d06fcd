"""The measures of ``tests/bench``, which the suite does not run, still fit the program that they measure."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

from tests import bench


def test_every_measure_is_made_of_what_the_program_still_has():
    names = [module.name for module in iter_modules(bench.__path__)]
    assert "test_sheets" in names
    for name in names:
        import_module(f"{bench.__name__}.{name}")
