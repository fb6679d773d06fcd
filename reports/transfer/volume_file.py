"""The file of a volume as it is handed over: one PDF/A-2u, whose sheets and scans lie as in the box."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from models.office.settings import Office
from reports.paper.binding import Binder, Owner
from reports.paper.layout import Gaps
from reports.paper.whole_files import whole
from reports.person.person_file import PersonFile
from reports.person.sheets import Copy, owner_of, parts, volume_of
from reports.person.volume_papers import VolumePiece
from reports.transfer.transfer_scans import LeftOut, Redrawn, ScanBinder, TransferScan


class VolumeFile(NamedTuple):
    """What was written: the papers of the volume, the sides of the file, the scans that could not be drawn, pages that became pictures."""

    pieces: Sequence[VolumePiece]
    pages: int
    left_out: Sequence[LeftOut]
    redrawn: Sequence[Redrawn]


def write_volume_file(
    file: PersonFile, scans: Sequence[TransferScan], office: Office, practice: bool, gaps: Gaps, out: Path
) -> VolumeFile:
    """Write the volume. Raises ``Refusal`` when the file cannot be written."""
    copy = Copy(practice=practice)
    pieces, _ = volume_of(file, office, copy, gaps)
    binder = ScanBinder(scans, pieces)
    with whole(out) as stream:
        bound = Binder(stream, f"{file.name}优抚档案", office.name, practice=practice)
        owner: Owner = owner_of(file)
        bound.add(owner, parts(file, office, copy, gaps), binder.sheets())
        bound.close()
    return VolumeFile(pieces, bound.pages, binder.left_out, binder.redrawn)
