"""Papers to be handed over, made anew: scans in many forms, kept with people's materials."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

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


def keep(someone, title, *files, folder):
    """Take scans in as one paper; ``files`` are ``(name, content)``."""
    paths = []
    for name, content in files:
        (folder / name).write_bytes(content)
        paths.append(folder / name)
    line = CatalogueLine(title=title, author="本人")
    return finish(materials.attach_scans(someone, line, paths, USER))
