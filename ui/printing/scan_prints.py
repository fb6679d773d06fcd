"""Scans on their way to the printer: put together into one PDF in a private folder, and shown in the preview."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from models.archive import scans
from models.archive.paper_check import Media
from models.core.jobs import Job, Step
from models.core.record import Refusal
from models.people.materials import Material, Scan
from reports.person import scanned_papers
from reports.person.scanned_papers import Paper
from ui.jobs.jobs import Progress
from ui.jobs.private_folder import PrivateFolder
from ui.printing.preview import PreviewWindow

_open: set[PreviewWindow] = set()  # a window that nobody holds would vanish at once


def preview(parent: QWidget, title: str, materials: Sequence[Material]) -> None:
    """Show the scans of these papers in the preview. Raises ``Refusal`` when there is none."""
    found = [
        (material.title, scan)
        for material in materials
        for scan in material.scans.order_by(Scan.position, Scan.id)
    ]
    if not found:
        raise Refusal("还没有扫描件可以打印。请先收入扫描件。")
    folder = PrivateFolder()
    file = folder.path / "材料.pdf"
    progress = Progress(parent, "正在准备打印", _put_together(found, file))
    progress.then(lambda _: _show(file, title, folder))
    progress.stopped.connect(folder.discard)
    progress.start()


def _put_together(found: Sequence[tuple[str, Scan]], file: Path) -> Job[Any]:
    yield Step(0, 0, "正在读取扫描件")
    return scanned_papers.write(_read(found), file)


def _read(found: Sequence[tuple[str, Scan]]) -> Iterator[Paper]:
    for title, scan in found:
        yield Paper(title, cast(Media, scan.media), scans.read(scan.sha256))


def _show(file: Path, title: str, folder: PrivateFolder) -> None:
    window = PreviewWindow(file, title, folder)
    window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    _open.add(window)
    window.closed.connect(lambda: _open.discard(window))
    window.show()
