"""The lists of a transfer: 案卷目录 and 案卷移交清单 for the pen, and tables that the receiver's programs take in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from models.core.jobs import Job
from models.office.settings import Office
from reports.person.volume_papers import VolumePiece
from reports.tables.register import write_paper, write_workbook
from reports.transfer.hash_list import HashedFile, write_table
from reports.transfer.transfer_scans import LeftOut, Redrawn
from reports.volumes.volume_facts import VolumeFacts
from reports.volumes.volume_lists import CATALOGUE, TRANSFER, volume_register

LISTS = "清单"
ONLY_PAPER = "没有扫描件，只在纸质案卷里"
HANDED_HEADS = (
    "序号", "档号", "案卷号", "姓名", "一人一档编号", "案卷题名", "起止日期", "件数", "页数", "保管期限", "密级",
    "文件", "电子文件页数", "字节", "SHA-256", "元数据", "元数据SHA-256", "扫描件", "未能转入", "没有扫描件的材料",
)  # fmt: skip
PIECE_HEADS = (
    "案卷号",
    "姓名",
    "一人一档编号",
    "件号",
    "文号",
    "责任者",
    "题名",
    "日期",
    "页号",
    "电子件",
    "备注",
)
LEFT_OUT_HEADS = ("案卷号", "姓名", "一人一档编号", "材料", "扫描件", "原因", "原件放在")

REDRAWN_HEADS = ("案卷号", "姓名", "一人一档编号", "材料", "扫描件", "第几页", "没有原样转入的原因")


class WrittenVolume(NamedTuple):
    """A volume as it lies in the folder; ``kept`` are the paths of the scans that lie beside as they were, '' of unreadable ones."""

    person: int
    record: str  # 一人一档编号
    facts: VolumeFacts
    pieces: Sequence[VolumePiece]
    sides: int
    file: HashedFile
    metadata: HashedFile
    scans: int
    left_out: Sequence[LeftOut]
    redrawn: Sequence[Redrawn]
    kept: Sequence[str]
    taken_in: int  # of the pieces, the first ones: papers that were taken in; the others are printed by this program
    scanned: Mapping[int, int]  # how many scans a piece has, by its number

    @property
    def only_paper(self) -> int:
        """How many papers have no scan, and so lie in the box alone."""
        return sum(1 for piece in self.pieces[: self.taken_in] if piece.number not in self.scanned)

    def electronic(self, piece: VolumePiece) -> str:
        """Whether a piece is in the file, in words."""
        if piece.number > self.taken_in:
            return "本程序生成"
        return f"扫描件{self.scanned[piece.number]}份" if piece.number in self.scanned else ONLY_PAPER


def write_transfer_lists(
    volumes: Sequence[WrittenVolume], office: Office, practice: bool, folder: Path
) -> Job[None]:
    """Write all lists into their folder below ``folder``."""
    place = folder / LISTS
    place.mkdir()
    ordered = sorted(volumes, key=lambda each: (each.facts.volume, each.file.path))
    for paper in (CATALOGUE, TRANSFER):
        register = volume_register(paper, (each.facts for each in ordered), office, practice)
        write_workbook(register, place / f"{paper.name}.xlsx")
        yield from write_paper([register], place / f"{paper.name}.pdf")
    write_table(place / f"{TRANSFER.name}.csv", HANDED_HEADS, _handed_rows(ordered))
    write_table(place / "卷内文件目录.csv", PIECE_HEADS, _piece_rows(ordered))
    if any(each.left_out for each in ordered):
        write_table(place / "未能转入.csv", LEFT_OUT_HEADS, _left_out_rows(ordered))

    if any(each.redrawn for each in ordered):
        write_table(place / "转成图像.csv", REDRAWN_HEADS, _redrawn_rows(ordered))


def _handed_rows(volumes: Sequence[WrittenVolume]) -> Iterator[Sequence[object]]:
    for number, each in enumerate(volumes, start=1):
        said = each.facts
        yield (
            number, said.number, said.volume, said.name, each.record, said.subject, said.span, said.papers,
            "" if said.pages is None else said.pages, said.retention, said.security,
            each.file.path, each.sides, each.file.size, each.file.sha256, each.metadata.path, each.metadata.sha256, each.scans, len(each.left_out), each.only_paper,
        )  # fmt: skip


def _piece_rows(volumes: Sequence[WrittenVolume]) -> Iterator[Sequence[object]]:
    for each in volumes:
        for piece in each.pieces:
            paper = piece.paper
            whose = each.facts.volume, each.facts.name, each.record
            yield (
                *whose, piece.number, paper.document_no, paper.author, paper.title, paper.day, piece.pages,
                each.electronic(piece), paper.notes,
            )  # fmt: skip


def _left_out_rows(volumes: Sequence[WrittenVolume]) -> Iterator[Sequence[object]]:
    for each in volumes:
        for left, kept in zip(each.left_out, each.kept, strict=True):
            whose = each.facts.volume, each.facts.name, each.record
            yield (*whose, left.scan.title, left.scan.file_name, left.reason, kept or "读不出，未放入")


def _redrawn_rows(volumes: Sequence[WrittenVolume]) -> Iterator[Sequence[object]]:
    for each in volumes:
        whose = each.facts.volume, each.facts.name, each.record
        for scan, page, why in each.redrawn:
            yield (*whose, scan.title, scan.file_name, page, why)
