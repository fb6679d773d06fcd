"""Fonts, the faces that pages are set in, and which of them has which character.

Order for a character: the face asked for, the other faces that are shipped for it, the PC's SimSun-ExtB and SimSun-ExtG
(drawn as China draws them), the shipped face of rare characters, then the glyph of the character that it stands for (U+FA19 神
is drawn as U+795E, and stays U+FA19 in the text). A character that no font has is never dropped: it is drawn as a crossed
box and named to the officer (``Missing``).
"""

from __future__ import annotations

import logging
import os
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import resources

SERIF, BOLD, SANS = "serif", "bold", "sans"
FILES = {SERIF: "NotoSerifSC-Regular.ttf", BOLD: "NotoSerifSC-Bold.ttf", SANS: "NotoSansSC-Medium.ttf"}
AFTER: dict[str, tuple[str, ...]] = {SERIF: (SANS,), BOLD: (SERIF, SANS), SANS: (SERIF,)}
# The typefaces of official documents (GB/T 9704-2012, 5.2.2), which may not be shipped: the PC's own file when it has
# one of these, else the shipped face that stands in for it. File names are compared in lower case.
SONG_TITLE, FANGSONG, HEITI, KAITI = "小标宋", "仿宋", "黑体", "楷体"
OFFICIAL = {
    SONG_TITLE: (("fzxbsjw.ttf", "fzxbsk.ttf", "方正小标宋简体.ttf", "方正小标宋_gbk.ttf"), BOLD),
    FANGSONG: (("simfang.ttf", "仿宋_gb2312.ttf"), SERIF),
    HEITI: (("simhei.ttf",), SANS),
    KAITI: (("simkai.ttf", "楷体_gb2312.ttf"), BOLD),
}
AFTER |= {name: (stand_in, SERIF, SANS) for name, (_, stand_in) in OFFICIAL.items()}
RARE, RARE_FILE = "rare", "HanaMinB.ttf"  # all 60,317 characters of the CJK extensions B to F
PC_FILES = ("simsunb.ttf", "simsunextg.ttf")  # SimSun-ExtB, SimSun-ExtG; compared in lower case
BOX_WIDTH = 1000  # thousandths of the size, as any Chinese character

logger = logging.getLogger(__name__)


class Missing(NamedTuple):
    """A character that no font has, and in whose papers it stands."""

    character: str
    whose: str

    def __str__(self) -> str:
        code = f"U+{ord(self.character):04X}"
        return f"{self.whose}：“{self.character}”（{code}）没有字体可印，纸上印为方框，请手工填写"


class Run(NamedTuple):
    """A piece of text that one face has all of; ``face`` is None for characters no font has."""

    face: Face | None
    text: str


class TextLook(NamedTuple):
    """A text as one face would set it: its width in thousandths of the size, and what is to be said about it."""

    width: float
    whole: bool  # the face itself has every character
    lacking: tuple[str, ...]  # what no font has


class Face:
    """A TrueType face: the widths of its characters (in thousandths of the size) and their glyphs."""

    def __init__(self, name: str, file: Path) -> None:
        """Raises ``TTFError`` or ``OSError`` when the file is no TrueType font."""
        from reportlab.pdfbase.ttfonts import TTFontFile  # when wanted

        self.name = name
        self.file = TTFontFile(str(file))
        self.glyphs: dict[int, int] = self.file.charToGlyph
        self.widths: dict[str, float] = {chr(code): width for code, width in self.file.charWidths.items()}
        self.look = lru_cache(maxsize=1 << 15)(self._look)

    def runs(self, text: str) -> list[Run]:
        """The text cut where the face must change."""
        cut: list[Run] = []
        for character in text:
            face = self if character in self.widths else other_face(self.name, character)
            if cut and cut[-1].face is face and face is not None:
                cut[-1] = Run(face, cut[-1].text + character)
            else:
                cut.append(Run(face, character))
        return cut

    def draw_as(self, character: str, other: str) -> None:
        """Give a character that the face lacks the glyph of another."""
        self.glyphs[ord(character)] = self.glyphs[ord(other)]
        self.widths[character] = self.widths[other]

    def width(self, character: str) -> float:
        """The width of one character, in whichever face it will be set."""
        try:
            return self.widths[character]
        except KeyError:
            other = other_face(self.name, character)
            return BOX_WIDTH if other is None else other.widths[character]

    def _look(self, text: str) -> TextLook:
        try:
            return TextLook(sum(map(self.widths.__getitem__, text)), True, ())
        except KeyError:
            lacking = [character for character in text if self._nowhere(character)]
            return TextLook(sum(map(self.width, text)), False, tuple(dict.fromkeys(lacking)))

    def _nowhere(self, character: str) -> bool:
        return character not in self.widths and other_face(self.name, character) is None


@cache
def face(name: str) -> Face:
    """A face by its name, read when first needed: a shipped one, or one of official documents."""
    if name in OFFICIAL:
        files, stand_in = OFFICIAL[name]
        return next(_of_pc(name, files), None) or face(stand_in)
    return _shipped(name)


@cache
def _shipped(name: str) -> Face:
    return Face(name, resources.path("fonts") / (RARE_FILE if name == RARE else FILES[name]))


def stand_ins() -> list[str]:
    """Which typefaces of official documents this PC does not have; shipped ones are printed in their place."""
    return [name for name in OFFICIAL if face(name).name != name]


@lru_cache(maxsize=1 << 14)
def other_face(name: str, character: str) -> Face | None:
    """The first face after ``name`` that has the character; None when no font has it."""
    if (found := _first_with(character, _after(name))) is not None:
        return found
    if stands_for := _plain_form(character):
        found = _first_with(stands_for, chain([face(name)], _after(name)))
        if found is not None:
            found.draw_as(character, stands_for)
        return found
    return None


def _first_with(character: str, faces: Iterable[Face]) -> Face | None:
    return next((each for each in faces if character in each.widths), None)


def _after(name: str) -> Iterator[Face]:
    """The faces that are asked after one; those of many characters are read when no other has what is wanted."""
    yield from map(face, AFTER.get(name, ()))
    yield from pc_faces()
    yield face(RARE)


def _plain_form(character: str) -> str:
    """The one character that a compatibility character stands for (Unicode, chapter 23.1); '' when there is none."""
    for form in ("NFC", "NFKC"):
        plain = unicodedata.normalize(form, character)
        if len(plain) == 1 and plain != character:
            return plain
    return ""


@cache
def pc_faces() -> tuple[Face, ...]:
    """The PC's own fonts for rare characters, of those that are there and can be embedded."""
    return tuple(face for file in PC_FILES for face in _of_pc(file.removesuffix(".ttf"), (file,)))


def _of_pc(name: str, wanted: Iterable[str]) -> Iterator[Face]:
    """Those of the wanted files that this PC has and that can be embedded, as faces of that name."""
    from reportlab.pdfbase.ttfonts import TTFError  # when wanted

    found = {
        file.name.lower(): file for folder in font_folders() if folder.is_dir() for file in folder.iterdir()
    }
    for file in wanted:
        if file in found:
            try:
                yield Face(name, found[file])
            except (TTFError, OSError) as error:
                logger.warning("the PC's font %s cannot be used: %s", file, error)


def font_folders() -> list[Path]:
    """Where Windows keeps fonts, for all users and for this one; nowhere on other systems."""
    roots = [(os.environ.get("WINDIR"), "Fonts"), (os.environ.get("LOCALAPPDATA"), "Microsoft/Windows/Fonts")]
    return [Path(root) / folder for root, folder in roots if root]


def forget_pc_faces() -> None:
    """Look at the PC's fonts anew."""
    pc_faces.cache_clear()
    other_face.cache_clear()
    for name in FILES:
        face(name).look.cache_clear()
    face.cache_clear()
