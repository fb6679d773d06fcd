"""The cover of a file 案卷封面, with 卷内文件目录 and 备考表, after GB/T 9705-2008 (文书档案案卷格式)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from reportlab.lib.units import mm

from models.office.settings import Office
from reports.paper.fonts import BOLD, SANS, SERIF
from reports.paper.forms import Ledger, LedgerColumn, title
from reports.paper.layout import (
    BODY,
    CENTRE,
    FINE,
    FULL,
    HEAVY,
    PAD,
    START,
    Box,
    Gaps,
    Row,
    Strip,
    fit,
    place_lines,
)
from reports.paper.sheet import Mark, Print, Rule, Style
from reports.person.person_file import PersonFile
from reports.person.volume_papers import VolumePiece, counted

BIG = Style(BOLD, 40, 56, 9)
UNDER = Style(SERIF, 18, 26, 4)
COVER_WORDS = Style(SERIF, 16, 26)
ASKED = Style(SANS, 14, 20, 1)
COVER_CELL = Style(SERIF, 13, 18)
COVER_LINES_LEFT, COVER_LINE_LENGTH = 46 * mm, 104 * mm  # where the underlined values stand, and how broad
STEP = 12 * mm
INSET = 1.8 * mm


def _pair(left: str, right: str) -> Row:
    """A row of the cover with two labels and their values."""
    return Row(
        [Box(30 * mm, 62 * mm, CENTRE), Box(122 * mm, BODY - 122 * mm, CENTRE)],
        [(Box(0, 30 * mm), left), (Box(92 * mm, 30 * mm), right)], 14 * mm, COVER_CELL,
    )  # fmt: skip


COVER_ROWS = (
    _pair("时　间", "保管期限"),
    _pair("件（页）数", "密　级"),
    _pair("归档号", "案卷号"),
    Row([Box(30 * mm, BODY - 30 * mm, CENTRE)], [(Box(0, 30 * mm), "档　号")], 14 * mm, COVER_CELL),
)
NOT_ASSIGNED = "　　　　　-　　　　-{}"  # 全宗号 and 目录号, for the pen

CONTENTS = Ledger(
    LedgerColumn("顺序号", 13), LedgerColumn("文号", 26, START), LedgerColumn("责任者", 30, START), LedgerColumn("题名", 47, START), LedgerColumn("日期", 19),
    LedgerColumn("页号", 16), LedgerColumn("备注", 14, START), least=9.2 * mm,
)  # fmt: skip


def cover(file: PersonFile, volume: Sequence[VolumePiece], office: Office, gaps: Gaps) -> list[Strip]:
    """The cover: whose file it is, of which fonds, from when to when, how many papers, and where it stands."""
    kinds = "、".join(dict.fromkeys(i.facts.get("category") or i.kind for i in file.identities))
    subject = f"{file.name}优抚档案" + (f"（{kinds}）" if kinds else "")
    values = (office.fonds_name or office.name, "优抚对象档案", subject)
    number = file.volume and file.volume.zfill(4)
    told = (
        (_span(volume), office.retention),
        (counted(volume), office.security),
        ("", number),
        (office.archive_number(file.volume) or NOT_ASSIGNED.format(number or "　　　　"),),
    )
    lower = FULL - sum(row.height for row in COVER_ROWS)
    return [
        Strip(lower, *_upper(values, lower, gaps), table=CONTENTS),
        *(strip for row, words in zip(COVER_ROWS, told, strict=True) for strip in row.strips(words, gaps, CONTENTS)),
    ]  # fmt: skip


def _upper(values: tuple[str, ...], height: float, gaps: Gaps) -> tuple[Print, tuple[Mark, ...]]:
    cells = [fit(value, COVER_WORDS, COVER_LINE_LENGTH - 2 * PAD, gaps) for value in values]
    counts = tuple(map(len, cells))
    marks: list[Mark] = []
    y = height - 120 * mm
    for lines in cells:
        for line in lines:
            marks += [
                mark._replace(y=y)
                for mark in place_lines(
                    (line,), COVER_WORDS, Box(COVER_LINES_LEFT, COVER_LINE_LENGTH, CENTRE), 0
                )
            ]
            y -= STEP
        y -= 3 * mm
    return _upper_print(counts, height), tuple(marks)


@lru_cache(maxsize=64)
def _upper_print(counts: tuple[int, ...], height: float) -> Print:
    marks = [
        *_at(place_lines(("优抚对象档案",), BIG, Box(0, BODY, CENTRE), 0), height - 62 * mm),
        *_at(place_lines(("一人一档",), UNDER, Box(0, BODY, CENTRE), 0), height - 80 * mm),
    ]
    rules = [Rule(0, 0, BODY, 0, HEAVY), *_inner_frame(height)]
    y = height - 120 * mm
    for label, count in zip(("全宗名称", "类目名称", "案卷题名"), counts, strict=True):
        marks.append(Mark(16 * mm, y, ASKED, label))
        for _ in range(count):
            rules.append(
                Rule(COVER_LINES_LEFT, y - 2 * mm, COVER_LINES_LEFT + COVER_LINE_LENGTH, y - 2 * mm, FINE)
            )
            y -= STEP
        y -= 3 * mm
    return Print(BODY, height, tuple(rules), tuple(marks))


def _inner_frame(height: float) -> list[Rule]:
    left, low, right, high = INSET, INSET, BODY - INSET, height - INSET
    corners = [(left, low), (right, low), (right, high), (left, high), (left, low)]
    return [Rule(*start, *end, FINE) for start, end in pairwise(corners)]


def _at(marks: list[Mark], y: float) -> list[Mark]:
    return [mark._replace(y=y) for mark in marks]


def _span(volume: Sequence[VolumePiece]) -> str:
    """From the earliest to the latest paper, as far as their dates are known."""
    days = sorted(piece.paper.day for piece in volume if piece.paper.day)
    if not days:
        return ""
    first, last = (
        f"{day[:4]}年" + (f"{int(day[4:6])}月" if len(day) >= 6 else "") for day in (days[0], days[-1])
    )
    return first if first == last else f"{first}至{last}"


def contents(volume: Sequence[VolumePiece], gaps: Gaps) -> tuple[list[Strip], Strip]:
    """The papers in their order, each with its pages; blank lines for those to come."""
    rows = [
        (str(number), paper.document_no, paper.author, paper.title, paper.day, piece.pages, paper.notes)
        for piece in volume
        for number, paper in [(piece.number, piece.paper)]
    ]
    strips = CONTENTS.strips(rows, gaps) if rows else [CONTENTS.heading()]
    return [title("卷内文件目录"), *strips], CONTENTS.blank()


def remarks(file: PersonFile, volume: Sequence[VolumePiece], gaps: Gaps) -> list[Strip]:
    """备考表: what is to be said of the volume, who bound it, who checked it, when."""
    said = f"本卷为{file.name}的优抚档案"
    if volume:
        total = f"，{volume[-1].last} 页" if volume[-1].last is not None else ""
        said += f"，共有文件材料 {len(volume)} 件{total}。"
    else:
        said += "。"
    said += "".join(f"本卷于{each.words}。" for each in file.removals)
    head = title("卷内备考表")
    height = FULL - head.height
    lines = fit(said, COVER_WORDS._replace(size=14, leading=26), BODY - 24 * mm, gaps)
    style = COVER_WORDS._replace(size=14, leading=26)
    marks = tuple(
        Mark(12 * mm, height - 30 * mm - n * style.leading, style, line) for n, line in enumerate(lines)
    )
    return [head, Strip(height, _remarks_print(height), marks, table=remarks)]


@lru_cache(maxsize=4)
def _remarks_print(height: float) -> Print:
    asked = ASKED._replace(size=13)
    marks = [Mark(10 * mm, height - 17 * mm, asked, "本卷情况说明：")]
    for n, words in enumerate(("立卷时间：　　　　年　　月　　日", "检 查 人：", "立 卷 人：")):
        marks.append(Mark(76 * mm, 16 * mm + n * 15 * mm, asked, words))
    return Print(BODY, height, (), tuple(marks))
