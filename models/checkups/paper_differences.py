"""The differences of paper from the archive: required papers, scans and their pages, volumes, and what was signed and came back.

What an office does not keep at all (no papers, no scans, no volumes in the whole archive) is told once and asked of nobody.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from models.archive.scans import is_scan_kept
from models.checkups.check_items import CheckedBook, check_item
from models.checkups.differences import Difference, Subject
from models.core.record import among
from models.ledger.box_places import BoxPlace
from models.people.findings import Dossier
from models.people.materials import Material, Scan, catalogue
from models.people.person import Person
from models.signed_papers.signed_page import SignedPage
from models.signed_papers.waiting_page import WaitingPage, WaitingReason, waiting_pages

NO_MATERIALS = "档案库里没有登记过材料，没有核对必备材料"
FIND_OR_ASK = "找到的登记、扫描；没有的找出具单位补"
NO_SCANS = "档案库里没有扫描件，没有核对扫描件"
NO_VOLUMES = "档案库里没有编过案卷号，没有核对案卷"


class PaperDifferences:
    """What the whole office keeps of paper, read once; then asked of some people at a time."""

    def __init__(self) -> None:
        self.catalogue = [line for line in catalogue() if line.required]
        self.keeps_materials = Material.select(Material.id).exists()
        self.keeps_scans = Scan.select(Scan.id).exists()
        self.keeps_volumes = Person.select(Person.id).where(Person.volume.is_null(False)).exists()
        spans: Any = BoxPlace.select(BoxPlace.first, BoxPlace.last).tuples()
        self.boxed = [range(first, last + 1) for first, last in spans]
        self.waiting: dict[int, list[WaitingPage]] = defaultdict(list)
        for page in waiting_pages():
            if page.person_id is not None:
                self.waiting[page.person_id].append(page)

    def left_aside(self) -> Iterator[str]:
        """What was asked of nobody, and why."""
        kept = (self.keeps_materials, self.keeps_scans, self.keeps_volumes)
        yield from (
            words
            for words, is_kept in zip((NO_MATERIALS, NO_SCANS, NO_VOLUMES), kept, strict=True)
            if not is_kept
        )

    def of_people(self, files: Sequence[tuple[Subject, Dossier]]) -> Iterator[Difference]:
        """What paper and archive say differently of these people."""
        ids = [file.person.id for _, file in files]
        materials: dict[int, list[Material]] = defaultdict(list)
        for material in Material.select().where(among(Material.person, ids)):
            materials[material.person_id].append(material)
        scans: dict[int, list[Scan]] = defaultdict(list)
        for scan in Scan.select().where(among(Scan.person, ids)):
            scans[scan.material_id].append(scan)
        signed = _signed_sheets(ids)
        for subject, file in files:
            held = materials[file.person.id]
            yield from self._missing(subject, file, held)
            for material in held:
                yield from self._of_material(subject, material, scans.get(material.id, []))
            yield from self._of_volume(subject, file)
            yield from _of_signed(subject, signed.get(file.person.id, {}))
            yield from _of_waiting(subject, self.waiting.get(file.person.id, []))

    def _missing(self, subject: Subject, file: Dossier, held: list[Material]) -> Iterator[Difference]:
        titles = {material.title for material in held}
        for line in self.catalogue if self.keeps_materials else ():
            if line.title not in titles and line.fits(file.identities):
                yield _paper(
                    subject,
                    "paper.missing",
                    "应有",
                    "没有登记",
                    FIND_OR_ASK,
                    line.title,
                )

    def _of_material(self, subject: Subject, material: Material, scans: list[Scan]) -> Iterator[Difference]:
        if not scans:
            if self.keeps_scans:
                yield _paper(
                    subject, "paper.unscanned", "登记了", "没有扫描件", "找出原件扫描", material.title
                )
            return
        if any(not is_scan_kept(scan.sha256) for scan in scans):
            yield _paper(
                subject,
                "paper.scan_lost",
                "登记了",
                "扫描件文件不在",
                "从备份恢复，或找出原件重新扫描",
                material.title,
            )
        counted = sum(scan.pages or 0 for scan in scans)
        if material.pages is not None and material.pages != counted:
            yield _paper(
                subject,
                "paper.pages",
                f"{material.pages}页",
                f"{counted}页",
                "清点原件，漏扫的补扫",
                material.title,
            )

    def _of_volume(self, subject: Subject, file: Dossier) -> Iterator[Difference]:
        volume = file.person.volume
        if self.keeps_volumes and volume is None:
            why = "看档案盒里有没有这一卷，装订后编号"
            yield _paper(subject, "paper.no_volume", "没有案卷号", "", why)
        elif volume is not None and self.boxed and not any(volume in span for span in self.boxed):
            why = "找到这一卷，在“档案盒”里登记放在哪里"
            yield _paper(subject, "paper.no_box", f"案卷号{volume}", "没有登记放在哪一盒", why)


def _signed_sheets(ids: Iterable[int]) -> dict[int, dict[int, set[int]]]:
    """Of each person: by how many pages a print had, which of them came back signed."""
    found: dict[int, dict[int, set[int]]] = defaultdict(lambda: defaultdict(set))
    pages: Any = SignedPage.select(SignedPage.person, SignedPage.of, SignedPage.sheet)
    for person, of, sheet in pages.where(among(SignedPage.person, ids)).tuples():
        found[person][of or 0].add(sheet or 0)
    return found


def _of_signed(subject: Subject, sheets: dict[int, set[int]]) -> Iterator[Difference]:
    for of, back in sorted(sheets.items()):
        wanting = [str(sheet) for sheet in range(1, of + 1) if sheet not in back]
        if wanting:
            why = f"缺第{'、'.join(wanting)}页，找出来扫描"
            yield _paper(
                subject, "paper.signed_part", f"打印{of}页", f"签回{len(back)}页", why, f"共{of}页的一份"
            )


def _of_waiting(subject: Subject, pages: list[WaitingPage]) -> Iterator[Difference]:
    for page in pages:
        old = page.reason == WaitingReason.STALE
        why = "档案改过，纸上是旧的；重新打印、签字" if old else "在“签回件”里归档"
        yield _paper(subject, "paper.waiting", page.reason, f"第{page.sheet or 1}页", why, page.file_name)


def _paper(subject: Subject, key: str, here: str, there: str, why: str, about: str = "") -> Difference:
    """A difference from paper; where a scan or a page is wanting, the paper is what lacks."""
    return Difference(subject, check_item(key), CheckedBook.PAPER, here, there, CheckedBook.PAPER, why, about)
