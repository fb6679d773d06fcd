"""Forms of papers: pictures of other kinds than the archive keeps, made ones that it keeps, without a dot lost where that can be.

TIFF of one page and BMP become PNG, TIFF of several pages a PDF, WebP and HEIC, which have lost dots before, JPEG. What is in
the archive is read by every window, printer and archive bureau for decades; of HEIC and WebP nobody knows.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from io import BytesIO
from typing import TYPE_CHECKING

from models.core.record import Refusal
from models.incoming.paper_check import LARGEST_PAPER, PAPER_TOO_LARGE, picture_refusal, refuse_huge

if TYPE_CHECKING:
    from PIL import Image

FINE = 95  # quality of a JPEG that is made of what was no JPEG, in percent
SCAN_DOTS = 300  # to the inch, where the picture does not say
MOST_TIFF_PAGES = 500
MOST_TIFF_DOTS = 3_000_000_000  # of all its pages together: 300 of A4 at 300 dpi, made in six seconds
HEIC_BRANDS = {b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1"}  # ISO/IEC 23008-12
NO_HEIC = "这是 HEIC 照片（苹果手机常用），这台电脑上的程序没有带识别它的组件。请在手机“设置→相机→格式”里选“兼容性最佳”重新拍，或另存为 JPEG"
OTHER_KINDS = ("tif", "tiff", "bmp", "webp", "heic", "heif")  # endings, for file dialogs
TAKEN_KINDS = ("pdf", "jpg", "jpeg", "png", *OTHER_KINDS)
PICKED = " ".join(f"*.{ending}" for ending in TAKEN_KINDS)
PICKED_PICTURES = " ".join(f"*.{ending}" for ending in TAKEN_KINDS if ending != "pdf")


def archive_form(paper: bytes) -> bytes:
    """The paper as the archive keeps it; what it keeps already, and what nobody knows, comes back as it is.

    Raises ``Refusal`` when the picture is broken or too large, or no reader of its kind is here.
    """
    made = _maker(paper)
    if made is None:
        return paper
    if len(paper) > LARGEST_PAPER:
        raise Refusal(PAPER_TOO_LARGE)
    try:
        return made(paper)
    except Refusal:
        raise
    except Exception as error:  # whatever the decoder stumbles over, the picture is broken
        raise picture_refusal(error) from error


def flat(picture: Image.Image) -> Image.Image:
    """A picture in black and white, grey or colour, upright, as it looks on paper: what is transparent is white."""
    from PIL import Image, ImageOps  # when wanted

    ImageOps.exif_transpose(picture, in_place=True)  # here and below no copy more: one has 200 MB
    if picture.mode.startswith("I"):  # 16 bits of grey
        return picture.point(lambda dot: dot / 256).convert("L")
    if picture.mode in ("1", "L") or (picture.mode == "RGB" and "transparency" not in picture.info):
        return picture
    if picture.mode not in ("RGBA", "LA", "PA") and "transparency" not in picture.info:
        return picture.convert("RGB")
    seen = picture if picture.mode == "RGBA" else picture.convert("RGBA")
    ground = Image.new("RGB", seen.size, "white")
    ground.paste(seen, mask=seen)
    return ground


def _maker(paper: bytes) -> Callable[[bytes], bytes] | None:
    if paper[:4] in (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"):
        return _of_tiff
    if paper[:2] == b"BM" and paper[14:18] in (b"\x28\0\0\0", b"\x6c\0\0\0", b"\x7c\0\0\0", b"\x0c\0\0\0"):
        return lambda bmp: _as_png(_first(bmp, "BMP"))
    if paper[:4] == b"RIFF" and paper[8:12] == b"WEBP":
        return lambda webp: _as_jpeg(_first(webp, "WEBP"))
    if paper[4:8] == b"ftyp" and paper[8:12] in HEIC_BRANDS:
        return _of_heic
    return None


def _first(paper: bytes, kind: str) -> Image.Image:
    from PIL import Image  # when wanted

    with Image.open(BytesIO(paper), formats=(kind,)) as picture:
        refuse_huge(picture)
        picture.load()
        return flat(picture)


def _of_heic(paper: bytes) -> bytes:
    if importlib.util.find_spec("pi_heif") is None:
        raise Refusal(NO_HEIC)
    import pi_heif  # when the first one comes; it is not there on every system

    pi_heif.register_heif_opener()
    return _as_jpeg(_first(paper, "HEIF"))


def _of_tiff(paper: bytes) -> bytes:
    from PIL import Image, ImageSequence  # when wanted

    with Image.open(BytesIO(paper), formats=("TIFF",)) as whole:
        count = getattr(whole, "n_frames", 1)
        if count > MOST_TIFF_PAGES:
            raise Refusal(f"TIFF 有{count}页，超过{MOST_TIFF_PAGES}页，请分成几个文件再收")
        if count == 1:
            refuse_huge(whole)
            return _as_png(flat(whole))
        made, seen_dots = BytesIO(), 0
        for page in ImageSequence.Iterator(whole):
            refuse_huge(page)
            seen_dots += page.width * page.height
            if seen_dots > MOST_TIFF_DOTS:
                raise Refusal(
                    "TIFF 各页的像素加起来太多，请分成几个文件再收，或降低扫描分辨率（300dpi 即可）"
                )
            dots, seen = _dots(page), flat(page)
            fine = {} if seen.mode == "1" else {"quality": FINE}  # black and white loses nothing (CCITT)
            seen.save(made, "PDF", append=made.tell() > 0, resolution=dots, **fine)
        return made.getvalue()


def _dots(picture: Image.Image) -> float:
    told = float(picture.info.get("dpi", (SCAN_DOTS,))[0])
    return told if 50 <= told <= 1200 else SCAN_DOTS


def _as_png(picture: Image.Image) -> bytes:
    made = BytesIO()
    picture.save(made, "PNG", dpi=(_dots(picture), _dots(picture)))
    return made.getvalue()


def _as_jpeg(picture: Image.Image) -> bytes:
    made = BytesIO()
    jpeg_mode(picture).save(made, "JPEG", quality=FINE)
    return made.getvalue()


def jpeg_mode(flat_picture: Image.Image) -> Image.Image:
    """A flat picture, grey or in colour, as a JPEG can have it."""
    return flat_picture.convert("L") if flat_picture.mode == "1" else flat_picture
