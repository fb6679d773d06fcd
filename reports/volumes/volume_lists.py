"""The lists of volumes: 案卷目录, 移交清单, 移出登记, 销毁清册, and the volumes of the dead that go to the state archive.

案卷目录 has the columns of an archive's own (domain model S42: 室编卷号, 馆编卷号, 姓名, 优抚证号, 备注) and those of
GB/T 9705-2008. What the receiving archive, the appraisers and the supervisors write is left for the pen; the destroying is
signed by those who watch it, and the catalogue is kept for ever (伤残抚恤人员档案管理办法).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from reportlab.lib.units import mm

from models.core.dates import this_day
from models.core.record import Refusal
from models.office.settings import Office
from reports.tables.list_columns import ListColumn, Listing, blank
from reports.tables.register import START, Register
from reports.tables.wide_tables import LEAST_WIDE_ROW
from reports.volumes.volume_facts import FOR_EVER, KEPT_FOR_SURVIVORS, VolumeFacts

TO_SIGN = 9 * mm  # least height of a row in which somebody writes


def _ends(volume: VolumeFacts) -> str:
    """When the retention is over, and a warning where it is not."""
    year = volume.kept_until
    if year is None:
        return "永久保管，不得销毁" if volume.retention == FOR_EVER else ""
    return f"{year}年底" + ("，未满" if year >= this_day().year else "")


VOLUME_LIST = Listing(
    None,
    (
        ListColumn("number", paper=34, heading="档号（室编卷号）"),
        blank("archive_no", "馆编卷号", 20),
        ListColumn("volume", paper=16, heading="案卷号"),
        ListColumn("subject", paper=60, align=START, heading="案卷题名"),
        ListColumn("certificate", paper=34, heading="优抚证号"),
        ListColumn("span", paper=36, heading="起止日期"),
        ListColumn("papers", paper=11, heading="件数"),
        ListColumn("pages", paper=11, heading="页数"),
        ListColumn("retention", paper=17, heading="保管期限"),
        ListColumn("security", paper=11, heading="密级"),
        ListColumn("destroyed", paper=18, heading="备注"),
    ),
    number=9, counted="卷",
)  # fmt: skip
ENDS = ListColumn("ends", heading="保管期限届满", words=_ends)
DIED = ListColumn("died", heading="去世日期", words=lambda volume: volume.died)
DUE = ListColumn("due", heading="满五年", words=lambda volume: volume.to_transfer_from)
HINT = ListColumn(
    "hint", heading="提示", align=START, words=lambda volume: KEPT_FOR_SURVIVORS if volume.high_grade else ""
)
MOVED_ON = ListColumn("moved_on", heading="移出日期", words=lambda volume: volume.moved[0])
MOVED_TO = ListColumn("moved_to", heading="移出原因、去向", align=START, words=lambda volume: volume.moved[1])
OPINION, PAPER_NO = blank("opinion", "鉴定意见", 40), blank("paper_no", "手续文号", 30)
TAKEN_BY, BACK_ON = blank("taken_by", "接收人签字", 26), blank("back_on", "收回日期", 24)


def _is_there(volume: VolumeFacts) -> bool:
    return not volume.destroyed


class VolumePaper(NamedTuple):
    """A list of volumes: what it is called, its columns, who signs it, and which volumes are on it."""

    name: str
    listing: Listing
    signed: tuple[str, ...]
    has: Callable[[VolumeFacts], bool] = _is_there
    empty: str = "没有选中案卷，请换一个条件再试"
    least: float = LEAST_WIDE_ROW


def _is_due(volume: VolumeFacts) -> bool:
    due = volume.to_transfer_from
    return due is not None and due <= this_day() and not volume.destroyed


CATALOGUE = VolumePaper(
    "案卷目录", VOLUME_LIST, ("编制人：", "检查人：", "编制日期：", "（公章）"), lambda volume: True
)
TRANSFER = VolumePaper(
    "案卷移交清单", VOLUME_LIST,
    ("移交单位（章）：", "移交人：", "接收单位（章）：", "接收人：", "监交人：", "移交日期："),
)  # fmt: skip
MOVED_OUT_LIST = VolumePaper(
    "案卷移出登记",
    VOLUME_LIST.other_paper(
        9, {"number": 38, "subject": 56, "pages": 11, "moved_on": 26, "moved_to": 46, "paper_no": 36, "taken_by": 28, "back_on": 27},
        MOVED_ON, MOVED_TO, PAPER_NO, TAKEN_BY, BACK_ON,
    ),
    ("批准人：", "经办人：", "（公章）"), least=TO_SIGN,
)  # fmt: skip
DESTRUCTION = VolumePaper(
    "案卷销毁清册",
    VOLUME_LIST.other_paper(
        9, {"number": 38, "subject": 62, "span": 36, "papers": 11, "pages": 11, "retention": 17, "ends": 34, "opinion": 41, "destroyed": 18},
        ENDS, OPINION,
    ),
    ("鉴定小组：", "批准人：", "监销人（两人）：", "销毁方式：", "销毁日期：", "（公章）"), least=TO_SIGN,
)  # fmt: skip
OF_THE_DEAD = VolumePaper(
    "去世满五年应移交的案卷",
    VOLUME_LIST.other_paper(
        9, {"number": 38, "volume": 16, "subject": 62, "died": 24, "due": 24, "papers": 11, "pages": 11, "retention": 18, "hint": 64},
        DIED, DUE, HINT,
    ),
    ("编制人：", "检查人：", "编制日期：", "（公章）"), _is_due, "没有去世满五年的人的案卷",
)  # fmt: skip
VOLUME_PAPERS: Mapping[str, VolumePaper] = {
    paper.name: paper for paper in (CATALOGUE, TRANSFER, OF_THE_DEAD, MOVED_OUT_LIST, DESTRUCTION)
}


def volume_register(
    paper: VolumePaper, volumes: Iterable[VolumeFacts], office: Office, practice: bool
) -> Register:
    """The list as a register. Raises ``Refusal`` when no volume is on it."""
    chosen = [volume for volume in volumes if paper.has(volume)]
    if not chosen:
        raise Refusal(paper.empty)
    counts = [volume.pages for volume in chosen]
    pages = f"共{sum(filter(None, counts))}页" if None not in counts else "有的案卷页数未全"
    above = (
        f"全宗号：{office.fonds_number or '　　　'}　目录号：{office.catalogue_number or '　　　'}",
        pages,
    )
    return paper.listing.register(paper.name, chosen, above, practice, paper.signed, paper.least)
