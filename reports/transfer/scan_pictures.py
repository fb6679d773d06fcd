"""Pictures of scans, as a volume takes them in: pages that may stand as they are, else upright JPEGs (ISO 19005-2, 6.2.8).

A JPEG stays as it was scanned, only its notes are left away, and so does the JPEG of which a page of a scanner's PDF consists. Another
page of a PDF goes in as it is, with its letters and its packing, where it keeps the rules of PDF/A; where not, it is drawn, and says why.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

import pypdfium2
from PIL import Image, ImageChops, ImageStat

from models.core.record import Refusal
from models.incoming.paper_check import BROKEN_PDF, BROKEN_PICTURE
from models.incoming.paper_forms import flat, jpeg_mode
from reports.pdf.drawn_pages import POINT, drawn, opened_pdf
from reports.pdf.taken_pages import PagesOfOthers, TakenPage

DOTS = 300  # to the inch: what DA/T 31 asks of scanned text
LONGEST_SIDE = 7_000  # dots, of an A3 page at 400 to the inch; larger pages are drawn coarser
QUALITY = 90
GREY_IF_BELOW = 12  # of 255: how far the colours of a grey page may lie apart
CAMERA_TURN = 0x0112  # tag of the notes that tells how a camera was held
CAMERA_NOTES = range(
    0xE1, 0xE3
)  # APP1 and APP2: what cameras note, and profiles that the output intent replaces


ON_THE_EDGE = 3.0  # points: how far from the sheet's edges a picture may end that is the whole page
UNLIKE = 40  # of 255, on average: a page that is shown so far from its JPEG is masked or inverted
COMPARED = 64  # dots: how broad a page is drawn to be compared


class ScanPicture(NamedTuple):
    """A page as a JPEG, whether it is broader than high, and of a drawn page of a PDF why it could not stay as it was."""

    jpeg: bytes
    across: bool
    why: str = ""


def scan_pictures(media: str, content: bytes) -> Iterator[ScanPicture | TakenPage]:
    """The pages of a scan. Raises ``Refusal``, saying why, for what cannot be drawn."""
    if media == "application/pdf":
        yield from _drawn(content)
        return
    try:
        with Image.open(BytesIO(content), formats=("JPEG", "PNG")) as picture:
            picture.load()
            yield _plain(picture, content)
    except Exception as error:  # whatever the decoder stumbles over, the picture is broken
        raise Refusal(BROKEN_PICTURE) from error


def _plain(picture: Image.Image, content: bytes) -> ScanPicture:
    turned = picture.getexif().get(CAMERA_TURN, 1) != 1
    if picture.format == "JPEG" and picture.mode in ("RGB", "L") and not turned:
        return ScanPicture(_without_notes(content), picture.width > picture.height)
    return _jpeg(flat(picture))


def _jpeg(picture: Image.Image) -> ScanPicture:
    made = BytesIO()
    jpeg_mode(picture).save(made, "JPEG", quality=QUALITY, dpi=(DOTS, DOTS))
    return ScanPicture(made.getvalue(), picture.width > picture.height)


def _without_notes(jpeg: bytes) -> bytes:
    """The same dots without the segments of notes (ITU-T T.81, B.1.1.4), which may tell where a photo was taken."""
    kept, at = [jpeg[:2]], 2
    while at + 4 <= len(jpeg) and jpeg[at] == 0xFF and jpeg[at + 1] != 0xDA:
        end = at + 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
        if jpeg[at + 1] not in CAMERA_NOTES:
            kept.append(jpeg[at:end])
        at = end
    return b"".join((*kept, jpeg[at:]))


def _drawn(content: bytes) -> Iterator[ScanPicture | TakenPage]:
    others = PagesOfOthers(content)
    try:
        document = opened_pdf(content)
        for number, page in enumerate(document):
            yield _as_scanned(page) or _taken_or_drawn(page, others, number)
            page.close()
        document.close()
    except pypdfium2.PdfiumError as error:
        raise Refusal(BROKEN_PDF) from error


def _taken_or_drawn(page: pypdfium2.PdfPage, others: PagesOfOthers, number: int) -> ScanPicture | TakenPage:
    taken = others.page(number)
    return _of_page(page)._replace(why=taken) if isinstance(taken, str) else taken


def _of_page(page: pypdfium2.PdfPage) -> ScanPicture:
    return _jpeg(_grey_where_it_is(drawn(page, DOTS, LONGEST_SIDE).convert("RGB")))


def _as_scanned(page: pypdfium2.PdfPage) -> ScanPicture | None:
    """The JPEG that a page consists of, as the scanner made it; None where there is more on the page, or less."""
    objects = list(page.get_objects(max_depth=1))
    if len(objects) != 1 or not isinstance(objects[0], pypdfium2.PdfImage) or not _is_all(page, objects[0]):
        return None
    jpeg = bytes(objects[0].get_data())
    try:
        with Image.open(BytesIO(jpeg), formats=("JPEG",)) as picture:
            picture.load()
            alike = picture.mode in ("RGB", "L") and _is_seen(page, picture)
            return ScanPicture(_without_notes(jpeg), picture.width > picture.height) if alike else None
    except OSError:  # the page shows what it can of it
        return None


def _is_all(page: pypdfium2.PdfPage, image: pypdfium2.PdfImage) -> bool:
    """Whether an image is a JPEG that lies upright from edge to edge, with nothing written over it."""
    if (
        image.get_filters() != ["DCTDecode"]
        or page.get_rotation()
        or pypdfium2.raw.FPDFPage_GetAnnotCount(page)
    ):
        return False
    across, up, askew, high, left, low = image.get_matrix().get()
    x, y, right, top = page.get_bbox()
    edges = (left - x, low - y, left + across - right, low + high - top, up, askew)
    return across > 0 < high and all(abs(each) < ON_THE_EDGE for each in edges)


def _is_seen(page: pypdfium2.PdfPage, picture: Image.Image) -> bool:
    """Whether the page shows the picture as it is, and not masked or with its colours turned."""
    seen = drawn(page, COMPARED / max(page.get_width(), 1) * POINT).convert("L")
    apart = ImageChops.difference(seen, picture.convert("L").resize(seen.size))
    return float(ImageStat.Stat(apart).mean[0]) < UNLIKE


def _grey_where_it_is(picture: Image.Image) -> Image.Image:
    """A page without colours as a grey one, a third as large."""
    small = picture.resize((max(1, picture.width // 8), max(1, picture.height // 8)))
    red, green, blue = small.split()
    apart = max(int(ImageChops.difference(red, other).getextrema()[1]) for other in (green, blue))  # type: ignore[arg-type]
    return picture.convert("L") if apart < GREY_IF_BELOW else picture
