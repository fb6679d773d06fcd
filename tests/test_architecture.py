"""Imports point one way, from floor to floor and from room to room; ``tests/rooms.py`` says who may import whom."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.rooms import ANY, LAYERS, MOST_FILES, ROOT, ROOT_FILES

HOUSE = Path(__file__).parent.parent
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
FILES = [file for package in MAY_IMPORT for file in (HOUSE / package).rglob("*.py")]
IN_ROOMS = [file for file in FILES if file.relative_to(HOUSE).parts[0] in LAYERS]
ROOMS = [(layer, room) for layer, rooms in LAYERS.items() for room in rooms]


def named(file: Path) -> str:
    return str(file.relative_to(HOUSE))


@cache
def imports(file: Path) -> frozenset[str]:
    """Every module that a file names, in functions and for types alone too."""
    nodes = list(ast.walk(ast.parse(file.read_text("utf-8"))))
    found = {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {_module(node.module, alias.name) for alias in node.names}
    return frozenset(found)


def _module(package: str, name: str) -> str:
    """What ``from package import name`` reads: a module of the package, or the package itself."""
    place = HOUSE.joinpath(*package.split("."), name)
    return f"{package}.{name}" if place.with_suffix(".py").exists() or place.is_dir() else package


def room_of(file: Path) -> tuple[str, str]:
    """The layer and the room of a file or of a folder itself."""
    layer, *rooms = (file if file.is_dir() else file.parent).relative_to(HOUSE).parts
    return layer, ".".join(rooms) or ROOT


def neighbours(file: Path) -> Iterator[str]:
    """The other rooms of its layer that a file imports."""
    layer, room = room_of(file)
    for module in imports(file):
        if module.partition(".")[0] == layer:
            other = room_of(HOUSE.joinpath(*module.split(".")))[1]
            if other != room:
                yield other


def above(layer: str, room: str) -> set[str]:
    rooms = list(LAYERS[layer])
    return set(rooms[: rooms.index(room)])


def allowed(layer: str, room: str) -> set[str]:
    words = LAYERS[layer][room]
    return above(layer, room) if words == ANY else set(words.split())


@pytest.mark.parametrize("file", FILES, ids=named)
def test_imports_point_one_way(file):
    package = file.relative_to(HOUSE).parts[0]
    found = {module.partition(".")[0] for module in imports(file)}
    assert found & OURS <= MAY_IMPORT[package]
    assert not found & FORBIDDEN[package]


@pytest.mark.parametrize(("layer", "room"), ROOMS, ids=lambda part: part)
def test_a_room_imports_only_what_its_line_allows(layer, room):
    folder = HOUSE.joinpath(layer, *([] if room == ROOT else room.split(".")))
    found = {other for file in folder.glob("*.py") for other in neighbours(file)}
    assert found <= allowed(layer, room)


@pytest.mark.parametrize(("layer", "room"), ROOMS, ids=lambda part: part)
def test_a_room_stands_below_what_it_may_import(layer, room):
    assert allowed(layer, room) <= above(layer, room)


def test_there_is_no_circle_between_rooms():
    """Whatever the table says, imports for types alone included."""
    edges = {room_of(file): set() for file in IN_ROOMS}
    for file in IN_ROOMS:
        edges[room_of(file)] |= {(room_of(file)[0], other) for other in neighbours(file)}
    while free := {room for room, others in edges.items() if not others & edges.keys()}:
        edges = {room: others for room, others in edges.items() if room not in free}
    assert not edges, f"each of these rooms leads back to itself: {sorted(edges)}"


def test_every_file_is_in_a_room():
    sources = [file for file in IN_ROOMS if file.name != "__init__.py"]
    for layer, rooms in LAYERS.items():
        found = {room_of(file)[1] for file in sources if room_of(file)[0] == layer}
        assert found <= set(rooms), "a room without a line in tests/rooms.py"
        lying = {file.stem for file in sources if room_of(file) == (layer, ROOT)}
        assert lying <= ROOT_FILES[layer]


def test_a_folder_holds_no_more_than_is_found_at_a_glance():
    held = Counter(file.parent for file in FILES if file.name != "__init__.py")
    assert {named(folder): count for folder, count in held.items() if count > MOST_FILES} == {}


# What means the PC's own day, whatever day of the past is looked at: when an archive was opened and copied on it.
CLOCKS = {"models/core/dates.py", "ui/start/recent_archives.py", "ui/pages/status_line.py"}


@pytest.mark.parametrize("file", [HOUSE / "main.py", *FILES], ids=named)
def test_one_clock_tells_the_day(file):
    calls = {
        ast.unparse(node.func)
        for node in ast.walk(ast.parse(file.read_text("utf-8")))
        if isinstance(node, ast.Call)
    }
    asks = calls & {"date.today", "datetime.date.today", "datetime.today", "QDate.currentDate"}
    assert not asks or named(file) in CLOCKS, "ask models.core.dates.this_day"


@pytest.mark.parametrize("file", [HOUSE / "main.py", *FILES], ids=named)
def test_no_file_outgrows_its_noun(file):
    assert len(file.read_text("utf-8").splitlines()) <= 400


@pytest.mark.parametrize("file", [file for file in IN_ROOMS if file.is_relative_to(HOUSE / "ui")], ids=named)
def test_pages_are_joined_by_what_they_are_and_dialogs_run_in_one_place(file):
    calls = [node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Call)]
    asked = {node.func.id for node in calls if isinstance(node.func, ast.Name)}
    ended = (ast.unparse(node.func) for node in calls if not node.args)  # a menu is told where
    run = {name for name in ended if name.endswith(".exec")}
    assert "hasattr" not in asked, "a Page has every signal that a window listens to"
    assert run <= {"app.exec"} or named(file).endswith("dialogs.py"), "ui.widgets.dialogs runs dialogs"


# Whose pages are sent otherwise than from a preview, and why the print ledger has nothing of them.
SENDS_UNRECORDED = {
    "ui/start/recovery_code.py",  # the code opens the archive, and nothing of it may stay in a place
    "ui/main/self_test.py",  # it tries the drawing on a file that it throws away
}
CHOOSES_PRINTERS = {"ui/printing/print_pages.py"}


@pytest.mark.parametrize("file", [file for file in IN_ROOMS if file.is_relative_to(HOUSE / "ui")], ids=named)
def test_what_goes_to_a_printer_goes_through_the_door_that_writes_it_down(file):
    calls = [node for node in ast.walk(ast.parse(file.read_text("utf-8"))) if isinstance(node, ast.Call)]
    called = {ast.unparse(node.func).rpartition(".")[2] for node in calls}
    if called & {"PrintRun", "PaperSending"}:
        assert named(file) in {"ui/printing/paper_sending.py", "ui/printing/preview.py"} | SENDS_UNRECORDED
    if called & {"QPrinter", "QPrintDialog", "QPrintPreviewDialog"}:
        assert named(file) in CHOOSES_PRINTERS | SENDS_UNRECORDED
    assert not called & {"startfile", "openUrl"}, "what another program prints is written down nowhere"
