"""The assessment 考评 of 双拥模范城(县): the standard's items, each with its points and what proves them, year by year.

``resources/assessment.csv`` holds the items of 《全国双拥模范城（县）考评标准（试行）》 that could be read; item 7 and those after
it could not, and are the office's to add from its own province's paper.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from functools import cache

import resources
from models.core.record import Count, Record, Text
from models.ledger import tasks, years

NOT_READ = "标准第7项以后的条目未能核实，请按本省文件自行添加"


class AssessmentItem(Record):
    """One item in one year, as the standard had it then; the office's own items have no source."""

    NOUN = "考评项"
    NAMED_BY = ("words", "project")
    COUNTED = "考评项"
    SINCE = ("year",)

    year = Count("年度", index=True)
    number = Count("序号")
    project = Text("考评项目")
    words = Text("考评内容")
    full = Text("分值")
    rule = Text("评分标准")
    score = Text("考评得分")
    unit = Text("责任单位")
    evidence = Text("佐证材料")
    source = Text("依据")
    notes = Text("备注", long=True)

    def rules(self) -> Iterator[tuple[str, str]]:
        yield from years.needs_year(self.year)
        if not self.words.strip():
            yield "words", "请填写考评内容"
        yield from tasks.scored(self.full, self.score)

    def conflicts(self) -> Iterator[tuple[str, str]]:
        same = AssessmentItem.select().where(
            AssessmentItem.year == self.year,
            AssessmentItem.number == self.number,
            AssessmentItem.id != (self.id or 0),
        )
        if self.number is not None and same.exists():
            yield "number", f"{self.year}年的考评表已有第{self.number}项"


@cache
def assessment_standard() -> tuple[dict[str, str], ...]:
    """The items of the standard as far as they could be read."""
    with resources.path("assessment.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


def set_up(year: int) -> int:
    """Make the table of a year from the standard, inside an entry; items that are there stay. Returns how many came."""
    there = {item.number for item in AssessmentItem.select().where(AssessmentItem.year == year)}
    fresh = [row for row in assessment_standard() if int(row["number"]) not in there]
    for row in fresh:
        AssessmentItem(
            year=year, number=int(row["number"]), project=row["project"], words=row["words"], full=row["full"],
            rule=row["rule"], source=row["basis"],
        ).save()  # fmt: skip
    return len(fresh)
