"""The practice archive 演练库 made afresh, with everything that can be printed from it."""

from __future__ import annotations

from pathlib import Path

from models import demo, search, settings, store
from models.base import Refusal
from models.jobs import Job
from models.statistics import charts
from models.summary import report, texts
from reports import gathering, rosters, sheets, summary
from reports.sheets import Copy

PRINTS = "打印"


def make(folder: Path, count: int) -> Job[list[str]]:
    """Make it of ``count`` invented people, print it into ``打印`` beside its data, and tell what was made.

    A practice archive that is there is discarded first. Raises ``Refusal`` when the folder holds any other archive.
    """
    if count < 1:
        raise Refusal("人数至少为1")
    if (folder / "keys.json").exists():
        store.discard_practice(folder)  # refuses when it is anything but a practice archive
    store.create_practice(folder)
    prints = folder / PRINTS
    prints.mkdir(exist_ok=True)
    with store.practice_session(folder) as opened:
        made = yield from demo.fill_and_pay(count, opened.user)
        told = [f"已建立演练库 {folder}：编造人员{made}人（{demo.YEAR}年），不需要密码"]
        everybody = search.find()
        files = prints / "一人一档.pdf"
        written = yield from sheets.write(
            gathering.of_all(everybody), files, settings.office(), Copy(practice=True), made
        )
        told.append(f"{files}：{written.people}人，{written.pages}页")
        roster = rosters.Roster.of(everybody, practice=True, maker=opened.user)
        rosters.write_workbook(roster, prints / "花名册.xlsx")
        yield from rosters.write_paper(roster, prints / "花名册.pdf")
        told += [f"{prints / name}：{len(roster.rows)}人" for name in ("花名册.xlsx", "花名册.pdf")]
        told += _summary(prints)
    return told


def _summary(prints: Path) -> list[str]:
    """The yearly summary, on paper and as a Word file."""
    found = report.of(texts.YEARLY, demo.YEAR)
    document = summary.official(found, charts.of_year(demo.YEAR), practice=True)
    told = []
    for name in ("年度总结.pdf", "年度总结.docx"):
        pages, _ = summary.write(document, prints / name)
        told.append(f"{prints / name}：{len(found.figures)}项指标" + (f"，{pages}页" if pages else ""))
    return told
