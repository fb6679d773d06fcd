"""Names: a file's name is the noun that its docstring tells of, and a public name means one thing in its layer."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from tests.rooms import LAYERS
from tests.sources import place, source, sources

REPEATED = {"logger"}  # each module has its own, as the library's manual has it


def forms(word: str) -> set[str]:
    """A word and what it may be the plural of: nothing else is taken for the same noun."""
    low = word.lower()
    endings = {"s": "", "es": "", "ies": "y"}
    return {low} | {low.removesuffix(end) + one for end, one in endings.items() if low.endswith(end)}


def nouns_missing(name: str, text: str) -> list[str]:
    """The words of a name that the first sentence of a docstring does not contain, in the singular or the plural."""
    first = re.split(r"\.(?:\s|$)", text)[0]
    found = re.findall(r"[A-Za-z]+", first) + re.findall(r"[A-Za-z]+", first.replace("-", ""))
    said = set[str]().union(*map(forms, found))
    return [word for word in name.split("_") if not forms(word) & said]


@pytest.mark.parametrize(
    ("name", "text", "missing"),
    [
        ("bank_files", "Files for the bank: one row for each account.", []),
        ("bodies", "A body.", []),
        ("oneoff_form", "The form of a one-off payment.", []),
        ("grants", "What is granted. The grants are told below.", ["grants"]),
        ("planning", "Plans of visits.", ["planning"]),
    ],
)
def test_a_noun_is_the_same_in_singular_and_plural_and_no_other_word(name, text, missing):
    assert nouns_missing(name, text) == missing


def test_a_docstring_opens_with_the_noun_of_its_file_or_room():
    for file in sources(*LAYERS):
        name = file.parent.name if file.name == "__init__.py" else file.stem
        text = source(file).docstring
        assert text, f"{place(file)}: what is it about?"
        assert not nouns_missing(name, text), place(file)


@pytest.mark.parametrize("layer", LAYERS)
def test_a_public_name_means_one_thing_in_its_layer(layer):
    counted = Counter(name for file in sources(layer) for name in source(file).public_names)
    assert {name for name, count in counted.items() if count > 1} <= REPEATED
