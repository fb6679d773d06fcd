"""走访慰问卡: two cards to a sheet of A4, cut apart to A5, with what to know before the door and room to write behind it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from reportlab.lib.units import mm

from models.core.jobs import Job, Step
from models.core.record import Refusal
from models.office import settings
from models.printing.named_people import tell_named
from reports.paper import fonts, page_mark
from reports.paper.binding import place_band, water
from reports.paper.drawn_pages import draw_strips
from reports.paper.fonts import BOLD, SERIF, Missing
from reports.paper.forms import Field
from reports.paper.layout import (
    BODY,
    CENTRE,
    FINE,
    NOTE,
    PAD,
    START,
    Box,
    Gaps,
    Row,
    Strip,
    breadth,
    place_lines,
)
from reports.paper.line_breaks import clean, wrap
from reports.paper.page_breaks import Placed
from reports.paper.penned_rows import StaticRow
from reports.paper.sheet import HEIGHT, WIDTH, Mark, Paper, Print, Rule, Style
from reports.paper.whole_files import whole
from reports.visit_plans.card_facts import Card

CARD_LEFT = (WIDTH - BODY) / 2
HALF = HEIGHT / 2
ROOM = HALF - 14 * mm  # of a card, 7 mm from each edge
CARD_TOP = 7 * mm  # of a card below the edge of its half
CARD_HEAD = 15.5 * mm
CARD_TITLE, CARD_LINE = Style(BOLD, 14, 20, 2), Style(SERIF, 9.5, 12.5)
CARD_CODE = 13.5 * mm  # of the code, its quiet zone aside
LEAST_CARD_ROW = 6.6 * mm  # of a row
CARD_TRACKS = (20, 35, 20, 22, 20, 48)  # mm: label, value, three times
MOST_CARD_LINES = {
    "address": 2,
    "family": 3,
    "calls": 3,
    "wishes": 3,
    "going": 1,
}  # lines; more is told in the file
MORE = "……（详见档案）"

KNOWN: tuple[tuple[Field, ...], ...] = (
    (Field("姓　名", "name"), Field("性别年龄", "sex_age"), Field("对象类别", "category")),
    (Field("证件号码", "number", 4), Field("联系电话", "phone")),
    (Field("住　址", "address", 6, START),),
    (Field("家庭情况", "family", 6, START),),
    (Field("近期走访", "calls", 6, START),),
    (Field("待办诉求", "wishes", 6, START),),
    (Field("计划慰问", "brings", 4, START), Field("计划日期", "day")),
    (Field("走访人员", "going", 6, START),),
)
SEEN = StaticRow("家庭生活\n状况", height=13 * mm, label_width=20 * mm)
WISHED = StaticRow("反映的\n困难诉求", height=13 * mm, label_width=20 * mm)
PENNED = (SEEN, WISHED)


def _row(fields: Sequence[Field], height: float = LEAST_CARD_ROW) -> Row:
    labels, boxes, track, x = [], [], 0, 0.0
    for name, _, span, align in fields:
        label = CARD_TRACKS[track] * mm
        value = sum(CARD_TRACKS[track + 1 : track + span]) * mm
        labels.append((Box(x, label), name))
        boxes.append(Box(x + label, value, align if align == START else CENTRE))
        x, track = x + label + value, track + span
    return Row(boxes, labels, height, CARD_LINE)


ROWS = tuple((_row(fields), tuple(f.key for f in fields)) for fields in KNOWN)
CARD_SIGNATURES = (
    _row((Field("走访情况", "", 6, START),), 7.5 * mm),
    _row((Field("实发慰问金", "", 2), Field("实发慰问品", "", 4))),
    _row(
        (Field("走访日期", "", 2), Field("对象签字\n（手印）", "", 2), Field("走访人\n签字", "", 2)), 11 * mm
    ),
)
TICKS = "□ 已走访，按计划　　□ 已走访，有变动　　□ 未遇到　　□ 不走访"
WRITTEN = ((TICKS,), ("　　　　　　元", ""), ("　　年　月　日", "", ""))
FOOT_HEIGHT = sum(row.height for row in CARD_SIGNATURES)  # of which the first row is ticked
TICK_HEIGHT = CARD_SIGNATURES[0].height
WIDE_VALUE = sum(CARD_TRACKS[1:]) * mm - 2 * PAD


def write_cards(cards: Sequence[Card], out: Path, practice: bool = False) -> Job[tuple[Missing, ...]]:
    """Write the cards into a PDF; returns the characters that no font has. Raises ``Refusal`` when there are none."""
    if not cards:
        raise Refusal("没有要打印的走访卡：计划中没有待走访的对象")
    gaps = Gaps()
    with whole(out) as stream:
        paper = Paper(stream, "走访慰问卡", settings.office().name)
        for number in range(0, len(cards), 2):
            two = cards[number : number + 2]
            _sheet(paper, two, gaps, practice)
            paper.turn("、".join(clean(card.name) for card in two))
            yield Step(number + len(two), len(cards), two[-1].name)
        paper.close()
    tell_named(out, (card.person for card in cards if card.person is not None))
    return tuple(gaps.found)


def _sheet(paper: Paper, cards: Sequence[Card], gaps: Gaps, practice: bool) -> None:
    placed: list[Placed] = []
    strips: list[list[Strip]] = []
    for place, card in enumerate(cards):
        gaps.whose = card.name
        strips.append(card_strips(card, gaps))
        placed += _placed(strips[-1], HEIGHT - place * HALF - CARD_TOP)
    if practice:
        paper.place(water(), 0, 0)
    draw_strips(paper, placed, CARD_LEFT, BODY)
    for place, card in enumerate(cards):
        _code(paper, card, HEIGHT - place * HALF - CARD_TOP, penned_from(strips[place]))
    paper.place(CUT, 0, 0)
    place_band(paper, practice)


def _code(paper: Paper, card: Card, top: float, penned: int) -> None:
    """The code at the upper right corner, by which a scanner finds the card's row and its room for the pen."""
    if card.row:
        modules = page_mark.modules(page_mark.CardMark(card.row, penned).code)
        paper.code(modules, CARD_LEFT + BODY - CARD_CODE, top, CARD_CODE / modules.side)


def penned_from(strips: Sequence[Strip]) -> int:
    """How far below its upper edge, in whole mm, the room for the pen begins on a card."""
    known = len(strips) - len(PENNED) - len(CARD_SIGNATURES)
    return int(sum(strip.height for strip in strips[:known]) / mm)


CUT = Print(
    WIDTH, HEIGHT, (Rule(0, HALF, 10 * mm, HALF, FINE), Rule(WIDTH - 10 * mm, HALF, WIDTH, HALF, FINE)), ()
)


def _placed(card: Iterable[Strip], top: float) -> Iterator[Placed]:
    for strip in card:
        top -= strip.height
        yield Placed(top, strip)


def card_strips(card: Card, gaps: Gaps) -> list[Strip]:
    """A card from top to foot: what is known, then what is written at the door, which takes the room that is left."""
    table = object()
    facts = card.facts | {
        "going": "、".join(filter(None, (card.facts.get("leader"), card.facts.get("members"))))
    }
    facts["family"] = "；".join(filter(None, (card.facts.get("family"), card.facts.get("seen"))))
    facts = {
        key: _clipped(words, MOST_CARD_LINES[key]) if key in MOST_CARD_LINES else words
        for key, words in facts.items()
    }
    found = [_head(card, gaps)]
    for row, keys in ROWS:
        found += row.strips([facts.get(key, "") for key in keys], gaps, table)
    foot = [
        strip
        for row, words in zip(CARD_SIGNATURES, WRITTEN, strict=True)
        for strip in row.strips(words, gaps, table)
    ]
    left = ROOM - sum(strip.height for strip in (*found, *foot)) - sum(row.height for row in PENNED)
    for penned in PENNED:
        height = round(penned.height + max(0.0, left / len(PENNED)), 1)
        found.append(Strip(height, penned.print(height), (), table))
    return [*found, *foot]


def _head(card: Card, gaps: Gaps) -> Strip:
    right = clean("　".join(filter(None, (card.facts.get("campaign", ""), card.facts.get("team", "")))))
    gaps.note(fonts.face(NOTE.face).look(right).lacking)
    words = place_lines(("走访慰问卡",), CARD_TITLE, Box(-PAD, BODY, START), CARD_HEAD)
    edge = BODY - CARD_CODE - 3 * mm
    line = wrap(right, fonts.face(NOTE.face), NOTE.size, edge - breadth("走访慰问卡", CARD_TITLE) - 6 * mm)[0]
    words.append(Mark(edge - breadth(line, NOTE), 2.4 * mm, NOTE, line))
    return Strip(CARD_HEAD, None, tuple(words))


def _clipped(words: str, most: int) -> str:
    """The words in at most so many lines; where there are more, the card says where to read them."""
    face = fonts.face(CARD_LINE.face)
    lines = wrap(clean(words), face, CARD_LINE.size, WIDE_VALUE)
    if len(lines) <= most:
        return words
    room = WIDE_VALUE - breadth(MORE, CARD_LINE)
    last = wrap(lines[most - 1], face, CARD_LINE.size, room)[0]
    return "\n".join([*lines[: most - 1], last + MORE])
