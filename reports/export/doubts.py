"""Doubts for other programs: what they are told of what is doubtful in the archive."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from peewee import chunked

from models.core.masks import Secret
from models.people import findings
from models.people.identity import BankAccount, Identity
from models.people.person import Person
from reports.changes.changed_words import secret_of
from reports.export.own_secrets import AT_ONCE, OwnSecrets


def doubts_told(found: Iterable[findings.Listed], masked: bool = False) -> Iterator[dict[str, Any]]:
    """Findings in the order in which they come; a masked one hides what it says of a secret."""
    for some in chunked(found, AT_ONCE):
        secrets = OwnSecrets(Person, [each.person for each in some]) if masked else None
        for each in some:
            number, message = each.number, each.message
            if secrets is not None:
                (message,) = secrets.hidden(each.person, [message])
                number, message = Secret.NUMBER.hide(number), _secret(each.field).hide_in(message)
            yield {
                "number": number,
                "name": each.name,
                "kind": each.kind or None,
                "field": each.label,
                "finding": message,
                "weight": each.weight,
            }


def _secret(name: str) -> Secret:
    """What kind of secret the field is that a finding is about."""
    for kind in (Person, Identity, BankAccount):
        if name in kind._meta.fields:
            return secret_of(kind._meta.fields[name])
    return Secret.OPEN
