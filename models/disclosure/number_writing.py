"""The writing of numbers 证件号码写法 that a superior asks for: remembered in the archive for the whole office, by what a copy is for."""

from __future__ import annotations

from models.core import journal
from models.core.past_day import past_day
from models.disclosure.policies import CopyPurpose, NumberMask
from models.office import roles
from models.office.settings import NUMBER_WRITING, Setting


def usual_writing(purpose: CopyPurpose) -> NumberMask:
    """How numbers were masked in the office's last copy for that purpose."""
    kept = Setting.get_or_none(Setting.name == _name(purpose))
    return NumberMask(kept.value) if kept is not None else NumberMask.MIDDLE_EIGHT


def remember_writing(purpose: CopyPurpose, mask: NumberMask, user: str) -> None:
    """Keep another writing as an entry of its own; who may not enter anything, or looks at a past day, leaves it as it is."""
    if mask == usual_writing(purpose) or past_day() is not None or not roles.may(user, roles.ENTER):
        return
    kept = Setting.get_or_none(Setting.name == _name(purpose)) or Setting(name=_name(purpose))
    kept.value = mask
    with journal.entry(f"记住{purpose}副本的证件号码写法：{mask}", user):
        kept.save()


def _name(purpose: CopyPurpose) -> str:
    return f"{NUMBER_WRITING}.{purpose}"
