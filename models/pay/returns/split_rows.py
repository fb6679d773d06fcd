"""Split rows: several rows of a bank's file about one account, where none is the whole amount of a payee.

A bank pays two grants of one person in two transfers, or one payment in parts. A row that is just what a grant, a month, a
kind of line or a single line comes to means those lines, if nothing else could be meant; what is left is taken as a whole,
where it comes to the fen to what is left of the account. If its rows differ in what they say, the whole is a question.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from models.imports.words.return_words import BankAnswer
from models.pay.returns.return_columns import CONTRADICTING
from models.pay.returns.return_files import Returned
from models.pay.runs.bank_files import Payee
from models.pay.runs.runs import PayLine

Means = tuple[Returned, list[Payee]]
TRANSFERS: tuple[Callable[[PayLine], Hashable], ...] = (  # what a bank makes one transfer of
    lambda line: (line.person_id, line.identity_id),
    lambda line: line.month,
    lambda line: line.kind,
    id,
)


def split_rows(rows: Sequence[Returned], payees: Sequence[Payee]) -> tuple[list[Means], list[Returned]]:
    """What the rows of one account mean of its payees, or of a part of them; and the rows of which that is not certain."""
    found = list(_by_amount(rows, payees))
    left = [row for row in rows if all(row is not told for told, _ in found)]
    meant = {id(line) for _, some in found for payee in some for line in payee.lines}
    waiting = [part for payee in payees if (part := some_lines_of(payee, lambda line: id(line) not in meant))]
    for some in (*([payee] for payee in waiting), waiting):
        if left and sum(row.amount for row in left) == sum(payee.amount for payee in some):
            return [*found, (_whole(left), some)], []
    return found, left


def some_lines_of(payee: Payee, chosen: Callable[[PayLine], bool]) -> Payee | None:
    """The payee with some of the lines; None without any."""
    lines = [line for line in payee.lines if chosen(line)]
    return replace(payee, lines=lines) if lines else None


def _by_amount(rows: Sequence[Returned], payees: Sequence[Payee]) -> Iterator[Means]:
    """The rows that are just one transfer, and whose transfer no other row can be; of equal ones, where all say the same."""
    alike: dict[Decimal, list[Returned]] = defaultdict(list)
    for row in rows:
        alike[row.amount].append(row)
    transfers = [each for each in _transfers(payees) if each.amount in alike]
    met = [id(line) for each in transfers for line in each.lines]
    for amount, some in alike.items():
        fitting = [each for each in transfers if each.amount == amount]
        alone = all(met.count(id(line)) == 1 for each in fitting for line in each.lines)
        if alone and len(fitting) == len(some) and len({row.answer for row in some}) == 1:
            yield from zip(some, ([each] for each in fitting), strict=True)


def _transfers(payees: Sequence[Payee]) -> list[Payee]:
    """Everything that a bank may have made one transfer of, each once; nothing where a sum is made of what is deducted."""
    found: dict[frozenset[int], Payee] = {}
    for payee in payees:
        for key in TRANSFERS:
            groups: dict[Hashable, list[PayLine]] = defaultdict(list)
            for line in payee.lines:
                groups[key(line)].append(line)
            parts = [replace(payee, lines=lines) for lines in groups.values()]
            if all(part.amount > 0 for part in parts):
                found |= {frozenset(map(id, part.lines)): part for part in parts}
    return list(found.values())


def _whole(rows: Sequence[Returned]) -> Returned:
    """Rows that are parts of one payment, as one row: what all say, or a question that tells what each says."""
    whole = replace(rows[0], amount=sum((row.amount for row in rows), Decimal(0)))
    if len({row.answer for row in rows}) == 1:
        return whole
    told = [f"{row.amount}元{row.words or '成功'}" for row in rows]
    return replace(whole, answer=BankAnswer.UNKNOWN, words=CONTRADICTING.join(told))
