"""Pictures of scans, as a volume takes them in: upright JPEGs, one a page, which any PDF/A may hold (ISO 19005-2, 6.2.8).

A JPEG stays as it was scanned, only its notes are left away; a PDF of others, which may break any rule, is drawn page by page.
"""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

import pypdfium2
from PIL import Image, ImageChops

from models.archive.paper_check import BROKEN_PDF, BROKEN_PICTURE
from models.archive.paper_forms import flat
from models.core.record import Refusal

DOTS = 300  # to the inch: what DA/T 31 asks of scanned text
LONGEST_SIDE = 7_000  # dots, of an A3 page at 400 to the inch; larger pages are drawn coarser
QUALITY = 90
GREY_IF_BELOW = 12  # of 255: how far the colours of a grey page may lie apart
CAMERA_TURN = 0x0112  # tag of the notes that tells how a camera was held
CAMERA_NOTES = range(
    0xE1, 0xE3
)  # APP1 and APP2: what cameras note, and profiles that the output intent replaces


class ScanPicture(NamedTuple):
    """A page as a JPEG, and whether it is broader than high."""

    jpeg: bytes
    across: bool


def scan_pictures(media: str, content: bytes) -> Iterator[ScanPicture]:
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
    picture.convert("L" if picture.mode in ("1", "L") else "RGB").save(
        made, "JPEG", quality=QUALITY, dpi=(DOTS, DOTS)
    )
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


def _drawn(content: bytes) -> Iterator[ScanPicture]:
    try:
        document = pypdfium2.PdfDocument(content)
        for page in document:
            scale = min(DOTS / 72, LONGEST_SIDE / max(*page.get_size(), 1))
            yield _jpeg(_grey_where_it_is(page.render(scale=scale).to_pil().convert("RGB")))
            page.close()
        document.close()
    except pypdfium2.PdfiumError as error:
        raise Refusal(BROKEN_PDF) from error


def _grey_where_it_is(picture: Image.Image) -> Image.Image:
    """A page without colours as a grey one, a third as large."""
    small = picture.resize((max(1, picture.width // 8), max(1, picture.height // 8)))
    red, green, blue = small.split()
    apart = max(int(ImageChops.difference(red, other).getextrema()[1]) for other in (green, blue))  # type: ignore[arg-type]
    return picture.convert("L") if apart < GREY_IF_BELOW else picture
