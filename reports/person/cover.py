"""The cover of a file 案卷封面, with 卷内文件目录 and 备考表, after GB/T 9705-2008 (文书档案案卷格式)."""

from __future__ import annotations

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
from reports.person.person_file import Material, PersonFile

BIG = Style(BOLD, 40, 56, 9)
UNDER = Style(SERIF, 18, 26, 4)
COVER_WORDS = Style(SERIF, 16, 26)
ASKED = Style(SANS, 14, 20, 1)
COVER_CELL = Style(SERIF, 13, 18)
COVER_LINES_LEFT, COVER_LINE_LENGTH = 46 * mm, 104 * mm  # where the underlined values stand, and how broad
STEP = 12 * mm
INSET = 1.8 * mm

LOWER = Row(
    [Box(30 * mm, 62 * mm, CENTRE), Box(122 * mm, BODY - 122 * mm, CENTRE)],
    [(Box(0, 30 * mm), "时　间"), (Box(92 * mm, 30 * mm), "保管期限")], 14 * mm, COVER_CELL,
)  # fmt: skip
COUNTS = Row(
    [Box(30 * mm, 62 * mm, CENTRE), Box(122 * mm, BODY - 122 * mm, CENTRE)],
    [(Box(0, 30 * mm), "件（页）数"), (Box(92 * mm, 30 * mm), "归档号")], 14 * mm, COVER_CELL,
)  # fmt: skip
THIRD = BODY / 3
NUMBER_HEADS = Row(
    [], [(Box(n * THIRD, THIRD), words) for n, words in enumerate(("全宗号", "目录号", "案卷号"))], 10 * mm
)
COVER_NUMBERS = Row([Box(n * THIRD, THIRD, CENTRE) for n in range(3)], (), 14 * mm, COVER_CELL)

CONTENTS = Ledger(
    LedgerColumn("顺序号", 13), LedgerColumn("文号", 26, START), LedgerColumn("责任者", 30, START), LedgerColumn("题名", 48, START), LedgerColumn("日期", 19),
    LedgerColumn("页号", 15), LedgerColumn("备注", 14, START), least=9.2 * mm,
)  # fmt: skip


def cover(file: PersonFile, office: Office, gaps: Gaps) -> list[Strip]:
    """The cover: whose file it is, of which fonds, from when to when, how many papers, and where it stands."""
    kinds = "、".join(dict.fromkeys(i.facts.get("category") or i.kind for i in file.identities))
    subject = f"{file.name}优抚档案" + (f"（{kinds}）" if kinds else "")
    values = (office.fonds_name or office.name, "优抚对象档案", subject)
    lower = FULL - LOWER.height - COUNTS.height - NUMBER_HEADS.height - COVER_NUMBERS.height
    top = Strip(lower, *_upper(values, lower, gaps), table=CONTENTS)
    pages = [material.pages for material in file.materials]
    count = (
        f"共 {len(pages)} 件" + (f" {sum(map(int, pages))} 页" if pages and all(pages) else "　　　页")
        if pages
        else "共　　　件　　　页"
    )
    numbers = (office.fonds_number, office.catalogue_number, file.volume and file.volume.zfill(4))
    return [
        top,
        *LOWER.strips((_span(file.materials), office.retention), gaps, CONTENTS),
        *COUNTS.strips((count, ""), gaps, CONTENTS),
        NUMBER_HEADS.blank(CONTENTS),
        *COVER_NUMBERS.strips(numbers, gaps, CONTENTS),
    ]


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


def _span(materials: tuple[Material, ...]) -> str:
    """From the earliest to the latest paper, as far as their dates are known."""
    days = sorted(material.day for material in materials if material.day)
    if not days:
        return ""
    first, last = (
        f"{day[:4]}年" + (f"{int(day[4:6])}月" if len(day) >= 6 else "") for day in (days[0], days[-1])
    )
    return first if first == last else f"{first}至{last}"


def contents(file: PersonFile, gaps: Gaps) -> tuple[list[Strip], Strip]:
    """The papers in their order, each with the number of its first page; blank lines for those to come."""
    rows, page = [], 1
    for number, material in enumerate(file.materials, start=1):
        last = number == len(file.materials)
        shown = ""
        if page:
            end = page + int(material.pages) - 1 if material.pages else 0
            shown = f"{page}-{end}" if last and end > page else str(page)
            page = end + 1 if end else 0  # once a count is not known, no later number is
        rows.append(
            (
                str(number),
                material.document_no,
                material.author,
                material.title,
                material.day,
                shown,
                material.notes,
            )
        )
    strips = CONTENTS.strips(rows, gaps) if rows else [CONTENTS.heading()]
    return [title("卷内文件目录"), *strips], CONTENTS.blank()


def remarks(file: PersonFile, gaps: Gaps) -> list[Strip]:
    """备考表: what is to be said of the volume, who bound it, who checked it, when."""
    pages = [material.pages for material in file.materials]
    said = f"本卷为{file.name}的优抚档案"
    if pages:
        total = f"，{sum(map(int, pages))} 页" if all(pages) else ""
        said += f"，共有文件材料 {len(pages)} 件{total}。"
    else:
        said += "。"
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
