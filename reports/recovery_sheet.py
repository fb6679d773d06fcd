"""恢复码单: the recovery code on one sheet, to be folded in three with the code inside and sealed in an envelope."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import IO

from reportlab.lib.units import mm

from reports.paper.drawn_pages import draw_strips
from reports.paper.fonts import SANS
from reports.paper.forms import Field, Form, note, section, title
from reports.paper.layout import BODY, CENTRE, FINE, LEFT, NOTE, Box, Gaps, Row, Strip
from reports.paper.page_breaks import paginate
from reports.paper.penned_rows import StaticRow
from reports.paper.sheet import HEIGHT, Mark, Paper, Print, Rule, Style
from reports.paper.whole_files import whole

GROUPS_ACROSS = 4  # groups in a row
FOLD = HEIGHT / 3  # a sheet folded in three fits the common envelope of 220 × 110 mm (GB/T 1416: DL)
CODE_GROUP_STYLE = Style(SANS, 24, 32, 3)
RECOVERY_FORM = Form(
    (Field("单位名称", "office", 6),),
    (Field("档案库", "archive", 4), Field("制作日期", "day")),
    (Field("存放位置", "place", 4), Field("用户", "user")),
    height=9.5 * mm,
)
QUARTER = BODY / GROUPS_ACROSS
CODE_ROW = Row(
    [Box(n * QUARTER, QUARTER, CENTRE) for n in range(GROUPS_ACROSS)], (), 22 * mm, CODE_GROUP_STYLE
)
GROUP_ORDER = ("第一组", "第二组", "第三组", "第四组", "第五组", "第六组", "第七组", "第八组")
GROUP_HEADS = tuple(
    Row(
        [],
        [
            (Box(n * QUARTER, QUARTER), words)
            for n, words in enumerate(GROUP_ORDER[first : first + GROUPS_ACROSS])
        ],
        7 * mm,
    )
    for first in range(0, len(GROUP_ORDER), GROUPS_ACROSS)
)
USE = StaticRow(
    "什么时候用",
    "所有人都忘记密码，或者只有一个用户而这个人调离、无法联系时用。打开程序，选这个档案库，点“忘记密码”，"
    "照本单输入恢复码，再给用户设一个新密码。字母不分大小写；没有字母 O、I、L、U：像 O 的是零，像 I、L 的是一。",
    height=29 * mm,
)
KEEP = StaticRow(
    "怎样保管",
    "谁拿到恢复码，谁就能打开全部档案。请向内折成三折装入信封，封口盖章，锁进保险柜，不要与电脑、备份放在一起，"
    "不要拍照，不要存在电脑里。程序里更换恢复码以后，本单作废，请当场销毁。",
    height=29 * mm,
)
SEALED_AND_KEPT = StaticRow(
    "封存登记",
    "",
    (
        "封存人：　　　　　　　　　　　　　监封人：　　　　　　　　　　　　",
        "存放处：　　　　　　　　　　　　　封存日期：　　　　年　　月　　日",
    ),
    34 * mm,
)


@dataclass(frozen=True, slots=True)
class RecoverySheet:
    """What the sheet says: which archive of which office, where it lies, its first user, and the code."""

    office: str
    archive: str
    place: str
    user: str
    day: date
    code: str  # as models.archive.recovery_code makes it: eight groups of five, joined by hyphens

    def strips(self) -> list[Strip]:
        """The sheet from top to foot; the code stands in the middle third, which folding hides."""
        gaps = Gaps()
        facts = {
            "office": self.office, "archive": self.archive, "place": self.place, "user": self.user,
            "day": f"{self.day.year}年{self.day.month}月{self.day.day}日",
        }  # fmt: skip
        above = [title("档案库恢复码单"), *RECOVERY_FORM.strips(facts, gaps)]
        above += [USE.strip(RECOVERY_FORM)._replace(stretch=None)]
        sheet = [*above, section("恢复码", RECOVERY_FORM)]
        groups = self.code.split("-")
        for n, head in enumerate(GROUP_HEADS):
            sheet += [
                head.blank(RECOVERY_FORM),
                *CODE_ROW.strips(groups[n * GROUPS_ACROSS : (n + 1) * GROUPS_ACROSS], gaps, RECOVERY_FORM),
            ]
        sheet += [
            KEEP.strip(RECOVERY_FORM)._replace(stretch=None),
            SEALED_AND_KEPT.strip(RECOVERY_FORM)._replace(stretch=None),
        ]
        return [*sheet, note("本单由程序在建立档案库或更换恢复码时打印一次，程序里不留底。")]


def write_recovery_sheet(sheet: RecoverySheet, out: Path) -> None:
    """Write the sheet as a PDF of one page. Raises ``Refusal`` when the file cannot be written."""
    with whole(out) as stream:
        _draw(sheet, stream)


def _draw(sheet: RecoverySheet, stream: IO[bytes]) -> None:
    paper = Paper(stream, "档案库恢复码单", sheet.office)
    (page,) = paginate(sheet.strips())
    draw_strips(paper, page, LEFT, BODY)
    paper.place(Print(*paper.size, tuple(_folds()), tuple(_fold_words())), 0, 0)
    paper.turn()
    paper.close()


def _folds() -> Iterator[Rule]:
    """Short rules at both edges of the sheet, where it is folded."""
    for y in (FOLD, 2 * FOLD):
        yield Rule(0, y, 8 * mm, y, FINE)


def _fold_words() -> Iterator[Mark]:
    for y in (FOLD, 2 * FOLD):
        yield Mark(9 * mm, y - 3, NOTE, "折")
