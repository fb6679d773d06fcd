"""The lines drawn up for a run: a person's months against what was posted, and why each line is there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any, NamedTuple

from models.core.record import Refusal, db
from models.core.states import State
from models.deaths import sentinel
from models.pay.dues.due import Due
from models.pay.dues.dues import Dues
from models.pay.dues.missing import Unassigned
from models.pay.grants.claims import Claim, titled
from models.pay.runs import postings, runs
from models.pay.runs.postings import NO_AMOUNTS, UNKNOWN_ACCOUNT, Account, Amounts, HandPaid
from models.pay.runs.runs import LineKind, PayRun
from models.pay.standards import months
from models.pay.standards.months import NEVER, Month
from models.payments.payment import usual_item
from models.people.identity import GONE, EntitlementState


class LineChange(State):
    """How a line stands to the run before; somebody who came back, left or died has the state for it.

    What is not paid before an officer has answered a question stands to it as held, whatever its reason says.
    """

    FIRST_TIME = "首次"
    GOES_ON = "享受待遇"
    NEW = "新增"
    CHANGED = "其他变更"
    HELD = "待核定"


UNDECIDED = "待核定："  # how the reason of a line is told that waits for an officer's answer
# A line that is 未算 and says so: nobody falls out of pay because no list told the state.
STATE_UNDECIDED = f"{UNDECIDED}没有登记优抚对象状态，不知是否享受待遇，未发放；请在档案中核定状态"


class LineRow(NamedTuple):
    """A line before it is written; the columns of ``PayLine`` but its run and position. Money in fen."""

    kind: str
    claim: Claim
    month: Month
    amounts: Amounts
    category: str  # the finer name and the grade of that month
    standard: str
    change: str
    reason: str

    @property
    def fen(self) -> int:
        return sum(self.amounts)


class Last(NamedTuple):
    """What the run before said of a grant in its last month."""

    standard: str
    category: str


@dataclass(slots=True)
class Drawing:
    """What drawing up needs to know, read once."""

    run: PayRun
    span: range  # the months of the run
    item: str
    dues: Dues
    since: dict[str, Month]  # the first month that is reckoned, by item
    posted: dict[postings.PostingKey, Amounts]
    by_hand: dict[int, dict[Month, list[Any]]]
    last: dict[int, Last] | None  # None when there is no run before
    accounts: dict[tuple[int, int | None], Account]
    before_by_hand: dict[int, set[HandPaid]]  # who was paid for the month before without a run, by person
    given_back: dict[int, int] = field(
        default_factory=dict
    )  # fen that relatives gave back and no run has claimed
    entered: set[postings.PostingKey] = field(
        default_factory=set
    )  # months for which payments were entered by hand
    rows: list[tuple[Any, ...]] = field(default_factory=list)  # as the file has them
    _since_by_kind: dict[str, Month | None] = field(default_factory=dict)

    @classmethod
    def of(cls, run: PayRun) -> Drawing:
        dues = Dues()
        taken_over = months.read_month(dues.ways.taken_over) if dues.ways.taken_over else None
        if taken_over is not None and run.span[0] < taken_over:
            raise Refusal(f"本档案库自{months.month_words(taken_over)}起发放，此前的月份不在这里编制")
        since = {item: min(run.span[0], taken_over or first) for item, first in postings.first_paid().items()}
        earliest = min(since.values())
        before = runs.before(run)
        last = None if before is None else _last_of(before)
        posted, hand = postings.posted(earliest, run), postings.payments_by_hand(earliest)
        lately = postings.paid_by_hand_in(run.span[0] - 1)
        return cls(
            run, run.span, str(run.item), dues, since, posted, hand, last, postings.accounts(), lately,
            _given_back(run),
        )  # fmt: skip

    def add(self, group: list[Claim]) -> None:
        """Add the lines of one person's grants."""
        wanted = {c.identity: since for c in group if (since := self._since(c.kind)) is not None}
        if not wanted:
            return
        made: list[LineRow] = []
        unknown: dict[int, list[Due]] = {}
        current: dict[int, Due] = {}
        last = self.span[-1]
        for month in range(min(wanted.values()), last + 1):
            here = {due.claim.identity: due for due in self._dues(group, month)}
            for claim in group:
                if month < wanted.get(claim.identity, NEVER):
                    continue
                due = here.get(claim.identity)
                if due is not None and (due.refused or due.held):
                    if (claim.identity, month) not in self.posted:
                        unknown.setdefault(claim.identity, []).append(due)
                elif (row := self._month(claim, month, due)) is not None:
                    made.append(row)
                if due is not None and month == last:
                    current[claim.identity] = due
        if self.posted and any(row.kind is LineKind.CLAIMED for row in made):
            made = list(_covered(made, self.given_back.get(group[0].person, 0)))
        for claim in group:
            if claim.identity in wanted:
                mine = [row for row in made if row.claim is claim] if len(group) > 1 else made
                now, open_ = current.get(claim.identity), unknown.get(claim.identity, [])
                for row in self._explained(claim, mine, now, open_, current):
                    self.rows.append(self._columns(row))

    def _since(self, kind: str) -> Month | None:
        """From which month on grants of a kind are reckoned; None where the run does not pay it."""
        if kind not in self._since_by_kind:
            item = usual_item(kind)
            self._since_by_kind[kind] = self.since[item] if self.item in ("", item) else None
        return self._since_by_kind[kind]

    def _dues(self, group: list[Claim], month: Month) -> list[Due]:
        """What a person is due in a month; payments by hand that may be for any of it are counted or stand in the way."""
        found = self.dues.at(group, month)
        if (payments := self.by_hand.get(group[0].person, {}).pop(month, None)) is None:
            return found
        fen, unclear = postings.assigned(payments, group)
        for identity, paid in fen.items():
            was = self.posted.get((identity, month), NO_AMOUNTS)
            self.posted[identity, month] = (was[0] + paid, was[1], was[2])
            self.entered.add((identity, month))
        for due in found if unclear else ():
            due.rate, due.missing = None, Unassigned(month, unclear)
        return found

    def _month(self, claim: Claim, month: Month, due: Due | None) -> LineRow | None:
        """The line of one month of a grant; None where there is nothing to say."""
        was = self.posted.get((claim.identity, month))
        target = due.amounts if due is not None else NO_AMOUNTS
        standard = due.rate.said if due is not None and due.rate is not None and not due.excluded else ""
        if was is None:
            if due is None or target == NO_AMOUNTS or _known_paid(claim, month):
                return None
            why = _told(due) if month in self.span else due.why()  # when it began is said of what is made up
            return LineRow(LineKind.DUE, claim, month, target, _category(claim, due), standard, "", why)
        difference = (target[0] - was[0], target[1] - was[1], target[2] - was[2])
        if not sum(difference):
            return None
        told = _told(due) if due is not None else self.dues.of(claim).ended or "不在享受期内"
        kind = LineKind.ARREARS if sum(difference) > 0 else LineKind.CLAIMED
        source = "（含登记的发放记录）" if (claim.identity, month) in self.entered else ""
        reason = f"应发{_yuan(sum(target))}元，已发{_yuan(sum(was))}元{source}：{told}"
        return LineRow(kind, claim, month, difference, _category(claim, due), standard, "", reason)

    def _explained(
        self,
        claim: Claim,
        made: list[LineRow],
        current: Due | None,
        unknown: list[Due],
        persons: Mapping[int, Due],
    ) -> Iterator[LineRow]:
        """A grant's lines with the difference to the run before, and the lines that say why nothing is paid.

        ``persons`` are all dues of the person in the last month of the run.
        """
        goes_on = current is not None and _pays_now(current)
        change, reason = self._change(claim, current) if goes_on and current is not None else ("", "")
        for row in made:
            if row.kind == LineKind.DUE and row.month in self.span:
                yield LineRow(*row[:6], change, reason or row.reason)
            elif row.kind == LineKind.DUE:
                yield row._replace(
                    change=change or LineChange.NEW,
                    reason=f"补发{months.month_words(row.month)}：{row.reason}",
                )
            else:
                yield row._replace(change=LineChange.CHANGED)
        if goes_on and current is not None and current.care_wanting:
            yield LineRow(
                LineKind.NOT_RECKONED, claim, self.span[-1], NO_AMOUNTS, claim.title(), "", "", current.care_wanting,
            )  # fmt: skip
        if unknown:
            span = months.span_words(unknown[0].month, unknown[-1].month)
            first = unknown[0]
            asked = first.ask if first.held and not first.refused else None
            why = f"{UNDECIDED}{span}，{asked.sentence()}" if asked else f"{span}未计算：{first.reason}"
            waits = LineChange.HELD if asked else ""
            yield LineRow(
                LineKind.NOT_RECKONED, claim, first.month, NO_AMOUNTS, claim.title(), "", waits, why
            )
        elif current is None and self._undecided(claim):
            yield LineRow(
                LineKind.NOT_RECKONED, claim, self.span[-1], NO_AMOUNTS, claim.title(), "", LineChange.HELD, STATE_UNDECIDED,
            )  # fmt: skip
        elif not goes_on and self._paid_before(claim, persons):
            yield self._stopped(claim, current)

    def _undecided(self, claim: Claim) -> bool:
        """Whether nobody ever said if the grant is paid, of somebody who may be entitled in these months."""
        died = months.last_in(claim.died)
        alive = died is None or died >= self.span[0]
        return not claim.state and not claim.history and alive and bool(usual_item(claim.kind))

    def _paid_before(self, claim: Claim, persons: Mapping[int, Due]) -> bool:
        """Whether it was paid by the run before, or by payments entered for the month before."""
        if self.last is not None and claim.identity in self.last:
            return True
        item = usual_item(claim.kind)
        paying = {usual_item(due.claim.kind) for due in persons.values() if _pays_now(due)}
        for identity, paid_item in self.before_by_hand.get(claim.person, ()):
            if identity == claim.identity or (identity is None and paid_item == item and item not in paying):
                return True
        return False

    def _change(self, claim: Claim, current: Due) -> tuple[str, str]:
        """How a grant that is paid differs from the run before, and why; an empty reason means not at all."""
        if self.last is None:
            return LineChange.FIRST_TIME, ""
        now, last = Last(_standard(current), _category(claim, current)), self.last.get(claim.identity)
        if last is None:
            return LineChange.NEW, f"新增：{current.spell.begun if current.spell else ''}"
        if last.category != now.category and current.spell is not None:
            return LineChange.CHANGED, f"由{last.category}变为{now.category}：{current.spell.begun}"
        if last.standard != now.standard:
            return LineChange.CHANGED, f"标准由{last.standard}变为{now.standard}：{_told(current)}"
        return LineChange.GOES_ON, ""

    def _columns(self, row: LineRow) -> tuple[Any, ...]:
        """A line as the file has it."""
        claim = row.claim
        key = claim.person, claim.identity
        bank, account, holder = self.accounts.get(key) or self.accounts.get((key[0], None)) or UNKNOWN_ACCOUNT
        return (
            len(self.rows) + 1, row.kind, claim.person, claim.identity, months.iso(row.month), row.fen,
            row.amounts[1], row.amounts[2], usual_item(claim.kind), row.category, row.standard, claim.name,
            claim.number, bank, account, holder or claim.name, claim.street, row.change, row.reason, None,
        )  # fmt: skip

    def _stopped(self, claim: Claim, current: Due | None) -> LineRow:
        if current is not None:
            change: str = LineKind.STOPPED
            reason = current.reason or "不再享受"
        else:
            ended = self.dues.of(claim).ended or (f"现为{claim.state}" if claim.state else STATE_UNDECIDED)
            change = (
                GONE
                if claim.died or claim.state == GONE
                else EntitlementState.MOVED
                if claim.state == EntitlementState.MOVED
                else LineKind.STOPPED
            )
            reason = ended
        return LineRow(LineKind.STOPPED, claim, self.span[-1], NO_AMOUNTS, claim.title(), "", change, reason)


def _pays_now(due: Due) -> bool:
    return not due.refused and not due.excluded and not due.held


def _last_of(run: PayRun) -> dict[int, Last]:
    """What a run said of each grant in its last month."""
    sql = (
        'SELECT "identity_id", "standard", "category" FROM "pay_line" '
        'WHERE "run_id" = ? AND "kind" = ? AND "month" = ?'
    )
    return {i: Last(s, c) for i, s, c in db.execute_sql(sql, (run.id, LineKind.DUE, str(run.last)))}


def _given_back(run: PayRun) -> dict[int, int]:
    """What came back by 身后止付 and stands in no other run as claimed: no run takes it a second time."""
    back = sentinel.recovered_by_person()
    claimed = postings.claimed(back, run)
    return {person: max(0, fen - claimed.get(person, 0)) for person, fen in back.items()}


def _covered(rows: list[LineRow], given_back: int = 0) -> Iterator[LineRow]:
    """What a person was paid too much is deducted as far as the run pays the person anything; the rest is claimed.

    ``given_back`` fen of it have come back already: so much is only written down as claimed.
    """
    left = sum(row.fen for row in rows if row.fen > 0)
    for row in rows:
        if row.fen >= 0:
            yield row
            continue
        back = min(given_back, -row.fen)
        covered = min(left, -row.fen - back)
        given_back, left = given_back - back, left - covered
        parts = _parted(row.amounts, covered)
        for kind, amounts in zip((LineKind.DEDUCTED, LineKind.CLAIMED), parts, strict=True):
            if sum(amounts):
                yield row._replace(kind=kind, amounts=amounts)


def _parted(amounts: Amounts, covered: int) -> tuple[Amounts, Amounts]:
    """A sum below nothing in two: so much of it, and the rest; a part is taken from the national layer."""
    if covered == 0:
        return NO_AMOUNTS, amounts
    if covered == -sum(amounts):
        return amounts, NO_AMOUNTS
    return (-covered, 0, 0), (amounts[0] + covered, amounts[1], amounts[2])


def _told(due: Due) -> str:
    """Why an amount is another than before: the standard, without what it begins with."""
    return due.rate.reckoned if due.rate is not None and not due.excluded else due.why()


def _standard(due: Due) -> str:
    return due.rate.words() if due.rate else ""


def _known_paid(claim: Claim, month: Month) -> bool:
    """Whether the file says that a month was paid, here or elsewhere."""
    paid_to = months.last_in(claim.paid_to)
    return paid_to is not None and month <= paid_to


def _category(claim: Claim, due: Due | None = None) -> str:
    """The finer name and the grade of that month."""
    facts = due.spell.facts if due is not None and due.spell is not None else claim
    return titled(facts.kind, facts.category, facts.grade, facts.nature)


def _yuan(fen: int) -> str:
    return f"{Decimal(fen).scaleb(-2):.2f}"
