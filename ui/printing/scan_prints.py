"""Prints of scans: put together into one PDF in a private folder, and shown in the preview."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, cast

from PySide6.QtWidgets import QWidget

from models.archive import scans
from models.core.jobs import Job, Step
from models.core.record import Refusal
from models.incoming.paper_check import Media
from models.people.materials import Material, Scan
from reports.person import scanned_papers
from reports.person.scanned_papers import ScannedPaper
from ui.jobs.private_folder import PrivateFolder
from ui.printing.preview import PreviewWindow
from ui.printing.private_papers import make_privately


def preview_scans(parent: QWidget, title: str, materials: Sequence[Material]) -> None:
    """Show the scans of these papers in the preview. Raises ``Refusal`` when there is none."""
    found = [
        (material.title, scan)
        for material in materials
        for scan in material.scans.order_by(Scan.position, Scan.id)
    ]
    if not found:
        raise Refusal("还没有扫描件可以打印。请先收入扫描件。")

    def show(file: Path, made: object, folder: PrivateFolder) -> None:
        PreviewWindow.open(file, title, folder)

    make_privately(parent, "正在准备打印", "材料.pdf", partial(_put_together, found), show)


def _put_together(found: Sequence[tuple[str, Scan]], file: Path) -> Job[Any]:
    yield Step(0, 0, "正在读取扫描件")
    return scanned_papers.write_scanned_papers(_read(found), file)


def _read(found: Sequence[tuple[str, Scan]]) -> Iterator[ScannedPaper]:
    for title, scan in found:
        yield ScannedPaper(title, cast(Media, scan.media), scans.read_scan(scan.sha256))
