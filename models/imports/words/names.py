"""A name with a note behind it, as people write it into one cell: 张三（已故）."""

from __future__ import annotations

import re

from models.core.personal_names import is_by_components

NAME_AND_NOTE = re.compile(r"([^()]+)\((.+)\)")
NOTE_BEHIND = "姓名“{}”后面的“（{}）”不算姓名，原样记为备注"
BY_COMPONENTS = "姓名“{}”中有用部件写的生僻字，已原样记下，请核对后改为正字"


def name_and_note(name: str) -> tuple[str, str] | None:
    """A name and the note behind it; None when there is none, or when the brackets hold parts of a rare character."""
    found = NAME_AND_NOTE.fullmatch(name)
    return None if found is None or is_by_components(name) else (found[1], found[2])
