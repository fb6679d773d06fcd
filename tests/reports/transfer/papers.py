"""Papers to be handed over, made anew: scans in many forms, kept with people's materials."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw
from pypdf import PdfReader, PdfWriter
from pypdf.generic import ArrayObject, DictionaryObject, NameObject

from models.core.jobs import finish
from models.people import materials
from models.people.materials import CatalogueLine

USER = "王芳"


def page(mode="RGB", size=(620, 877)):
    picture = Image.new(mode, size, "white" if mode != "RGBA" else (0, 0, 0, 0))
    ImageDraw.Draw(picture).rectangle((60, 60, 300, 200), fill="black")
    return picture


def saved(picture, kind, **more):
    made = io.BytesIO()
    picture.save(made, kind, **more)
    return made.getvalue()


def scanner_pdf(*pictures):
    """A PDF as scanners make it; pictures of mode 1 are packed as a fax is (CCITT)."""
    first, *others = pictures
    return saved(first, "PDF", resolution=75, save_all=True, append_images=others)


def changed(content, change):
    """The same PDF after something was done to its pages."""
    made, kept = PdfWriter(clone_from=io.BytesIO(content)), io.BytesIO()
    for each in made.pages:
        change(each)
    made.write(kept)
    return kept.getvalue()


def stamped(each):
    """An annotation that shows something of itself."""
    stamp = DictionaryObject({NameObject("/Subtype"): NameObject("/Stamp")})
    each[NameObject("/Annots")] = ArrayObject([stamp])


# A page that is more than its picture, or less, or lies another way.
CHANGES = (
    lambda each: each.rotate(180),
    lambda each: each.merge_page(PdfReader(io.BytesIO(scanner_pdf(page(size=(90, 90))))).pages[0]),
    lambda each: each.add_transformation((0.5, 0, 0, 0.5, 0, 0)),
    lambda each: each.add_transformation((-1, 0, 0, -1, 595.2, 841.92)),
)


def keep(someone, title, *files, folder):
    """Take scans in as one paper; ``files`` are ``(name, content)``."""
    paths = []
    for name, content in files:
        (folder / name).write_bytes(content)
        paths.append(folder / name)
    line = CatalogueLine(title=title, author="本人")
    return finish(materials.attach_scans(someone, line, paths, USER))
