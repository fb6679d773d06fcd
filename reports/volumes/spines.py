"""The spines and labels of boxes 档案盒 (盒脊, 盒签): which volumes lie in which box, on labels of the box's breadth to cut out.

A box is 310 × 220 mm, its spine 20, 30, 40 or, as many archives have them, 50 mm broad (DA/T 22-2015). How thick a volume is follows
from the pages counted: sheets printed on one side, of usual paper of 80 g/m², in a cover of 250 g/m².
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from reportlab.lib.units import mm

from models.core.jobs import Job, Step
from models.core.record import Refusal
from models.office.settings import Office
from reports.paper.binding import place_band, water
from reports.paper.drawn_pages import draw_strips
from reports.paper.fonts import SERIF, Missing
from reports.paper.layout import CENTRE, FINE, SMALL, Box, Gaps, Row, Strip
from reports.paper.page_breaks import Placed
from reports.paper.sheet import HEIGHT, WIDTH, Paper, Print, Rule, Style
from reports.paper.whole_files import whole
from reports.volumes.volume_facts import VolumeFacts

BREADTHS = (20, 30, 40, 50)  # mm
SHEET, COVER = 0.1, 1.2  # mm that a sheet and the cover of a volume are thick, about
EASE = 3.0  # mm that are left free in a box, so that a volume can be drawn out
KIND = "优抚对象档案"
LABEL_MARGIN, LABEL_GAP = 12 * mm, 6 * mm
SPINE_WORDS = Style(SERIF, 11, 15)
SPINE_NAME = Style(SERIF, 15, 21)
CARD_BREADTH, CARD_LABEL = 90 * mm, 24 * mm


class ArchiveBox(NamedTuple):
    """A box: its number, how broad it is in mm, the volumes in it."""

    number: int
    breadth: int
    volumes: tuple[VolumeFacts, ...]

    @property
    def span(self) -> str:
        first, last = self.volumes[0].volume, self.volumes[-1].volume
        return first if first == last else f"{first}-{last}"


def boxes(volumes: Iterable[VolumeFacts], broadest: int = BREADTHS[-1]) -> list[ArchiveBox]:
    """The volumes in boxes, in their order: each filled as far as the broadest goes, and no broader than it must be."""
    if broadest not in BREADTHS:
        raise Refusal(f"档案盒脊宽可选：{'、'.join(map(str, BREADTHS))}毫米")
    made: list[ArchiveBox] = []
    waiting: list[VolumeFacts] = []
    for volume in volumes:
        if waiting and thickness([*waiting, volume]) > broadest - EASE:
            made.append(_box(len(made) + 1, waiting, broadest))
            waiting = []
        waiting.append(volume)
    return [*made, _box(len(made) + 1, waiting, broadest)] if waiting else made


def thickness(volumes: Iterable[VolumeFacts]) -> float:
    """How thick volumes are together, in mm."""
    return sum(COVER + SHEET * volume.counted for volume in volumes)


def _box(number: int, volumes: Sequence[VolumeFacts], broadest: int) -> ArchiveBox:
    thick = thickness(volumes) + EASE
    breadth = next((each for each in BREADTHS if thick <= each <= broadest), broadest)
    return ArchiveBox(number, breadth, tuple(volumes))


def write_spines(
    some: Sequence[ArchiveBox], office: Office, out: Path, practice: bool = False
) -> Job[tuple[Missing, ...]]:
    """Draw spines and labels to cut out, as many boxes on a sheet as have room; returns what no font has."""
    if not some:
        raise Refusal("没有选中案卷，请换一个条件再试")
    gaps = Gaps(whose="盒签")
    with whole(out) as stream:
        paper = Paper(stream, "档案盒签", office.name)
        done = 0
        for sheet in _sheets(some):
            _draw(paper, sheet, office, gaps, practice)
            done += len(sheet)
            yield Step(done, len(some), f"第{done}盒")
        paper.close()
    return tuple(gaps.found)


def _sheets(some: Sequence[ArchiveBox]) -> list[list[ArchiveBox]]:
    """Boxes whose spines have room side by side above, and whose labels below, four in two rows."""
    sheets: list[list[ArchiveBox]] = []
    room = 0.0
    for box in some:
        needed = box.breadth * mm + LABEL_GAP
        if not sheets or needed > room or len(sheets[-1]) == 4:
            sheets.append([])
            room = WIDTH - 2 * LABEL_MARGIN + LABEL_GAP
        sheets[-1].append(box)
        room -= needed
    return sheets


def _draw(paper: Paper, sheet: Sequence[ArchiveBox], office: Office, gaps: Gaps, practice: bool) -> None:
    if practice:
        paper.place(water(), 0, 0)
    place_band(paper, practice)
    x, top, low = LABEL_MARGIN, HEIGHT - LABEL_MARGIN, HEIGHT
    for box in sheet:
        strips = _spine(box, office, gaps)
        low = min(low, _place(paper, strips, x, top, box.breadth * mm))
        x += box.breadth * mm + LABEL_GAP
    y = low - LABEL_GAP
    for number, box in enumerate(sheet):
        left = LABEL_MARGIN + number % 2 * (CARD_BREADTH + LABEL_GAP)
        foot = _place(paper, _card(box, office, gaps), left, y, CARD_BREADTH)
        y = foot - LABEL_GAP if number % 2 else y
    paper.turn()


def _place(paper: Paper, strips: Sequence[Strip], x: float, top: float, breadth: float) -> float:
    """Strips one below the other in a frame; returns where they end."""
    table, placed, y = object(), [], top
    for strip in strips:
        y -= strip.height
        placed.append(Placed(y, strip._replace(table=table)))
    draw_strips(paper, placed, x, breadth)
    return y


def _spine(box: ArchiveBox, office: Office, gaps: Gaps) -> list[Strip]:
    breadth = box.breadth * mm
    told = (
        ("全宗号", office.fonds_number), ("目录号", office.catalogue_number), ("", "\n".join(KIND)),
        ("起止案卷号", box.span), ("保管期限", box.volumes[0].retention), ("盒号", str(box.number)),
    )  # fmt: skip
    strips: list[Strip] = []
    for label, words in told:
        if label:
            strips.append(_cell(breadth, label).blank(None))
        (strip,) = _cell(breadth, "", upright=not label).strips([words], gaps, None)
        strips.append(strip if label else strip._replace(print=_foot_rule(breadth, strip.height)))
    return strips


@cache
def _cell(breadth: float, label: str, upright: bool = False) -> Row:
    """A cell of a spine: its label, or room for what stands in it."""
    box = Box(0, breadth, CENTRE)
    if label:
        return Row([], [(box, label)], 6 * mm, across=breadth)
    if upright:
        narrow = Box(breadth / 2 - SPINE_NAME.size / 2 - 3.2, SPINE_NAME.size + 6.4)
        return Row([narrow], [], 60 * mm, SPINE_NAME, underlined=breadth, across=breadth)
    return Row([box], [], 9 * mm, SPINE_WORDS if breadth >= 25 * mm else SMALL, across=breadth)


@cache
def _foot_rule(breadth: float, height: float) -> Print:
    """The rule below the upright words, which have none beside them."""
    return Print(breadth, height, (Rule(0, 0, breadth, 0, FINE),), ())


def _card(box: ArchiveBox, office: Office, gaps: Gaps) -> list[Strip]:
    pages = [volume.pages for volume in box.volumes]
    counted = f"{len(box.volumes)}卷" + (f"{sum(filter(None, pages))}页" if None not in pages else "")
    numbers = [volume.number for volume in (box.volumes[0], box.volumes[-1]) if volume.number]
    told = (
        ("全宗名称", office.fonds_name or office.name), ("类　目", KIND),
        ("起止档号", " 至 ".join(dict.fromkeys(numbers))), ("起止案卷号", box.span), ("卷数页数", counted),
        ("保管期限", box.volumes[0].retention), ("盒　号", str(box.number)),
    )  # fmt: skip
    return [strip for label, words in told for strip in _card_row(label).strips([words], gaps, None)]


@cache
def _card_row(label: str) -> Row:
    value = Box(CARD_LABEL, CARD_BREADTH - CARD_LABEL, CENTRE)
    return Row([value], [(Box(0, CARD_LABEL), label)], 7 * mm, SMALL, across=CARD_BREADTH)
