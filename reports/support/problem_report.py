"""A problem report 打包日志: one file that an officer hands to whoever helps, with nothing in it about anybody.

Log, versions, the self-test if it was run, the archive's shape, and a picture of the window if wished. Whatever is words goes
through the same sieve as the log once more, so that what an older program has logged is no leak either.
"""

from __future__ import annotations

import json
import re
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from models.archive import opened
from models.core.jobs import Job, Step
from models.core.masks import masked_words
from models.faults.fault_words import without_values
from models.faults.program_log import log_files
from reports.paper.whole_files import whole
from reports.self_test import system
from reports.support.archive_shape import archive_shape

MOMENT = re.compile(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:,\d+)? ")
LIST_NAME = "说明.txt"
PICTURE_NAME = "画面.png"
WHAT_IS_IN_IT = """\
这是“优抚一人一档”的求助文件，请交给管理员或者帮您解决问题的人。

里面有：
  版本.json      程序、系统的版本
  概况.json      档案库里各种记录各有多少条、文件多大（没有打开档案库时没有）
  自检.json      自检的结果（没有自检过时没有）
  *.log          出错记录
  画面.png       窗口的画面（您选了才有）

除您选的画面以外，里面没有任何人的姓名、号码、地址、金额，也没有密码和钥匙。
"""


def write_problem_report(
    out: Path, checks: Sequence[dict[str, Any]] = (), picture: bytes | None = None
) -> Job[None]:
    """Write it as a .zip; ``checks`` are those of a self-test, ``picture`` is a PNG. ``Refusal`` when it cannot be written."""
    yield Step(0, 0, "正在收集")
    with whole(out) as stream, zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, words in _words(checks):
            yield Step(0, 0, name)
            packed.writestr(name, words)
        if picture is not None:
            packed.writestr(PICTURE_NAME, picture)


def _words(checks: Sequence[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    yield LIST_NAME, WHAT_IS_IN_IT
    yield "版本.json", _json({**system(), "program": Path(system()["program"]).name})
    if opened.opened is not None:
        yield "概况.json", _json(archive_shape(opened.opened))
    if checks:
        yield "自检.json", _json([{**each, "said": _said(each)} for each in checks])
    for file in log_files():
        yield file.name, "".join(map(_plain_line, file.read_text("utf-8", errors="replace").splitlines(True)))


def _said(check: dict[str, Any]) -> str:
    """What a trial found is of its own making; a failed one tells a traceback."""
    return check["said"] if check["ok"] else without_values(check["said"])


def _plain_line(line: str) -> str:
    """A line of the log, its moment kept."""
    at = MOMENT.match(line)
    start = at.end() if at else 0
    return line[:start] + masked_words(without_values(line[start:]))


def _json(said: Any) -> str:
    return json.dumps(said, ensure_ascii=False, indent=1)
