"""Policy packs 政策包: standards, figures and holidays as one file that travels on a stick from office to office.

A pack is a .zip: ``manifest.json`` says what it is, who made it when, and of each kind its rows and the SHA-256 of its
file; each kind is a ``.csv`` named after its table, with the fields as heading. Money is yuan, dates are ISO, 是 and 否.
"""

from __future__ import annotations

import csv
import hashlib
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from peewee import BooleanField

from models.core.dates import PartDate
from models.core.fields import Day, Yuan
from models.core.files import cause
from models.core.record import Count, Record, Refusal
from models.incoming.packed_files import unpacked
from models.pay.policy.policy_kinds import PolicyKind, policy_kinds

PACK_FORMAT, PACK_VERSION = "youfu-policy-pack", 1
MANIFEST = "manifest.json"
LARGEST = 20_000_000  # bytes of one file in a pack
MOST_ROWS = 50_000  # of one kind
LARGEST_NUMBER = 10**12
STAMP = (1980, 1, 1, 0, 0, 0)  # the same rows, the same bytes
NOT_A_PACK = "这个文件不是本程序的政策包，请选择由“导出政策包”做成的.zip文件"
DAMAGED = "这个政策包不完整或被改动过，没有读入；请重新拷贝一份，或请对方重新导出"
SAID_YES, SAID_NO = "是", "否"


@dataclass(frozen=True)
class StrangeRow:
    """A row of a pack that cannot be read: of which file, which line, why."""

    file: str
    line: int
    reason: str


@dataclass(frozen=True)
class PolicyPack:
    """A pack that was opened: from whom and when, its rows by kind, and what of it could not be read."""

    office: str
    made_on: str
    rows: tuple[tuple[PolicyKind, Record], ...]
    strange: tuple[StrangeRow, ...]
    unknown: tuple[str, ...]  # kinds that this program does not know


def write_policy_pack(place: Path, office: str, today: date) -> int:
    """Write all that the archive holds of every kind; returns how many rows. ``Refusal`` when it cannot be written."""
    files = {f"{kind.name}.csv": _written(kind) for kind in policy_kinds()}
    manifest = {
        "format": PACK_FORMAT, "version": PACK_VERSION, "office": office, "made_on": today.isoformat(),
        "files": {name: {"rows": rows, "sha256": hashlib.sha256(text).hexdigest()} for name, (rows, text) in files.items()},
    }  # fmt: skip
    told = json.dumps(manifest, ensure_ascii=False, indent=1).encode()
    try:
        with zipfile.ZipFile(place, "w", zipfile.ZIP_DEFLATED) as pack:
            for name, text in ((MANIFEST, told), *((name, text) for name, (_, text) in files.items())):
                pack.writestr(zipfile.ZipInfo(name, STAMP), text, zipfile.ZIP_DEFLATED)
    except OSError as error:
        raise Refusal(f"不能写到{place}：{cause(error)}") from error
    return sum(rows for rows, _ in files.values())


def read_policy_pack(place: Path) -> PolicyPack:
    """Read a pack whole; nothing is written. ``Refusal`` with a plain sentence for any other or any damaged file."""
    try:
        with zipfile.ZipFile(place) as pack:
            manifest = _manifest(pack)
            texts = {name: _text(pack, name, told) for name, told in manifest["files"].items()}
    except OSError as error:
        raise Refusal(f"读不到{place}：{cause(error)}") from error
    except zipfile.BadZipFile as error:
        raise Refusal(NOT_A_PACK) from error
    except (
        zipfile.LargeZipFile,
        zlib.error,
        struct.error,
        EOFError,
        RuntimeError,
        ValueError,
        KeyError,
    ) as error:
        raise Refusal(DAMAGED) from error
    known = {f"{kind.name}.csv": kind for kind in policy_kinds()}
    rows: list[tuple[PolicyKind, Record]] = []
    strange: list[StrangeRow] = []
    for name, kind in known.items():
        for line, found in _read(kind, texts.get(name, "")):
            if isinstance(found, str):
                strange.append(StrangeRow(kind.noun, line, found))
            else:
                rows.append((kind, found))
    unknown = tuple(name.removesuffix(".csv") for name in texts if name not in known)
    return PolicyPack(
        str(manifest.get("office", "")),
        str(manifest.get("made_on", "")),
        tuple(rows),
        tuple(strange),
        unknown,
    )


def _written(kind: PolicyKind) -> tuple[int, bytes]:
    """How many rows of a kind there are, and its file."""
    text = io.StringIO()
    lines = csv.writer(text, lineterminator="\n")
    lines.writerow([*kind.fields, "confirmed"])
    rows = list(kind.rows())
    for row in rows:
        confirmed = SAID_YES if kind.sure(row) else SAID_NO
        lines.writerow([*(_cell(getattr(row, name)) for name in kind.fields), confirmed])
    return len(rows), text.getvalue().encode()


def _cell(value: Any) -> str:
    if isinstance(value, bool):
        return SAID_YES if value else SAID_NO
    return "" if value is None else str(value)


def _manifest(pack: zipfile.ZipFile) -> dict[str, Any]:
    """What the pack says of itself; ``Refusal`` when it is none, or is of a later form."""
    if MANIFEST not in pack.namelist() or pack.getinfo(MANIFEST).file_size > LARGEST:
        raise Refusal(NOT_A_PACK)
    try:
        told = json.loads(unpacked(pack, MANIFEST, LARGEST).decode())
    except (ValueError, zipfile.BadZipFile) as error:
        raise Refusal(DAMAGED) from error
    if not isinstance(told, dict) or told.get("format") != PACK_FORMAT:
        raise Refusal(NOT_A_PACK)
    if not isinstance(told.get("version"), int) or told["version"] > PACK_VERSION:
        raise Refusal("这个政策包是更新版本的程序做的，请先升级本程序再打开")
    if not isinstance(told.get("files"), dict):
        raise Refusal(DAMAGED)
    return told


def _text(pack: zipfile.ZipFile, name: str, told: Any) -> str:
    """One file of the pack, checked against its hash."""
    if name not in pack.namelist() or not isinstance(told, dict) or pack.getinfo(name).file_size > LARGEST:
        raise Refusal(DAMAGED)
    try:
        found = unpacked(pack, name, LARGEST)
        text = found.decode()
    except (ValueError, zipfile.BadZipFile) as error:
        raise Refusal(DAMAGED) from error
    if hashlib.sha256(found).hexdigest() != told.get("sha256"):
        raise Refusal(DAMAGED)
    return text


def _read(kind: PolicyKind, text: str) -> Iterator[tuple[int, Record | str]]:
    """The rows of a kind with their lines in its file; instead of a row the sentence why it cannot be one."""
    lines = csv.DictReader(io.StringIO(text))
    for count, row in enumerate(lines):
        if count >= MOST_ROWS:
            raise Refusal(f"政策包里{kind.noun}超过{MOST_ROWS:,}条，不像是政策包，没有读入")
        try:
            found = _record(kind, row)
        except (ValueError, InvalidOperation, OverflowError):
            yield lines.line_num, "日期、金额或是否写法不对"
            continue
        problems = "；".join(dict(found.rules()).values())
        yield lines.line_num, problems or found


def _record(kind: PolicyKind, row: dict[str, Any]) -> Record:
    """A row as a record that is not saved; what its maker had confirmed is told as ``confirmed``."""
    record = kind.record()
    for name in (*kind.fields, "confirmed"):
        setattr(record, name, _value(kind.record._meta.fields[name], (row.get(name) or "").strip()))
    return record


def _value(field: Any, words: str) -> Any:
    """A cell as the field holds it. Raises ``ValueError`` or ``InvalidOperation`` for what it cannot be."""
    if isinstance(field, BooleanField):
        if words not in (SAID_YES, SAID_NO, ""):
            raise ValueError(words)
        return {SAID_YES: True, SAID_NO: False}.get(words)
    if isinstance(field, Day):
        return PartDate.parse(words) if words else None
    if isinstance(field, Yuan):
        number = Decimal(words) if words else None
        if number is not None and (
            number.is_nan() or abs(number) > LARGEST_NUMBER or number != round(number, 2)
        ):
            raise ValueError(words)
        return number
    if isinstance(field, Count):
        return int(words) if words else None
    return words
