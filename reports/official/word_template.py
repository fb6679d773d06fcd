"""The Word template of official documents: an empty file made of the parts in ``resources/word``, Chinese, and nobody else's.

python-docx's own has English settings, hundreds of styles, somebody's name and a picture of another document.
Styles carry the names that ECMA-376 gives the built-in ones (part 1, 17.7.4.9), which Word and WPS show in Chinese.
"""

from __future__ import annotations

import io
import zipfile
from datetime import datetime

import docx
from docx.document import Document

import resources
from reports.official import Official
from reports.paper.line_breaks import clean

PROGRAM = "优抚一人一档"
WORD_LANGUAGE = "zh-CN"
TEMPLATE_PARTS = ("document", "styles", "settings", "fontTable")  # word/….xml; the first points to the others
MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
RELATED_BY = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGED = "http://schemas.openxmlformats.org/package/2006"


def blank_document(document: Official) -> Document:
    """A Word file without words, which says what it is, whose, of which day and in which language."""
    made = docx.Document(_package())
    about = made.core_properties
    about.title, about.author, about.last_modified_by = (
        clean(document.title.replace("\n", "")),
        clean(document.signed),
        clean(document.signed),
    )
    about.language, about.comments, about.revision = WORD_LANGUAGE, "", 1
    about.created = about.modified = datetime(document.day.year, document.day.month, document.day.day)
    return made


def _package() -> io.BytesIO:
    """The parts as one package (ECMA-376 part 2)."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("[Content_Types].xml", _types())
        package.writestr("_rels/.rels", _relations({f"{RELATED_BY}/officeDocument": "word/document.xml", f"{RELATED_BY}/extended-properties": "docProps/app.xml"}))  # fmt: skip
        package.writestr("docProps/app.xml", _xml("Properties", "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties", f"<Application>{PROGRAM}</Application>"))  # fmt: skip
        package.writestr("word/_rels/document.xml.rels", _relations({f"{RELATED_BY}/{part}": f"{part}.xml" for part in TEMPLATE_PARTS[1:]}))  # fmt: skip
        for part in TEMPLATE_PARTS:
            package.writestr(f"word/{part}.xml", resources.path(f"word/{part}.xml").read_bytes())
    stream.seek(0)
    return stream


def _types() -> str:
    """Which kind each part is."""
    told = [
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
        '<Default Extension="xml" ContentType="application/xml"/>',
        '<Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>',
    ]
    for part in TEMPLATE_PARTS:
        kind = f"{MAIN_TYPE}.{part}{'.main' if part == TEMPLATE_PARTS[0] else ''}+xml"
        told.append(f'<Override PartName="/word/{part}.xml" ContentType="{kind}"/>')
    return _xml("Types", f"{PACKAGED}/content-types", "".join(told))


def _relations(targets: dict[str, str]) -> str:
    told = (
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets.items(), start=1)
    )
    return _xml("Relationships", f"{PACKAGED}/relationships", "".join(told))


def _xml(root: str, space: str, inside: str) -> str:
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<{root} xmlns="{space}">{inside}</{root}>'
    )
