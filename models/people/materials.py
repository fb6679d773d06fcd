"""Materials 材料: the papers in a person's file, their scans, and which required ones are missing."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from peewee import Expression, ForeignKeyField, ModelSelect, fn

import resources
from models.archive import scans
from models.core import journal
from models.core.jobs import Job, Step
from models.core.masks import Secret
from models.core.record import Count, Day, Flag, Paper, Record, Refusal, Text
from models.core.rights import PAPERS
from models.people.identity import DISABLED, MARTYRS_CHILDREN, RECEIVING, SURVIVORS, Identity
from models.people.person import Person


class Material(Record):
    """One paper of the file (件), as the contents list 卷内文件目录 names it."""

    NOUN = "材料"
    NAMED_BY = "title"
    RIGHT = PAPERS
    SINCE = ("day",)

    person_id: int
    person = ForeignKeyField(Person, backref="materials", on_delete="RESTRICT")
    number = Count("件号", key="piece")
    title = Text("题名")
    author = Text("责任者")
    document_no = Text("文号", secret=Secret.OPEN)
    day = Day("日期")
    pages = Count("页数")
    notes = Text("备注", long=True)

    scans: ModelSelect[Scan]

    def rules(self) -> Iterator[tuple[str, str]]:
        if not self.title.strip():
            yield "title", "请填写材料的题名"


class Scan(Record):
    """A scanned part of a paper, kept encrypted under the hash of what it holds."""

    NOUN = "扫描件"
    NAMED_BY = "file_name"
    RIGHT = PAPERS
    TIMELESS = "随材料"

    person_id: int
    person = ForeignKeyField(Person, backref="scans", on_delete="RESTRICT")
    material_id: int
    material = ForeignKeyField(Material, backref="scans", on_delete="RESTRICT")
    position = Count("顺序")
    sha256 = Paper("扫描件内容")
    media = Text("类型")
    pages = Count("页数")
    file_name = Text("原文件名")


class CatalogueLine(Record):
    """A line of the office's own catalogue: a paper that files of certain identities should hold."""

    NOUN = "材料目录"
    NAMED_BY = "title"
    RIGHT = PAPERS
    TIMELESS = "本单位的设置"

    number = Count("件号")
    title = Text("题名")
    author = Text("责任者")
    applies = Text("适用")  # all, veterans, paid, or kinds of identity separated by |
    required = Flag("必备")

    def fits(self, identities: Iterable[Identity]) -> bool:
        identities = list(identities)
        if self.applies == "veterans":
            return any(is_veteran(identity) for identity in identities)
        if self.applies == "paid":
            return any(identity.paid for identity in identities)
        return self.applies == "all" or any(i.kind in self.applies.split("|") for i in identities)


def is_veteran(identity: Identity) -> bool:
    """Whether the identity is one's own service: not a survivor's, and of the disabled the soldiers only."""
    if identity.kind == DISABLED:
        return identity.category in ("", "残疾军人")
    return identity.kind not in (SURVIVORS, MARTYRS_CHILDREN)


@cache
def default_catalogue() -> tuple[CatalogueLine, ...]:
    """The catalogue of ``resources/materials.csv``, for offices that have not made their own."""
    with resources.path("materials.csv").open(encoding="utf-8") as lines:
        return tuple(_line(row) for row in csv.DictReader(lines))


def _line(row: dict[str, str]) -> CatalogueLine:
    line = CatalogueLine(title=row["title"], author=row["author"], applies=row["applies"])
    line.number, line.required = int(row["number"]), row["required"] == "yes"
    return line


def catalogue() -> list[CatalogueLine]:
    """The office's catalogue, in order; the default until the office has changed it."""
    own = list(CatalogueLine.select().order_by(CatalogueLine.number))
    return own or list(default_catalogue())


def change_catalogue(lines: Sequence[CatalogueLine], user: str) -> None:
    """Put these lines in the place of the office's catalogue, as one entry of the journal."""
    with journal.entry("修改材料目录", user):
        for line in CatalogueLine.select():
            line.delete_instance()
        for number, line in enumerate(lines, start=1):
            CatalogueLine(
                number=number,
                title=line.title,
                author=line.author,
                applies=line.applies,
                required=line.required,
            ).save()


def missing(person: Person) -> list[CatalogueLine]:
    """The required papers that the person's file does not hold."""
    identities = list(person.identities)
    held = {material.title for material in person.materials}
    return [
        line for line in catalogue() if line.required and line.title not in held and line.fits(identities)
    ]


def complete_files() -> Iterator[Expression]:
    """The conditions on people whose files hold every required paper; where a file needs none, nothing can be complete."""
    holding = Material.select(Material.person)
    yield Person.id.in_(holding)
    for line in catalogue():
        if line.required:
            held = holding.where(Material.title == line.title)
            yield Person.id.in_(held) | Person.id.not_in(_needing(line))


def _needing(line: CatalogueLine) -> ModelSelect[Identity]:
    """Whose files should hold a paper, as ``CatalogueLine.fits`` says of one; by person."""
    query = Identity.select(Identity.person)
    if line.applies == "paid":
        return query.where(Identity.state == RECEIVING)
    if line.applies == "veterans":
        survivors = Identity.kind.in_((SURVIVORS, MARTYRS_CHILDREN))
        other = (Identity.kind == DISABLED) & Identity.category.not_in(("", "残疾军人"))
        return query.where(~survivors & ~other)
    return query if line.applies == "all" else query.where(Identity.kind.in_(line.applies.split("|")))


def attach_scan(material: Material, file: Path) -> Scan:
    """Keep a scan of a paper, inside an entry; the paper's page count follows its scans."""
    return attach_kept(material, scans.keep_scan(file), file.name)


def attach_kept(material: Material, kept: scans.Kept, file_name: str) -> Scan:
    """Make what was kept a scan of a paper, inside an entry; the paper's page count follows its scans."""
    scan = Scan(
        person=material.person_id, material=material, position=material.scans.count() + 1,
        sha256=kept.sha256, media=kept.media, pages=kept.pages, file_name=file_name,
    )  # fmt: skip
    scan.save()
    material.pages = Scan.select(fn.SUM(Scan.pages)).where(Scan.material == material).scalar()
    material.save()
    return scan


def materials_in_order(person: Person) -> list[Material]:
    """The papers of a file in the order of their numbers; those without one last."""
    return sorted(
        person.materials, key=lambda material: (material.number is None, material.number or 0, material.id)
    )


def renumber(materials: Sequence[Material]) -> None:
    """Number papers 1, 2, 3 … in this order, inside an entry; only what changes is written."""
    for number, material in enumerate(materials, start=1):
        if material.number != number:
            material.number = number
            material.save(only=[Material.number])


def take_out(material: Material) -> None:
    """Take a paper and its scans out of the file, inside an entry; the journal can bring them back."""
    for scan in material.scans:
        scan.delete_instance()
    material.delete_instance()


def detach(scan: Scan) -> None:
    """Take one scan from its paper, inside an entry; the paper's page count follows."""
    material = scan.material
    scan.delete_instance()
    for position, left in enumerate(material.scans.order_by(Scan.position, Scan.id), start=1):
        if left.position != position:
            left.position = position
            left.save(only=[Scan.position])
    material.pages = Scan.select(fn.SUM(Scan.pages)).where(Scan.material == material).scalar()
    material.save(only=[Material.pages])


def attach_scans(
    person: Person, line: CatalogueLine | Material, files: Sequence[Path], user: str
) -> Job[Material]:
    """Keep scans of a paper as one entry; a line of the catalogue becomes a paper of the file first.

    Returns the paper. Raises ``Refusal``, naming the file, when one of them cannot be kept: then none is.
    """
    with journal.entry(f"收入{person.name}的材料“{line.title}”", user):
        material = line if isinstance(line, Material) else _received(person, line)
        for number, file in enumerate(files):
            yield Step(number, len(files), file.name)
            try:
                attach_scan(material, file)
            except Refusal as refusal:
                raise Refusal(f"“{file.name}”没有收入：{refusal}") from refusal
    yield Step(len(files), len(files))
    return material


def receive(person: Person, line: CatalogueLine, user: str) -> Material:
    """Enter a paper of the catalogue that is there without a scan, as an entry of its own."""
    with journal.entry(f"登记{person.name}的材料“{line.title}”", user):
        return _received(person, line)


def _received(person: Person, line: CatalogueLine) -> Material:
    material = Material(
        person=person, title=line.title, author=line.author, number=next_material_number(person)
    )
    material.save()
    return material


def scanned(person: Person) -> list[int]:
    """The ids of the papers of a file that have a scan."""
    found: Any = Scan.select(Scan.material).where(Scan.person == person).distinct().tuples()
    return [material for (material,) in found]


def next_material_number(person: Person) -> int:
    """The number of the next paper of a file."""
    return (Material.select(fn.MAX(Material.number)).where(Material.person == person).scalar() or 0) + 1
