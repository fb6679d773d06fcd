"""Command of spot checks 抽查: people drawn by a seed, and the chain of evidence of each."""

from __future__ import annotations

import argparse
from pathlib import Path

from models.core.record import Refusal
from models.office.deeds import SAVE_FILE
from reports.commands.registry import (
    ARCHIVE_ARGUMENT,
    DONE,
    JSON_ARGUMENT,
    WORDS_ARGUMENT,
    archive,
    arg,
    command,
    follow,
    print_answer,
)


@command(
    "抽查：按种子抽取若干人，把每人的证据链（审批、条款、标准、月份、批次、银行、签字页）写成PDF，缺的写明",
    ARCHIVE_ARGUMENT,
    arg("out", type=Path, metavar="OUT.pdf"),
    WORDS_ARGUMENT,
    arg("--number", type=int, default=20, metavar="人数", help="抽几人，不写为20"),
    arg("--seed", type=int, default=1, metavar="种子", help="一个整数；同一档案库、同一种子、同样人数，抽到的人和印出的文件都一样"),
    arg("--year", type=int, metavar="年度", help="只抽这一年发过定期待遇的人，看这一年的月份"),
    JSON_ARGUMENT,
    deed=SAVE_FILE,
)  # fmt: skip
def sample(arguments: argparse.Namespace) -> int:
    from models import store
    from models.spot_checks.sample import draw
    from reports.spot_checks import evidence_answers
    from reports.spot_checks.evidence_paper import found_chains, write_chains

    if arguments.out.suffix.lower() != ".pdf":
        raise Refusal(f"证据链只能写成 .pdf，不能写成“{arguments.out.name}”")
    practice = store.is_practice(arguments.folder)
    with archive(arguments):
        drawn = draw(arguments.number, arguments.seed, " ".join(arguments.words), arguments.year)
        chains = follow(found_chains(drawn), arguments.json)
        made = follow(write_chains(drawn, chains, arguments.out, practice), arguments.json)
    if arguments.json:
        print_answer(evidence_answers.sample_answer(drawn, chains))
    else:
        print(drawn.told(), *evidence_answers.chain_lines(chains), sep="\n")
        print(
            f"{arguments.out}：{made.people}人，{made.pages}页",
            *(f"  注意：{each}" for each in made.missing),
            sep="\n",
        )
    return DONE
