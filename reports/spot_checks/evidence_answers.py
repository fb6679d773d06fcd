"""The evidence as answers for programs, and in lines for people: who was drawn, the chain of each, what is wanting."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from models.pay.standards import months
from models.spot_checks.evidence_chain import EvidenceChain
from models.spot_checks.paid_months import PaidMonth
from models.spot_checks.right_links import Link
from models.spot_checks.sample import Sample


def sample_answer(sample: Sample, chains: Sequence[EvidenceChain]) -> dict[str, object]:
    """The sample with its chains."""
    return {
        "seed": sample.seed, "number": sample.number, "among": sample.among, "year": sample.shown_year, "words": sample.words,
        "entry": sample.entry, "head": sample.head, "people": [chain_answer(each) for each in chains],
    }  # fmt: skip


def chain_answer(chain: EvidenceChain) -> dict[str, object]:
    """One chain; money as yuan with two places."""
    person = chain.person
    return {
        "number": person.number, "name": person.name, "file_no": person.file_no or None, "amount": f"{chain.amount:.2f}",
        "rights": [{"title": each.title, "links": [_link(link) for link in each.links]} for each in chain.rights],
        "months": [_month(each) for each in chain.months], "runs": [_link(each) for each in chain.runs], "signed": _link(chain.signed),
        "gaps": chain.gaps(),
    }  # fmt: skip


def chain_lines(chains: Iterable[EvidenceChain]) -> list[str]:
    """A line for each person, what is wanting below."""
    told: list[str] = []
    for chain in chains:
        gaps = chain.gaps()
        told.append(f"{chain.person.name}　{chain.person.number}　{f'缺{len(gaps)}处' if gaps else '齐全'}")
        told += (f"  缺：{gap}" for gap in gaps)
    return told


def _link(link: Link) -> dict[str, object]:
    return {"name": link.name, "words": list(link.words), "gaps": list(link.gaps)}


def _month(paid: PaidMonth) -> dict[str, object]:
    return {
        "month": months.iso(paid.month), "item": paid.item, "kind": str(paid.kind), "amount": f"{paid.amount:.2f}", "standard": paid.standard,
        "papers": paid.papers, "clause": paid.clause, "reckoned": paid.reckoned, "run": paid.number or None, "bank": paid.bank,
        "answer": paid.answer, "gaps": list(paid.gaps),
    }  # fmt: skip
