"""Edits of a paper that was scanned: turned, put straight, cut. What comes out is a new paper; the one that was scanned stays as it is."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise
from typing import NamedTuple

from PIL import Image

from models.core.record import Refusal
from models.incoming.paper_check import BROKEN_PDF, BROKEN_PICTURE
from models.incoming.paper_forms import FINE, flat

MOST_SKEW = 10.0  # degrees: a sheet that lies more aslant is turned by hand
SLANT_SOUGHT_AT = 600  # dots of the longer side while the slant is sought
ONLY_TURNED = "PDF 只能转向（整份或一页）；要拉直或裁剪，请重新扫描，或扫描成图片再收"


class Edit(NamedTuple):
    """What is done, in this order: quarter turns clockwise, degrees clockwise (fine), and the part kept, as shares of each side."""

    quarters: int = 0
    degrees: float = 0.0
    part: tuple[float, float, float, float] = (0.0, 0.0, 1.0, 1.0)  # left, top, right, bottom
    pages: tuple[tuple[int, int], ...] = ()  # of a PDF: page from 0, and its own quarter turns besides

    def turns_of(self, page: int) -> int:
        """The quarter turns of a page of a PDF, 0 to 3."""
        return (self.quarters + dict(self.pages).get(page, 0)) % 4

    @property
    def nothing(self) -> bool:
        turned = self.quarters % 4 or any(quarters % 4 for _, quarters in self.pages)
        return not turned and not self.degrees and self.part == (0.0, 0.0, 1.0, 1.0)


def edited(media: str, content: bytes, edit: Edit) -> bytes:
    """The paper after an edit, of the same media. Raises ``Refusal`` when it cannot be read, or not be edited so."""
    if media == "application/pdf":
        return _turned_pdf(content, edit)
    try:
        with Image.open(BytesIO(content), formats=("JPEG", "PNG")) as picture:
            dots = picture.info.get("dpi", (300, 300))
            made = apply_edit(flat(picture), edit)
    except Exception as error:  # whatever the decoder stumbles over, the picture is broken
        raise Refusal(BROKEN_PICTURE) from error
    out, jpeg = BytesIO(), media == "image/jpeg"
    made.save(out, "JPEG" if jpeg else "PNG", dpi=dots, **({"quality": FINE} if jpeg else {}))
    return out.getvalue()


def apply_edit(picture: Image.Image, edit: Edit) -> Image.Image:
    """The picture after an edit; where nothing was, white."""
    if edit.quarters % 4:
        picture = picture.transpose(QUARTERS[edit.quarters % 4])
    if edit.degrees:
        smooth = Image.Resampling.BICUBIC if picture.mode != "1" else Image.Resampling.NEAREST
        picture = picture.rotate(-edit.degrees, smooth, fillcolor="white" if picture.mode != "1" else 1)
    left, top, right, bottom = edit.part
    width, height = picture.size
    box = round(left * width), round(top * height), round(right * width), round(bottom * height)
    return picture if box == (0, 0, width, height) else picture.crop(box)


QUARTERS = {
    1: Image.Transpose.ROTATE_270,
    2: Image.Transpose.ROTATE_180,
    3: Image.Transpose.ROTATE_90,
}  # of Pillow, which counts against the clock


def slant(picture: Image.Image) -> float:
    """By how many degrees clockwise the picture must be turned so that its lines lie level; 0 where none can be seen.

    Lines of writing that lie level leave white between them: the mean greys of the rows then differ most from row to row.
    """
    small = picture.convert("L")
    small.thumbnail((SLANT_SOUGHT_AT, SLANT_SOUGHT_AT), Image.Resampling.BOX)
    level = _sharpness(small, 0.0)
    best, found = level, 0.0
    for step, reach in ((1.0, MOST_SKEW), (0.2, 1.0), (0.05, 0.2)):
        middle = found
        for number in range(-round(reach / step), round(reach / step) + 1):
            degrees = middle + number * step
            if abs(degrees) <= MOST_SKEW and (seen := _sharpness(small, degrees)) > best:
                best, found = seen, degrees
    return round(found, 2) if best > level * 1.02 else 0.0


def _sharpness(picture: Image.Image, degrees: float) -> float:
    """How much neighbouring rows differ in the middle of the picture, where turning brings no edge in."""
    turned = picture.rotate(-degrees, Image.Resampling.BILINEAR, fillcolor=255) if degrees else picture
    width, height = turned.size
    middle = turned.crop((width // 10, height // 10, width - width // 10, height - height // 10))
    rows = middle.resize((1, middle.height), Image.Resampling.BOX).tobytes()
    return float(sum((one - other) ** 2 for one, other in pairwise(rows)))


def _turned_pdf(content: bytes, edit: Edit) -> bytes:
    if edit._replace(quarters=0, pages=()) != Edit():
        raise Refusal(ONLY_TURNED)
    from pypdf import PdfReader, PdfWriter  # when the first PDF comes

    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted:
            reader.decrypt("")
        writer = PdfWriter()
        for number, page in enumerate(reader.pages):
            writer.add_page(page).rotate(90 * edit.turns_of(number))
        made = BytesIO()
        writer.write(made)
    except Exception as error:  # whatever the reader stumbles over, the file is broken
        raise Refusal(BROKEN_PDF) from error
    return made.getvalue()


def slant_of(content: bytes, quarters: int) -> float:
    """``slant`` of a kept picture after quarter turns. Raises ``Refusal`` when it is broken."""
    try:
        with Image.open(BytesIO(content), formats=("JPEG", "PNG")) as picture:
            return slant(apply_edit(flat(picture), Edit(quarters)))
    except Exception as error:  # whatever the decoder stumbles over, the picture is broken
        raise Refusal(BROKEN_PICTURE) from error
