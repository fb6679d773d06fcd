"""The office's own headings: what those of its rosters mean, corrected once in an import, remembered in the archive."""

from __future__ import annotations

import json
from collections.abc import Mapping

from models.core import journal
from models.core.words import bare_heading
from models.office.settings import Setting

OWN_HEADINGS = "own_headings"


def known() -> dict[str, str]:
    """Bare heading → field (``person.name`` …, '' = keep as a remark, ``ignored`` = do not read)."""
    setting = Setting.get_or_none(Setting.name == OWN_HEADINGS)
    remembered: dict[str, str] = json.loads(setting.value) if setting else {}
    return remembered


def keep(corrected: Mapping[str, str], user: str) -> None:
    """Remember what these headings mean, as one entry of the journal; nothing is written when all of it is known."""
    before = known()
    after = before | {bare_heading(heading): field for heading, field in corrected.items()}
    if after == before:
        return
    setting = Setting.get_or_none(Setting.name == OWN_HEADINGS) or Setting(name=OWN_HEADINGS)
    setting.value = json.dumps(after, ensure_ascii=False, sort_keys=True)
    with journal.entry(f"记住表头的读法：{'、'.join(corrected)}", user):
        setting.save()
