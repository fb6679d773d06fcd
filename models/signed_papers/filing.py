"""The filing of signed papers 归档: a page goes to its person's file, or waits; what waits is filed or laid aside by hand."""

from __future__ import annotations

from dataclasses import dataclass

from models.archive.scans import Kept
from models.core import journal
from models.core.dates import PartDate, this_day
from models.core.record import Refusal
from models.office import settings
from models.people.materials import Material, Scan, attach_kept, next_material_number
from models.people.person import Person
from models.signed_papers.signed_page import FILING, SIGNED_ENDING, PrintedSheet, SignedPage
from models.signed_papers.waiting_page import WaitingPage


@dataclass(frozen=True, slots=True)
class ArrivedPage:
    """A page that came through the scanner: what was kept of it, and where it came from."""

    kept: Kept
    file_name: str
    page: int
    source: str
    batch: str
    place: int


def file_page(arrived: ArrivedPage, person: Person, sheet: PrintedSheet, form_words: str) -> SignedPage:
    """Put a page into the person's file, inside an entry: a scan of the paper that holds the signed pages of its form."""
    material = signed_paper(person, form_words)
    scan = attach_kept(material, arrived.kept, arrived.file_name)
    made = SignedPage(
        person=person, scan=scan, form=sheet.form, sheet=sheet.sheet, of=sheet.of, print=sheet.print,
        source=arrived.source, batch=arrived.batch, place=arrived.place,
    )  # fmt: skip
    made.save()
    _put_in_order(material)
    return made


def signed_paper(person: Person, form_words: str) -> Material:
    """The paper of the file that holds the signed pages of a form; a new one where there is none yet."""
    title = f"{form_words}{SIGNED_ENDING}"
    known: Material | None = Material.get_or_none(Material.person == person, Material.title == title)
    if known is not None:
        return known
    made = Material(
        person=person, title=title, author=settings.office().name, number=next_material_number(person),
        day=PartDate.of(this_day()),
    )  # fmt: skip
    made.save()
    return made


def file_by_hand(
    waiting: WaitingPage, person: Person, sheet: PrintedSheet, form_words: str, user: str
) -> SignedPage:
    """File a page that waited, as an entry of its own."""
    if not form_words.strip():
        raise Refusal("请选择这一页是哪一部分")
    with journal.entry(f"{FILING}：{person.name}的{form_words}第{sheet.sheet}页", user):
        arrived = ArrivedPage(
            Kept(waiting.sha256, waiting.media, 1, 0), waiting.file_name, waiting.page or 1, waiting.source,  # type: ignore[arg-type]
            waiting.batch, waiting.place or 0,
        )  # fmt: skip
        made = file_page(arrived, person, sheet, form_words)
        waiting.delete_instance()
    return made


def lay_aside(waiting: WaitingPage, user: str) -> None:
    """Let a page wait no longer without filing it, as an entry of its own; undoing it brings the page back."""
    with journal.entry(f"{FILING}：“{waiting.file_name}”第{waiting.page}页不归档", user):
        waiting.aside = True
        waiting.save()


def _put_in_order(material: Material) -> None:
    """Let the scans of a paper lie in the order of the sheets that they show."""
    sheets = {page.scan_id: page.sheet or 0 for page in SignedPage.select().where(
        SignedPage.scan.in_(Scan.select(Scan.id).where(Scan.material == material))
    )}  # fmt: skip
    scans = sorted(material.scans, key=lambda scan: (sheets.get(scan.id, 0), scan.id))
    for position, scan in enumerate(scans, start=1):
        if scan.position != position:
            scan.position = position
            scan.save(only=[Scan.position])
