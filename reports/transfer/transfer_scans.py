"""Scans of a transfer, by volume: whose papers they show, and their sheets in the order of the volume."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import repeat
from typing import NamedTuple

from models.archive import scans
from models.core.record import KINDS_OF_RECORDS, Refusal
from models.people.attachments import Attachment
from models.people.materials import Scan
from models.people.person import Person
from reports.paper.binding import ScannedPage
from reports.person.volume_papers import VolumePiece, page_feet
from reports.transfer.scan_pictures import ScanPicture, scan_pictures

BESIDE_PAPERS = "附件"
LEFT_OUT = "“{title}”的扫描件“{file}”没有转入本卷。原因：{reason}。{kept}"
KEPT_BESIDE = "原件原样放在文件夹“未能转换的扫描件”里。"
NOT_READABLE = "原件在档案库中也读不出，请核对纸质档案。"


class TransferScan(NamedTuple):
    """A scan of a volume: the place of its paper among the taken-in ones from 1, 0 of a paper that hangs on another record."""

    piece: int
    title: str
    media: str
    sha256: str
    file_name: str
    pages: int


class LeftOut(NamedTuple):
    """A scan that could not be drawn: why, and its content, None when it could not even be read."""

    scan: TransferScan
    reason: str
    content: bytes | None


def scans_of(person: Person) -> list[TransferScan]:
    """The scans of somebody's papers in their order, then what hangs on other records of his."""
    papers = sorted(person.materials, key=lambda paper: (paper.number or 0, paper.id))
    found = [
        TransferScan(place, paper.title, each.media, each.sha256, each.file_name, each.pages or 1)
        for place, paper in enumerate(papers, start=1)
        for each in paper.scans.order_by(Scan.position, Scan.id)
    ]
    attached = Attachment.select().where(Attachment.person == person)
    order = Attachment.owner_table, Attachment.owner, Attachment.position, Attachment.id
    for each in attached.order_by(*order):
        noun = KINDS_OF_RECORDS[each.owner_table].NOUN
        title = f"{BESIDE_PAPERS}：{noun}　{each.title or each.file_name}"
        found.append(TransferScan(0, title, each.media, each.sha256, each.file_name, each.pages or 1))
    return found


class Redrawn(NamedTuple):
    """A page of a scanned PDF, from 1, that went in as a picture, and why it could not stay as it was."""

    scan: TransferScan
    page: int
    why: str


class ScanBinder:
    """The scans of one volume on their sheets; what could not be drawn is in ``left_out``, what became a picture in ``redrawn``."""

    def __init__(self, found: Sequence[TransferScan], volume: Sequence[VolumePiece]) -> None:
        self.found, self.volume = found, volume
        self.left_out: list[LeftOut] = []
        self.redrawn: list[Redrawn] = []

    def sheets(self) -> Iterator[ScannedPage]:
        """The sheets, one held at a time; a scan that cannot be drawn is a sheet that says so."""
        told = ""
        feet: dict[int, Iterator[str]] = {}
        for scan in self.found:
            foot = feet.setdefault(scan.piece, self._feet(scan))
            bookmark = scan.title if scan.title != told else ""
            told = scan.title
            for page in self._pages(scan):
                yield page._replace(foot=next(foot, ""), bookmark=bookmark)
                bookmark = ""

    def _pages(self, scan: TransferScan) -> Iterator[ScannedPage]:
        content = None
        try:
            content = scans.read_scan(scan.sha256)
            for number, found in enumerate(scan_pictures(scan.media, content), start=1):
                if isinstance(found, ScanPicture) and found.why:
                    self.redrawn.append(Redrawn(scan, number, found.why))
                image = found.jpeg if isinstance(found, ScanPicture) else found
                yield ScannedPage(image, f"扫描件：{scan.title}", across=found.across)
        except Refusal as refusal:
            self.left_out.append(LeftOut(scan, str(refusal), content))
            kept = NOT_READABLE if content is None else KEPT_BESIDE
            said = LEFT_OUT.format(title=scan.title, file=scan.file_name, reason=refusal, kept=kept)
            yield ScannedPage(None, said)

    def _feet(self, scan: TransferScan) -> Iterator[str]:
        """Pages as they are stamped on the paper where all its pages were scanned, else its number alone."""
        if not scan.piece:
            return repeat(BESIDE_PAPERS)
        piece = self.volume[scan.piece - 1]
        count = sum(each.pages for each in self.found if each.piece == scan.piece)
        if piece.paper.pages == str(count):
            return iter(page_feet(piece, count))
        return repeat(f"件号 {piece.number}")
