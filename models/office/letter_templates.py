"""Templates of letters 文书模板: the office's own .docx of a letter or notice that the program writes, kept in the archive."""

from __future__ import annotations

import base64
from collections.abc import Iterator

from models.core import journal
from models.core.masks import Secret
from models.core.record import Record, Sealed, Text
from models.core.rights import SET_UP

LARGEST_TEMPLATE = 2 << 20  # bytes: a document without pictures is a hundredth of it


class LetterTemplate(Record):
    """The office's document for one letter; without one the program's own words stand."""

    NOUN = "文书模板"
    NAMED_BY = "letter"
    RIGHT = SET_UP
    TIMELESS = "本单位的设置"

    letter = Text("文书", unique=True)
    file_name = Text("原文件名", secret=Secret.OPEN)
    content = Sealed("模板文件")  # the .docx in base64

    def rules(self) -> Iterator[tuple[str, str]]:
        if len(self.content) * 3 // 4 > LARGEST_TEMPLATE:
            yield "content", "模板超过2MB。请去掉里面的图片，另存以后再选"

    def document(self) -> bytes:
        """The .docx itself."""
        return base64.b64decode(self.content)


def template_of(letter: str) -> LetterTemplate | None:
    """The office's template of a letter, if it has one."""
    found: LetterTemplate | None = LetterTemplate.get_or_none(LetterTemplate.letter == letter)
    return found


def keep_template(letter: str, file_name: str, document: bytes, user: str) -> None:
    """Let a letter be written by this document from now on."""
    kept = template_of(letter) or LetterTemplate(letter=letter)
    kept.file_name, kept.content = file_name, base64.b64encode(document).decode("ascii")
    with journal.entry(f"设置文书模板：{letter}", user):
        kept.save()


def drop_template(letter: str, user: str) -> None:
    """Write a letter in the program's own words again."""
    if (kept := template_of(letter)) is not None:
        with journal.entry(f"恢复文书原样：{letter}", user):
            kept.delete_instance()
