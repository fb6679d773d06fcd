"""The scanned papers of a file put together as one PDF, to be looked at and printed: A4, one after another."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageOps
from pypdf import PageObject, PdfReader, PdfWriter, Transformation
from pypdf.generic import Fit

from models.core.record import Refusal
from models.incoming.paper_check import BROKEN_PDF, Media

A4 = (595.276, 841.890)  # points
SCAN_MARGIN = 14.17  # points, 5 mm: what office printers cannot reach


class ScannedPaper(NamedTuple):
    """A scanned paper: what it is called, and what it holds."""

    title: str
    media: Media
    content: bytes


def write_scanned_papers(papers: Iterable[ScannedPaper], file: Path) -> int:
    """Write the papers as one PDF with a bookmark for each title; returns how many pages it has.

    Raises ``Refusal`` when a paper cannot be read.
    """
    writer = PdfWriter()
    told = ""
    for title, media, content in papers:
        first = len(writer.pages)
        for page in _pages(media, content):
            writer.add_page(page)
        if title != told:
            top = float(writer.pages[first].mediabox.top)
            writer.add_outline_item(title=title, page_number=first, fit=Fit.xyz(left=0, top=top, zoom=1))
        told = title
    with file.open("wb") as made:
        writer.write(made)
    return len(writer.pages)


def _pages(media: Media, content: bytes) -> list[PageObject]:
    if media != "application/pdf":
        return [_picture_page(content)]
    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted:
            reader.decrypt("")
        return list(reader.pages)
    except Exception as error:  # whatever the reader stumbles over, the paper is broken
        raise Refusal(BROKEN_PDF) from error


def _picture_page(content: bytes) -> PageObject:
    """A picture on an A4 sheet, upright or across as it lies, as large as it can be printed."""
    with Image.open(BytesIO(content), formats=("JPEG", "PNG")) as picture:
        turned = ImageOps.exif_transpose(picture)
        across = turned.width > turned.height
        flat = turned.convert("L" if turned.mode in ("1", "L", "LA") else "RGB")
    made = BytesIO()
    flat.save(made, "PDF", resolution=72.0, quality=90)
    image = PdfReader(made).pages[0]
    width, height = (A4[1], A4[0]) if across else A4
    sheet = PageObject.create_blank_page(width=width, height=height)
    fit = min((width - 2 * SCAN_MARGIN) / flat.width, (height - 2 * SCAN_MARGIN) / flat.height)
    left, low = (width - flat.width * fit) / 2, (height - flat.height * fit) / 2
    sheet.merge_transformed_page(image, Transformation().scale(fit).translate(left, low))
    return sheet
