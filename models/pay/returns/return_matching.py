"""Return matching: which payee of a run a row of the bank's file means, when it does not say so letter for letter.

Banks mask accounts, their systems write ``?`` for characters that they do not have and ``*`` for what they hide.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from models.core.personal_names import names_agree
from models.core.record import Refusal
from models.pay.returns.return_files import Returned
from models.pay.returns.split_rows import Means, some_lines_of, split_rows
from models.pay.runs.bank_files import Payee, bare_account
from models.pay.runs.runs import PayRun

MASKED = re.compile(r"[*＊xX•●?？]+")


class RowDoubt(Refusal):
    """A row of which it cannot be told whose it is; ``stranger`` when its account is nobody's in the run."""

    def __init__(self, words: str, stranger: bool = False) -> None:
        super().__init__(words)
        self.stranger = stranger


@dataclass(slots=True)
class Matched:
    """What the rows of a file mean of a run: payees for rows, doubts about rows, and the payees whom no row meant."""

    means: list[Means] = field(default_factory=list)
    doubts: list[RowDoubt] = field(default_factory=list)
    rest: list[Payee] = field(default_factory=list)


def match(rows: Sequence[Returned], payees: Iterable[Payee], run: PayRun) -> Matched:
    """Find whom each row means: one payee, several of one account together, or, with other rows, a part of them."""
    waiting, matched = WaitingRow(payees, rows), Matched()
    doubts: list[tuple[Returned, RowDoubt]] = []
    for row in rows:
        try:
            matched.means.append((row, waiting.of(row, run)))
        except RowDoubt as doubt:
            doubts.append((row, doubt))
    means, left = waiting.of_several([row for row, _ in doubts])
    matched.means += means
    matched.doubts = [doubt for row, doubt in doubts if any(row is each for each in left)]
    matched.rest = list(waiting.rest())
    return matched


class WaitingRow:
    """The payees of a run, each to be found by one row; one row may pay several grants of one account together."""

    def __init__(self, payees: Iterable[Payee], rows: Sequence[Returned] = ()) -> None:
        self._payees: dict[tuple[str, Decimal], list[Payee]] = defaultdict(list)
        for payee in payees:
            self._payees[bare_account(payee.account), payee.amount].append(payee)
        self._accounts = {account for account, _ in self._payees}
        self._seen: set[int] = set()  # ids of lines
        told = {(row.account, row.amount, row.name, row.answer) for row in rows}
        self._times = Counter(
            each[:3] for each in told
        )  # how many things are said in the same words of payees

    def of(self, row: Returned, run: PayRun) -> list[Payee]:
        """The payees of a row: one, or all whom it pays together. Raises ``RowDoubt`` when none fits, or several of a masked
        account, or of whom rows that name them alike say different things."""
        named = self._named(row, self._fitting(row))
        found = named[:1] if named and self._is_sure(row, named) else self._together(row)
        if found:
            self._see(found)
            return found
        what = f"第{row.row}行 {row.name} {row.account} {row.amount}元"
        if named:
            raise RowDoubt(f"回盘文件{what}{self._why_unsure(named)}，可能是几个人中的一个，没有读入")
        if any(_is_account(row.account, account) for account in self._accounts):
            raise RowDoubt(f"回盘文件{what}与{run.title()}的金额或姓名不符，没有读入")
        raise RowDoubt(
            f"回盘文件{what}不在{run.title()}里，可能是别的批次的回盘文件，没有读入", stranger=True
        )

    def of_several(self, rows: Iterable[Returned]) -> tuple[list[Means], list[Returned]]:
        """What rows mean that are no whole payee's, those of one account together; and those of which that is not certain."""
        found: list[Means] = []
        left: list[Returned] = []
        for some, payees in self._by_account(rows):
            means, unsure = split_rows(some, payees)
            for _, meant in means:
                self._see(meant)
            found += means
            left += unsure
        return found, left

    def rest(self) -> Iterator[Payee]:
        """Those whom no row meant, each with the lines that none did."""
        for payee in (payee for some in self._payees.values() for payee in some):
            if part := some_lines_of(payee, lambda line: id(line) not in self._seen):
                yield part

    def _see(self, payees: Iterable[Payee]) -> None:
        self._seen.update(id(line) for payee in payees for line in payee.lines)

    def _is_sure(self, row: Returned, named: Sequence[Payee]) -> bool:
        """Whether it is one which of the payees whom a row can mean is taken."""
        one_account = not MASKED.search(row.account) or _on_one_account(named)
        return one_account and (len(named) == 1 or self._times[row.account, row.amount, row.name] <= 1)

    def _why_unsure(self, named: Sequence[Payee]) -> str:
        return "结果不一" if _on_one_account(named) else "的账号不完整"

    def _by_account(self, rows: Iterable[Returned]) -> Iterable[tuple[list[Returned], list[Payee]]]:
        """Rows with the payees of their one account, those of the same payees together."""
        found: dict[frozenset[int], tuple[list[Returned], list[Payee]]] = {}
        for row in rows:
            payees = self._of_account(row)
            found.setdefault(frozenset(map(id, payees)), ([], payees))[0].append(row)
        return found.values()

    def _named(self, row: Returned, fitting: Iterable[Payee]) -> list[Payee]:
        """Those of a row's name whom no row has meant yet."""
        waiting = (payee for payee in fitting if not any(id(line) in self._seen for line in payee.lines))
        return [payee for payee in waiting if not row.name or _is_named(payee, row.name)]

    def _together(self, row: Returned) -> list[Payee]:
        """Several grants that go to one account under one name, and come to the row's amount to the fen."""
        found = self._of_account(row)
        return found if sum(payee.amount for payee in found) == row.amount else []

    def _of_account(self, row: Returned) -> list[Payee]:
        """The waiting payees of a row's account and name; nobody where it can be several accounts."""
        on_account = [
            p
            for (account, _), some in self._payees.items()
            if _is_account(row.account, account)
            for p in some
        ]
        found = self._named(row, on_account)
        return found if _on_one_account(found) else []

    def _fitting(self, row: Returned) -> Sequence[Payee]:
        if not MASKED.search(row.account):
            return self._payees.get((row.account, row.amount), [])
        return [
            payee
            for (account, amount), some in self._payees.items()
            if amount == row.amount and _is_account(row.account, account)
            for payee in some
        ]


def _on_one_account(payees: Iterable[Payee]) -> bool:
    return len({bare_account(payee.account) for payee in payees}) == 1


def _is_named(payee: Payee, name: str) -> bool:
    return names_agree(name, payee.name) or names_agree(name, payee.holder)


def _is_account(written: str, known: str) -> bool:
    """Whether an account, of which a part may be hidden, can be the known one."""
    if written == known:
        return True
    parts = MASKED.split(written)
    shown = sum(map(len, parts))
    if len(parts) < 2 or shown < 3 or (len(written) > len(known) and len(parts) == 2):
        return False
    return re.fullmatch(r"\d+".join(map(re.escape, parts)), known) is not None
