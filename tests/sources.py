"""The program's sources, each read and parsed once for all tests that ask what it says; kept as facts, for trees weigh."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import NamedTuple

HOUSE = Path(__file__).parent.parent


class Call(NamedTuple):
    """A call as it is written: what is called, and whether with something."""

    name: str
    given: bool


class Source(NamedTuple):
    """One file: its docstring, what it imports, its public names, its calls, its strings with their lines."""

    docstring: str
    imports: frozenset[str]
    public_names: frozenset[str]
    calls: frozenset[Call]
    strings: tuple[tuple[int, str], ...]


def sources(*packages: str) -> list[Path]:
    return [file for package in packages for file in sorted((HOUSE / package).rglob("*.py"))]


def place(file: Path) -> str:
    """``models/people/person.py``."""
    return file.relative_to(HOUSE).as_posix()


@cache
def source(file: Path) -> Source:
    tree = ast.parse(file.read_text("utf-8"))
    nodes = list(ast.walk(tree))
    calls = (node for node in nodes if isinstance(node, ast.Call))
    return Source(
        ast.get_docstring(tree) or "",
        frozenset(name for node in nodes for name in _imported(node)),
        frozenset(public_names(tree)),
        frozenset(Call(ast.unparse(call.func), bool(call.args)) for call in calls),
        tuple(_strings(nodes)),
    )


def _imported(node: ast.AST) -> list[str]:
    """Every module that a statement names: of ``from package import name`` the module of that name, or the package."""
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if not isinstance(node, ast.ImportFrom) or not node.module:
        return []
    return [_module(node.module, alias.name) for alias in node.names]


def _module(package: str, name: str) -> str:
    file = HOUSE.joinpath(*package.split("."), name)
    return f"{package}.{name}" if file.with_suffix(".py").exists() or file.is_dir() else package


def _strings(nodes: list[ast.AST]) -> list[tuple[int, str]]:
    """All strings that are not docstrings; of an f-string what it says between its values."""
    said = {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    return [
        (node.lineno, node.value)
        for node in nodes
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said
    ]


def public_names(module: ast.Module) -> set[str]:
    """The constants, classes and functions that a module makes; what it imports is another's."""
    found: set[str] = set()
    for node in module.body:
        if isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.Assign):
            found.update(name for target in node.targets for name in _bound(target))
        elif isinstance(node, ast.AnnAssign):
            found.update(_bound(node.target))
        elif isinstance(node, ast.If):  # one way for the checker of types, another for the program
            found |= public_names(ast.Module(node.body, [])) | public_names(ast.Module(node.orelse, []))
    return {name for name in found if not name.startswith("_")}


def _bound(target: ast.expr) -> list[str]:
    names = (node for node in ast.walk(target) if isinstance(node, ast.Name))
    return [name.id for name in names if isinstance(name.ctx, ast.Store)]
