"""Whatever SECURITY.md promises by the name of a test or a source is held by one that there is."""

from __future__ import annotations

import re

from tests.sources import HOUSE

TOLD = re.findall(r"`([^`\n]+)`", (HOUSE / "SECURITY.md").read_text("utf-8"))


def names_by_place():
    return {
        f"/{file.relative_to(HOUSE).as_posix()}": set(
            re.findall(r"^def (test_\w+)", file.read_text("utf-8"), re.M)
        )
        for file in HOUSE.glob("tests/**/test_*.py")
    }


def is_there(named, tests):
    """Whether there is such a file, or such a test in it, or anywhere; ``…`` stands for the rest of a test's name."""
    file, _, name = named.partition("::") if ".py" in named or "::" in named else ("", "", named)
    some = [found for place, found in tests.items() if file == "" or place.endswith(f"/{file}")]
    if name.endswith("…"):
        return any(each.startswith(name[:-1]) for found in some for each in found)
    return any(name in ("", *found) for found in some)


def is_source(named):
    """A file with or without its ending, a folder, several by ``*``, or what a file defines, behind a point."""
    if any(HOUSE.glob(named)) or any(HOUSE.glob(f"{named}.py")):
        return True
    file, _, name = named.partition(".")
    source = HOUSE / f"{file}.py"
    return source.exists() and re.search(rf"^(?:(?:def|class) )?{name}\b", source.read_text("utf-8"), re.M)


def test_every_test_that_is_named_is_there():
    tests = names_by_place()
    named = [each for each in TOLD if re.match(r"tests/|(?:::)?test_", each)]
    assert len(named) > 50
    assert [each for each in named if not (HOUSE / each).is_dir() and not is_there(each, tests)] == []


def test_every_source_that_is_named_is_there():
    named = [each for each in TOLD if re.match(r"(?:models|reports|ui|resources)/", each)]
    assert [each for each in named if not is_source(each)] == []
