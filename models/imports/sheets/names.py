"""A name with a note behind it, as people write it into one cell: 张三（已故）."""

from __future__ import annotations

import re

NAME_AND_NOTE = re.compile(r"([^()]+)\((.+)\)")
NOTE_BEHIND = "姓名“{}”后面的“（{}）”不算姓名，原样记为备注"
