"""Names: a file's name is the noun that its docstring tells of, and a public name means one thing in its layer."""

from __future__ import annotations

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.rooms import LAYERS

HOUSE = Path(__file__).parent.parent
FILES = [file for layer in LAYERS for file in sorted((HOUSE / layer).rglob("*.py"))]
REPEATED = {"logger"}  # each module has its own, as the library's manual has it


def place(file: Path) -> str:
    return str(file.relative_to(HOUSE))


@cache
def tree(file: Path) -> ast.Module:
    return ast.parse(file.read_text("utf-8"))


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


def bound(target: ast.expr) -> Iterator[str]:
    for node in ast.walk(target):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.id


def public_names(module: ast.Module) -> set[str]:
    """The constants, classes and functions that a module makes; what it imports is another's."""
    found: set[str] = set()
    for node in module.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.Assign):
            found.update(name for target in node.targets for name in bound(target))
        elif isinstance(node, ast.AnnAssign):
            found.update(bound(node.target))
        elif isinstance(node, ast.If):  # one way for the checker of types, another for the program
            found |= public_names(ast.Module(node.body, [])) | public_names(ast.Module(node.orelse, []))
    return {name for name in found if not name.startswith("_")}


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


@pytest.mark.parametrize("file", FILES, ids=place)
def test_a_docstring_opens_with_the_noun_of_its_file_or_room(file):
    name = file.parent.name if file.name == "__init__.py" else file.stem
    text = ast.get_docstring(tree(file))
    assert text, "what is it about?"
    assert not nouns_missing(name, text)


@pytest.mark.parametrize("layer", LAYERS)
def test_a_public_name_means_one_thing_in_its_layer(layer):
    files = [file for file in FILES if file.is_relative_to(HOUSE / layer)]
    counted = Counter(name for file in files for name in public_names(tree(file)))
    assert {name for name, count in counted.items() if count > 1} <= REPEATED
