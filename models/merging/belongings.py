"""Belongings 所属记录 of a file that move to another: every record that hangs on a person, whatever its kind, found by its links.

A record that may be there only once (a visit of one plan, a decision on one identity) stays with the kept file and is
taken out of the other; the journal keeps what it said.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from peewee import ForeignKeyField, IntegrityError

from models.core.dates import PartDate, this_day
from models.core.record import KINDS_OF_RECORDS, Pointer, Record, Refusal, db
from models.people.identity import SURVIVORS, BankAccount, EntitlementState, Identity, IdentityState
from models.people.person import FamilyMember, MergedFile, Person, Remark
from models.people.two_people import TwoPeople

SAID_ONCE = (FamilyMember, Remark, BankAccount, IdentityState)  # what is no second fact when it says the same
RIGHT_TWICE = "合并档案：与同一人的另一“{}”身份重复"


def links_to(target: type[Record]) -> Iterator[tuple[type[Record], ForeignKeyField]]:
    """Every kind of record that hangs on a kind, and the field by which it does."""
    for model in KINDS_OF_RECORDS.values():
        for field in model._meta.sorted_fields:
            if isinstance(field, ForeignKeyField) and field.rel_model is target:
                yield model, field


def counted(person: Person) -> list[tuple[str, int]]:
    """What hangs on a person: the noun of each kind, and how many."""
    each = ((model.NOUN, model.select().where(field == person).count()) for model, field in links_to(Person))
    return [(noun, count) for noun, count in each if count]


def clashes(kept: Person, other: Person) -> list[str]:
    """What both have and may be there once, in words: the other's is taken out when they are merged."""
    found = []
    for model, field in links_to(Person):
        for columns, unique in model._meta.indexes:
            if unique and field.name in columns:
                rest = [model._meta.fields[name] for name in columns if name != field.name]
                mine, its = (set(model.select(*rest).where(field == one).tuples()) for one in (kept, other))
                found += [model.NOUN] * len(mine & its)
    return found


def move(other: Person, kept: Person) -> None:
    """Give the kept person all that hangs on the other; inside an entry."""
    TwoPeople.delete().where(
        TwoPeople.person.in_([kept.id, other.id]), TwoPeople.other.in_([kept.id, other.id])
    ).execute()
    twins = list(twin_identities(kept, other))
    for model, field in links_to(Person):
        _move(model, field, other, kept)
    _move_pointers(other, kept)
    for mine, its in twins:
        _fold(mine, its)
    for kind in SAID_ONCE:
        _drop_repeated(kind, kept)


def twin_identities(kept: Person, other: Person) -> Iterator[tuple[Identity, Identity]]:
    """The identities that both have: the kept one's, and the other's that says the same right."""
    mine = {
        _right(each): each
        for each in Identity.select().where(Identity.person == kept).order_by(Identity.id.desc())
    }
    for its in Identity.select().where(Identity.person == other).order_by(Identity.id):
        if (same := mine.pop(_right(its), None)) is not None:
            yield same, its


def _right(identity: Identity) -> tuple[str, ...]:
    """What makes two identities one right: the kind; of survivors the fallen too."""
    return (identity.kind, *((identity.category, identity.fallen_name) if identity.kind == SURVIVORS else ()))


def _move(model: type[Record], field: ForeignKeyField, other: Record, kept: Record) -> None:
    hanging: Any = model.select(model.id).where(field == other).tuples()
    for (key,) in list(hanging):
        try:
            with db.atomic():
                model.update({field: kept}).where(model.id == key).execute()
        except IntegrityError:
            _take_out(model.get_by_id(key))


def _take_out(record: Record) -> None:
    """Take out what the kept file has already, with what hangs on it alone."""
    try:
        record.delete_instance()
    except Refusal as refusal:
        words = (
            f"两份档案都有“{record.NOUN}”，又各有后续记录，不能自动并成一条。请先在其中一份档案里处理后再合并"
        )
        raise Refusal(words) from refusal


def _drop_repeated(kind: Any, kept: Person) -> None:
    seen: set[tuple[Any, ...]] = set()
    for record in kind.select().where(kind.person == kept).order_by(kind.id):
        said = tuple(value for name, value in record.__data__.items() if name not in ("id", "uid"))
        if said in seen:
            record.delete_instance()
        seen.add(said)


def _move_pointers(other: Record, kept: Record) -> None:
    """What names a record by its uid names the kept one."""
    for model in KINDS_OF_RECORDS.values():
        for field in model._meta.sorted_fields:
            if isinstance(field, Pointer) and model is not MergedFile:
                model.update({field: kept.uid}).where(field == other.uid).execute()


def _fold(mine: Identity, its: Identity) -> None:
    """One right is one identity: the other one gives up what it has, or, where runs vouch for it, is cancelled."""
    try:
        with db.atomic():
            _fill(mine, its)
            for model, field in links_to(Identity):
                _move(model, field, its, mine)
            _move_pointers(its, mine)
            its.delete_instance()
    except Refusal:
        _cancel(Identity.get_by_id(its.id))


def _fill(mine: Identity, its: Identity) -> None:
    """What the kept identity does not say, the other may have said."""
    for name in Identity.labels():
        if mine.__data__.get(name) in (None, "") and its.__data__.get(name) not in (None, ""):
            setattr(mine, name, its.__data__[name])
    mine.person = Person.get_by_id(Identity.get_by_id(mine.id).person_id)
    if mine.dirty_fields:
        mine.save()


def _cancel(identity: Identity) -> None:
    if identity.state == EntitlementState.CANCELLED:
        return
    identity.state = EntitlementState.CANCELLED
    identity.save()
    ended = IdentityState(identity=identity, person=identity.person_id, state=identity.state)
    ended.since, ended.reason = PartDate.of(this_day()), RIGHT_TWICE.format(identity.kind)
    ended.save()
