"""Once claims 一事一付: who has drawn up or paid what is owed once, so that no other door does it again.

A claim is made again of the record that holds it whenever an entry of the journal changed that record, whoever wrote it and
however: a list, a run, an imported register, a typed payment, a bank's answer, an undoing. The table itself keeps two from
claiming the same (``whole_or_parts`` beside the unique indexes); the entry that would is refused as a whole, and a record that
is cancelled, dropped or undone frees its claim. What older archives paid twice stays, marked ``again``, and is a finding.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from typing import Any, NamedTuple, TypeAlias

from peewee import SQL, AutoField, IntegerField, IntegrityError, Model, TextField

from models.core import journal
from models.core.dates import PartDate
from models.core.journal import Change, Entry, Writing
from models.core.record import Refusal, db
from models.payments.once_matters import OnceKey
from models.people.outsiders import Outsider
from models.people.person import Person

PAID_STAGE = "已发放"
REGISTERED = "payment"  # the table of payments that stand by themselves, as registers bring them
REFUSED = "{0}的{1}{2}。一项待遇只发一次，这一次没有保存；那一笔如果不对，请先撤销或取消它。"


class OnceClaim(Model):
    """One claim: whose, of what, for which event, and by which record (``holder``) it is held; derived from that record."""

    id = AutoField()
    holder = TextField(index=True)  # the uid of the record
    source = TextField()  # its table
    line = IntegerField(null=True)  # the line of a run, whose record is the run
    # whose it is, copied of the record: no reference, for what follows the record need not be handed over with it
    person = IntegerField(null=True, column_name="person_id")
    outsider = IntegerField(null=True, column_name="outsider_id")
    matter = TextField()
    event = TextField()
    part = TextField(default="")
    stage = TextField()  # how far the record has come; PAID_STAGE when the money left
    door = TextField()  # by which way, in words
    fen = IntegerField()
    day = TextField(default="")  # when it was paid, as ISO text
    again = IntegerField(default=0)  # 1: another one holds the claim already

    class Meta:
        database = db
        legacy_table_names = False

    @property
    def key(self) -> OnceKey:
        return OnceKey(str(self.matter), str(self.event), str(self.part))

    @property
    def amount(self) -> Decimal:
        """In yuan."""
        return Decimal(self.fen).scaleb(-2)

    def words(self) -> str:
        """Which payment it was: its day, its amount, by which door."""
        if self.stage != PAID_STAGE:
            return f"已列入{self.matter}（{self.door}）"
        day = PartDate.parse(self.day).chinese() if self.day else "以前"
        return f"已于{day}发放{self.amount:.2f}元（{self.door}{_entered(self)}）"

    def told(self) -> str:
        """The same in full, also of what is not paid yet."""
        return self.words() + (f"，{self.amount:.2f}元，{self.stage}" if self.stage != PAID_STAGE else "")


for _whose in (OnceClaim.person, OnceClaim.outsider):
    OnceClaim.add_index(
        OnceClaim.index(
            _whose, OnceClaim.matter, OnceClaim.event, OnceClaim.part, unique=True,
            name=f"once_claim_{_whose.name}_once", where=SQL('"again" = 0'),
        )
    )  # fmt: skip


class Holding(NamedTuple):
    """What a record holds: the claim before it is written. ``fen`` is the amount, ``day`` ISO text."""

    holder: str
    line: int | None
    person: int | None
    outsider: int | None
    key: OnceKey
    stage: str
    door: str
    fen: int
    day: str


Holdings: TypeAlias = Callable[[list[str] | None], Iterator[Holding]]
CLAIM_HOLDERS: dict[str, Holdings] = {}  # what records of a table hold: of these uids, or of all (None)


def holds_claims(table: str) -> Callable[[Holdings], Holdings]:
    """Register what records of a table hold."""

    def register(holdings: Holdings) -> Holdings:
        CLAIM_HOLDERS[table] = holdings
        return holdings

    return register


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
    touched = _touched_holders(writing.number)
    if not touched:
        return
    uids = [uid for some in touched.values() for uid in some]
    before = {_full(claim): claim for claim in _held_by(uids)}
    OnceClaim.delete().where(_among(OnceClaim.holder, uids)).execute()
    for source, some in touched.items():
        for holding in CLAIM_HOLDERS[source](some):
            _claim(source, holding, before, set(touched.get(REGISTERED, ())))
    _promote(before.values())


def fill_claims() -> None:
    """Make all claims again from the records, those first of whom the money left; a second one is kept as such."""
    OnceClaim.delete().execute()
    found = [(source, each) for source, holdings in CLAIM_HOLDERS.items() for each in holdings(None)]
    found.sort(key=lambda pair: (pair[1].stage != PAID_STAGE, pair[1].day or "9999"))
    for source, holding in found:
        if not _inserted(source, holding):
            _insert(source, holding, again=1)


def claim_of(who: Person | Outsider, key: OnceKey) -> OnceClaim | None:
    """The claim that stands in the way of another payment of the same: the same part, the whole, or any part of it."""
    whose = OnceClaim.person == who.id if isinstance(who, Person) else OnceClaim.outsider == who.id
    same = whose & (OnceClaim.matter == key.matter) & (OnceClaim.event == key.event) & (OnceClaim.again == 0)
    if key.part:
        same &= OnceClaim.part.in_(("", key.part))
    found: OnceClaim | None = OnceClaim.select().where(same).order_by(OnceClaim.id).first()
    return found


def claims_on(key: OnceKey) -> dict[int, OnceClaim]:
    """Who on file has a claim on a matter and event, or on any part of it: by person."""
    same = (OnceClaim.matter == key.matter) & (OnceClaim.event == key.event) & (OnceClaim.again == 0)
    found = OnceClaim.select().where(same, OnceClaim.person.is_null(False)).order_by(OnceClaim.id.desc())
    return {each.person: each for each in found if each.person is not None}


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
        told_twice = source == REGISTERED and _other_holder(holding) in together
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
    for claim in freed:
        if claim.again:
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


def _held_by(uids: list[str]) -> list[OnceClaim]:
    return list(OnceClaim.select().where(_among(OnceClaim.holder, uids)))


def _among(field: Any, uids: list[str]) -> Any:
    return field.in_(SQL("(SELECT value FROM json_each(?))", [json.dumps(uids)]))


def _full(claim: OnceClaim) -> tuple[Any, ...]:
    return claim.holder, claim.line, claim.person, claim.outsider, claim.key, claim.stage


def _full_of(holding: Holding) -> tuple[Any, ...]:
    return holding.holder, holding.line, holding.person, holding.outsider, holding.key, holding.stage


def _entered(claim: OnceClaim) -> str:
    """By which deed of the journal a payment came in that no list or run made."""
    if claim.source != REGISTERED:
        return ""
    first = Change.select(Change.entry).where(Change.uid == claim.holder).order_by(Change.id).first()
    made = Entry.get_or_none(Entry.number == first.entry) if first is not None else None
    return f"，第{made.number}条操作“{made.title}”" if made is not None else ""
