"""Papers as a scanner makes them: PDFs of so many pages, pictures of so many dots."""

from __future__ import annotations

import random
from io import BytesIO

from PIL import Image
from pypdf import PdfWriter


def pdf(pages=1, password=None, owner=None):
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(595, 842)
    if password is not None:
        writer.encrypt(password, owner, algorithm="AES-256")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def picture(kind="JPEG", size=(300, 200), mode="RGB"):
    noise = Image.frombytes(mode, size, random.Random(1).randbytes(size[0] * size[1] * len(mode)))
    out = BytesIO()
    noise.save(out, kind)
    return out.getvalue()
