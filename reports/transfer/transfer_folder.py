"""The folder of a transfer 归档移交: a PDF/A and metadata for each volume, lists, hashes, and how to check them; all or nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

import resources
from models.backups.automatic_backup import BEFORE_HANDING_OVER, back_up_before
from models.core import journal
from models.core.dates import PartDate, this_day
from models.core.jobs import Job, Step
from models.core.record import Refusal
from models.office import settings
from models.office.deeds import KEEP_PAPERS, SAVE_FILE, require_deed
from models.people.person import Person
from models.printing.named_people import tell_named
from models.transfers.transfer import HandedVolume, Transfer, remember_transfer
from models.transfers.volume_removal import destroyed_volumes
from reports.paper.fonts import Missing
from reports.paper.layout import Gaps
from reports.paper.new_folders import new_folder
from reports.pdf.conformance import PRODUCER
from reports.person import gathering
from reports.person.person_file import PersonFile
from reports.transfer.encapsulation import Handing, PackagedFile, PackagedVolume, package
from reports.transfer.hash_list import hashed, write_hashes
from reports.transfer.transfer_lists import WrittenVolume, write_transfer_lists
from reports.transfer.transfer_scans import LeftOut, scans_of
from reports.transfer.volume_file import write_volume_file
from reports.volumes.volume_facts import facts_of_volume

VOLUMES, METADATA, NOT_CONVERTED = "档案", "元数据", "未能转换的扫描件"
UNFIT_FOR_FILES = re.compile(r'[\\/:*?"<>|\s\x00-\x1f]+')  # what no file system of an office takes


class WrittenTransfer(NamedTuple):
    """What was handed over: volumes, sides, scans that are not in them, papers that have none, the hash of the list, and what no font has."""

    people: int
    pages: int
    left_out: int
    only_paper: int
    list_hash: str
    missing: tuple[Missing, ...]


@dataclass(frozen=True, slots=True)
class TransferOrder:
    """Who hands over to whom, and whether nobody in it is real."""

    user: str
    receiver: str = ""
    practice: bool = False


def write_transfer(
    order: TransferOrder, people: Iterable[Person], total: int, out: Path
) -> Job[WrittenTransfer]:
    """Write the volumes into a folder that is new or empty, and remember the transfer as an entry of the journal.

    Raises ``Refusal`` when nobody is chosen, the folder cannot be taken, or the user may not.
    """
    for deed in (KEEP_PAPERS, SAVE_FILE):
        require_deed(order.user, deed)
    yield from back_up_before(BEFORE_HANDING_OVER)  # it cannot be undone
    to = f"给{order.receiver}" if order.receiver else ""
    with journal.entry(f"归档移交{to}：{out.name}", order.user), new_folder(out, "移交") as part:
        making = _Making(part, order)
        yield from making.volumes(people, total)
        if not making.made:
            raise Refusal("没有要移交的人员（案卷已登记销毁的不再移交），请换一个条件再试")
        yield Step(total, total, "正在写清单")
        made = yield from making.finished()
        remember_transfer(_record(order, out, made), making.handed())
        tell_named(out, (each.person for each in making.made))
    return made


def _record(order: TransferOrder, out: Path, made: WrittenTransfer) -> Transfer:
    today = this_day()
    return Transfer(
        day=PartDate(today.year, today.month, today.day), receiver=order.receiver, people=made.people,
        pages=made.pages, folder_name=out.name, list_hash=made.list_hash,
    )  # fmt: skip


class _Making:
    """One transfer under way."""

    def __init__(self, folder: Path, order: TransferOrder) -> None:
        self.folder, self.order = folder, order
        self.office = settings.office()
        at = datetime.now().astimezone().isoformat(timespec="seconds")
        self.handing = Handing(at, order.user, self.office, order.receiver, PRODUCER)
        self.gaps = Gaps()
        self.made: list[WrittenVolume] = []
        self.names: set[str] = set()
        for name in (VOLUMES, METADATA):
            (folder / name).mkdir()

    def volumes(self, people: Iterable[Person], total: int) -> Job[None]:
        gone = destroyed_volumes()
        chosen = [person for person in people if person.id not in gone]
        for person, file in zip(chosen, gathering.of_all(chosen), strict=True):
            self.made.append(self._volume(person, file))
            yield Step(len(self.made), max(total, len(self.made)), file.name)

    def _volume(self, person: Person, file: PersonFile) -> WrittenVolume:
        name = self._name(file)
        out = self.folder / VOLUMES / f"{name}.pdf"
        scans = scans_of(person)
        written = write_volume_file(file, scans, self.office, self.order.practice, self.gaps, out)
        facts = facts_of_volume(file, list(written.pieces), self.office)
        paper = hashed(self.folder, out)
        files = [PackagedFile(facts.subject, paper.path, paper.size, paper.sha256)]
        kept = [self._keep(name, number, each) for number, each in enumerate(written.left_out, start=1)]
        for left, path in zip(written.left_out, kept, strict=True):
            if path:
                beside = hashed(self.folder, self.folder / path)
                title = f"{left.scan.title}（未能转入）"
                files.append(PackagedFile(title, path, beside.size, beside.sha256, left.scan.media))
        told = PackagedVolume(file.archive or person.uid, facts, written.pieces, written.pages, files)
        metadata = self.folder / METADATA / f"{name}.xml"
        metadata.write_bytes(package(told, self.handing))
        return WrittenVolume(
            person.id, file.archive, facts, written.pieces, written.pages, paper, hashed(self.folder, metadata),
            len(scans), written.left_out, written.redrawn, kept, len(file.materials), Counter(each.piece for each in scans if each.piece),
        )  # fmt: skip

    def _name(self, file: PersonFile) -> str:
        """A name for the files of a volume, that no other has."""
        said = file.volume.zfill(4) if file.volume else "", file.name, file.archive
        name = wanted = UNFIT_FOR_FILES.sub("", "_".join(filter(None, said))) or "案卷"
        number = 1
        while name.casefold() in self.names:
            number += 1
            name = f"{wanted}_{number}"
        self.names.add(name.casefold())
        return name

    def _keep(self, name: str, number: int, left: LeftOut) -> str:
        """Put a scan beside as it was kept; returns its path, '' when it could not be read."""
        if left.content is None:
            return ""
        place = self.folder / NOT_CONVERTED
        place.mkdir(exist_ok=True)
        ending = UNFIT_FOR_FILES.sub("", Path(left.scan.file_name).suffix)
        path = place / f"{name}_{number}{ending}"
        path.write_bytes(left.content)
        return path.relative_to(self.folder).as_posix()

    def finished(self) -> Job[WrittenTransfer]:
        """Write lists, the sheet that explains, and the hashes, which come last."""
        yield from write_transfer_lists(self.made, self.office, self.order.practice, self.folder)
        left_out = sum(len(each.left_out) for each in self.made)
        pages = sum(each.sides for each in self.made)
        self._explain(pages, left_out)
        for script in ("verify.ps1", "verify.bat"):
            (self.folder / script).write_bytes(resources.path(f"transfer/{script}").read_bytes())
        list_hash = write_hashes(self.folder)
        only_paper = sum(each.only_paper for each in self.made)
        return WrittenTransfer(len(self.made), pages, left_out, only_paper, list_hash, tuple(self.gaps.found))

    def _explain(self, pages: int, left_out: int) -> None:
        words = resources.path("transfer/说明.txt").read_text("utf-8").format(
            office=self.office.name, receiver=self.order.receiver or "（未填写）",
            at=self.handing.at[:16].replace("T", " "), user=self.order.user, people=len(self.made), pages=pages,
            only_paper=sum(each.only_paper for each in self.made), left_out=left_out, left_out_words="，见“清单/未能转入.csv”" if left_out else "",
            redrawn=(redrawn := sum(len(each.redrawn) for each in self.made)), redrawn_words="，见“清单/转成图像.csv”" if redrawn else "",
        )  # fmt: skip
        (self.folder / "说明.txt").write_text(words, "utf-8-sig", newline="\r\n")

    def handed(self) -> Iterable[HandedVolume]:
        for each in self.made:
            yield HandedVolume(each.person, each.file.path, each.file.sha256, each.sides, len(each.left_out))
