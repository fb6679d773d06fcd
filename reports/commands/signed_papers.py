"""Commands about signed papers: scanned pages find their files."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from models.office.deeds import KEEP_PAPERS
from reports.commands.registry import (
    ARCHIVE_ARGUMENT,
    DONE,
    JSON_ARGUMENT,
    PARTLY,
    archive,
    arg,
    command,
    follow,
    print_answer,
)

if TYPE_CHECKING:
    from reports.signed_papers.pile import PageTold, ScannedIn

SCANNED_COUNTS = "归入{}页，内容已旧{}页，不能归档{}页"


@command(
    "扫描归档：扫描回来的页按页上的码归入各人档案",
    ARCHIVE_ARGUMENT,
    arg("files", nargs="+", type=Path, metavar="文件或文件夹"),
    JSON_ARGUMENT,
    deed=KEEP_PAPERS,
)
def scanin(arguments: argparse.Namespace) -> int:
    from reports.signed_papers.pile import scan_in

    with archive(arguments) as user:
        found = follow(scan_in(arguments.files, user), arguments.json)
    if arguments.json:
        print_answer(scanned_answer(found))
    else:
        print(*scanned_lines(found), sep="\n")
    return PARTLY if found.partly else DONE


def scanned_answer(found: ScannedIn) -> dict[str, list[dict[str, Any]]]:
    """What became of each page, for programs."""
    return {
        "filed": [_page_answer(each) for each in found.filed],
        "stale": [_page_answer(each) for each in found.stale],
        "unknown": [{"file": each.file, "page": each.page, "reason": each.reason} for each in found.unknown],
        "missing": [
            {"number": each.number, "form": each.form, "sheets": each.sheets} for each in found.missing
        ],
    }


def _page_answer(told: PageTold) -> dict[str, Any]:
    return {
        "file": told.file, "page": told.page, "number": told.number, "form": told.form, "sheet": told.sheet, "of": told.of,
    }  # fmt: skip


def scanned_lines(found: ScannedIn) -> Iterator[str]:
    """What became of a pile, for people: what was not filed page by page."""
    for told in found.stale:
        yield f"{told.file} 第{told.page}页：{told.number} {told.form}第{told.sheet}页，{told.reason}"
    for told in found.unknown:
        yield f"{told.file} 第{told.page}页：{told.reason}"
    for lost in found.missing:
        yield f"{lost.name} {lost.number}：{lost.form}还缺第{'、'.join(map(str, lost.sheets))}页"
    again = f"，其中{found.again}页以前已经扫描过" if found.again else ""
    yield SCANNED_COUNTS.format(len(found.filed), len(found.stale), len(found.unknown)) + again
