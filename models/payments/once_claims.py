"""Once claims 一事一付: who has drawn up or paid what is owed once, so that no other door does it again.

A claim is made again of the record that holds it whenever an entry of the journal changed that record, whoever wrote it and
however: a list, a run, an imported register, a typed payment, a bank's answer, an undoing. The table itself keeps two from
claiming the same (``once_door.whole_or_parts`` beside the unique indexes); the entry that would is refused as a whole, and a record that
is cancelled, dropped or undone frees its claim. What older archives paid twice stays, marked ``again``, and is a finding.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal
from typing import Any, NamedTuple, TypeAlias

from peewee import SQL, AutoField, IntegerField, TextField

from models.core.dates import PartDate
from models.core.journal import Change, Entry
from models.core.record import StoredRow
from models.payments.once_matters import FUNERAL, OnceKey
from models.people.outsiders import Outsider, recipient
from models.people.person import Person

PAID_STAGE = "已发放"
REGISTERED_PAYMENTS = "payment"  # the table of payments that stand by themselves, as registers bring them


class OnceClaim(StoredRow):
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


DEAD_OF_HEIRS: list[
    Callable[[str], int | None]
] = []  # whose heir has that number; filled by ``models.records``


def whose_claim(record: Any, key: OnceKey) -> tuple[int | None, int | None]:
    """Whose a claim of a record is, as person on file or outsider: the recipient's (``_claimant``)."""
    if key.matter != FUNERAL:  # nobody need be read
        return record.person_id, record.outsider_id if record.person_id is None else None
    return _claimant(recipient(record), key)


def _claimant(whom: Person | Outsider | None, key: OnceKey) -> tuple[int | None, int | None]:
    """What a death leaves to the family is claimed of the dead, whether it is drawn up for the dead or for the heir."""
    if key.matter == FUNERAL and whom is not None and whom.number and getattr(whom, "died", None) is None:
        for look in DEAD_OF_HEIRS:
            if (dead := look(str(whom.number))) is not None:
                return dead, None
    if whom is None:
        return None, None
    return (whom.id, None) if isinstance(whom, Person) else (None, whom.id)


def holds_claims(table: str) -> Callable[[Holdings], Holdings]:
    """Register what records of a table hold."""

    def register(holdings: Holdings) -> Holdings:
        CLAIM_HOLDERS[table] = holdings
        return holdings

    return register


def claim_of(who: Person | Outsider, key: OnceKey) -> OnceClaim | None:
    """The claim that stands in the way of another payment of the same: the same part, the whole, or any part of it."""
    person, outsider = _claimant(who, key)
    if person is None and outsider is None:
        return None  # somebody new
    whose = OnceClaim.person == person if person is not None else OnceClaim.outsider == outsider
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


def _entered(claim: OnceClaim) -> str:
    """By which deed of the journal a payment came in that no list or run made."""
    if claim.source != REGISTERED_PAYMENTS:
        return ""
    first = Change.select(Change.entry).where(Change.uid == claim.holder).order_by(Change.id).first()
    made = Entry.get_or_none(Entry.number == first.entry) if first is not None else None
    return f"，第{made.number}条操作“{made.title}”" if made is not None else ""
