"""The office's own headings: what an officer said of the columns of its tables, remembered in the archive.

Each table's form (all its headings together) is a setting of its own, so that undoing an import takes back just what was said
in it. Until version 0.1.0 one setting held single headings for all tables; these facts of the office still hold.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from models.core import journal
from models.imports.evidence.taught import TableForm, Taught, TaughtFields
from models.office.settings import OWN_HEADINGS, Setting

OF_FORM = f"{OWN_HEADINGS}/"  # before the name of a form's setting
HASH_PLACES = 16  # characters of a form's hash that name its setting


def known() -> Taught:
    """All that the office has taught."""
    forms: dict[TableForm, TaughtFields] = {}
    for setting in Setting.select().where(Setting.name.startswith(OF_FORM)).order_by(Setting.id):
        said = json.loads(setting.value)
        form = TableForm(said["sort"], tuple(said["headings"]))
        forms[form] = {int(position): field for position, field in said["fields"].items()}
    return Taught(forms, _words())


def _words() -> dict[str, str]:
    setting = Setting.get_or_none(Setting.name == OWN_HEADINGS)
    remembered: dict[str, str] = json.loads(setting.value) if setting else {}
    return remembered


def remember(taught: Mapping[TableForm, TaughtFields]) -> None:
    """Keep what was said of these forms, in the journal's entry that is being written: undone together with it."""
    for form, fields in taught.items():
        name = _name(form)
        setting = Setting.get_or_none(Setting.name == name) or Setting(name=name)
        before = json.loads(setting.value)["fields"] if setting.id else {}
        said = {str(position): field for position, field in sorted(fields.items())}
        if before != (after := before | said):
            facts = {"sort": form.sort, "headings": form.headings, "fields": after}
            setting.value = json.dumps(facts, ensure_ascii=False)
            setting.save()


def forget_form(form: TableForm, user: str) -> None:
    """Take back what was said of a form; its tables are understood by themselves again."""
    if (setting := Setting.get_or_none(Setting.name == _name(form))) is not None:
        with journal.entry(f"不再记住表头的读法：{'、'.join(form.headings[:6])}", user):
            setting.delete_instance()


def forget_word(heading: str, user: str) -> None:
    """Take back what was said of a single heading until version 0.1.0."""
    words = _words()
    if words.pop(heading, None) is None:
        return
    setting = Setting.get(Setting.name == OWN_HEADINGS)
    setting.value = json.dumps(words, ensure_ascii=False, sort_keys=True)
    with journal.entry(f"不再记住表头的读法：{heading}", user):
        setting.save()


def _name(form: TableForm) -> str:
    words = json.dumps([form.sort, *form.headings], ensure_ascii=False)
    return OF_FORM + hashlib.sha256(words.encode()).hexdigest()[:HASH_PLACES]
