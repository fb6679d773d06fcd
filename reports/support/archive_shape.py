"""The shape of an archive 档案库概况: how many rows and files it has, and nothing that stands in any of them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from models.archive.opened import Archive
from models.core.record import KINDS_OF_RECORDS, db


def archive_shape(archive: Archive) -> dict[str, Any]:
    """Counts alone: rows of each table, files and bytes of database, scans and backups, accounts, and the form of the file."""
    return {
        "practice": archive.practice,
        "schema": int(db.pragma("user_version")),
        "accounts": len(archive.keys.accounts()),
        "database": archive.database.stat().st_size,
        "scans": _files_in(archive.folder / "scans"),
        "backups": _files_in(archive.folder / "backups"),
        "rows": {table: kind.select().count() for table, kind in sorted(KINDS_OF_RECORDS.items())},
    }


def _files_in(folder: Path) -> dict[str, int]:
    files = [each for each in folder.rglob("*") if each.is_file()]
    return {"files": len(files), "bytes": sum(each.stat().st_size for each in files)}
