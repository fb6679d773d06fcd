"""The papers of the command ``payrun``: the bank's file, the roster for signatures, slips, and what changed."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

from models.core.record import Refusal
from reports.commands.registry import DONE, PARTLY, follow

if TYPE_CHECKING:
    from models.pay.runs.runs import PayRun


def write_bank(arguments: argparse.Namespace, run: PayRun, user: str) -> int:
    from models.pay.runs import bank_files
    from reports.pay import banks as files

    suffix = arguments.bank.suffix.lower().lstrip(".")
    if arguments.template:
        template = bank_files.template(arguments.template)
    else:
        fitting = [each for each in bank_files.templates() if each.format == suffix]
        if not fitting:
            raise Refusal(f"银行文件可以写成 .xlsx .csv .txt，不能写成“{arguments.bank.name}”")
        template = fitting[0]
    written = files.write_bank_file(run, template, arguments.bank)
    print(f"{arguments.bank}：{written.payees}户，{written.amount:,.2f}元（模板：{template.name}）")
    for payee in written.left_out:
        print(f"  没有银行账号，未写入：{payee.name}（{payee.number}）{payee.amount:,.2f}元")
    return PARTLY if written.left_out else DONE


def write_roster(arguments: argparse.Namespace, run: PayRun, user: str) -> int:
    from reports.pay import run_rosters

    missing = follow(run_rosters.write_run_roster(run, arguments.roster, arguments.by_street), arguments.json)
    print(
        f"{arguments.roster}：{run.people}人，{run.total:,.2f}元",
        *(f"  注意：{each}" for each in missing),
        sep="\n",
    )
    return DONE


def print_slips(arguments: argparse.Namespace, run: PayRun, user: str) -> int:
    from models.people import search
    from reports.pay import slips

    chosen = search.find_people(arguments.of) if arguments.of else None
    print(f"{arguments.slips}：{slips.write_slips(run, arguments.slips, chosen)}人")
    return DONE


def write_changes(arguments: argparse.Namespace, run: PayRun, user: str) -> int:
    from reports.pay import run_rosters
    from reports.tables import register

    made, out = run_rosters.changes_register(run), arguments.changes
    if out.suffix.lower() == ".xlsx":
        register.write_workbook(made, out)
    elif out.suffix.lower() == ".pdf":
        follow(register.write_paper([made], out), arguments.json)
    else:
        raise Refusal(f"变动名单可以写成 .pdf 或 .xlsx，不能写成“{out.name}”")
    print(f"{out}：{len(made.rows)}条")
    return DONE
