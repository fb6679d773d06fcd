"""The check of a scanned paper: a whole PDF, JPEG or PNG, told by its content and not by its name."""

from __future__ import annotations

import hashlib
import random
from io import BytesIO
from typing import TYPE_CHECKING, Literal, TypeAlias

from models.core.record import Refusal
from models.incoming.png_rows import has_all_rows

if TYPE_CHECKING:
    from PIL import Image

Media: TypeAlias = Literal["application/pdf", "image/jpeg", "image/png"]

LARGEST_PAPER = 50 << 20  # bytes of a file
MOST_PDF_PAGES = 5_000
PIXELS = 50_000_000  # an A4 page at 600 dpi has 35 million
PAPER_TOO_LARGE = "文件超过50MB，请降低扫描分辨率（300dpi 灰度即可），或拆成几个文件后再收"
START_OF_SCAN, MOST_SCANS = b"\xff\xda", 64  # of a JPEG; a usual progressive one has ten
# Behind the last dot nobody reads any more: these bytes before the end are seen only where dots are missing.
BEYOND_THE_END = random.Random(18).randbytes(512).replace(b"\xff", b"\xa5")
JPEG_END, PNG_END = b"\xff\xd9", b"IEND\xae\x42\x60\x82"
UNKNOWN_PAPER = (
    "只收 PDF、JPEG、PNG，以及 TIFF、BMP、WebP、HEIC（按内容认，改扩展名没有用），请重新扫描或另存为其中一种"
)
BROKEN_PICTURE = "图片不完整或已损坏，请重新扫描或重新复制"
PICTURE_TOO_LARGE = "图片的像素太多，请降低扫描分辨率（300dpi 即可）"
EMPTY_PAPER = "文件是空的，请重新扫描或重新复制"
LOCKED_PDF = "PDF 有打开密码，请先去掉密码（用原软件另存为不加密的 PDF）再收"
TOO_MANY_PAGES = f"PDF 超过{MOST_PDF_PAGES}页，不像是扫描的，请分成几个文件再收"
BROKEN_PDF = "PDF 不完整或已损坏，请重新扫描或重新复制"


def look_at(paper: bytes) -> tuple[Media, int]:
    """The paper's media type and number of pages. Raises ``Refusal`` when it cannot be kept."""
    if len(paper) > LARGEST_PAPER:
        raise Refusal(PAPER_TOO_LARGE)
    if not paper:
        raise Refusal(EMPTY_PAPER)
    if media := proven_picture(paper):
        return media, 1
    if b"%PDF-" in paper[:1024]:  # where readers look for it (ISO 32000-1 annex H.3.4.1)
        from models.incoming.pdf_check import count_pdf_pages  # when wanted

        return "application/pdf", count_pdf_pages(paper)
    raise Refusal(UNKNOWN_PAPER)


def proven_picture(paper: bytes) -> Media | None:
    """The media type of a whole picture; None for what is none. Raises ``Refusal`` for a broken one."""
    if paper.startswith(b"\xff\xd8\xff"):
        _prove_jpeg(paper)
        return "image/jpeg"
    if paper.startswith(b"\x89PNG\r\n\x1a\n"):
        _prove_png(paper)
        return "image/png"
    return None


def _prove_jpeg(paper: bytes) -> None:
    if paper.count(START_OF_SCAN) > MOST_SCANS:
        raise Refusal(BROKEN_PICTURE)
    end = paper.rfind(JPEG_END)
    if end < len(paper) - 65536:  # the decoder adds a missing end of its own accord
        raise Refusal(BROKEN_PICTURE)
    if _seen(paper) != _seen(paper[:end] + BEYOND_THE_END + paper[end:]):
        raise Refusal(BROKEN_PICTURE)


def _seen(jpeg: bytes) -> bytes:
    """What a JPEG looks like, small. All of its file is read; of one that gets finer from scan to scan more must be looked at."""
    from PIL.JpegImagePlugin import JpegImageFile  # when wanted

    try:
        with JpegImageFile(BytesIO(jpeg)) as picture:
            refuse_huge(picture)
            part = 2 if picture.info.get("progressive") else 8
            picture.draft("L", (picture.width // part, picture.height // part))
            picture.load()
            return hashlib.sha256(picture.tobytes()).digest()
    except Refusal:
        raise
    except Exception as error:  # whatever the decoder stumbles over, the picture is broken
        raise picture_refusal(error) from error


def _prove_png(paper: bytes) -> None:
    from PIL.PngImagePlugin import PngImageFile  # when wanted

    try:
        with PngImageFile(BytesIO(paper)) as picture:
            refuse_huge(picture)
            picture.load()
        with PngImageFile(BytesIO(paper)) as picture:
            picture.verify()  # every part's checksum, up to the end mark
        whole = has_all_rows(paper)
    except Refusal:
        raise
    except Exception as error:
        raise picture_refusal(error) from error
    if not whole or PNG_END not in paper[-65536:]:  # the decoder does not look at the end mark's own checksum
        raise Refusal(BROKEN_PICTURE)


def picture_refusal(error: Exception) -> Refusal:
    """What an officer is told of a picture that cannot be opened: too large to be looked at, or broken."""
    from PIL import Image  # when wanted

    return Refusal(PICTURE_TOO_LARGE if isinstance(error, Image.DecompressionBombError) else BROKEN_PICTURE)


def refuse_huge(picture: Image.Image) -> None:
    """Before a pixel is made: a small file can ask for gigabytes."""
    most = PIXELS // 2 if picture.format == "WEBP" else PIXELS  # whose decoder holds each dot three times
    if picture.width * picture.height > most:
        raise Refusal(
            f"图片有{picture.width}×{picture.height}个像素，超过{most // 10_000}万，请降低扫描分辨率（300dpi 即可）"
        )
