"""The door of what is owed once: after each entry of the journal the claims of what it changed are made anew, or it is refused.

So no path can forget it: a list, a run, an imported register, a typed payment, a bank's answer, an undoing.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from peewee import SQL, IntegrityError

from models.core import journal
from models.core.journal import Writing
from models.core.record import Refusal, db
from models.payments.once_claims import (
    CLAIM_HOLDERS,
    PAID_STAGE,
    REGISTERED_PAYMENTS,
    Holding,
    OnceClaim,
    claim_of,
)
from models.payments.payment import Payment
from models.people.outsiders import Outsider
from models.people.person import Person

REFUSED = "{0}的{1}{2}。一项待遇只发一次，这一次没有保存；那一笔如果不对，请先撤销或取消它。"


def whole_or_parts() -> dict[str, str]:
    """The trigger that keeps the whole and a part of it from being claimed beside each other: name → statement."""
    same = " AND ".join(f'o."{column}" IS NEW."{column}"' for column in ("person_id", "outsider_id"))
    return {
        "once_claim_whole_or_parts": (
            'CREATE TRIGGER "once_claim_whole_or_parts" BEFORE INSERT ON "once_claim" WHEN NEW."again" = 0 AND EXISTS '
            f'(SELECT 1 FROM "once_claim" o WHERE {same} AND o."matter" = NEW."matter" AND o."event" = NEW."event" '
            'AND o."again" = 0 AND (o."part" = \'\') <> (NEW."part" = \'\')) '
            "BEGIN SELECT RAISE(ABORT, 'once'); END"
        )
    }


@journal.afterwards
def keep_claims(writing: Writing) -> None:
    """Make the claims of every record anew that an entry changed. Raises ``Refusal`` when one is held by another."""
    letting_go = {model._meta.table_name for model in Payment._meta.backrefs.values()}
    if writing.tables.isdisjoint(CLAIM_HOLDERS.keys() | letting_go):
        return
    touched = _touched_holders(writing.number)
    if not touched:
        return
    uids = [uid for some in touched.values() for uid in some]
    before = {_full(claim): claim for claim in _held_by(uids)}
    OnceClaim.delete().where(_among(OnceClaim.holder, uids)).execute()
    for source, some in touched.items():
        for holding in CLAIM_HOLDERS[source](some):
            _claim(source, holding, before, set(touched.get(REGISTERED_PAYMENTS, ())))
    _promote(before.values())


def fill_claims() -> None:
    """Make all claims again from the records, those first of whom the money left; a second one is kept as such."""
    OnceClaim.delete().execute()
    _fill(dict.fromkeys(CLAIM_HOLDERS))


def refill_claims(holders: Mapping[str, list[str]]) -> None:
    """The same of these records alone, by table; what is gone with its record holds nothing."""
    for source in CLAIM_HOLDERS:
        gone = f'"source" = ? AND "holder" NOT IN (SELECT "uid" FROM "{source}")'
        db.execute_sql(f'DELETE FROM "once_claim" WHERE {gone}', (source,))
    uids = [uid for some in holders.values() for uid in some]
    OnceClaim.delete().where(_among(OnceClaim.holder, uids)).execute()
    _fill(holders)


def _fill(holders: Mapping[str, list[str] | None]) -> None:
    """Write what records hold: these of a table, or all of it (None)."""
    found = [(source, each) for source, uids in holders.items() for each in CLAIM_HOLDERS[source](uids)]
    found.sort(key=lambda pair: (pair[1].stage != PAID_STAGE, pair[1].day or "9999"))
    for source, holding in found:
        if not _inserted(source, holding):
            _insert(source, holding, again=1)


def _touched_holders(number: int) -> dict[str, list[str]]:
    """The uids of records that an entry changed, by table; a payment that something no longer points to is one of them."""
    tables = ", ".join(f"'{table}'" for table in CLAIM_HOLDERS)
    rows = db.execute_sql(
        f'SELECT DISTINCT tbl, uid FROM "change" WHERE entry = ? AND tbl IN ({tables})', (number,)
    ).fetchall()
    let_go = db.execute_sql(
        'SELECT DISTINCT \'payment\', p.uid FROM "change" c JOIN "payment" p '
        "ON p.id = json_extract(c.before, '$.payment_id') WHERE c.entry = ? AND c.before IS NOT NULL",
        (number,),
    ).fetchall()
    found: dict[str, list[str]] = {}
    for table, uid in dict.fromkeys((*rows, *let_go)):
        found.setdefault(table, []).append(uid)
    return found


def _claim(
    source: str, holding: Holding, before: Mapping[tuple[Any, ...], OnceClaim], together: set[str]
) -> None:
    """Write a claim, or refuse it; what is a second one without anybody paying now stays a second one.

    So is one from older days, one of files that became one, and what a register tells twice that came in as a whole
    (``together``: the payments of the entry): it is a book of what was paid, in instalments or twice, and is looked into.
    """
    kept = before.get(_full_of(holding))
    if kept is not None and kept.again:
        _insert(source, holding, again=1)
    elif not _inserted(source, holding):
        told_twice = source == REGISTERED_PAYMENTS and _other_holder(holding) in together
        if not told_twice and not _moved(holding, before.values()):
            raise Refusal(_refusal(holding))
        _insert(source, holding, again=1)


def _moved(holding: Holding, before: Iterable[OnceClaim]) -> bool:
    """Whether the same record held the same before, of somebody whose file has become part of another's."""
    for claim in before:
        if claim.holder == holding.holder and claim.line == holding.line and claim.key == holding.key:
            who: Any = (Person, claim.person) if claim.person else (Outsider, claim.outsider)
            model, id_ = who
            other = (claim.person, claim.outsider) != (holding.person, holding.outsider)
            return bool(other and (model is Outsider or model.get_or_none(model.id == id_) is None))
    return False


def _whose(holding: Holding) -> Any:
    return Person.get_by_id(holding.person) if holding.person else Outsider.get_by_id(holding.outsider)


def _other_holder(holding: Holding) -> str:
    """The record that stands in the way."""
    other = claim_of(_whose(holding), holding.key)
    return "" if other is None else str(other.holder)


def _refusal(holding: Holding) -> str:
    who = _whose(holding)
    other = claim_of(who, holding.key)
    return REFUSED.format(who.name, holding.key.words(), other.told() if other else "已经发放过")


def _inserted(source: str, holding: Holding) -> bool:
    """Write a claim unless another one stands in the way."""
    try:
        _insert(source, holding, again=0)
    except IntegrityError:
        return False
    return True


def _insert(source: str, holding: Holding, again: int) -> None:
    matter, event, part = holding.key
    OnceClaim.insert(
        holder=holding.holder, source=source, line=holding.line, person=holding.person, outsider=holding.outsider,
        matter=matter, event=event, part=part, stage=holding.stage, door=holding.door, fen=holding.fen,
        day=holding.day, again=again,
    ).execute()  # fmt: skip


def _promote(freed: Iterable[OnceClaim]) -> None:
    """A second payment becomes the only one when the first is gone."""
    seconds = {_owed(claim) for claim in OnceClaim.select().where(OnceClaim.again == 1)}
    for claim in freed:
        if claim.again or _owed(claim) not in seconds:
            continue
        same = (OnceClaim.again == 1) & (OnceClaim.matter == claim.matter) & (OnceClaim.event == claim.event)
        same &= (OnceClaim.person == claim.person) & (OnceClaim.outsider == claim.outsider)
        for second in OnceClaim.select().where(same).order_by(OnceClaim.day, OnceClaim.id):
            holding = Holding(
                second.holder, second.line, second.person, second.outsider, second.key, second.stage,
                second.door, second.fen, second.day,
            )  # fmt: skip
            if _inserted(second.source, holding):
                second.delete_instance()


def _owed(claim: OnceClaim) -> tuple[Any, ...]:
    """What is owed once to whom, whichever part of it."""
    return claim.matter, claim.event, claim.person, claim.outsider


def _held_by(uids: list[str]) -> list[OnceClaim]:
    return list(OnceClaim.select().where(_among(OnceClaim.holder, uids)))


def _among(field: Any, uids: list[str]) -> Any:
    return field.in_(SQL("(SELECT value FROM json_each(?))", [json.dumps(uids)]))


def _full(claim: OnceClaim) -> tuple[Any, ...]:
    return claim.holder, claim.line, claim.person, claim.outsider, claim.key, claim.stage


def _full_of(holding: Holding) -> tuple[Any, ...]:
    return holding.holder, holding.line, holding.person, holding.outsider, holding.key, holding.stage
