"""Return matching: which payee of a run a row of the bank's file means, when it does not say so letter for letter.

Banks mask accounts, their systems write ``?`` for characters that they do not have and ``*`` for what they hide.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal

from models.core.personal_names import names_agree
from models.core.record import Refusal
from models.pay.returns.return_files import Returned
from models.pay.runs.bank_files import Payee, bare_account
from models.pay.runs.runs import PayRun

MASKED = re.compile(r"[*＊xX•●?？]+")


class RowDoubt(Refusal):
    """A row of which it cannot be told whose it is; ``stranger`` when its account is nobody's in the run."""

    def __init__(self, words: str, stranger: bool = False) -> None:
        super().__init__(words)
        self.stranger = stranger


class WaitingRow:
    """The payees of a run, each to be found by one row; one row may pay several grants of one account together."""

    def __init__(self, payees: Iterable[Payee]) -> None:
        self._payees: dict[tuple[str, Decimal], list[Payee]] = defaultdict(list)
        for payee in payees:
            self._payees[bare_account(payee.account), payee.amount].append(payee)
        self._accounts = {account for account, _ in self._payees}
        self._seen: set[int] = set()

    def of(self, row: Returned, run: PayRun) -> list[Payee]:
        """The payees of a row: one, or all whom it pays together. Raises ``RowDoubt`` when none fits, or several of a masked
        account do."""
        named = self._named(row, self._fitting(row))
        sure = not MASKED.search(row.account) or len({bare_account(payee.account) for payee in named}) == 1
        found = named[:1] if sure and named else self._together(row)
        if found:
            self._seen.update(map(id, found))
            return found
        what = f"第{row.row}行 {row.name} {row.account} {row.amount}元"
        if named:
            raise RowDoubt(f"回盘文件{what}的账号不完整，可能是几个人中的一个，没有读入")
        if any(_is_account(row.account, account) for account in self._accounts):
            raise RowDoubt(f"回盘文件{what}与{run.title()}的金额或姓名不符，没有读入")
        raise RowDoubt(
            f"回盘文件{what}不在{run.title()}里，可能是别的批次的回盘文件，没有读入", stranger=True
        )

    def rest(self) -> Iterator[Payee]:
        """Those whom no row meant."""
        return (payee for some in self._payees.values() for payee in some if id(payee) not in self._seen)

    def _named(self, row: Returned, fitting: Iterable[Payee]) -> list[Payee]:
        """Those of a row's name whom no row has meant yet."""
        waiting = (payee for payee in fitting if id(payee) not in self._seen)
        return [payee for payee in waiting if not row.name or _is_named(payee, row.name)]

    def _together(self, row: Returned) -> list[Payee]:
        """Several grants that go to one account under one name, and come to the row's amount to the fen."""
        on_account = [
            p
            for (account, _), some in self._payees.items()
            if _is_account(row.account, account)
            for p in some
        ]
        found = self._named(row, on_account)
        one_account = len({bare_account(payee.account) for payee in found}) == 1
        return found if one_account and sum(payee.amount for payee in found) == row.amount else []

    def _fitting(self, row: Returned) -> Sequence[Payee]:
        if not MASKED.search(row.account):
            return self._payees.get((row.account, row.amount), [])
        return [
            payee
            for (account, amount), some in self._payees.items()
            if amount == row.amount and _is_account(row.account, account)
            for payee in some
        ]


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
