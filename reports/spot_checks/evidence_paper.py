"""The evidence paper 抽查证据链: who was drawn and how, then a page or two of each one's chain, what is wanting first."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from reportlab.lib.units import mm

from models.core.jobs import Job, Step
from models.heads.journal_heads import code_of
from models.office import settings
from models.people import listing
from models.printing.named_people import tell_named
from models.spot_checks.evidence_chain import MISSING, Evidence, EvidenceChain
from models.spot_checks.paid_months import NOT_ASKED, PaidMonth
from models.spot_checks.right_links import Link
from models.spot_checks.sample import Sample
from models.uses.named_rows import people_named
from reports.paper.fonts import Missing
from reports.paper.forms import Field, Form, Ledger, LedgerColumn, caption, heading, note, title
from reports.paper.layout import DENSE, DENSE_ROW, END, START, Gaps, Strip
from reports.paper.penned_rows import StaticRow
from reports.paper.plain_pages import draw_plain_sheet
from reports.paper.sheet import Paper
from reports.paper.whole_files import whole

EVIDENCE_TITLE = "抽查证据链"
WHOLE_CHAIN = "各个环节都有依据，没有发现缺的。"


def _dense(*columns: LedgerColumn) -> Ledger:
    return Ledger(*columns, style=DENSE, height=DENSE_ROW, least=DENSE_ROW)


DRAWN_COLUMNS = (
    LedgerColumn("序号", 11), LedgerColumn("姓名", 20), LedgerColumn("身份证号", 36), LedgerColumn("街道(镇)", 25),
    LedgerColumn("身份", 36), LedgerColumn("发放(元)", 23, END), LedgerColumn("缺几处", 14),
)  # fmt: skip
DRAWN = _dense(*DRAWN_COLUMNS)
EVIDENCE_HEAD = Form(
    (Field("姓名", "name"), Field("身份证号", "number"), Field("档案编号", "file_no")),
    tracks=(18, 27, 20, 42, 20, 38),
)
GAPS = _dense(LedgerColumn("序号", 11), LedgerColumn("缺什么", 154, START))
LINKS = _dense(
    LedgerColumn("环节", 22), LedgerColumn("档案里有的", 98, START), LedgerColumn("缺的", 45, START)
)
MONTHS_LEDGER = _dense(
    LedgerColumn("月份", 16), LedgerColumn("项目", 32, START), LedgerColumn("金额(元)", 18, END), LedgerColumn("标准", 24, START),
    LedgerColumn("重算(元)", 17, END), LedgerColumn("批次", 17), LedgerColumn("银行文件", 20, START), LedgerColumn("回盘", 21, START),
)  # fmt: skip
CHECKER = StaticRow("检查意见", "", ("检查人签字：　　　　　　　　　　", "年　　　月　　　日"), 24 * mm)
HOW_DRAWN = "抽法：每人的签是“种子:档案标识”的SHA-256，取最小的几人；同一档案库、同一种子、同样人数，谁来抽都是这些人，印出的文件也一样。"


class WrittenEvidence(NamedTuple):
    """What was written: how many people and pages, how many of them lack something, and what no font has."""

    people: int
    pages: int
    lacking: int
    missing: tuple[Missing, ...]


def write_evidence(sample: Sample, out: Path, practice: bool = False) -> Job[WrittenEvidence]:
    """Find everybody's chain and write the paper."""
    chains = yield from found_chains(sample)
    return (yield from write_chains(sample, chains, out, practice))


def write_chains(
    sample: Sample, chains: Sequence[EvidenceChain], out: Path, practice: bool = False
) -> Job[WrittenEvidence]:
    """Write the paper: the list of those drawn, then each on pages of his or her own."""
    gaps, office = Gaps(), settings.office().name
    with whole(out) as stream:
        paper = Paper(stream, EVIDENCE_TITLE, office)
        pages = draw_plain_sheet(paper, drawn_strips(sample, chains, office, gaps), practice)
        for number, chain in enumerate(chains, start=1):
            yield Step(number, len(chains), f"正在排版：{chain.person.name}")
            pages += draw_plain_sheet(paper, chain_strips(chain, f"抽查第{number}人", gaps), practice)
        paper.close()
    tell_named(out, people_named(chain.person for chain in chains))
    return WrittenEvidence(len(chains), pages, sum(bool(chain.gaps()) for chain in chains), tuple(gaps.found))


def found_chains(sample: Sample) -> Job[list[EvidenceChain]]:
    """The chains of those who were drawn."""
    evidence = Evidence(sample.shown_year)
    found: list[EvidenceChain] = []
    for person in listing.people_in_order(sample.people):
        yield Step(len(found), len(sample.people), f"正在查找：{person.name}")
        found.append(evidence.chain(person))
    return found


def drawn_rows(chains: Sequence[EvidenceChain]) -> list[tuple[str, ...]]:
    """Who was drawn, a row for each under ``DRAWN_COLUMNS``."""
    return [
        (
            str(number), chain.person.name, chain.person.number, chain.person.street, "\n".join(right.title for right in chain.rights),
            f"{chain.amount:,.2f}", str(len(chain.gaps()) or "齐全"),
        )
        for number, chain in enumerate(chains, start=1)
    ]  # fmt: skip


def drawn_strips(sample: Sample, chains: Sequence[EvidenceChain], office: str, gaps: Gaps) -> list[Strip]:
    """The first page: how it was drawn, of which state of the archive, and who."""
    months = f"{sample.shown_year}年各月" if sample.shown_year else "没有发放"
    return [
        title(EVIDENCE_TITLE), caption(f"单位：{office}", f"证据所涉月份：{months}", gaps), *DRAWN.strips(drawn_rows(chains), gaps),
        note(f"{sample.told()}。{HOW_DRAWN}"),
        note(f"抽取时操作日志共{sample.entry}条，日志核对码：{code_of(sample.entry, sample.head)}"),
    ]  # fmt: skip


def chain_strips(chain: EvidenceChain, which: str, gaps: Gaps) -> list[Strip]:
    """The chain of one person: who, what is wanting, each right, the months, the runs, and room for an opinion."""
    person, found = chain.person, chain.gaps()
    gaps.whose = person.name
    facts = {"name": person.name, "number": person.number, "file_no": person.file_no}
    strips = [
        title("抚恤补助发放证据链"),
        caption(f"{person.street}{person.community}", which, gaps),
        *EVIDENCE_HEAD.strips(facts, gaps),
    ]
    strips.append(_part("缺什么"))
    wanting = [(str(number), f"{MISSING}{gap}") for number, gap in enumerate(found, start=1)]
    strips += GAPS.strips(wanting, gaps) if wanting else [note(WHOLE_CHAIN)]
    for right in chain.rights:
        strips += [_part(f"凭什么享受：{right.title}"), *_links(right.links, gaps)]
    if chain.months:
        strips += [
            _part(f"发放：{chain.year}年"),
            *MONTHS_LEDGER.strips([_month_row(each) for each in chain.months], gaps),
        ]
        strips += [*_grounds(chain), _part("批次和签字"), *_links((*chain.runs, chain.signed), gaps)]
    return [*strips, CHECKER.strip(CHECKER)._replace(stretch=None)]


def _links(links: Sequence[Link], gaps: Gaps) -> list[Strip]:
    rows = [
        (each.name, "\n".join(each.words), "\n".join(MISSING + gap for gap in each.gaps)) for each in links
    ]
    return LINKS.strips(rows, gaps, object())


def _part(words: str) -> Strip:
    return heading(words, own=10.5 * mm)


def _grounds(chain: EvidenceChain) -> list[Strip]:
    """The papers of the standards and the clauses that the months rest on, each once."""
    papers = dict.fromkeys(f"{each.standard}（{each.papers}）" for each in chain.months if each.papers)
    clauses = dict.fromkeys(each.clause for each in chain.months if each.clause)
    told = (("标准的依据", papers), ("条款", clauses))
    return [note(f"{words}：{'；'.join(found)}") for words, found in told if found]


def _month_row(paid: PaidMonth) -> tuple[str, ...]:
    month = f"{paid.month // 12}-{paid.month % 12 + 1:02d}"
    differs = any("重算" in gap for gap in paid.gaps)
    reckoned = f"{paid.reckoned}\n不符" if differs else paid.reckoned
    return (
        month, f"{paid.item}（{paid.kind}）", f"{paid.amount:,.2f}", paid.standard or NOT_ASKED, reckoned, paid.number or MISSING + "批次",
        paid.bank or MISSING + "银行", paid.answer or MISSING + "回盘",
    )  # fmt: skip
