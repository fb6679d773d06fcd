"""Drawn pages: a page of anybody's PDF as a picture, which is never larger than a sheet, whatever size the page says it has."""

from __future__ import annotations

from typing import Any

import pypdfium2
from PIL import Image

from models.core.record import Refusal
from models.incoming.paper_check import MOST_PDF_PAGES, TOO_MANY_PAGES
from models.incoming.pdf_check import refuse_bomb

POINT = 72  # to the inch
MOST_SIDE = 4000  # dots, of an A3 page at 240 to the inch


def opened_pdf(content: bytes) -> pypdfium2.PdfDocument:
    """A PDF to be drawn. Raises ``Refusal`` for one that unpacks without end or has more pages than anybody scans into one file."""
    refuse_bomb(content)
    document = pypdfium2.PdfDocument(content)
    if len(document) > MOST_PDF_PAGES:
        raise Refusal(TOO_MANY_PAGES)
    return document


def drawn(page: pypdfium2.PdfPage, dots: float, most: int = MOST_SIDE, **how: Any) -> Image.Image:
    """A page at so many dots to the inch, coarser where a side would have more than ``most``; ``how`` is pdfium's."""
    seen: Image.Image = page.render(scale=min(dots / POINT, most / max(*page.get_size(), 1)), **how).to_pil()
    return seen
