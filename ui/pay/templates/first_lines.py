"""First lines of a bank's file, as a template will write them for a run."""

from __future__ import annotations

from models.pay.runs.bank_files import BankTemplate, refuse_unpayable
from models.pay.runs.runs import PayRun
from models.pay.templates.bank_lines import BankCell, file_lines

ROWS_SHOWN = 4  # payees of the run that are shown as they will be written


def first_lines(run: PayRun, template: BankTemplate) -> str:
    """The lines above the payees, the first payees, and the lines below. Raises ``Refusal`` when nothing can be written."""
    going = [payee for payee in refuse_unpayable(run) if payee.account]
    lines = file_lines(template, run, going)
    below = len(template.closing.splitlines())
    above = len(lines) - len(going) - below
    shown = lines[: above + ROWS_SHOWN]
    left_out: list[list[BankCell]] = [["……"]] if len(going) > ROWS_SHOWN else []
    separator = "　" if template.format == "xlsx" else template.separator
    ends = lines[len(lines) - below :]
    return "\n".join(separator.join(map(_plain, line)) for line in [*shown, *left_out, *ends])


def _plain(cell: BankCell) -> str:
    return str(cell) if isinstance(cell, (str, int)) else f"{cell:.2f}"
