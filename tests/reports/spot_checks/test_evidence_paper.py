"""The evidence of a sample on paper and for programs: the same bytes for whoever draws again, gaps named."""

from __future__ import annotations

from models.core.jobs import finish
from models.spot_checks import sample
from reports.spot_checks.evidence_answers import chain_lines, sample_answer
from reports.spot_checks.evidence_paper import found_chains, write_evidence
from tests.models.spot_checks.conftest import draw, granted, payee, whole
from tests.reports.papers import text_of

__all__ = ["draw", "granted", "payee", "whole"]  # fixtures


def test_the_same_sample_is_the_same_file_and_says_how_it_was_drawn(whole, person, tmp_path):
    someone, run = whole
    person(name="李四")
    files = [tmp_path / name for name in ("一.pdf", "二.pdf")]
    for file in files:
        made = finish(write_evidence(sample.draw(2, 7), file))
    assert files[0].read_bytes() == files[1].read_bytes()
    assert (made.people, made.lacking, made.missing) == (2, 1, ())
    words = text_of(files[0])
    for said in (
        "种子7",
        "抽取2人",
        someone.number,
        run.number,
        "各个环节都有依据",
        "缺：2019年没有发放记录",
        "检查人签字",
    ):
        assert said in words, said


def test_programs_get_the_whole_chain(whole):
    someone, run = whole
    drawn = sample.draw(1, 7)
    chains = finish(found_chains(drawn))
    (told,) = sample_answer(drawn, chains)["people"]
    assert (told["number"], told["amount"], told["gaps"]) == (someone.number, "600.00", [])
    assert told["months"][0]["run"] == run.number
    assert chain_lines(chains) == [f"张三　{someone.number}　齐全"]
