"""The archive sheets 一人一档: one person's file on paper, and the files of many in one PDF."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, NamedTuple

from models.core.files import cause
from models.core.jobs import Job, Step
from models.core.record import Refusal
from models.office.settings import Office
from reports.paper.binding import Binder, BoundPart, Owner
from reports.paper.fonts import Missing
from reports.paper.layout import Gaps
from reports.paper.line_breaks import clean
from reports.paper.page_breaks import paginate
from reports.paper.page_mark import UNNUMBERED
from reports.person import cover, stamps, what_happened
from reports.person.papers import PAPER_SECTIONS, PrintedPaper, Wanted, printed_papers
from reports.person.person_file import PersonFile
from reports.person.stamps import STAMPS
from reports.person.volume_papers import VolumePiece, numbered_papers, page_feet

SECTIONS = ("封面", "目录", "登记表", "身份", "待遇", "走访", "医疗", "变更", "查阅", "备考")
USUAL_SECTIONS = tuple(name for name in SECTIONS if name != "查阅")  # its lines are penned: by choice


@dataclass(frozen=True, slots=True)
class Copy:
    """How the sheets are wanted: which sections, on how many sides, and for whose eyes."""

    sections: Collection[str] = USUAL_SECTIONS
    double_sided: bool = False
    masked: bool = False  # for copies that leave the office
    practice: bool = False  # from a practice archive: 演练 on every sheet
    months: bool = False  # pay month by month, not in a line for each year and standard
    empty_tables: bool = False  # tables in which nothing stands, too
    stamp: str = (
        ""  # what is printed at the head of each paper's first page; empty where the office stamps by hand
    )

    def __post_init__(self) -> None:
        if unknown := [name for name in self.sections if name not in SECTIONS]:
            raise Refusal(f"没有“{'、'.join(unknown)}”这一部分，可选：{'、'.join(SECTIONS)}")
        if not self.sections:
            raise Refusal(f"请至少选择一个部分：{'、'.join(SECTIONS)}")
        if self.stamp and self.stamp not in STAMPS:
            raise Refusal(f"没有“{self.stamp}”，可选：{'、'.join(STAMPS)}")

    @property
    def papers(self) -> Wanted:
        """The papers that it holds; a cover or a catalogue alone is of the volume with its usual papers."""
        chosen = [name for name in self.sections if name in PAPER_SECTIONS]
        return Wanted(chosen or PAPER_SECTIONS, self.months, self.empty_tables)


class FilesWritten(NamedTuple):
    """What was written: how many people and sheet sides, and the characters that no font has."""

    people: int
    pages: int
    missing: tuple[Missing, ...]


WHOLE = Copy()


def write_person_files(
    people: Iterable[PersonFile], file: Path, office: Office, copy: Copy = WHOLE, total: int = 0
) -> Job[FilesWritten]:
    """Print the files of many people into one PDF, step by step; a job that is cancelled or fails leaves nothing.

    ``people`` may be a generator: only one file is held at a time. ``total`` is how many will come. Raises ``Refusal``
    when there is nobody to print or the file cannot be written.
    """
    part = file.with_name(file.name + ".part")
    try:
        with _writable(part) as stream:
            binder = Binder(
                stream,
                "优抚对象档案",
                office.name,
                practice=copy.practice,
                double_sided=copy.double_sided,
                masked=copy.masked,
            )
            gaps, count = Gaps(), 0
            for count, person in enumerate(people, start=1):
                binder.add(owner_of(person), parts(person, office, copy, gaps))
                yield Step(count, max(total, count), person.name)
            if not count:
                raise Refusal("没有要打印的人员，请换一个条件再试")
            binder.close()
        _rename(part, file)
    finally:
        part.unlink(missing_ok=True)
    return FilesWritten(count, binder.pages, tuple(gaps.found))


def parts(person: PersonFile, office: Office, copy: Copy, gaps: Gaps) -> Iterator[BoundPart]:
    """The parts of one person's file in the order of the volume (GB/T 9705: 封面, 目录, 文件, 备考表)."""
    if copy.masked:
        person = person.masked()
    gaps.whose = person.name
    wanted = copy.sections
    volume, papers = volume_of(person, office, copy, gaps) if set(wanted) - {"查阅"} else ([], [])
    if "封面" in wanted:
        yield BoundPart("FM", paginate(cover.cover(person, volume, office, gaps)))
    if "目录" in wanted:
        yield BoundPart("ML", paginate(*cover.contents(volume, gaps)))
    if set(wanted) & set(PAPER_SECTIONS):
        for piece, paper in zip(volume[len(person.materials) :], papers, strict=True):
            stamped = stamps.stamp(copy.stamp, office, person.volume, piece) if copy.stamp else None
            yield BoundPart(paper.code, paper.pages, page_feet(piece, len(paper.pages)), stamped)
    if "查阅" in wanted:
        yield BoundPart("CY", paginate(*what_happened.readers()))
    if "备考" in wanted:
        yield BoundPart("BK", paginate(cover.remarks(person, volume, gaps)))


def volume_of(
    person: PersonFile, office: Office, copy: Copy, gaps: Gaps
) -> tuple[list[VolumePiece], list[PrintedPaper]]:
    """The papers of a volume with their pages, and those of them that this program prints, which are the last."""
    papers = printed_papers(person, office, copy.papers, gaps)
    made = [paper.piece(office.name, person.changed_on) for paper in papers]
    return numbered_papers([*person.materials, *made]), papers


def owner_of(person: PersonFile) -> Owner:
    """Whose sheets these are, as head, marks and bookmarks say it."""
    name = clean(person.name).replace("\n", "")
    head = f"一人一档编号　{person.archive or '（未编）'}　{name}"
    return Owner(person.archive or UNNUMBERED, head, f"{name}　{person.archive}".strip())


def _writable(file: Path) -> IO[bytes]:
    try:
        return file.open("wb")
    except OSError as error:
        raise Refusal(f"不能写入“{file.parent}”：{cause(error)}，请换一个文件夹") from error


def _rename(part: Path, file: Path) -> None:
    try:
        part.replace(file)
    except OSError as error:  # on Windows, a PDF that is open in a viewer cannot be replaced
        raise Refusal(f"不能替换“{file.name}”，请先关闭正在打开它的程序再试") from error
