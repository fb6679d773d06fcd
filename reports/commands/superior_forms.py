"""Commands about a superior's forms: understood, filled, and what was left."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from models.office.deeds import SAVE_FILE
from reports.commands.registry import (
    ARCHIVE_ARGUMENT,
    DONE,
    JSON_ARGUMENT,
    PARTLY,
    WORDS_ARGUMENT,
    archive,
    arg,
    command,
    follow,
    print_answer,
)

TOLD_LEFT = 40  # lines of what was left that people are told; JSON has all


@command(
    "填上级的表（.xlsx、.docx、.xls），全部或词语找到的人",
    ARCHIVE_ARGUMENT,
    arg("form", type=Path, metavar="上级的表"),
    arg("out", type=Path, metavar="OUT"),
    WORDS_ARGUMENT,
    JSON_ARGUMENT,
    deed=SAVE_FILE,
)
def fill_(arguments: argparse.Namespace) -> int:
    from models.people import search
    from reports.superior_forms.filling import fill_form
    from reports.superior_forms.form_files import read_form

    words = " ".join(arguments.words)
    with archive(arguments):
        form = read_form(arguments.form)
        people = list(search.find_people(words))
        filled = follow(fill_form(form, people, arguments.out, bool(words)), arguments.json)
    if arguments.json:
        print_answer(filled_answer(filled))
    else:
        print(*filled_lines(filled), sep="\n")
    return PARTLY if filled.left else DONE


def filled_answer(filled: Any) -> dict[str, Any]:
    """What is told to programs: every heading, how many people, everything that was left."""
    return {
        "headings": [
            {"cell": each.cell, "heading": each.heading, "field": each.field or None, "sure": each.sure}
            for each in filled.form.asked()
        ],
        "people": filled.people,
        "unfilled": [
            {"number": each.number or None, "heading": each.heading, "reason": each.reason}
            for each in filled.left
        ],
        "files": [str(each) for each in filled.files],
        "notes": filled.form.notes,
    }


def filled_lines(filled: Any) -> list[str]:
    """What is told to people."""
    lines = [
        f"填了{filled.people}人，写入{filled.files[0] if len(filled.files) == 1 else f'{len(filled.files)}个文件'}"
    ]
    lines += [f"  注意：{each}" for each in filled.form.notes]
    if filled.left:
        lines.append(f"有{len(filled.left)}处没有填：")
    for each in filled.left[:TOLD_LEFT]:
        whose = f"{each.name}（{each.number}）" if each.number else "全表"
        lines.append(f"  {whose}　{each.heading}　{each.reason}")
    if len(filled.left) > TOLD_LEFT:
        lines.append(f"  ……还有{len(filled.left) - TOLD_LEFT}处，用 --json 可以全部列出")
    return lines
