"""The archive sheets 一人一档: one person's file on paper, and the files of many in one PDF."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, NamedTuple

from models.core.files import cause
from models.core.jobs import Job, Step
from models.core.record import Refusal
from models.office.settings import Office
from models.printing.last_printed import LastPrinted, PartKey
from models.printing.printouts import PartOnPaper
from models.uses import uses
from reports.paper.binding import Binder, BoundPart, Owner, version_of
from reports.paper.fonts import Missing
from reports.paper.layout import Gaps
from reports.paper.line_breaks import clean
from reports.paper.page_breaks import paginate
from reports.paper.page_mark import mark_without_number
from reports.person import cover, stamps, what_happened
from reports.person.papers import PAPER_SECTIONS, PrintedPaper, Wanted, printed_papers
from reports.person.person_file import PersonFile
from reports.person.stamps import STAMPS
from reports.person.volume_papers import VolumePiece, numbered_papers, page_feet

SECTIONS = ("封面", "目录", "登记表", "身份", "待遇", "走访", "医疗", "变更", "查阅", "备考")
NOTHING_CHANGED = (
    "上次打印以后，所选人员的档案没有变化，没有要打的纸。要重新打印，请去掉“只打上次打印后有变化的部分”"
)
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
    readings: bool = False  # the ledger of readers tells what the archive knows, and is not blank

    mark: str = ""  # of a copy that is given away: whose, when, its number

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
    """What was written: how many people and sheet sides, the characters that no font has, and what is on which page."""

    people: int
    pages: int
    missing: tuple[Missing, ...]
    parts: tuple[PartOnPaper, ...] = ()


WHOLE = Copy()


def write_person_files(
    people: Iterable[PersonFile],
    file: Path,
    office: Office,
    copy: Copy = WHOLE,
    total: int = 0,
    printed: Mapping[PartKey, LastPrinted] | None = None,
) -> Job[FilesWritten]:
    """Print the files of many people into one PDF, step by step; a job that is cancelled or fails leaves nothing.

    ``people`` may be a generator: only one file is held at a time. ``total`` is how many will come. Of what was
    ``printed`` before, only what says something else now is printed again. Raises ``Refusal`` when there is nothing to
    print or the file cannot be written.
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
                mark=copy.mark,
            )
            gaps, count, made = Gaps(), 0, _Made()
            for count, person in enumerate(people, start=1):
                made.bind(binder, person, parts(person, office, copy, gaps), printed)
                yield Step(count, max(total, count), person.name)
            if not made.people:
                raise Refusal(NOTHING_CHANGED if count else "没有要打印的人员，请换一个条件再试")
            binder.close()
        _rename(part, file)
    finally:
        part.unlink(missing_ok=True)
    return FilesWritten(made.people, binder.pages, tuple(gaps.found), tuple(made.parts))


class _Made:
    """What was bound so far: of how many people, and what is on which page."""

    def __init__(self) -> None:
        self.people = 0
        self.parts: list[PartOnPaper] = []

    def bind(
        self,
        binder: Binder,
        person: PersonFile,
        bound: Iterable[BoundPart],
        printed: Mapping[PartKey, LastPrinted] | None,
    ) -> None:
        """Bind somebody's parts; of what was printed before, those only that say something else now."""
        owner = owner_of(person)
        wanted = [part for part in bound if printed is None or not _is_out(printed, person, owner, part)]
        if wanted:
            self.people += 1
            pages = binder.add(owner, wanted)
            self.parts += [PartOnPaper(person.uid, person.archive, person.name, *each) for each in pages]


def versions(person: PersonFile, office: Office, copy: Copy = WHOLE) -> dict[str, str]:
    """Of each part of a person's file by its name, the version of what it would say if it were printed now."""
    owner = owner_of(person)
    return {part.name: version_of(owner, part) for part in parts(person, office, copy, Gaps())}


def _is_out(
    printed: Mapping[PartKey, LastPrinted], person: PersonFile, owner: Owner, part: BoundPart
) -> bool:
    last = printed.get((person.uid, part.name))
    return last is not None and last.facts == version_of(owner, part)


def parts(person: PersonFile, office: Office, copy: Copy, gaps: Gaps) -> Iterator[BoundPart]:
    """The parts of one person's file in the order of the volume (GB/T 9705: 封面, 目录, 文件, 备考表)."""
    if copy.masked:
        person = person.masked()
    gaps.whose = person.name
    wanted = copy.sections
    volume, papers = volume_of(person, office, copy, gaps) if set(wanted) - {"查阅"} else ([], [])
    if "封面" in wanted:
        yield BoundPart("FM", paginate(cover.cover(person, volume, office, gaps)), name="封面")
    if "目录" in wanted:
        yield BoundPart("ML", paginate(*cover.contents(volume, gaps)), name="卷内文件目录")
    if set(wanted) & set(PAPER_SECTIONS):
        named = _numbered([paper.title for paper in papers])
        for piece, paper, name in zip(volume[len(person.materials) :], papers, named, strict=True):
            stamped = stamps.stamp(copy.stamp, office, person.volume, piece) if copy.stamp else None
            yield BoundPart(paper.code, paper.pages, page_feet(piece, len(paper.pages)), stamped, name)
    if "查阅" in wanted:
        known = uses.readings_of(person.uid) if copy.readings else ()
        yield BoundPart("CY", paginate(*what_happened.readers(known, gaps)), name="查阅登记")
    if "备考" in wanted:
        yield BoundPart("BK", paginate(cover.remarks(person, volume, gaps)), name="备考表")


def volume_of(
    person: PersonFile, office: Office, copy: Copy, gaps: Gaps
) -> tuple[list[VolumePiece], list[PrintedPaper]]:
    """The papers of a volume with their pages, and those of them that this program prints, which are the last."""
    papers = printed_papers(person, office, copy.papers, gaps)
    made = [paper.piece(office.name, person.changed_on) for paper in papers]
    return numbered_papers([*person.materials, *made]), papers


def _numbered(titles: Sequence[str]) -> list[str]:
    """Titles, each told from an earlier one that is the same: two identities of a kind have the same form."""
    found: list[str] = []
    for title in titles:
        times = titles[: len(found)].count(title)
        found.append(f"{title}（{times + 1}）" if times else title)
    return found


def owner_of(person: PersonFile) -> Owner:
    """Whose sheets these are, as head, marks and bookmarks say it."""
    name = clean(person.name).replace("\n", "")
    head = f"一人一档编号　{person.archive or '（未编）'}　{name}"
    return Owner(person.archive or mark_without_number(person.uid), head, f"{name}　{person.archive}".strip())


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
