"""The paper of a checkup 数据体检报告 for the yearly 核查: the score, what differs by book and by item, the groups, then person by person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from reportlab.lib.units import mm

from models.checkups.check_items import CheckedBook
from models.checkups.checkup import Checkup
from models.checkups.differences import Difference
from models.checkups.health_scores import GroupScore, score_words
from models.core.dates import PartDate, this_day
from models.core.jobs import Job, Step
from models.core.journal import journal_head
from models.heads.journal_heads import code_of
from models.office import settings
from models.printing.named_people import tell_named
from models.uses.named_rows import people_named
from reports.checkups.checkup_answers import told_asides, told_score
from reports.paper.fonts import Missing
from reports.paper.forms import Ledger, LedgerColumn, caption, heading, note, title
from reports.paper.layout import DENSE, DENSE_ROW, END, START, Gaps, Strip
from reports.paper.penned_rows import StaticRow
from reports.paper.plain_pages import write_plain_pages

CHECKUP_TITLE = "数据体检报告"
ALL_SOUND = "各本账一致，没有发现不一致的。"
HOW_SCORED = (
    "得分：一个人的各处不一致按轻重扣1至10分，得分 = 100×100÷(100+扣分合计)，没有不一致的100分；"
    "街道、村、身份的得分是其中每个人的平均。改好一处，得分就上去一些。轻重是本程序定的，不是上级的评分标准。"
)
WRONG_ORDER = (*CheckedBook, "")


def _dense(*columns: LedgerColumn) -> Ledger:
    return Ledger(*columns, style=DENSE, height=DENSE_ROW, least=DENSE_ROW)


BY_ITEM = _dense(
    LedgerColumn("项目", 53, START), LedgerColumn("处数", 14, END), LedgerColumn("档案库\n可能有误", 22, END), LedgerColumn("上级系统\n可能有误", 22, END),
    LedgerColumn("纸质档案\n要补", 20, END), LedgerColumn("银行\n没有答复", 18, END), LedgerColumn("看不出", 16, END),
)  # fmt: skip
GROUPS = _dense(
    LedgerColumn("名称", 65, START), LedgerColumn("人数", 22, END), LedgerColumn("各本账一致", 26, END), LedgerColumn("不一致(处)", 26, END),
    LedgerColumn("得分", 26, END),
)  # fmt: skip
PERSON_BY_PERSON = _dense(
    LedgerColumn("姓名\n身份证号", 34), LedgerColumn("项目", 28, START), LedgerColumn("档案库", 34, START), LedgerColumn("另一本账", 34, START),
    LedgerColumn("哪边可能有误\n怎样办", 35, START),
)  # fmt: skip
CHECKED_BY = StaticRow("核查意见", "", ("核查人签字：　　　　　　　　　　", "年　　　月　　　日"), 24 * mm)


def write_checkup(checkup: Checkup, out: Path, practice: bool = False) -> Job[tuple[Missing, ...]]:
    """Write the report. Returns the characters that no font has."""
    yield Step(0, 0, "正在排版")
    gaps, office = Gaps(), settings.office().name
    write_plain_pages([checkup_strips(checkup, office, gaps)], out, CHECKUP_TITLE, office, practice)
    tell_named(out, people_named(each.subject for each in checkup.differences))
    return tuple(gaps.found)


def checkup_strips(checkup: Checkup, office: str, gaps: Gaps) -> list[Strip]:
    """The whole report, from the sentence to the signature."""
    day = PartDate.of(this_day()).chinese()
    strips = [title(CHECKUP_TITLE), caption(f"单位：{office}", f"体检日期：{day}", gaps)]
    strips += [note(words) for words in _sentences(checkup)]
    if checkup.differences:
        strips += [
            _part("不一致的项目"),
            *BY_ITEM.strips(list(_item_rows(checkup.differences)), gaps, object()),
        ]
    for words, groups in (
        ("各种身份的得分", checkup.by_kind()),
        ("各街道(镇)、村(社区)的得分", checkup.by_community()),
    ):
        if groups:
            strips += [_part(words), *GROUPS.strips([_group_row(each) for each in groups], gaps, object())]
    if checkup.differences:
        strips += [_part("逐人不一致"), *PERSON_BY_PERSON.strips(list(_person_rows(checkup)), gaps, object())]
    else:
        strips.append(note(ALL_SOUND))
    entry, head = journal_head()
    strips.append(note(f"{HOW_SCORED}体检时操作日志共{entry}条，日志核对码：{code_of(entry, head)}"))
    return [*strips, CHECKED_BY.strip(CHECKED_BY)._replace(stretch=None)]


def _sentences(checkup: Checkup) -> Iterator[str]:
    lists = "、".join(checkup.listed.files)
    yield f"核对的账：档案库、纸质档案（材料、扫描件、案卷和档案盒、打印和签回的页）、银行回盘{f'、上级名单（{lists}，{len(checkup.listed.rows):,}行）' if lists else ''}。"
    yield told_score(checkup)
    if asides := list(told_asides(checkup)):
        yield f"没有核对的：{'；'.join(asides)}。"


def _item_rows(differences: Iterable[Difference]) -> Iterator[tuple[str, ...]]:
    """Each item with how often, and in which book the error probably is; the most frequent first, the sum last."""
    counted = Counter((each.item.words, each.wrong) for each in differences)
    totals: Counter[str] = Counter()
    for (words, _), count in counted.items():
        totals[words] += count
    for words, total in sorted(totals.items(), key=lambda each: (-each[1], each[0])):
        yield (
            words,
            f"{total:,}",
            *(f"{counted[(words, book)]:,}" if counted[(words, book)] else "" for book in WRONG_ORDER),
        )
    sums = Counter(
        {book: sum(n for (_, wrong), n in counted.items() if wrong == book) for book in WRONG_ORDER}
    )
    yield "合计", f"{sum(totals.values()):,}", *(f"{sums[book]:,}" for book in WRONG_ORDER)


def _group_row(each: GroupScore) -> tuple[str, ...]:
    return each.name, f"{each.people:,}", f"{each.sound:,}", f"{each.differences:,}", score_words(each.score)


def _person_rows(checkup: Checkup) -> Iterator[tuple[str, ...]]:
    """In the order of the files; each person's name stands at the first line alone, what is of one item and effort together."""
    for own in checkup.of_subjects.values():
        alike: dict[tuple[str, ...], list[Difference]] = {}
        for each in own:
            alike.setdefault((each.item.key, each.there, each.wrong, each.why), []).append(each)
        for place, some in enumerate(alike.values()):
            subject = some[0].subject
            yield f"{subject.name}\n{subject.number}" if place == 0 else "", *_told_together(some)


def _told_together(some: list[Difference]) -> tuple[str, ...]:
    """A line of differences that are alike, such as all papers that are wanting."""
    first = some[0]
    there = f"{first.other}：{first.there}" if first.there else ""
    wrong = f"{first.wrong_words()}：{first.why}"
    if len(some) == 1:
        return first.label, first.here, there, wrong
    return (
        f"{first.item.words}（{len(some)}处）",
        "；".join(each.about or each.here for each in some),
        there,
        wrong,
    )


def _part(words: str) -> Strip:
    return heading(words, own=10.5 * mm)
