"""The portrait photo 近照: cut to 2 寸 and kept encrypted like every paper.

2 寸 here is the large two-inch photo of certificates, 35 mm × 49 mm; at 300 dpi that is 413 × 579 pixels.
"""

from __future__ import annotations

from io import BytesIO
from typing import NamedTuple

from PIL import Image, UnidentifiedImageError

from models.archive import scans
from models.core import journal
from models.core.record import Refusal
from models.incoming.paper_check import BROKEN_PICTURE, LARGEST_PAPER, PAPER_TOO_LARGE, PIXELS, proven_picture
from models.incoming.paper_forms import archive_form, flat
from models.people.person import Person

WIDTH_MM, HEIGHT_MM, DPI = 35, 49, 300
SIZE = (413, 579)  # pixels
PHOTO_FORMATS = ("JPEG", "PNG", "BMP")  # what is left of other kinds, too
UNKNOWN_PHOTO = "照片只收图片，一个文件一张（JPEG、PNG、BMP、TIFF、WebP、HEIC），请先另存为其中一种"
TOO_SMALL = "照片太小（裁剪后不足{}×{}像素），打印出来会模糊，请换一张更清楚的"
SMALLEST = (140, 196)  # a third of the size: below, a face cannot be made out on paper


class Frame(NamedTuple):
    """A part of an upright picture, in its pixels."""

    left: int
    top: int
    width: int
    height: int


def photo_form(content: bytes) -> bytes:
    """The picture as JPEG, PNG or BMP, whichever kind of those that scans may have it came as.

    Raises ``Refusal`` for a paper of several pages, and where the picture is broken or its kind cannot be read here.
    """
    made = archive_form(content)
    if made[:5] == b"%PDF-":
        raise Refusal(UNKNOWN_PHOTO)
    return made


def upright(content: bytes) -> Image.Image:
    """The picture as one looks at it, in colour on white. Raises ``Refusal`` for what is no whole picture."""
    if len(content) > LARGEST_PAPER:
        raise Refusal(PAPER_TOO_LARGE)
    try:
        made = photo_form(content)
        proven_picture(made)
        with Image.open(BytesIO(made), formats=PHOTO_FORMATS) as picture:
            if picture.width * picture.height > PIXELS:
                raise Refusal("照片的像素超过5000万，请先缩小")
            seen = flat(picture)
            return seen if seen.mode == "RGB" else seen.convert("RGB")
    except Refusal:
        raise
    except UnidentifiedImageError as error:
        raise Refusal(UNKNOWN_PHOTO) from error
    except Exception as error:  # whatever the decoder stumbles over, the picture is broken
        raise Refusal(BROKEN_PICTURE) from error


def largest_frame(width: int, height: int) -> Frame:
    """The largest part of a picture that has the photo's shape: in the middle, and nearer to the top, where heads are."""
    fit = min(width / WIDTH_MM, height / HEIGHT_MM)
    wide, high = max(1, int(fit * WIDTH_MM)), max(1, int(fit * HEIGHT_MM))
    return Frame((width - wide) // 2, (height - high) // 4, wide, high)


def cut(content: bytes, frame: Frame | None = None) -> bytes:
    """The part of a picture inside the frame as a JPEG of 35 mm × 49 mm at 300 dpi.

    Raises ``Refusal`` when the picture is broken, of another format, or too small to print.
    """
    picture = upright(content)
    left, top, width, height = frame or largest_frame(*picture.size)
    if width < SMALLEST[0] or height < SMALLEST[1]:
        raise Refusal(TOO_SMALL.format(*SMALLEST))
    box = (left, top, left + width, top + height)
    made = BytesIO()
    # cropped first: resampling would let the surroundings shine in at the edges
    picture.crop(box).resize(SIZE, Image.Resampling.LANCZOS).save(made, "JPEG", quality=92, dpi=(DPI, DPI))
    return made.getvalue()


def change(person: Person, content: bytes | None, user: str, frame: Frame | None = None) -> None:
    """Put a photo into a person's file, or take it out with None, as an entry of its own."""
    kept = scans.keep_scan(cut(content, frame)).sha256 if content is not None else ""
    with journal.entry(f"{'更换' if kept else '取下'}{person.name}的照片", user):
        now = Person.get_by_id(person.id)
        now.photo = kept
        now.save(only=[Person.photo])
    person.photo = kept
