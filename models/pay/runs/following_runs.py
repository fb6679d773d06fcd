"""Runs following others: what the bank could not pay is paid again, and what a death leaves to the family is paid once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from models.core import journal
from models.core.record import Refusal
from models.deaths import heirs
from models.deaths.heirs import Heir
from models.pay.dues.dues import Dues
from models.pay.dues.missing import Missing
from models.pay.grants import claims
from models.pay.grants.rules import Extra
from models.pay.runs import drawing_up, postings, runs, steps
from models.pay.runs.line_hashes import LINE_COLUMNS
from models.pay.runs.runs import LineKind, PayLine, PayRun, RunKind, RunState
from models.pay.standards import months
from models.payments import once_claims
from models.payments.once_claims import OnceClaim
from models.payments.once_matters import FUNERAL, funeral_key
from models.people.person import Person

NO_HEIR = "没有登记领取的遗属和账号，请在“身后事”登记"
UNSHARED = "几位遗属的份额合计不是100%，没有编入，请在“身后事”核对"
LATELY = 12  # months before a run within which a death that was paid by another door is still told


def unmended(parent: PayRun) -> list[str]:
    """The people whose failed payment would go to the account, or the lack of one, that it failed on."""
    accounts = postings.accounts()
    return list(
        dict.fromkeys(line.name for line in _waiting(parent) if _account(accounts, line)[1] == line.account)
    )


def pay_again(parent: PayRun, user: str) -> PayRun:
    """Draw up a run of what failed in another one, to the accounts as they are now; each failure once."""
    waiting = _waiting(parent)
    if not waiting:
        raise Refusal(f"{parent.title()}没有等待重发的失败明细")
    run = _following(parent, user)
    rows = list(_again(waiting))
    with journal.entry(f"编制重发批次：{parent.title()}", user):
        drawing_up.keep_run_lines(run, rows)
    return run


def pay_once(run_month: months.Month, user: str) -> PayRun:
    """Draw up a run of what goes on for the families of people who died up to a month; each death once.

    What cannot be reckoned is a line that says why; what another door has drawn up or paid is told in the run's notes.
    Raises ``Refusal`` when there is nothing, naming what was paid already.
    """
    paid_otherwise: list[str] = []
    rows = list(_once(run_month, paid_otherwise))
    if not rows:
        told = f"；{'；'.join(paid_otherwise)}，一项待遇只发一次" if paid_otherwise else ""
        raise Refusal(f"到{months.month_words(run_month)}为止没有要一次性发给遗属的待遇{told}")
    day = months.part(run_month)
    run = PayRun(
        number=runs.next_run_number(run_month),
        kind=RunKind.ONCE,
        first=day,
        last=day,
        state=RunState.DRAWN,
        drawn_by=user,
        notes="；".join(paid_otherwise),
    )
    with journal.entry(f"编制一次性发放批次：{months.month_words(run_month)}", user):
        drawing_up.keep_run_lines(run, rows)
    return run


def _following(parent: PayRun, user: str) -> PayRun:
    return PayRun(
        number=runs.next_run_number(parent.span[0]), kind=RunKind.AGAIN, item=parent.item, first=parent.first,
        last=parent.last, state=RunState.DRAWN, drawn_by=user, parent=parent,
    )  # fmt: skip


def _waiting(parent: PayRun) -> list[PayLine]:
    return [line for line in steps.failed(parent) if not steps.is_retried(line)]


def _account(accounts: dict[tuple[int, int | None], postings.Account], line: PayLine) -> postings.Account:
    """The account in use that a line's money goes to now: the identity's own before the person's."""
    own = accounts.get((line.person_id, line.identity_id)) or accounts.get((line.person_id, None))
    return own or postings.UNKNOWN_ACCOUNT


def _again(waiting: list[PayLine]) -> Iterator[tuple[Any, ...]]:
    accounts = postings.accounts()
    for position, line in enumerate(waiting, start=1):
        bank, account, holder = _account(accounts, line)
        said = [
            PayLine._meta.columns[name].db_value(getattr(line, PayLine._meta.columns[name].name, None))
            for name in LINE_COLUMNS
        ]
        row = dict(zip(LINE_COLUMNS, said, strict=True))
        (outcome,) = line.outcome
        row |= {
            "position": position, "kind": LineKind.AGAIN, "person_id": line.person_id, "identity_id": line.identity_id,
            "bank": bank, "account": account, "holder": holder or line.name, "retry": line.id,
            "reason": f"{line.run.number}发放失败（{outcome.failed}），重发", "change": "",
        }  # fmt: skip
        yield tuple(row[name] for name in LINE_COLUMNS)


def _held(claim: claims.Claim) -> OnceClaim | None:
    """What another door has drawn up or paid of what a death leaves to the family."""
    return once_claims.claim_of(Person(id=claim.person), funeral_key(claim.identity))


def _once(month: months.Month, paid_otherwise: list[str]) -> Iterator[tuple[Any, ...]]:
    """The lines of each death that leaves something, in the order of the files; deaths paid by another door are told."""
    since = min(postings.first_paid().values())
    paid = {
        line.identity_id for line in PayLine.select(PayLine.identity).where(PayLine.kind == LineKind.ONCE)
    }
    reckoner = Dues()
    position = 0
    for claim in claims.claims(Person.died.is_null(False)):
        died = months.last_in(claim.died)
        if claim.identity in paid or died is None or not min(since, month) <= died <= month:
            continue
        found = reckoner.extra(claim)
        if found is None:
            continue
        if (held := _held(claim)) is not None:
            if died > month - LATELY:
                paid_otherwise.append(f"{claim.name}的{FUNERAL}{held.told()}")
            continue
        for kind, fen, reason, heir in _lines_of(claim, found):
            position += 1
            bank, account, holder = (
                (heir.bank, heir.account, heir.holder or heir.name) if heir else ("", "", "")
            )
            yield (
                position, kind, claim.person, claim.identity, months.iso(died), fen, 0, 0, FUNERAL, claim.title(), "",
                claim.name, claim.number, bank, account, holder, "", "去世", reason, None,
            )  # fmt: skip


def _lines_of(
    claim: claims.Claim, found: Missing | tuple[Extra, int]
) -> Iterator[tuple[str, int, str, Heir | None]]:
    """The lines of one right of the dead: one for each relative by the shares, one without account while none is known."""
    if isinstance(found, Missing):
        yield LineKind.NOT_RECKONED, 0, found.words(), None
        return
    rule, fen = found
    reason = f"{months.day_words(claim.died)}去世，{rule.months}个月：{rule.clause}"
    known = heirs.heirs_of(claim.person)
    going = heirs.shares(known)
    if known and not going:
        yield LineKind.NOT_RECKONED, 0, f"{UNSHARED}；{reason}", None
    elif not going:
        yield LineKind.ONCE, fen, f"{reason}；{NO_HEIR}", None
    for share, part in zip(going, heirs.parts_of(fen, going), strict=True):
        heir = share.heir
        split = f"，份额{share.percent}%" if len(going) > 1 else ""
        yield LineKind.ONCE, part, f"{reason}；收款人：{heir.name}（{heir.relation}{split}）", heir
