"""The pictures of pages: of folders, PDFs of many pages and pictures as scanners and phones make them, one page after another."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pypdfium2
from PIL import Image, ImageOps

from models.core.files import plain_words
from models.core.record import Refusal
from models.incoming.paper_check import (
    BROKEN_PDF,
    EMPTY_PAPER,
    LARGEST_PAPER,
    LOCKED_PDF,
    PAPER_TOO_LARGE,
    picture_refusal,
    refuse_huge,
)
from reports.pdf.drawn_pages import drawn, opened_pdf

PICTURES = ("JPEG", "PNG", "TIFF", "BMP", "WEBP")
SCAN_ENDINGS = (".pdf", ".jpg", ".jpeg", ".jpe", ".png", ".tif", ".tiff", ".bmp", ".webp")
RESOLUTIONS = (200, 300)  # dpi at which a PDF's page is looked at: first quickly, then closely
ORIENTATION, HELD_UPRIGHT = 0x0112, 1  # how a camera was held (Exif 2.3, 4.6.4)
COLOUR_QUALITY = 92  # of a JPEG that is made of a coloured TIFF, BMP or WebP


@dataclass(frozen=True, slots=True)
class PagePicture:
    """One page: the file it is in, its place there from 1, and what tells it from any other (hash of the file, page)."""

    file: Path
    page: int
    source: str
    _reader: PdfPages | PictureFrames

    def pictures(self) -> Iterator[Image.Image]:
        """The page as a picture, then as a finer one where that can be had. Raises ``Refusal`` where it is broken."""
        return self._reader.pictures(self.page - 1)

    def content(self) -> bytes:
        """The page alone as PDF, JPEG or PNG, as good as it came."""
        return self._reader.content(self.page - 1)


class PdfPages:
    """The pages of a PDF."""

    def __init__(self, content: bytes) -> None:
        try:
            self._pdf = opened_pdf(content)
        except pypdfium2.PdfiumError as error:
            locked = error.err_code == pypdfium2.raw.FPDF_ERR_PASSWORD
            raise Refusal(LOCKED_PDF if locked else BROKEN_PDF) from error
        self._content = content

    def __len__(self) -> int:
        return len(self._pdf)

    def pictures(self, number: int) -> Iterator[Image.Image]:
        for dpi in RESOLUTIONS:
            try:
                yield drawn(self._pdf[number], dpi)
            except pypdfium2.PdfiumError as error:
                raise Refusal(BROKEN_PDF) from error

    def content(self, number: int) -> bytes:
        if len(self) == 1:
            return self._content
        alone, made = pypdfium2.PdfDocument.new(), BytesIO()
        alone.import_pages(self._pdf, [number])
        alone.save(made)
        return made.getvalue()


class PictureFrames:
    """The frames of a picture: one, but for a TIFF of many pages."""

    def __init__(self, content: bytes) -> None:
        try:
            self._picture = Image.open(BytesIO(content), formats=PICTURES)
            self._frames = getattr(self._picture, "n_frames", 1)
        except Exception as error:  # whatever the decoder stumbles over, the picture is broken
            raise picture_refusal(error) from error
        refuse_huge(self._picture)
        self._content = content

    def __len__(self) -> int:
        return int(self._frames)

    def pictures(self, number: int) -> Iterator[Image.Image]:
        yield self._frame(number)

    def content(self, number: int) -> bytes:
        if self._picture.format in ("JPEG", "PNG"):
            return self._content
        frame, made = self._frame(number), BytesIO()
        if frame.mode in ("1", "L", "P"):
            frame.save(made, "PNG")
        else:
            frame.convert("RGB").save(made, "JPEG", quality=COLOUR_QUALITY)
        return made.getvalue()

    def _frame(self, number: int) -> Image.Image:
        try:
            self._picture.seek(number)
            refuse_huge(self._picture)  # a later page may be larger than the first
            self._picture.load()
            if self._picture.getexif().get(ORIENTATION, HELD_UPRIGHT) == HELD_UPRIGHT:
                return self._picture
            return ImageOps.exif_transpose(self._picture)
        except Refusal:
            raise
        except Exception as error:
            raise picture_refusal(error) from error


def scan_files(paths: Iterable[Path]) -> list[Path]:
    """The files that are meant: a folder's scans in the order of their names, its folders' too. Raises ``Refusal`` for what is not there."""
    found: dict[Path, None] = {}
    for path in paths:
        if not path.exists():
            raise Refusal(f"找不到“{path}”，请检查位置是否写对")
        inside = sorted(path.rglob("*")) if path.is_dir() else [path]
        found |= dict.fromkeys(each for each in inside if each.is_file() and (each == path or _is_scan(each)))
    return list(found)


def _is_scan(file: Path) -> bool:
    return file.suffix.lower() in SCAN_ENDINGS and not file.name.startswith((".", "~"))


def pages_in(file: Path) -> list[PagePicture]:
    """The pages of one file. Raises ``Refusal`` when it cannot be read."""
    with plain_words(file):
        if file.stat().st_size > 8 * LARGEST_PAPER:
            raise Refusal(PAPER_TOO_LARGE)
        content = file.read_bytes()
    if not content:
        raise Refusal(EMPTY_PAPER)
    reader = PdfPages(content) if b"%PDF-" in content[:1024] else PictureFrames(content)
    name = hashlib.sha256(content).hexdigest()
    return [PagePicture(file, number, f"{name}:{number}", reader) for number in range(1, len(reader) + 1)]
