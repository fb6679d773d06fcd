"""Imports point one way, from floor to floor and from room to room; ``tests/rooms.py`` says who may import whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.rooms import ANY, LAYERS, MOST_FILES, ROOT, ROOT_FILES
from tests.sources import HOUSE, place, source, sources

MAY_IMPORT = {
    "models": {"models", "resources"},
    "reports": {"reports", "models", "resources"},
    "ui": {"ui", "reports", "models", "resources"},
    "resources": {"resources"},
}
FORBIDDEN = {
    "models": {"PySide6", "reportlab", "openpyxl", "xlsxwriter"},
    "reports": {"PySide6"},
    "ui": {"reportlab", "openpyxl", "xlsxwriter"},
    "resources": set(),
}
OURS = {*MAY_IMPORT, "main", "tests"}
FILES = sources(*MAY_IMPORT)
IN_ROOMS = [file for file in FILES if file.relative_to(HOUSE).parts[0] in LAYERS]
ROOMS = [(layer, room) for layer, rooms in LAYERS.items() for room in rooms]


def room_of(file: Path) -> tuple[str, str]:
    """The layer and the room of a file or of a folder itself."""
    layer, *rooms = (file if file.is_dir() else file.parent).relative_to(HOUSE).parts
    return layer, ".".join(rooms) or ROOT


def neighbours(file: Path) -> Iterator[str]:
    """The other rooms of its layer that a file imports."""
    layer, room = room_of(file)
    for module in source(file).imports:
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


def test_imports_point_one_way():
    for file in FILES:
        package = file.relative_to(HOUSE).parts[0]
        found = {module.partition(".")[0] for module in source(file).imports}
        assert found & OURS <= MAY_IMPORT[package], place(file)
        assert not found & FORBIDDEN[package], place(file)


def test_a_room_imports_only_what_its_line_allows():
    for layer, room in ROOMS:
        folder = HOUSE.joinpath(layer, *([] if room == ROOT else room.split(".")))
        found = {other for file in folder.glob("*.py") for other in neighbours(file)}
        assert found <= allowed(layer, room), (layer, room)


def test_a_room_stands_below_what_it_may_import():
    for layer, room in ROOMS:
        assert allowed(layer, room) <= above(layer, room), (layer, room)


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
    assert {place(folder): count for folder, count in held.items() if count > MOST_FILES} == {}


# What means the PC's own day, whatever day of the past is looked at: when an archive was opened and copied on it.
CLOCKS = {"models/core/dates.py", "ui/start/recent_archives.py", "ui/pages/status_line.py"}


def test_one_clock_tells_the_day():
    """Whoever asks the PC for the day asks ``models.core.dates.this_day``."""
    asking = {"date.today", "datetime.date.today", "datetime.today", "QDate.currentDate"}
    found = {
        place(file)
        for file in [HOUSE / "main.py", *FILES]
        if asking & {call.name for call in source(file).calls}
    }
    assert found <= CLOCKS


def test_no_file_outgrows_its_noun():
    lines = {place(file): len(file.read_text("utf-8").splitlines()) for file in [HOUSE / "main.py", *FILES]}
    assert {name: count for name, count in lines.items() if count > 400} == {}


def test_pages_are_joined_by_what_they_are_and_dialogs_run_in_one_place():
    """A Page has every signal that a window listens to; ``ui.widgets.dialogs`` runs dialogs."""
    windows = [file for file in IN_ROOMS if file.is_relative_to(HOUSE / "ui")]
    asked = {place(file) for file in windows for call in source(file).calls if call.name == "hasattr"}
    assert asked == set()
    ended = ((file, call.name) for file in windows for call in source(file).calls if not call.given)
    run = {place(file) for file, name in ended if name.endswith(".exec") and name != "app.exec"}
    assert all(name.endswith("dialogs.py") for name in run), run  # a menu is told where


# Whose pages are sent otherwise than from a preview, and why the print ledger has nothing of them.
SENDS_UNRECORDED = {
    "ui/start/recovery_code.py",  # the code opens the archive, and nothing of it may stay in a place
    "ui/main/self_test.py",  # it tries the drawing on a file that it throws away
}
SENDS = {"ui/printing/paper_sending.py", "ui/printing/preview.py"} | SENDS_UNRECORDED
OPENS_OUTSIDE = [
    "ui/jobs/saved_files.py"
]  # what an officer saved, which is noted as saved before it is offered
CHOOSES_PRINTERS = {"ui/printing/print_pages.py"} | SENDS_UNRECORDED


def test_what_goes_to_a_printer_goes_through_the_door_that_writes_it_down():
    """What another program would print is written down nowhere."""
    windows = [file for file in IN_ROOMS if file.is_relative_to(HOUSE / "ui")]
    called = {place(file): {call.name.rpartition(".")[2] for call in source(file).calls} for file in windows}
    assert {name for name, calls in called.items() if calls & {"PrintRun", "PaperSending"}} <= SENDS
    choosing = {"QPrinter", "QPrintDialog", "QPrintPreviewDialog"}
    assert {name for name, calls in called.items() if calls & choosing} <= CHOOSES_PRINTERS
    assert [name for name, calls in called.items() if calls & {"startfile", "openUrl"}] == OPENS_OUTSIDE
