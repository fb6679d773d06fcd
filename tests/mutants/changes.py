"""The small wrong changes that are made in a function, one at a time: a boundary, a sign, a condition, a forgotten call."""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import CodeType

OTHER_OPERATOR: dict[type[ast.AST], type[ast.AST]] = {
    ast.Lt: ast.LtE, ast.LtE: ast.Lt, ast.Gt: ast.GtE, ast.GtE: ast.Gt, ast.Eq: ast.NotEq, ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot, ast.IsNot: ast.Is, ast.In: ast.NotIn, ast.NotIn: ast.In, ast.And: ast.Or, ast.Or: ast.And,
    ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.FloorDiv, ast.FloorDiv: ast.Mult,
    ast.BitAnd: ast.BitOr, ast.BitOr: ast.BitAnd,
}  # fmt: skip
OTHER_NAME = {
    "earliest": "latest",
    "latest": "earliest",
    "min": "max",
    "max": "min",
    "any": "all",
    "all": "any",
}
Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, slots=True)
class Mutant:
    """A function with one wrong change: where it stands, what it said, what it says now."""

    file: str  # below the repository
    function: str  # its qualified name
    line: int  # of the change
    before: str
    after: str
    code: CodeType

    def words(self) -> str:
        return f"{self.file}:{self.line} {self.function}: {self.before}  →  {self.after}"

    def key(self) -> tuple[str, str, str, str]:
        """By which a mutant is known again after lines have moved."""
        return self.file, self.function, self.before, self.after


def mutants(root: Path, file: Path) -> Iterator[Mutant]:
    """Every mutant of a source file, function by function."""
    tree = ast.parse(file.read_text("utf-8"))
    for function, name in _functions(tree, ""):
        for number, node in enumerate(list(_nodes(function))):
            for before, after in _changed(node):
                mutated = copy.deepcopy(function)
                place = list(_nodes(mutated))[number]
                if _put(mutated, place, copy.deepcopy(after)) and (
                    code := _code(tree, function, mutated, file, name)
                ):
                    yield Mutant(
                        str(file.relative_to(root)), name, node.lineno, _told(before), _told(after), code
                    )


def _functions(node: ast.AST, inside: str) -> Iterator[tuple[Function, str]]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, Function):
            yield child, inside + child.name
        elif isinstance(child, ast.ClassDef):
            yield from _functions(child, f"{inside}{child.name}.")


def _nodes(function: Function) -> Iterator[ast.stmt | ast.expr]:
    """What a function does, without its annotations, defaults, decorators and docstring, which are not part of its code."""
    body = function.body[1:] if ast.get_docstring(function) is not None else function.body
    todo: list[ast.AST] = list(reversed(body))
    while todo:
        node = todo.pop()
        if isinstance(node, ast.stmt | ast.expr):
            yield node
        if isinstance(node, ast.keyword) and node.arg == "strict":
            continue  # of ``zip``: it says what is true anyway
        left_out = {"annotation", "returns", "decorator_list", "format_spec"}
        for field, value in reversed(list(ast.iter_fields(node))):
            if field not in left_out:
                todo += [
                    each
                    for each in reversed(value if isinstance(value, list) else [value])
                    if isinstance(each, ast.AST)
                ]


def _changed(node: ast.stmt | ast.expr) -> Iterator[tuple[ast.AST, ast.AST]]:
    """Pairs of the node and what stands in its place."""
    match node:
        case ast.Compare(ops=[operator]) if type(operator) in OTHER_OPERATOR:
            yield node, ast.Compare(node.left, [OTHER_OPERATOR[type(operator)]()], node.comparators)  # type: ignore[list-item]
        case ast.BoolOp(op=operator):
            yield node, ast.BoolOp(OTHER_OPERATOR[type(operator)](), node.values)  # type: ignore[arg-type]
        case ast.BinOp(op=operator) if type(operator) in OTHER_OPERATOR:
            yield node, ast.BinOp(node.left, OTHER_OPERATOR[type(operator)](), node.right)  # type: ignore[arg-type]
        case ast.UnaryOp(op=ast.Not()):
            yield node, node.operand
        case ast.Constant(value=bool() as value):
            yield node, ast.Constant(not value)
        case ast.Constant(value=int() as value):
            yield node, ast.Constant(value + 1)
        case ast.If(test=ast.Name() | ast.Attribute() | ast.Call() as test):
            yield test, ast.If(ast.UnaryOp(ast.Not(), test), node.body, node.orelse)
        case ast.Expr(value=ast.Call() | ast.Yield() as value):
            yield value, ast.Pass()
        case ast.Call(
            func=ast.Name(id="max" | "min" | "names_agree" | "same_name")
            | ast.Attribute(attr="where" | "select"),
            args=[_, _],
        ):
            return  # the larger of two, whether two names are one, two conditions or things asked for: the same the other way round
        case ast.Call(args=[first, second, *rest]) if not any(
            isinstance(each, ast.Starred) for each in (first, second)
        ):
            if ast.dump(first) != ast.dump(second):
                yield node, ast.Call(node.func, [second, first, *rest], node.keywords)
        case ast.Name(id=name) if name in OTHER_NAME:
            yield node, ast.Name(OTHER_NAME[name], node.ctx)
        case ast.Attribute(attr=name) if name in OTHER_NAME:
            yield node, ast.Attribute(node.value, OTHER_NAME[name], node.ctx)
        case ast.Continue():
            yield node, ast.Break()


def _put(function: Function, place: ast.AST, after: ast.AST) -> bool:
    """Put a node in the place of another."""
    for parent in ast.walk(function):
        for field, value in ast.iter_fields(parent):
            if value is place:
                setattr(parent, field, ast.copy_location(after, place))
            elif isinstance(value, list) and any(each is place for each in value):
                value[:] = [ast.copy_location(after, place) if each is place else each for each in value]
            else:
                continue
            ast.fix_missing_locations(function)
            return True
    return False


def _code(tree: ast.Module, function: Function, mutated: Function, file: Path, name: str) -> CodeType | None:
    """The code of the mutated function, compiled where it stands, so that it sees the same names."""
    body = [_replaced(each, function, mutated) for each in tree.body]
    whole = ast.Module(body, tree.type_ignores)
    try:
        return code_of(compile(whole, str(file), "exec"), name, _first_line(function))
    except (SyntaxError, ValueError):
        return None


def _replaced(node: ast.stmt, function: Function, mutated: Function) -> ast.stmt:
    if node is function:
        return mutated
    if isinstance(node, ast.ClassDef):
        body = [_replaced(each, function, mutated) for each in node.body]
        other = ast.ClassDef(node.name, node.bases, node.keywords, body, node.decorator_list)
        return ast.copy_location(other, node)
    return node


def _first_line(function: Function) -> int:
    return min([function.lineno, *(each.lineno for each in function.decorator_list)])


def code_of(code: CodeType, name: str, line: int) -> CodeType | None:
    """The code of a function inside that of a module or class."""
    for each in code.co_consts:
        if isinstance(each, CodeType):
            if each.co_qualname == name and each.co_firstlineno == line:
                return each
            if name.startswith(f"{each.co_qualname}.") and (found := code_of(each, name, line)):
                return found
    return None


def _told(node: ast.AST) -> str:
    text = " ".join(ast.unparse(ast.fix_missing_locations(copy.deepcopy(node))).split())
    return text if len(text) <= 90 else text[:89] + "…"
