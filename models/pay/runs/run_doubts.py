"""Doubts of a run 办理前核对: what an officer is asked, with names and sums, before a run is checked, approved or closed.

Nothing is refused here: a rise, a large amount, a larger run and people who are not computed may all be right, but never unseen.
From which size on it is asked is the office's own (``Ways``).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from statistics import median
from typing import Any, NamedTuple

from peewee import fn

from models.core.amounts import yuan
from models.core.record import db
from models.pay.grants.rules import Ways
from models.pay.runs import runs
from models.pay.runs.runs import TO_BANK, LineKind, PayLine, PayOutcome, PayRun, RunKind
from models.pay.standards import months
from models.payments.payment import REGULAR, Payment
from models.people.identity import Identity

NAMES_IN_DOUBT = 5  # people who are named; of the others it is said how many they are
FEWEST_ALIKE = 3  # people of one category of whom the middle one is usual


class Drawn(NamedTuple):
    """What somebody gets: by name and category, the yuan of the last month, and of the whole run."""

    name: str
    category: str
    monthly: Decimal
    total: Decimal


class UnpaidLine(NamedTuple):
    """Somebody who has not got what a run was to pay, and why."""

    name: str
    why: str


def run_doubts(run: PayRun) -> list[str]:
    """What is to be looked at before a step, a sentence for each; empty when all is as usual."""
    found = [told] if (told := _not_computed(run)) else []
    if run.kind != RunKind.REGULAR:
        return found
    ways, drawn, before = Ways.kept(), _drawn_people(run), _paid_before(run)
    found += _rises(drawn, before, int(ways.rise_asked))
    found += _large_amounts(run, drawn, before, int(ways.times_asked))
    found += _growth(run, drawn, before, int(ways.growth_asked))
    return found


def unpaid(run: PayRun) -> list[UnpaidLine]:
    """Who has got nothing by now of what a run was to pay: not computed and made up nowhere, or failed and not paid again."""
    return [
        *(UnpaidLine(line.name, "未计算") for line in _never_made_up(run)),
        *(UnpaidLine(line.name, "发放失败，重发还没有付成") for line in _failed_still(run)),
    ]


def told_unpaid(lines: Sequence[UnpaidLine]) -> str:
    """``还有3人没有发到：未计算2人（甲、乙）；…``; empty when everybody has been paid."""
    by_reason: dict[str, list[str]] = defaultdict(list)
    for line in lines:
        by_reason[line.why].append(line.name)
    people = len({line.name for line in lines})
    parts = [f"{why}{len(set(names))}人（{_names(names)}）" for why, names in by_reason.items()]
    return f"还有{people}人没有发到：{'；'.join(parts)}" if lines else ""


def not_computed(run: PayRun) -> list[str]:
    """The names of those whom a run could not reckon, once for each of their lines."""
    return [line.name for line in runs.lines_of(run, LineKind.NOT_RECKONED)]


def _not_computed(run: PayRun) -> str:
    names = not_computed(run)
    return f"{len(set(names))}人没有计算，这一批不发：{_names(names)}" if names else ""


def _drawn_people(run: PayRun) -> dict[int, Drawn]:
    """What each person of a run gets, by person."""
    last = fn.SUM(PayLine.amount).filter((PayLine.month == run.last) & (PayLine.kind == LineKind.DUE))
    query: Any = PayLine.select(
        PayLine.person, fn.MIN(PayLine.name), fn.MIN(PayLine.category), fn.COALESCE(last, 0), fn.SUM(PayLine.amount)
    ).where(PayLine.run == run, PayLine.kind.in_(TO_BANK))  # fmt: skip
    rows = query.group_by(PayLine.person).tuples()
    return {
        person: Drawn(name, category, _of_fen(monthly), _of_fen(total))
        for person, name, category, monthly, total in _plain(rows)
    }


def _paid_before(run: PayRun) -> dict[int, Decimal]:
    """The yuan of one month that each person got by the run before, or else by payments of the month before."""
    if (earlier := runs.before(run)) is not None:
        return {person: drawn.monthly for person, drawn in _drawn_people(earlier).items() if drawn.monthly}
    query: Any = Payment.select(Payment.person, fn.SUM(Payment.amount)).where(
        Payment.month == months.part(run.span[0] - 1), Payment.programme == REGULAR, Payment.person.is_null(False)
    )  # fmt: skip
    return {person: _of_fen(fen) for person, fen in _plain(query.group_by(Payment.person).tuples())}


def _rises(drawn: Mapping[int, Drawn], before: Mapping[int, Decimal], limit: int) -> Iterable[str]:
    """People of a category whose month comes to so many per cent more, or less, than the time before."""
    groups: dict[tuple[str, str], list[tuple[Decimal, Drawn, Decimal]]] = defaultdict(list)
    for person, now in drawn.items():
        was = before.get(person)
        if was and now.monthly and abs(now.monthly - was) * 100 >= was * limit:
            way = "涨" if now.monthly > was else "降"
            groups[now.category, way].append((abs(now.monthly - was) * 100 / was, now, was))
    for (category, way), found in groups.items():
        most, now, was = max(found, key=lambda each: each[0])
        yield (
            f"{category}{len(found)}人的月标准{way}{limit}%以上，最多{way}{most:.0f}%"
            f"（{now.name}由{yuan(was)}元到{yuan(now.monthly)}元）：{_names(each.name for _, each, _ in found)}"
        )


def _large_amounts(
    run: PayRun, drawn: Mapping[int, Drawn], before: Mapping[int, Decimal], times: int
) -> Iterable[str]:
    """People who get so many times what is usual: by their own month before, or else by the middle one of their category."""
    alike: dict[str, list[Decimal]] = defaultdict(list)
    for now in drawn.values():
        alike[now.category].append(now.monthly)
    usual = {words: median(found) for words, found in alike.items() if len(found) >= FEWEST_ALIKE}
    large = []
    for person, now in drawn.items():
        month = before.get(person) or usual.get(now.category)
        if month and now.total >= month * len(run.span) * times:
            large.append(f"{now.name}{yuan(now.total)}元（平常{yuan(month * len(run.span))}元）")
    if large:
        yield f"{len(large)}人的金额是平常的{times}倍以上：{_names(large)}"


def _growth(
    run: PayRun, drawn: Mapping[int, Drawn], before: Mapping[int, Decimal], limit: int
) -> Iterable[str]:
    """A run that comes to so many per cent more, or less, for each month than the time before, and by whom most."""
    was, now = sum(before.values(), Decimal(0)), (run.total or Decimal(0)) / len(run.span)
    if not was or abs(now - was) * 100 < was * limit:
        return
    way = "多" if now > was else "少"
    differences = {
        person: (drawn[person].total / len(run.span) if person in drawn else Decimal(0)) - before.get(person, Decimal(0))
        for person in drawn.keys() | before.keys()
    }  # fmt: skip
    sign = 1 if now > was else -1
    most = sorted(differences, key=lambda person: differences[person] * sign, reverse=True)
    told = [
        f"{_name(person, drawn)}{yuan(abs(differences[person]))}元"
        for person in most[:NAMES_IN_DOUBT] if differences[person] * sign > 0
    ]  # fmt: skip
    yield (
        f"平均每月{yuan(now.quantize(Decimal('0.01')))}元，比上一批的{yuan(was)}元{way}{abs(now - was) * 100 / was:.0f}%，"
        f"{way}得最多的：{'、'.join(told)}"
    )


def _name(person: int, drawn: Mapping[int, Drawn]) -> str:
    found = drawn.get(person)
    if found is not None:
        return found.name
    held = Identity.get_or_none(Identity.person == person)
    return str(held.person.name) if held is not None else ""


def _never_made_up(run: PayRun) -> list[PayLine]:
    """The lines that were not computed and whose month nobody has been paid since: what is drawn up is not paid."""
    made = PayLine.alias()
    paid = (
        PayOutcome.select(PayOutcome.id)
        .join(made, on=(PayOutcome.line == made.id))
        .where(
            made.identity == PayLine.identity, made.month == PayLine.month, made.kind == LineKind.DUE,
            PayOutcome.failed == "",
        )
    )  # fmt: skip
    by_hand = Payment.select(Payment.id).where(
        Payment.person == PayLine.person, Payment.month == PayLine.month, Payment.programme == REGULAR,
        Payment.identity.is_null(True) | (Payment.identity == PayLine.identity),
    )  # fmt: skip
    query = PayLine.select().where(
        PayLine.run == run, PayLine.kind == LineKind.NOT_RECKONED, ~fn.EXISTS(paid), ~fn.EXISTS(by_hand)
    )
    return list(query.order_by(PayLine.position))


def _failed_still(run: PayRun) -> list[PayLine]:
    """The lines that failed and, however often they were paid again, have not come through."""
    bad = PayOutcome.select(PayOutcome.line).where(PayOutcome.run == run, PayOutcome.failed != "")
    return [
        line
        for line in PayLine.select().where(PayLine.id.in_(bad)).order_by(PayLine.position)
        if not _paid_again(line)
    ]


def _paid_again(line: PayLine) -> bool:
    again = PayLine.get_or_none(PayLine.kind == LineKind.AGAIN, PayLine.retry == line.id)
    outcome = PayOutcome.get_or_none(PayOutcome.line == again) if again is not None else None
    if again is None or outcome is None:
        return False
    return not outcome.failed or _paid_again(again)


def _names(names: Iterable[str]) -> str:
    each = list(dict.fromkeys(names))
    return "、".join(each[:NAMES_IN_DOUBT]) + (f"等{len(each)}人" if len(each) > NAMES_IN_DOUBT else "")


def _plain(query: Any) -> list[tuple[Any, ...]]:
    """The rows as the file has them: money in fen."""
    sql, parameters = query.sql()
    return list(db.execute_sql(sql, parameters).fetchall())


def _of_fen(fen: int) -> Decimal:
    return Decimal(fen).scaleb(-2)
