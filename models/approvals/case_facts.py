"""Case facts 认定内容: what an application says of the identity that it is about, held by its case until the decision writes it there.

Which facts those are is said once, on the matter's line in ``resources/approvals/matters.csv``. A case holds them as JSON, by the
names of the identity's fields, each value as the archive holds it.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from models.approvals import matters
from models.core.dates import PartDate
from models.people.identity import EntitlementState, Identity

if TYPE_CHECKING:
    from models.approvals.approval import Approval


def asked_facts(approval: Approval) -> tuple[str, ...]:
    """The fields of the identity that the case holds; none of a matter that has no such form."""
    known = matters.matters().get(approval.matter)
    return known.facts if known is not None else ()


def held_facts(text: str) -> dict[str, Any]:
    """What a case holds, by field, as the fields say it."""
    fields, said = Identity._meta.fields, json.loads(text or "{}")
    return {name: fields[name].python_value(value) for name, value in said.items() if name in fields}


def facts_words(text: str) -> str:
    """The same for an officer: ``伤残等级：六级；伤残性质：因公``."""
    labels = Identity.labels()
    return "；".join(f"{labels[name]}：{_word(value)}" for name, value in held_facts(text).items())


def proposed_identity(approval: Approval) -> Identity | None:
    """The identity as the case would have it, not saved: the one it is about or a new one, with what the case holds laid over.

    None where the matter is about no identity, or none is chosen.
    """
    kind = matters.matter(approval.matter).kind
    if approval.identity_id is not None:
        identity = Identity.get_by_id(approval.identity_id)
    elif kind and asked_facts(approval):
        identity = Identity(person=approval.person_id, kind=kind, state=EntitlementState.TAKEN_IN)
    else:
        return None
    return lay_over(identity, held_facts(approval.facts))


def lay_over(identity: Identity, facts: dict[str, Any]) -> Identity:
    """Let an identity say what a case holds."""
    for name, value in facts.items():
        setattr(identity, name, value)
    return identity


def hold_facts(approval: Approval, identity: Identity) -> None:
    """Let the case hold what the form says, inside an entry; what is empty there and in the file needs no holding."""
    fields = Identity._meta.fields
    kept = Identity.get_or_none(Identity.id == identity.id) if identity.id is not None else Identity()
    said = {name: getattr(identity, name) for name in asked_facts(approval)}
    held = {
        name: fields[name].db_value(value)
        for name, value in said.items()
        if value not in (None, "") or getattr(kept, name) not in (None, "")
    }
    approval.facts = json.dumps(held, ensure_ascii=False) if held else ""
    approval.save()


def missing_facts(approval: Approval) -> Sequence[str]:
    """What the matter cannot be decided without and neither case nor file says, as an officer calls it."""
    identity, labels = proposed_identity(approval), Identity.labels()
    needed = matters.matter(approval.matter).needs
    return [labels[name] for name in needed if identity is None or not getattr(identity, name)]


def _word(value: Any) -> str:
    if isinstance(value, PartDate):
        return value.chinese()
    return {True: "是", False: "否", None: "（空）", "": "（空）"}.get(value, str(value))
